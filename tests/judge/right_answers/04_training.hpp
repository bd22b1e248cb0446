// The exercises of chapter 04 from products, without a walk, and one pass
// from the front.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace answers {

template <class T>
std::array<T, 3> step_with_decay(const std::array<T, 3>& w, const T& x,
                                 const T& t, const T& rate, const T& decay)
{
    const auto& [a, b, c] = w;
    const T d = a * b * c * x - t;
    return {a * (T(1) - rate * decay) - rate * d * b * c * x,
            b * (T(1) - rate * decay) - rate * d * a * c * x,
            c * (T(1) - rate * decay) - rate * d * a * b * x};
}

template <class T>
std::array<T, 3> repaired_step(const std::array<T, 3>& w, const T& x,
                               const T& t, const T& rate)
{
    return step_with_decay(w, x, t, rate, T(0));
}

inline std::size_t settled_since(const std::vector<double>& values,
                                 double goal, double distance)
{
    std::size_t since = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool near =
            goal - distance < values[i] && values[i] < goal + distance;
        since = !near ? 0 : since == 0 ? i + 1 : since;
    }
    return since;
}

}  // namespace answers
