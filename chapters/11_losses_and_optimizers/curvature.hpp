/// \file
/// How steeply a loss of many weights bends.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace chainrule::losses_and_optimizers {

/// The largest curvature of a loss at a place, over all directions.
///
/// Walk a little in some direction, to both sides: how the slopes change on
/// the way is another direction, in which the steepest curvature has a larger
/// share. A hundred such turns leave hardly anything else (power iteration: G.
/// Golub, C. Van Loan, Matrix Computations, section 7.3.1).
/// \param slopes of the loss, for given weights
template <class Slopes>
double steepest_curvature(const std::vector<double>& at, Slopes slopes)
{
    constexpr double little = 1e-4;
    const auto moved = [&](const std::vector<double>& along, double far) {
        std::vector<double> there = at;
        for (std::size_t i = 0; i < at.size(); ++i) {
            there[i] += far * along[i];
        }
        return slopes(there);
    };
    std::vector<double> direction(at.size());
    for (std::size_t i = 0; i < at.size(); ++i) {
        direction[i] = std::cos(static_cast<double>(i));
    }
    double curvature = 0;
    for (int turn = 0; turn < 100; ++turn) {
        double length = 0;
        for (const double each : direction) {
            length += each * each;
        }
        for (double& each : direction) {
            each /= std::sqrt(length);
        }
        const std::vector<double> ahead = moved(direction, little);
        const std::vector<double> behind = moved(direction, -little);
        curvature = 0;
        for (std::size_t i = 0; i < at.size(); ++i) {
            const double change = (ahead[i] - behind[i]) / (2 * little);
            curvature += direction[i] * change;
            direction[i] = change;
        }
    }
    return curvature;
}

}  // namespace chainrule::losses_and_optimizers
