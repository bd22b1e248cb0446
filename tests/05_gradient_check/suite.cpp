#include "gradient_check.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "chainrule/check/gradient_check.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/rational.hpp"

using namespace chainrule;
using namespace chainrule::gradient_check;

namespace {

using triple = std::array<double, 3>;

constexpr triple weights{0.9, -0.7, 1.3};
constexpr double x = 1.7;
constexpr double t = -0.4;
constexpr double rate = 0.06;

double loss_at(std::span<const double> w)
{
    return loss_of_article(w[0], w[1], w[2], x, t);
}

// What mistakes are made from: the layers' outputs and the error.
struct pass {
    double w1, w2, w3, y, z, e, d;
};

pass run_forward(const triple& w)
{
    const double y = w[0] * x;
    const double z = w[1] * y;
    const double e = w[2] * z;
    return {w[0], w[1], w[2], y, z, e, e - t};
}

triple truth(const triple& w)
{
    const pass p = run_forward(w);
    return {p.d * p.w3 * p.w2 * x, p.d * p.w3 * p.y, p.d * p.z};
}

triple scaled(const triple& g, double factor)
{
    return {factor * g[0], factor * g[1], factor * g[2]};
}

struct mistake {
    const char* name;
    triple gradient;
};

// Twenty wrong gradients of three scalar layers, as learners write them.
std::vector<mistake> mistakes()
{
    const auto [w1, w2, w3, y, z, e, d] = run_forward(weights);
    const triple g = truth(weights);
    const double new_w3 = w3 - rate * d * z;
    const double new_w2 = w2 - rate * d * new_w3 * y;
    const triple next{w1 - rate * g[0], w2 - rate * g[1], w3 - rate * g[2]};
    const double thresholded = (e > 0 ? 1 : -1) - t;
    return {
        {"stale weights", {d * new_w3 * new_w2 * x, d * new_w3 * y, d * z}},
        {"walking forwards", {d * x, d * w1 * y, d * w1 * w2 * z}},
        {"own weight twice", {g[0] * w1, g[1] * w2, g[2] * w3}},
        {"both of these",
         {d * w1 * w3 * x, d * w1 * w2 * w3 * y, d * w1 * w2 * w3 * w3 * z}},
        {"sign flipped", scaled(g, -1)},
        {"forgotten half", scaled(g, 2)},
        {"error missing", scaled(g, 1 / d)},
        {"loss for its derivative", scaled(g, d / 2)},
        {"input missing", {g[0] / x, g[1], g[2]}},
        {"output for input", {d * w3 * w2 * y, d * w3 * z, d * e}},
        {"skipped link", {d * w2 * x, d * y, g[2]}},
        {"delta rule everywhere", {d * x, d * y, g[2]}},
        {"swapped partials", {d * w3 * w2 * w1, d * w3 * w2, d * w3}},
        {"sums for products", {(d + w3 + w2) * x, (d + w3) * y, g[2]}},
        {"weight off by one", {d * w2 * w1 * x, d * w2 * y, g[2]}},
        {"first layer frozen", {0, g[1], g[2]}},
        {"last layer only", {0, 0, g[2]}},
        {"rate applied twice", scaled(g, rate)},
        {"thresholded output", scaled(g, thresholded / d)},
        {"gradient after the step", truth(next)},
    };
}

// A checker says whether a gradient of a function is right.
using checker = std::function<bool(const scalar_function&, triple, triple)>;

bool library_check(const scalar_function& f, triple at, triple gradient)
{
    return check_gradient(f, at, gradient).passed();
}

double slope_along(const scalar_function& f, triple at, std::size_t i,
                   double h)
{
    triple up = at;
    triple down = at;
    up[i] += h;
    down[i] -= h;
    return (f(up) - f(down)) / (2 * h);
}

// Four checkers with a defect each, as found in programs in use.
bool compares_sizes(const scalar_function& f, triple at, triple g)
{
    for (std::size_t i = 0; i < 3; ++i) {
        const double slope = slope_along(f, at, i, 1e-5);
        if (!agree(std::abs(g[i]), std::abs(slope), 1e-6)) {
            return false;
        }
    }
    return true;
}

bool has_absolute_bound(const scalar_function& f, triple at, triple g)
{
    for (std::size_t i = 0; i < 3; ++i) {
        if (!(std::abs(g[i] - slope_along(f, at, i, 1e-5)) < 1e-2)) {
            return false;
        }
    }
    return true;
}

bool never_restores(const scalar_function& f, triple at, triple g)
{
    for (std::size_t i = 0; i < 3; ++i) {
        const double h = 1e-5;
        at[i] += h;
        const double up = f(at);
        at[i] -= 2 * h;
        const double down = f(at);
        if (!agree((up - down) / (2 * h), g[i], 1e-6)) {
            return false;
        }
    }
    return true;
}

bool looks_one_way(const scalar_function& f, triple at, triple g)
{
    triple up = at;
    triple down = at;
    for (std::size_t i = 0; i < 3; ++i) {
        up[i] += 1e-5;
        down[i] -= 1e-5;
    }
    return agree((f(up) - f(down)) / 2e-5, g[0] + g[1] + g[2], 1e-6);
}

// A function and a gradient, and whether the two belong together.
struct exhibit {
    scalar_function f;
    triple at, gradient;
    bool right;
};

std::vector<exhibit> bank()
{
    std::vector<exhibit> all{{loss_at, weights, truth(weights), true}};
    for (const mistake& m : mistakes()) {
        all.push_back({loss_at, weights, m.gradient, false});
    }
    // The same network in small: a bound that is not relative sees nothing.
    const auto small = [](std::span<const double> w) {
        return 1e-4 * loss_at(w);
    };
    all.push_back({small, weights, scaled(truth(weights), 1e-4), true});
    all.push_back({small, weights, {0, 0, 0}, false});
    // Two slopes exchanged: their sum is what it was.
    const triple g = truth(weights);
    all.push_back({loss_at, weights, {g[1], g[0], g[2]}, false});
    return all;
}

int misjudged(const checker& check)
{
    int count = 0;
    for (const exhibit& e : bank()) {
        count += check(e.f, e.at, e.gradient) == e.right ? 0 : 1;
    }
    return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gradient_check_suite)

BOOST_AUTO_TEST_CASE(differences_of_a_cube_by_hand)
{
    // (x + h)^3 at 2 with h = 1: 27 - 8 ahead, (27 - 1) / 2 to both sides.
    const auto cube = [](const rational& v) { return v * v * v; };
    BOOST_TEST(forward_difference<rational>(cube, 2, 1) == rational(19));
    BOOST_TEST(central_difference<rational>(cube, 2, 1) == rational(13));
}

BOOST_AUTO_TEST_CASE(truncation_errors_are_those_of_the_page)
{
    // x^3 has f'' = 6x and f''' = 6 and no more terms but h^2 ahead.
    const auto cube = [](const rational& v) { return v * v * v; };
    const rational slope = 12;
    for (const rational& h : {rational(1), {1, 10}, {-1, 100}}) {
        BOOST_TEST(forward_difference<rational>(cube, 2, h) - slope ==
                   6 * h + h * h);
        BOOST_TEST(central_difference<rational>(cube, 2, h) - slope == h * h);
    }
}

BOOST_AUTO_TEST_CASE(central_differences_of_the_article_are_exact)
{
    const auto along = [](const rational& w) {
        return loss_of_article<rational>({1, 2}, w, {3, 4}, 2, 1);
    };
    const rational w(-1, 3);
    const rational slope =
        along(w) == rational(25, 32) ? rational(-15, 16) : rational(0);
    for (const rational& h : {rational(1000), rational(1), {1, 10000}}) {
        BOOST_TEST(central_difference(along, w, h) == slope);
        BOOST_TEST(forward_difference(along, w, h) != slope);
    }
}

BOOST_AUTO_TEST_CASE(relative_error_has_no_scale)
{
    BOOST_TEST(relative_error(1, 2) == 0.5);
    BOOST_TEST(relative_error(2e-300, 1e-300) == 0.5);
    BOOST_TEST(relative_error(-1, 1) == 2.0);
    BOOST_TEST(relative_error(0, 0) == 0.0);
    BOOST_TEST(relative_error(0, 1e-300) == 1.0);
}

BOOST_AUTO_TEST_CASE(what_is_not_finite_agrees_with_nothing)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    BOOST_TEST(!agree(nan, 1, 1e9));
    BOOST_TEST(!agree(1, nan, 1e9));
    BOOST_TEST(!agree(nan, nan, 1e9));
    BOOST_TEST(!agree(infinity, infinity, 1e9));
    BOOST_TEST(!agree(infinity, 1, 1e9));
    BOOST_TEST(agree(0, 0, 0));
}

BOOST_AUTO_TEST_CASE(tanh_error_falls_with_the_square_of_the_step)
{
    const auto f = [](auto w) {
        using T = decltype(w);
        return loss_with_tanh<T>(w, T(-0.7), T(1.1), T(0.9), T(-0.4));
    };
    const double slope = f(variable(0.8)).slope;
    const auto error = [&](double h) {
        return relative_error(central_difference<double>(f, 0.8, h), slope);
    };
    const double order = std::log10(error(1e-2) / error(1e-3));
    BOOST_TEST(order > 1.95);
    BOOST_TEST(order < 2.05);
    // And round-off takes over: far smaller steps are worse.
    BOOST_TEST(error(1e-13) > error(1e-5));
}

BOOST_AUTO_TEST_CASE(the_truth_passes_and_twenty_mistakes_do_not)
{
    BOOST_TEST(library_check(loss_at, weights, truth(weights)));
    BOOST_TEST(mistakes().size() == 20u);
    for (const mistake& m : mistakes()) {
        BOOST_TEST(!library_check(loss_at, weights, m.gradient), m.name);
    }
}

BOOST_AUTO_TEST_CASE(no_two_mistakes_are_the_same_gradient_but_one_pair)
{
    // On a chain without bias a layer's output is its weight times its
    // input, so "own weight twice" and "output for input" coincide.
    const auto all = mistakes();
    int pairs = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            bool same = true;
            for (std::size_t j = 0; j < 3; ++j) {
                same = same && relative_error(all[i].gradient[j],
                                              all[k].gradient[j]) < 1e-12;
            }
            pairs += same ? 1 : 0;
        }
    }
    BOOST_TEST(pairs == 1);
}

BOOST_AUTO_TEST_CASE(the_librarys_checker_misjudges_nothing)
{
    BOOST_TEST(misjudged(library_check) == 0);
}

BOOST_AUTO_TEST_CASE(each_broken_checker_is_caught_by_the_bank)
{
    BOOST_TEST(misjudged(compares_sizes) > 0);
    BOOST_TEST(misjudged(has_absolute_bound) > 0);
    BOOST_TEST(misjudged(never_restores) > 0);
    BOOST_TEST(misjudged(looks_one_way) > 0);
    BOOST_TEST(misjudged([](auto&&...) { return true; }) > 0);
    BOOST_TEST(misjudged([](auto&&...) { return false; }) > 0);
}

BOOST_AUTO_TEST_SUITE_END()
