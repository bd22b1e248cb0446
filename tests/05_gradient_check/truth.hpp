// The answers to chapter 05 by other formulas, and by the library.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <span>
#include <vector>

#include "chainrule/check/gradient_check.hpp"

// ## 5.1
// One formula for the mixture, over a common denominator.
template <field T>
T four_point_difference(const std::function<T(const T&)>& f, const T& x,
                        const T& h)
{
    const T near = (f(x + h) - f(x - h)) / (2 * h);
    const T far = (f(x + 2 * h) - f(x - 2 * h)) / (4 * h);
    known("D(h)", near);
    known("D(2h)", far);
    known("h", h);
    known("f(x)", f(x));
    known("f(x + h)", f(x + h));
    known("f(x - h)", f(x - h));
    known("f(x + 2h)", f(x + 2 * h));
    known("f(x - 2h)", f(x - 2 * h));
    known("(f(x + h) - f(x - h))", f(x + h) - f(x - h));
    known("(f(x + 2h) - f(x - 2h))", f(x + 2 * h) - f(x - 2 * h));
    known("(f(x + h) - f(x))", f(x + h) - f(x));
    known("(f(x + 2h) - f(x))", f(x + 2 * h) - f(x));
    known("(f(x) - f(x - h))", f(x) - f(x - h));
    known("(f(x) - f(x - 2h))", f(x) - f(x - 2 * h));
    known("D(h / 2)", (f(x + h / 2) - f(x - h / 2)) / h);
    known("(f(x + h / 2) - f(x - h / 2))", f(x + h / 2) - f(x - h / 2));
    known("D(4h)", (f(x + 4 * h) - f(x - 4 * h)) / (8 * h));
    return (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) /
           (12 * h);
}

// ## 5.2
// The slopes one by one, and at last their number.
std::size_t
wrong_entry(const std::function<double(const std::vector<double>&)>& f,
            const std::vector<double>& at,
            const std::vector<double>& gradient)
{
    std::size_t wrong = at.size();
    for (std::size_t i = at.size(); i-- > 0;) {
        std::vector<double> p = at;
        const auto along = [&](double moved) {
            p[i] = moved;
            return f(p);
        };
        const double h = 1e-5;
        const double slope = (along(at[i] + h) - along(at[i] - h)) / (2 * h);
        if (std::abs(slope - gradient[i]) > 0.005) {
            wrong = i;
            known("whether the wrong entry is too large",
                  gradient[i] > slope);
        }
    }
    known("number of entries", at.size());
    known("number of entries behind the wrong one", at.size() - wrong);
    known("whether none is wrong", wrong == at.size());
    known("whether there is one entry only", at.size() == 1);
    return wrong;
}

// ## 5.3
// Whether something holds of every pair, as far as the shorter list goes.
template <class Holds>
bool every(const std::vector<double>& a, const std::vector<double>& b,
           Holds holds)
{
    return std::equal(
        a.begin(), a.begin() + std::ptrdiff_t(std::min(a.size(), b.size())),
        b.begin(), holds);
}

double length(const std::vector<double>& v)
{
    return std::sqrt(std::inner_product(v.begin(), v.end(), v.begin(), 0.0));
}

std::vector<double>
slopes_by_steps(const std::function<double(const std::vector<double>&)>& f,
                const std::vector<double>& at)
{
    std::vector<double> slopes;
    for (std::size_t i = 0; i < at.size(); ++i) {
        auto up = at;
        auto down = at;
        up[i] += 1e-5;
        down[i] -= 1e-5;
        slopes.push_back((f(up) - f(down)) / 2e-5);
    }
    return slopes;
}

// What a checker may see that looks at all entries at once.
void know_vector(const std::vector<double>& slopes,
                 const std::vector<double>& gradient)
{
    std::vector<double> apart;
    for (std::size_t i = 0; i < slopes.size(); ++i) {
        apart.push_back(slopes[i] - gradient[i]);
    }
    const double size = length(slopes);
    const double sum = std::accumulate(apart.begin(), apart.end(), 0.0);
    known("whether there is one number only", slopes.size() == 1);
    known("whether the slopes are very small", size < 1e-9);
    known("whether the slopes are very large", size > 1e12);
    known("whether the slopes are of different size",
          size > 1e8 && std::abs(slopes.back()) < 1e6);
    known("whether the errors are small as one vector",
          length(apart) <= 1e-4 * size);
    known("whether the entries have the right sum",
          std::abs(sum) <= 1e-4 * size);
}

// Conditions that a wrong checker may look at instead.
void know_gradient(const std::vector<double>& slopes,
                   const std::vector<double>& gradient)
{
    const auto within = [](double part) {
        return [=](double s, double g) {
            return std::abs(s - g) <= part * std::abs(s);
        };
    };
    const auto right = within(1e-4);
    known("whether an entry is NaN",
          !every(slopes, gradient,
                 [](double, double g) { return !std::isnan(g); }));
    known("whether an entry is infinite",
          !every(slopes, gradient,
                 [](double, double g) { return !std::isinf(g); }));
    known("whether the first entry is right", right(slopes[0], gradient[0]));
    known("whether the last entry is right",
          right(slopes.back(), gradient.back()));
    known("whether some entry is right",
          !every(slopes, gradient,
                 [&](double s, double g) { return !right(s, g); }));
    known("whether all entries are right", every(slopes, gradient, right));
    known("whether all entries are right to 1e-6, not relative to anything",
          every(slopes, gradient,
                [](double s, double g) { return std::abs(s - g) <= 1e-6; }));
    known("whether all sizes are right",
          every(slopes, gradient, [&](double s, double g) {
              return right(std::abs(s), std::abs(g));
          }));
    known("whether all signs are right",
          every(slopes, gradient, [](double s, double g) {
              return std::signbit(s) == std::signbit(g);
          }));
    know_vector(slopes, gradient);
}

// The checker of the library chooses its own step and tolerance.
bool gradient_is_right(
    const std::function<double(const std::vector<double>&)>& f,
    const std::vector<double>& at, const std::vector<double>& gradient)
{
    know_gradient(slopes_by_steps(f, at), gradient);
    const auto report = chainrule::check_gradient(
        [&](std::span<const double> p) {
            return f(std::vector<double>(p.begin(), p.end()));
        },
        at, gradient);
    return std::all_of(
        report.parameters.begin(), report.parameters.end(),
        [](const auto& p) { return p.found == chainrule::verdict::ok; });
}
