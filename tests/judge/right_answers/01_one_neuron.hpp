// The exercises of chapter 01 without templates: doubles will do.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace answers {

inline std::array<double, 4>
slopes_with_product(const std::array<double, 3>& w, double b,
                    const std::array<double, 2>& x, double t)
{
    // For the first two weights this is a neuron whose weights lean on the
    // other input.
    double estimate = b + w[1] * x[1];
    estimate += (w[0] + w[2] * x[1]) * x[0];
    std::array<double, 4> slopes{};
    for (std::size_t i = 0; i < 2; ++i) {
        slopes[i] = estimate * x[i] - t * x[i];
    }
    slopes[2] = slopes[0] * x[1];
    slopes[3] = estimate - t;
    return slopes;
}

inline std::array<double, 2> step_all_at_once(double w, double b, double x,
                                              double t, double rate)
{
    const double old_w = w;
    const double old_b = b;
    b = old_b + rate * (t - old_w * x - old_b);
    w = old_w + rate * (t - old_w * x - old_b) * x;
    return {w, b};
}

inline std::array<double, 2> slopes_of_batch(double w, double b,
                                             const std::vector<double>& x,
                                             const std::vector<double>& t)
{
    double xx = 0;
    double xt = 0;
    double sum_x = 0;
    double sum_t = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += x[i] * x[i];
        xt += x[i] * t[i];
        sum_x += x[i];
        sum_t += t[i];
    }
    const auto n = static_cast<double>(x.size());
    return {(w * xx + b * sum_x - xt) / n, (w * sum_x + n * b - sum_t) / n};
}

}  // namespace answers
