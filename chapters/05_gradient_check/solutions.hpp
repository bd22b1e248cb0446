#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;

// ## 5.1 Four points
//
// The two errors are $\frac{h^2}{6} f'''$ and four times that. Four thirds of
// the first less one third of the second is nothing.
template <field T>
T four_point_difference(const std::function<T(const T&)>& f, const T& x,
                        const T& h)
{
    const auto central = [&](const T& step) {
        return (f(x + step) - f(x - step)) / (T(2) * step);
    };
    return (T(4) * central(h) - central(T(2) * h)) / T(3);
}

// ## 5.2 One wrong slope among many
//
// If several parameters move together, the slope along them is the sum of
// theirs. So one central difference checks half of the entries, and the wrong
// one is in the half that does not agree. If there were two wrong entries, they
// could hide each other.
inline std::size_t
wrong_entry(const std::function<double(const std::vector<double>&)>& f,
            const std::vector<double>& at,
            const std::vector<double>& gradient)
{
    const double h = 1e-5;
    const auto agrees = [&](std::size_t first, std::size_t last) {
        std::vector<double> up = at;
        std::vector<double> down = at;
        double told = 0;
        for (std::size_t i = first; i < last; ++i) {
            up[i] = at[i] + h;
            down[i] = at[i] - h;
            told = told + gradient[i];
        }
        const double slope = (f(up) - f(down)) / (2 * h);
        return std::abs(slope - told) < 0.005;
    };
    std::size_t first = 0;
    std::size_t last = at.size();
    if (agrees(first, last)) {
        return at.size();
    }
    while (last - first > 1) {
        const std::size_t middle = first + (last - first) / 2;
        (agrees(first, middle) ? first : last) = middle;
    }
    return first;
}

// ## 5.3 A checker of your own
//
// Central differences, one parameter at a time, each put back before the
// next. The step is near the cube root of the distance between neighbouring
// numbers, where the sum of round-off and truncation is about least.
inline bool
gradient_is_right(const std::function<double(const std::vector<double>&)>& f,
                  const std::vector<double>& at,
                  const std::vector<double>& gradient)
{
    std::vector<double> moved = at;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double h = 1e-5;
        moved[i] = at[i] + h;
        const double up = f(moved);
        moved[i] = at[i] - h;
        const double down = f(moved);
        moved[i] = at[i];
        const double slope = (up - down) / (2 * h);
        const double larger =
            std::max(std::abs(slope), std::abs(gradient[i]));
        const double distance = std::abs(slope - gradient[i]);
        if (!(distance <= 1e-6 * larger) || !std::isfinite(larger)) {
            return false;
        }
    }
    return true;
}

}  // namespace answers
