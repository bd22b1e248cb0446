// The answers to chapter 05 by other formulas, and by the library.
#include <algorithm>
#include <cmath>
#include <functional>
#include <span>
#include <vector>

#include "chainrule/check/gradient_check.hpp"

// ## 5.1
// One formula for the mixture, over a common denominator.
template <field T>
T four_point_difference(const std::function<T(const T&)>& f, const T& x,
                        const T& h)
{
    return (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) /
           (12 * h);
}

// ## 5.2
bool gradients_agree(const std::vector<double>& a,
                     const std::vector<double>& b, double tolerance)
{
    bool all = a.size() == b.size();
    for (std::size_t i = 0; all && i < a.size(); ++i) {
        const bool numbers = std::isfinite(a[i]) && std::isfinite(b[i]);
        const double error =
            a[i] == b[i] ? 0
                         : std::abs(a[i] - b[i]) /
                               std::max(std::abs(a[i]), std::abs(b[i]));
        all = numbers && error <= tolerance;
    }
    return all;
}

// ## 5.3
// The checker of the library chooses its own step and tolerance.
bool gradient_is_right(
    const std::function<double(const std::vector<double>&)>& f,
    const std::vector<double>& at, const std::vector<double>& gradient)
{
    const auto report = chainrule::check_gradient(
        [&](std::span<const double> p) {
            return f(std::vector<double>(p.begin(), p.end()));
        },
        at, gradient);
    return std::all_of(
        report.parameters.begin(), report.parameters.end(),
        [](const auto& p) { return p.found == chainrule::verdict::ok; });
}
