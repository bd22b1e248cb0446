// The exercises of chapter 11 for double only, with the algorithms of the
// standard library and recursion.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <vector>

namespace answers {

using numbers = std::vector<double>;

inline numbers softmax_back(const numbers& p, const numbers& dp)
{
    const double mean =
        std::inner_product(p.begin(), p.end(), dp.begin(), 0.0);
    numbers dz = dp;
    for (std::size_t i = 0; i < dz.size(); ++i) {
        dz[i] = p[i] * dp[i] - p[i] * mean;
    }
    return dz;
}

inline std::array<double, 2> nesterov_step(double w, double v, double dw,
                                           double rate, double keep)
{
    const double before = keep * v;
    const double after = before + dw;
    return {w - rate * (dw + keep * after), after};
}

// The loss and all weights of a walk, by recursion over its steps.
inline double loss_of_walk(const numbers& c, numbers w, numbers step,
                           double rate, double keep, int steps)
{
    double loss = 0;
    for (std::size_t i = 0; i < c.size(); ++i) {
        loss += 0.5 * c[i] * (w[i] * w[i]);
        step[i] = keep * step[i] - rate * (c[i] * w[i]);
        w[i] += step[i];
    }
    return steps == 0 ? loss
                      : loss_of_walk(c, w, step, rate, keep, steps - 1);
}

inline std::array<double, 2> best_rate(const numbers& c,
                                       const std::vector<numbers>& starts,
                                       const numbers& rates, double keep,
                                       int steps)
{
    numbers largest(rates.size(), 0);
    for (std::size_t r = 0; r < rates.size(); ++r) {
        for (const numbers& start : starts) {
            largest[r] =
                std::max(largest[r], loss_of_walk(c, start, numbers(c.size()),
                                                  rates[r], keep, steps));
        }
    }
    const auto best = std::min_element(largest.begin(), largest.end());
    return {rates[static_cast<std::size_t>(best - largest.begin())], *best};
}

inline std::array<double, 2> priced_step(double w, double b, double sum_dw,
                                         double sum_db, int n, double decay,
                                         double rate)
{
    const double dw = sum_dw / n + decay * w;
    const double db = sum_db / n;
    return {w - rate * dw, b - rate * db};
}

}  // namespace answers
