// The exercises of chapter 04 from products, without a walk, and one pass
// from the front.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
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

// The step with the rate 1 has the slopes for its moves. Two steps go the same
// way if their moves are in the same proportion.
inline std::optional<double> rate_of_step(const std::array<double, 3>& w,
                                          const std::array<double, 3>& next,
                                          double x, double t)
{
    const auto whole = step_with_decay(w, x, t, 1.0, 0.0);
    const auto move = [&](std::size_t i) { return w[i] - next[i]; };
    const auto slope = [&](std::size_t i) { return w[i] - whole[i]; };
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t j = i == 0 ? 2 : i - 1;
        if (move(i) * slope(j) != move(j) * slope(i)) {
            return {};
        }
    }
    for (const std::size_t i : {0U, 1U, 2U}) {
        if (slope(i) != 0) {
            return move(i) / slope(i);
        }
    }
    return {};
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
