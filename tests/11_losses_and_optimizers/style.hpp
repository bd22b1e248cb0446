// The exercises of chapter 11 by the table of derivatives, in place, and by
// halves.
#pragma once

#include <array>
#include <utility>
#include <vector>

namespace answers {

template <class T>
std::vector<T> softmax_back(std::vector<T> p, std::vector<T> dp)
{
    std::vector<T> dz(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        for (std::size_t j = 0; j < p.size(); ++j) {
            const T kronecker = T(i == j ? 1 : 0);
            dz[j] += dp[i] * p[i] * (kronecker - p[j]);
        }
    }
    return dz;
}

template <class T>
std::array<T, 2> nesterov_step(T w, T v, T dw, T rate, T keep)
{
    v *= keep;
    v += dw;
    w -= rate * keep * v;
    w -= rate * dw;
    return {w, v};
}

template <class T>
std::pair<T, std::vector<T>>
weighted_error(std::vector<T> y, std::vector<T> t, std::vector<T> c)
{
    T above = T(0);
    T below = T(0);
    for (std::size_t n = 0; n < y.size(); ++n) {
        y[n] -= t[n];
        above += c[n] * y[n] * y[n];
        below += c[n];
    }
    for (std::size_t n = 0; n < y.size(); ++n) {
        y[n] = (y[n] + y[n]) * c[n] / below;
    }
    return {above / below, y};
}

template <class T>
std::array<T, 2> priced_step(T w, T b, T sum_dw, T sum_db, int n, T decay,
                             T rate)
{
    const T mean_rate = rate / T(n);
    return {w * (T(1) - rate * decay) - mean_rate * sum_dw,
            b - mean_rate * sum_db};
}

}  // namespace answers
