#include "chainrule/check/gradient_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <limits>
#include <ostream>
#include <stdexcept>
#include <string>

namespace chainrule {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

// Steps from 1/4 down to 2^-26 of the parameter's size: below that a
// difference in double precision is mostly round-off.
constexpr int largest_step = 2;
constexpr int smallest_step = 26;

// How many units in the last place a function value may be off. A sum of some
// dozens of products stays below.
constexpr double function_noise = 16 * epsilon;

// The estimates are estimates; what they miss is covered by this factor.
constexpr double safety = 8;

struct differences {
    double step;
    double left, right;  // one-sided slopes
    double noise;        // bound of the round-off in each of the slopes

    double central() const { return (left + right) / 2; }
    double jump() const { return std::abs(right - left); }
};

// All differences of one parameter, the largest step first.
std::vector<differences> take(const scalar_function& f, std::vector<double> x,
                              std::size_t i)
{
    const double here = x[i];
    const double size = std::max(1.0, std::abs(here));
    const double middle = f(x);
    std::vector<differences> all;
    for (int k = largest_step; k <= smallest_step; ++k) {
        // What is added, and not what was meant to be added, is the step.
        const double up = here + std::ldexp(size, -k);
        const double h = up - here;
        x[i] = up;
        const double above = f(x);
        x[i] = here - h;
        const double below = f(x);
        const double largest =
            std::max({std::abs(above), std::abs(middle), std::abs(below)});
        all.push_back({h, (middle - below) / h, (above - middle) / h,
                       2 * function_noise * largest / h});
    }
    return all;
}

struct slope {
    double value;
    double error;
};

slope best_slope(const std::vector<differences>& all)
{
    slope best{0, std::numeric_limits<double>::infinity()};
    for (std::size_t k = 0; k + 2 < all.size(); ++k) {
        // Two comparisons, because one may be small by chance.
        const double truncation =
            std::max(std::abs(all[k].central() - all[k + 1].central()),
                     std::abs(all[k + 1].central() - all[k + 2].central()));
        const double error = truncation + all[k + 2].noise;
        if (error < best.error) {
            best = {all[k + 1].central(), error};
        }
    }
    return best;
}

// The jump of a smooth function halves with the step. That of a kink stays,
// at every step down to those that drown in round-off.
const differences* find_kink(const std::vector<differences>& all)
{
    const differences* kink = nullptr;
    int steady = 0;
    for (std::size_t k = 0; k + 1 < all.size(); ++k) {
        if (all[k + 1].jump() < 4 * safety * all[k + 1].noise) {
            break;
        }
        const bool stays = all[k + 1].jump() > 0.75 * all[k].jump();
        steady = stays ? steady + 1 : 0;
        kink = steady >= 6 ? &all[k + 1] : nullptr;
    }
    return kink;
}

parameter_check check_one(const scalar_function& f,
                          std::span<const double> at, double analytic,
                          std::size_t i)
{
    parameter_check c;
    c.index = i;
    c.analytic = analytic;
    const std::vector<double> x(at.begin(), at.end());
    const auto all = take(f, x, i);
    const slope s = best_slope(all);
    // Without a single step at which f is finite, no slope has an error.
    if (!std::isfinite(analytic) || !std::isfinite(s.error)) {
        c.numeric = std::numeric_limits<double>::quiet_NaN();
        c.found = verdict::not_finite;
        return c;
    }
    c.numeric = s.value;
    c.tolerance = safety * s.error;
    c.found = std::abs(analytic - c.numeric) <= c.tolerance ? verdict::ok
                                                            : verdict::wrong;
    if (const differences* kink = find_kink(all)) {
        const auto [low, high] = std::minmax(kink->left, kink->right);
        const double slack = safety * kink->noise + 0.1 * kink->jump();
        c.numeric = analytic < (low + high) / 2 ? low : high;
        c.tolerance = kink->jump();
        c.found = analytic >= low - slack && analytic <= high + slack
                      ? verdict::kink
                      : verdict::wrong;
    }
    return c;
}

// Without a sign bit, so that it is printed as nan and not as -nan.
double unsigned_if_nan(double x)
{
    return std::isnan(x) ? std::abs(x) : x;
}

// Larger is worse.
double badness(const parameter_check& c)
{
    switch (c.found) {
    case verdict::not_finite:
        return std::numeric_limits<double>::infinity();
    case verdict::wrong:
        return 2 + c.relative_error();
    case verdict::kink:
        return 1;
    case verdict::ok:
        break;
    }
    return 0;
}

}  // namespace

const char* name_of(verdict v)
{
    constexpr std::array names = {"ok", "wrong", "kink", "not finite"};
    return names.at(static_cast<std::size_t>(v));
}

double parameter_check::relative_error() const
{
    if (analytic == 0 && numeric == 0) {
        return 0;
    }
    // Of 0 and NaN, std::max gives 0; the distance is NaN all the same.
    return std::abs(analytic - numeric) /
           std::max(std::abs(analytic), std::abs(numeric));
}

bool gradient_report::passed() const
{
    return std::none_of(parameters.begin(), parameters.end(),
                        [](const auto& c) {
                            return c.found == verdict::wrong ||
                                   c.found == verdict::not_finite;
                        });
}

std::ostream& operator<<(std::ostream& out, const gradient_report& report)
{
    const std::ios::fmtflags flags = out.flags();
    const std::streamsize precision = out.precision();
    out << "parameter      analytic       numeric  relative  verdict\n"
        << std::scientific;
    for (const parameter_check& c : report.parameters) {
        out << std::setw(9) << c.index << std::setprecision(5)
            << std::setw(14) << unsigned_if_nan(c.analytic) << std::setw(14)
            << unsigned_if_nan(c.numeric) << std::setprecision(1)
            << std::setw(10) << unsigned_if_nan(c.relative_error()) << "  "
            << name_of(c.found) << "\n";
    }
    out.flags(flags);
    out.precision(precision);
    return out;
}

gradient_report check_gradient(const scalar_function& f,
                               std::span<const double> at,
                               std::span<const double> gradient)
{
    if (at.size() != gradient.size()) {
        throw std::invalid_argument(
            "check_gradient: " + std::to_string(at.size()) +
            " parameters and a gradient of " +
            std::to_string(gradient.size()) + "; they must be as many");
    }
    gradient_report report;
    for (std::size_t i = 0; i < at.size(); ++i) {
        report.parameters.push_back(check_one(f, at, gradient[i], i));
    }
    std::stable_sort(
        report.parameters.begin(), report.parameters.end(),
        [](const auto& a, const auto& b) { return badness(a) > badness(b); });
    return report;
}

}  // namespace chainrule
