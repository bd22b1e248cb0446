#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;

// ## 4.1 Which rate was it?
//
// All three slopes are taken before anything is asked of the step. Each weight
// that has a slope tells a rate, and all have to tell the same. A weight that
// has none tells nothing, and has to stay where it is.
template <field T>
std::optional<T> rate_of_step(const std::array<T, 3>& w,
                              const std::array<T, 3>& next, const T& x,
                              const T& t)
{
    const T y = w[0] * x;
    const T z = w[1] * y;
    const T r3 = w[2] * z - t;
    const T r2 = r3 * w[2];
    const T r1 = r2 * w[1];
    const std::array<T, 3> slopes{r1 * x, r2 * y, r3 * z};
    std::optional<T> rate;
    bool fits = true;
    for (std::size_t i = 0; i < 3; ++i) {
        const T move = w[i] - next[i];
        if (!(slopes[i] == T(0))) {
            const T told = move / slopes[i];
            fits = fits && (!rate || *rate == told);
            rate = told;
        } else {
            fits = fits && move == T(0);
        }
    }
    return fits ? rate : std::nullopt;
}

// ## 4.2 A price on large weights
//
// The slope of a sum is the sum of the slopes, and the price of a weight has
// the slope $\lambda w$. It does not pass through any layer.
template <field T>
std::array<T, 3> step_with_decay(const std::array<T, 3>& w, const T& x,
                                 const T& t, const T& rate, const T& decay)
{
    const T y = w[0] * x;
    const T z = w[1] * y;
    const T r3 = w[2] * z - t;
    const T r2 = r3 * w[2];
    const T r1 = r2 * w[1];
    const std::array<T, 3> slopes{r1 * x, r2 * y, r3 * z};
    std::array<T, 3> next = w;
    for (std::size_t i = 0; i < 3; ++i) {
        next[i] = w[i] - rate * (slopes[i] + decay * w[i]);
    }
    return next;
}

// ## 4.3 Settled
//
// Look from the end: the last value that is not near decides.
inline std::size_t settled_since(const std::vector<double>& values,
                                 double goal, double distance)
{
    std::size_t i = values.size();
    while (i > 0 && std::abs(values[i - 1] - goal) < distance) {
        --i;
    }
    return i == values.size() ? 0 : i + 1;
}

}  // namespace answers
