// The exercises of chapter 11 for double only, with the algorithms of the
// standard library and a running mean.
#pragma once

#include <array>
#include <numeric>
#include <utility>
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

inline std::pair<double, numbers>
weighted_error(const numbers& y, const numbers& t, const numbers& c)
{
    const double all = std::accumulate(c.begin(), c.end(), 0.0);
    std::pair<double, numbers> result{0, {}};
    double seen = 0;
    for (std::size_t n = 0; n < y.size(); ++n) {
        const double d = y[n] - t[n];
        seen += c[n];
        result.first += (d * d - result.first) * (c[n] / seen);
        result.second.push_back(2 * (c[n] / all) * d);
    }
    return result;
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
