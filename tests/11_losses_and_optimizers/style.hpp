// The exercises of chapter 11 by the table of derivatives, in place, from the
// last rate to the first, and by halves.
#pragma once

#include <array>
#include <cstddef>
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

// All walks of a rate go side by side.
template <class T>
std::array<T, 2> best_rate(std::vector<T> c,
                           std::vector<std::vector<T>> starts,
                           std::vector<T> rates, T keep, int steps)
{
    T best_rate = T(0);
    T best_loss = T(-1);
    while (!rates.empty()) {
        auto w = starts;
        auto v = std::vector(w.size(), std::vector<T>(c.size()));
        T largest = T(0);
        for (int step = 0; step <= steps; ++step) {
            largest = T(0);
            for (std::size_t s = 0; s < w.size(); ++s) {
                T loss = T(0);
                for (std::size_t i = 0; i < c.size(); ++i) {
                    const T slope = c[i] * w[s][i];
                    loss += slope * w[s][i] / T(2);
                    v[s][i] *= keep;
                    v[s][i] += slope;
                    w[s][i] -= rates.back() * v[s][i];
                }
                largest = loss > largest ? loss : largest;
            }
        }
        if (best_loss < T(0) || largest <= best_loss) {
            best_rate = rates.back();
            best_loss = largest;
        }
        rates.pop_back();
    }
    return {best_rate, best_loss};
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
