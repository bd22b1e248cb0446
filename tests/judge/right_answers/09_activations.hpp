// The exercises of chapter 09 for double only, by the sum again and by the
// largest output.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace answers {

inline std::array<double, 2> leaky_rectifier(double z, double da, double leak)
{
    std::array<double, 2> result{z, da};
    if (!(z > 0)) {
        for (double& r : result) {
            r *= leak;
        }
    }
    return result;
}

inline double softsign_back(double a, double da)
{
    const double z = a / (1 - std::abs(a));
    return da / std::pow(1 + std::abs(z), 2);
}

inline std::array<double, 4> two_layer_slopes(double w1, double b1, double w2,
                                              double b2, double x, double t)
{
    const double z = w1 * x + b1;
    const double error = w2 * (z * z + 3 * z) + b2 - t;
    return {error * w2 * (2 * z + 3) * x, error * w2 * (2 * z + 3),
            error * (z * z + 3 * z), error};
}

inline int asleep(const std::vector<double>& w, const std::vector<double>& b,
                  const std::vector<double>& samples)
{
    int count = 0;
    for (std::size_t j = 0; j < w.size(); ++j) {
        std::vector<double> sums;
        for (const double x : samples) {
            sums.push_back(w[j] * x + b[j]);
        }
        count += *std::max_element(sums.begin(), sums.end()) <= 0 ? 1 : 0;
    }
    return count;
}

}  // namespace answers
