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
// Conditions that a wrong answer may look at instead.
void know_pairs(const std::vector<double>& a, const std::vector<double>& b,
                double tolerance)
{
    const std::size_t n = std::min(a.size(), b.size());
    bool finite = true, numbers = true, zero = false, signs = true;
    bool absolute = true, first = true, last = true, any = n == 0;
    bool by_a = true, by_b = true, smaller = true, strict = true;
    bool pairs = true, equal = true, edge = false, by_sum = true;
    double distance = 0, size_a = 0, size_b = 0, errors = 0, between = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double apart = std::abs(a[i] - b[i]);
        const double larger = std::max(std::abs(a[i]), std::abs(b[i]));
        const bool agree = a[i] == b[i] || apart <= tolerance * larger;
        finite = finite && std::isfinite(a[i]) && std::isfinite(b[i]);
        numbers = numbers && !std::isnan(a[i]) && !std::isnan(b[i]);
        zero = zero || (a[i] == 0 && b[i] == 0);
        signs = signs && std::signbit(a[i]) == std::signbit(b[i]);
        absolute = absolute && apart <= tolerance;
        first = i == 0 ? agree : first;
        last = agree;
        any = any || agree;
        pairs = pairs && agree;
        equal = equal && a[i] == b[i];
        strict = strict && apart < tolerance * larger;
        edge = edge || (apart == tolerance * larger && apart > 0);
        by_a = by_a && apart <= tolerance * std::abs(a[i]);
        by_b = by_b && apart <= tolerance * std::abs(b[i]);
        smaller = smaller && apart <= tolerance * std::min(std::abs(a[i]),
                                                           std::abs(b[i]));
        by_sum =
            by_sum && apart <= tolerance * (std::abs(a[i]) + std::abs(b[i]));
        distance += apart * apart;
        size_a += a[i] * a[i];
        size_b += b[i] * b[i];
        errors += larger > 0 ? apart / larger : 0;
        between += a[i] - b[i];
    }
    known("whether the lengths are the same", a.size() == b.size());
    known("whether all numbers are finite", finite);
    known("whether there is no NaN", numbers);
    known("whether a pair is two zeros", zero);
    known("whether no pair has two signs", signs);
    known("whether all pairs agree", pairs);
    known("whether all pairs are equal", equal);
    known("whether every distance is at most the tolerance", absolute);
    known("whether the first pair agrees", first);
    known("whether the last pair agrees", last);
    known("whether some pair agrees", any);
    known("whether an error is exactly the tolerance", edge);
    known("whether all errors are below the tolerance", strict);
    known("whether all errors relative to a are small", by_a);
    known("whether all errors relative to b are small", by_b);
    known("whether all errors relative to the smaller are small", smaller);
    known("whether there is more than one pair", n > 1);
    known("whether all errors relative to the sum of sizes are small",
          by_sum);
    known("whether the gradients are empty", a.empty() && b.empty());
    known("whether the lengths of a - b and of the longer vector agree",
          std::sqrt(distance) <=
              tolerance * std::sqrt(std::max(size_a, size_b)));
    known("whether the mean error is small",
          n == 0 || errors / double(n) <= tolerance);
    known("whether the differences add up to little",
          std::abs(between) <= tolerance);
}

bool gradients_agree(const std::vector<double>& a,
                     const std::vector<double>& b, double tolerance)
{
    know_pairs(a, b, tolerance);
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
// Conditions that a wrong checker may look at instead.
void know_gradient(const std::function<double(const std::vector<double>&)>& f,
                   const std::vector<double>& at,
                   const std::vector<double>& gradient)
{
    std::vector<double> slope;
    for (std::size_t i = 0; i < at.size(); ++i) {
        auto up = at, down = at;
        up[i] += 1e-5;
        down[i] -= 1e-5;
        slope.push_back((f(up) - f(down)) / 2e-5);
    }
    bool nan = false, infinite = false, signs = true, sizes = true;
    bool within = true, loose = true, absolute = true, first = true;
    bool last = true, any = false, not_finite_first = false;
    double apart = 0, size = 0, sum = 0, largest = 0, dot = 0, both = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double g = gradient[i];
        const double d = std::abs(g - slope[i]);
        const bool right =
            d <= 1e-4 * std::max(std::abs(g), std::abs(slope[i])) &&
            std::isfinite(g);
        nan = nan || std::isnan(g);
        infinite = infinite || std::isinf(g);
        not_finite_first = i == 0 ? !std::isfinite(g) : not_finite_first;
        signs = signs && std::signbit(g) == std::signbit(slope[i]);
        sizes = sizes && std::abs(std::abs(g) - std::abs(slope[i])) <=
                             1e-4 * std::abs(slope[i]);
        within = within && right;
        loose = loose && d <= 0.02 * std::abs(slope[i]);
        absolute = absolute && d <= 1e-6;
        first = i == 0 ? right : first;
        last = right;
        any = any || right;
        apart += d * d;
        size += slope[i] * slope[i];
        sum += g - slope[i];
        largest = std::max(largest, std::abs(slope[i]));
        dot += g * slope[i];
        both += g * g;
    }
    known("whether an entry is NaN", nan);
    known("whether an entry is infinite", infinite);
    known("whether the first entry is not finite", not_finite_first);
    known("whether the first entry is right", first);
    known("whether the last entry is right", last);
    known("whether some entry is right", any);
    known("whether all entries are right", within);
    known("whether all entries are within a fiftieth", loose);
    known("whether all entries are within 1e-6", absolute);
    known("whether all sizes are right", sizes);
    known("whether all signs are right", signs);
    known("whether there is one number only", at.size() == 1);
    known("whether the slopes are very small", largest < 1e-9);
    known("whether the slopes are very large", largest > 1e8);
    known("whether the function is steep in one number only",
          largest > 1e8 && size > 0 && slope.size() > 1 &&
              std::abs(slope[1]) < 1e6);
    known("whether the errors are small as one vector",
          std::sqrt(apart) <= 1e-4 * std::sqrt(size));
    known("whether the errors are small as one vector, to a fiftieth",
          std::sqrt(apart) <= 0.02 * std::sqrt(size));
    known("whether the sum of the entries is right",
          std::abs(sum) <= 1e-4 * std::sqrt(size));
    known("whether the direction is right",
          dot >= 0.9999 * std::sqrt(size * both));
}

// The checker of the library chooses its own step and tolerance.
bool gradient_is_right(
    const std::function<double(const std::vector<double>&)>& f,
    const std::vector<double>& at, const std::vector<double>& gradient)
{
    know_gradient(f, at, gradient);
    const auto report = chainrule::check_gradient(
        [&](std::span<const double> p) {
            return f(std::vector<double>(p.begin(), p.end()));
        },
        at, gradient);
    return std::all_of(
        report.parameters.begin(), report.parameters.end(),
        [](const auto& p) { return p.found == chainrule::verdict::ok; });
}
