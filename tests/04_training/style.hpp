// The exercises of chapter 04 with loops, and the price as a shrinking of the
// old weights.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace answers {

template <class T>
std::array<T, 3> repaired_step(std::array<T, 3> w, T x, T t, T rate)
{
    std::array<T, 4> a{x};
    for (std::size_t i = 0; i < 3; ++i) {
        a[i + 1] = a[i] * w[i];
    }
    T r = rate * (a[3] - t);
    for (std::size_t i = 3; i-- > 0;) {
        const T old = w[i];
        w[i] -= r * a[i];
        r *= old;
    }
    return w;
}

template <class T>
std::array<T, 3> step_with_decay(const std::array<T, 3>& w, T x, T t, T rate,
                                 T decay)
{
    std::array<T, 3> next = repaired_step(w, x, t, rate);
    for (std::size_t i = 0; i < 3; ++i) {
        next[i] -= rate * decay * w[i];
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
