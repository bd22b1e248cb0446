#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;
using chainrule::ordered_field;

// ## 11.1 Softmax on its own
//
// Put the two cases into the sum $\bar z_j = \sum_i \bar p_i \, \partial p_i /
// \partial z_j$. What is left is $p_j (\bar p_j - \sum_i \bar p_i p_i)$: each
// slope, less their mean.
template <field T>
std::vector<T> softmax_back(const std::vector<T>& p, const std::vector<T>& dp)
{
    T mean = T(0);
    for (std::size_t i = 0; i < p.size(); ++i) {
        mean = mean + p[i] * dp[i];
    }
    std::vector<T> dz;
    for (std::size_t j = 0; j < p.size(); ++j) {
        dz.push_back(p[j] * (dp[j] - mean));
    }
    return dz;
}

// ## 11.2 Looking ahead
//
// The new velocity is used at once.
template <field T>
std::array<T, 2> nesterov_step(const T& w, const T& v, const T& dw,
                               const T& rate, const T& keep)
{
    const T next_v = keep * v + dw;
    return {w - rate * (dw + keep * next_v), next_v};
}

// ## 11.3 A race of rates
//
// A walk has weights and velocities of its own, so none begins where another
// ended.
template <ordered_field T>
std::array<T, 2>
best_rate(const std::vector<T>& c, const std::vector<std::vector<T>>& starts,
          const std::vector<T>& rates, const T& keep, int steps)
{
    const auto loss_after = [&](std::vector<T> w, const T& rate) {
        std::vector<T> v(c.size(), T(0));
        for (int step = 0; step < steps; ++step) {
            for (std::size_t i = 0; i < c.size(); ++i) {
                v[i] = keep * v[i] + c[i] * w[i];
                w[i] = w[i] - rate * v[i];
            }
        }
        T loss = T(0);
        for (std::size_t i = 0; i < c.size(); ++i) {
            loss = loss + c[i] * w[i] * w[i] / T(2);
        }
        return loss;
    };
    std::array<T, 2> best{};
    for (std::size_t r = 0; r < rates.size(); ++r) {
        T counts = T(0);
        for (const std::vector<T>& start : starts) {
            counts = std::max(counts, loss_after(start, rates[r]));
        }
        if (r == 0 || counts < best[1]) {
            best = {rates[r], counts};
        }
    }
    return best;
}

// ## 11.4 Weight decay
//
// The slope of the decay by the weight is $\lambda w$. It stands outside of
// the mean, so it is not divided by $N$.
template <field T>
std::array<T, 2> priced_step(const T& w, const T& b, const T& sum_dw,
                             const T& sum_db, int n, const T& decay,
                             const T& rate)
{
    return {w - rate * (sum_dw / T(n) + decay * w), b - rate * sum_db / T(n)};
}

}  // namespace answers
