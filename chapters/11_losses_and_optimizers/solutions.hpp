#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;

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

// ## 11.3 Samples that count more
//
// Output $n$ is compared with target $n$ and no other. The sum below the line
// does not depend on the outputs, so it is a constant for the slopes.
template <field T>
std::pair<T, std::vector<T>> weighted_error(const std::vector<T>& y,
                                            const std::vector<T>& t,
                                            const std::vector<T>& c)
{
    T all = T(0);
    for (const T& each : c) {
        all = all + each;
    }
    T loss = T(0);
    std::vector<T> dy;
    for (std::size_t n = 0; n < y.size(); ++n) {
        const T d = y[n] - t[n];
        loss = loss + c[n] * d * d / all;
        dy.push_back(T(2) * c[n] * d / all);
    }
    return {loss, dy};
}

// ## 11.4 A step with a price
//
// The price stands outside of the mean, so it is not divided by $N$.
template <field T>
std::array<T, 2> priced_step(const T& w, const T& b, const T& sum_dw,
                             const T& sum_db, int n, const T& decay,
                             const T& rate)
{
    return {w - rate * (sum_dw / T(n) + decay * w), b - rate * sum_db / T(n)};
}

}  // namespace answers
