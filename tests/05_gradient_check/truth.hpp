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

// Conditions on single numbers that a wrong answer may look at instead.
void know_numbers(const std::vector<double>& a, const std::vector<double>& b,
                  double tolerance)
{
    known("whether the lengths are the same", a.size() == b.size());
    known("whether all numbers are finite",
          every(a, b, [](double x, double y) {
              return std::isfinite(x) && std::isfinite(y);
          }));
    known("whether there is no NaN", every(a, b, [](double x, double y) {
              return !std::isnan(x) && !std::isnan(y);
          }));
    known("whether no pair is two zeros",
          every(a, b, [](double x, double y) { return x != 0 || y != 0; }));
    known("whether no pair has two signs",
          every(a, b, [](double x, double y) {
              return std::signbit(x) == std::signbit(y);
          }));
    known("whether all pairs are equal", every(a, b, std::equal_to<>()));
    known("whether every distance is at most the tolerance",
          every(a, b, [&](double x, double y) {
              return std::abs(x - y) <= tolerance;
          }));
    known("whether there is more than one pair", a.size() > 1);
    known("whether the gradients are empty", a.empty() && b.empty());
}

// The same of errors that are relative to something.
void know_errors(const std::vector<double>& a, const std::vector<double>& b,
                 double tolerance)
{
    const auto within = [&](auto size) {
        return [=](double x, double y) {
            return x == y || std::abs(x - y) <= tolerance * size(x, y);
        };
    };
    const auto larger = [](double x, double y) {
        return std::max(std::abs(x), std::abs(y));
    };
    const auto agree = within(larger);
    known("whether all pairs agree", every(a, b, agree));
    known("whether the first pair agrees",
          a.empty() || b.empty() || agree(a[0], b[0]));
    known("whether the last pair agrees",
          a.empty() || b.empty() || agree(a.back(), b.back()));
    known("whether some pair agrees",
          a.empty() ||
              !every(a, b, [&](double x, double y) { return !agree(x, y); }));
    known("whether no error is exactly the tolerance",
          every(a, b, [&](double x, double y) {
              return x == y || std::abs(x - y) != tolerance * larger(x, y);
          }));
    known("whether all errors relative to a are small",
          every(a, b, within([](double x, double) { return std::abs(x); })));
    known("whether all errors relative to b are small",
          every(a, b, within([](double, double y) { return std::abs(y); })));
    known("whether all errors relative to the smaller are small",
          every(a, b, within([](double x, double y) {
                    return std::min(std::abs(x), std::abs(y));
                })));
    known("whether all errors relative to the sum of sizes are small",
          every(a, b, within([](double x, double y) {
                    return std::abs(x) + std::abs(y);
                })));
    std::vector<double> apart;
    double errors = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        apart.push_back(a[i] - b[i]);
        errors += a[i] == b[i] ? 0 : std::abs(apart[i]) / larger(a[i], b[i]);
    }
    known("whether the length of a - b is small beside the longer vector",
          length(apart) <= tolerance * std::max(length(a), length(b)));
    known("whether the mean error is small",
          apart.empty() || errors / double(apart.size()) <= tolerance);
}

bool gradients_agree(const std::vector<double>& a,
                     const std::vector<double>& b, double tolerance)
{
    know_numbers(a, b, tolerance);
    know_errors(a, b, tolerance);
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
