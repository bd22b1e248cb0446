// The exercises of chapter 04 with loops, and the price as a shrinking of the
// old weights.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace answers {

template <class T>
std::array<T, 3> slopes_at(const std::array<T, 3>& w, T x, T t)
{
    std::array<T, 3> slopes;
    for (std::size_t i = 0; i < 3; ++i) {
        slopes[i] = x;
        x *= w[i];
    }
    T r = x - t;
    for (std::size_t i = 3; i-- > 0;) {
        slopes[i] *= r;
        r *= w[i];
    }
    return slopes;
}

template <class T>
std::optional<T> rate_of_step(std::array<T, 3> w, std::array<T, 3> next, T x,
                              T t)
{
    const std::array<T, 3> slopes = slopes_at(w, x, t);
    std::size_t i = 0;
    while (i < 3 && slopes[i] == T(0)) {
        ++i;
    }
    if (i == 3) {
        return std::nullopt;
    }
    const T rate = (w[i] - next[i]) / slopes[i];
    for (i = 0; i < 3; ++i) {
        w[i] -= rate * slopes[i];
    }
    return w == next ? std::optional<T>(rate) : std::nullopt;
}

template <class T>
std::array<T, 3> step_with_decay(const std::array<T, 3>& w, T x, T t, T rate,
                                 T decay)
{
    std::array<T, 3> next = slopes_at(w, x, t);
    for (std::size_t i = 0; i < 3; ++i) {
        next[i] = w[i] - rate * (decay * w[i] + next[i]);
    }
    return next;
}

inline std::size_t settled_since(std::vector<double> values, double goal,
                                 double distance)
{
    const auto far =
        std::find_if(values.rbegin(), values.rend(), [&](double v) {
            return !(std::abs(v - goal) < distance);
        });
    const auto settled = static_cast<std::size_t>(far - values.rbegin());
    return settled == 0 ? 0 : values.size() - settled + 1;
}

}  // namespace answers
