// The exercises of chapter 01 with what is shared in a function of its own,
// and with means that run along.
#pragma once

#include <array>
#include <cstddef>
#include <numeric>
#include <vector>

namespace answers {

template <class T>
T error(T w, T b, T x, T t)
{
    return b - t + x * w;
}

template <class T>
std::array<T, 4> slopes_with_product(std::array<T, 3> w, T b,
                                     std::array<T, 2> x, T t)
{
    std::array<T, 4> slopes{x[0], x[1], x[0] * x[1], T(1)};
    const T d = std::inner_product(w.begin(), w.end(), slopes.begin(), b - t);
    for (T& slope : slopes) {
        slope *= d;
    }
    return slopes;
}

template <class T>
std::array<T, 2> step_all_at_once(T w, T b, T x, T t, T rate)
{
    const T moves = rate * error(w, b, x, t);
    w -= moves * x;
    b -= moves;
    return {w, b};
}

template <class T>
std::array<T, 2> slopes_of_batch(T w, T b, const std::vector<T>& x,
                                 const std::vector<T>& t)
{
    std::array<T, 2> mean{T(0), T(0)};
    for (std::size_t i = 0; i < x.size(); ++i) {
        const T share = T(1) / T(static_cast<int>(i + 1));
        const T d = error(w, b, x[i], t[i]);
        mean[0] += share * (d * x[i] - mean[0]);
        mean[1] += share * (d - mean[1]);
    }
    return mean;
}

}  // namespace answers
