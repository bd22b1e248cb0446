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

// ## 5.2 Do they agree?
//
// The question is whether the error is small. Asked the other way round, a
// value that is not a number would pass.
inline bool gradients_agree(const std::vector<double>& a,
                            const std::vector<double>& b, double tolerance)
{
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double larger = std::max(std::abs(a[i]), std::abs(b[i]));
        const double distance = std::abs(a[i] - b[i]);
        if (!(distance <= tolerance * larger) || !std::isfinite(larger)) {
            return false;
        }
    }
    return true;
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
