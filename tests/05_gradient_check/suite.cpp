#include "gradient_check.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "bank.hpp"
#include "chainrule/check/gradient_check.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/rational.hpp"

using namespace chainrule;
using namespace chainrule::gradient_check;

namespace {

// The run of the article's Program B, or of one that is mended.
struct run {
    std::vector<comparison<double>> steps;

    explicit run(faults on)
    {
        triple w{0.2333, -0.233, -0.52133};
        for (int step = 0; step < 320; ++step) {
            const double input = step % 2 == 0 ? 1 : -1;
            steps.push_back(checked_step(w, input, -input, on));
        }
    }

    triple apart(double tolerance) const
    {
        triple count{};
        for (const comparison<double>& c : steps) {
            for (std::size_t i = 0; i < 3; ++i) {
                count[i] += agree(c.used[i], c.defined[i], tolerance) ? 0 : 1;
            }
        }
        return count;
    }
};

// The loss of the network with tanh along its first weight.
template <class T>
T bent(const T& w1)
{
    return loss_with_tanh(w1, T(-0.7), T(1.1), T(0.9), T(-0.4));
}

double slope_of_bent(double w1)
{
    return bent(variable(w1)).slope;
}

// The median error over 201 weights.
template <class T, class Difference>
double median_error(Difference difference, double h)
{
    std::vector<double> all;
    for (int i = 0; i <= 200; ++i) {
        const double w1 = 0.3 + 0.005 * i;
        all.push_back(relative_error(
            static_cast<double>(difference(bent<T>, T(w1), T(h))),
            slope_of_bent(w1)));
    }
    std::sort(all.begin(), all.end());
    return all[100];
}

template <class T, class Difference>
int best_power_of_ten(Difference difference)
{
    int best = 0;
    for (int power = -1; power >= -14; --power) {
        if (median_error<T>(difference, std::pow(10, power)) <
            median_error<T>(difference, std::pow(10, best))) {
            best = power;
        }
    }
    return best;
}

// By which power of h the remainder falls from 1e-3 to 1e-5, with a slope
// that is wrong by a share.
double power_of_remainder(double share)
{
    const double g = (1 + share) * slope_of_bent(0.8);
    const auto remainder = [&](double h) {
        return std::abs(bent(0.8 + h) - bent(0.8) - h * g);
    };
    return std::log(remainder(1e-3) / remainder(1e-5)) / std::log(100.0);
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
    // The error is -5/4, times the input 2 and the two other weights.
    const std::array<rational, 3> w{rational(1, 2), {-1, 3}, {3, 4}};
    const std::array<rational, 3> slopes{{{5, 8}, {-15, 16}, {5, 12}}};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto along = [&](const rational& wi) {
            auto moved = w;
            moved[i] = wi;
            return loss_of_article<rational>(moved, 2, 1);
        };
        for (const rational& h : {rational(1000), rational(1), {1, 10000}}) {
            BOOST_TEST(central_difference(along, w[i], h) == slopes[i]);
            BOOST_TEST(forward_difference(along, w[i], h) != slopes[i]);
        }
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

// Catches std::max, which gives 0 for 0 and NaN.
BOOST_AUTO_TEST_CASE(what_is_not_finite_agrees_with_nothing)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    BOOST_TEST(!agree(nan, 1, 1e9));
    BOOST_TEST(!agree(1, nan, 1e9));
    BOOST_TEST(!agree(nan, nan, 1e9));
    BOOST_TEST(!agree(0, nan, 1e9));
    BOOST_TEST(!agree(-0.0, nan, 1e9));
    BOOST_TEST(!agree(nan, 0, 1e9));
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

BOOST_AUTO_TEST_CASE(comparing_sizes_passes_a_wrong_sign)
{
    BOOST_TEST(compares_sizes(loss_at, weights, scaled(truth(weights), -1)));
}

BOOST_AUTO_TEST_CASE(a_fixed_bound_passes_any_small_gradient)
{
    const auto small = [](std::span<const double> w) {
        return 1e-4 * loss_at(w);
    };
    BOOST_TEST(has_absolute_bound(small, weights, {0, 0, 0}));
    BOOST_TEST(has_absolute_bound(small, weights, {1e-3, -1e-3, 1e-3}));
}

BOOST_AUTO_TEST_CASE(a_parameter_that_stays_moved_spoils_the_next)
{
    BOOST_TEST(!never_restores(loss_at, weights, truth(weights)));
}

BOOST_AUTO_TEST_CASE(moving_all_at_once_passes_an_exchange)
{
    const triple g = truth(weights);
    BOOST_TEST(looks_one_way(loss_at, weights, {g[1], g[0], g[2]}));
}

BOOST_AUTO_TEST_CASE(four_programs_differ_as_the_table_says)
{
    const auto table = [](bool stale, bool late) {
        return run({stale, late}).apart(0.01);
    };
    BOOST_TEST((table(true, true) == triple{87, 273, 317}));
    BOOST_TEST((table(true, false) == triple{268, 35, 0}));
    BOOST_TEST((table(false, true) == triple{320, 281, 320}));
    BOOST_TEST((table(false, false) == triple{0, 0, 0}));
}

BOOST_AUTO_TEST_CASE(with_both_mended_all_agree_to_a_millionth)
{
    BOOST_TEST((run({false, false}).apart(1e-6) == triple{0, 0, 0}));
}

BOOST_AUTO_TEST_CASE(two_faults_leave_only_the_error_between_them)
{
    const rational input(17, 10);
    const rational target(-2, 5);
    std::array<rational, 3> w{rational(9, 10), {-7, 10}, {13, 10}};
    const auto error = [&] { return w[2] * w[1] * w[0] * input - target; };
    const rational before = error();
    const auto c = checked_step(w, input, target, {true, true});
    BOOST_TEST(c.used[0] * error() == c.defined[0] * before);
    BOOST_TEST(c.used[1] * error() != c.defined[1] * before);
    BOOST_TEST(c.used[0] == before * w[2] * w[1] * input);
}

BOOST_AUTO_TEST_CASE(a_late_check_shows_the_slope_of_the_next_step)
{
    const run article({true, true});
    for (std::size_t i = 0; i + 1 < article.steps.size(); ++i) {
        BOOST_TEST(agree(article.steps[i].defined[2],
                         article.steps[i + 1].used[2], 1e-6));
    }
}

BOOST_AUTO_TEST_CASE(the_peak_is_where_the_second_weight_passes_zero)
{
    triple w{0.2333, -0.233, -0.52133};
    double peak = 0;
    bool passes = false;
    for (int k = 0; k < 320; ++k) {
        const double before = w[1];
        const double input = k % 2 == 0 ? 1 : -1;
        const auto c = checked_step(w, input, -input, {true, false});
        const double error = relative_error(c.used[0], c.defined[0]);
        if (error > peak) {
            peak = error;
            passes = before < 0 && w[1] > 0;
        }
    }
    BOOST_TEST(passes);
    BOOST_TEST(std::abs(peak - 1.5) < 0.01);
}

BOOST_AUTO_TEST_CASE(the_last_slope_is_never_stale)
{
    for (const bool stale : {true, false}) {
        std::array<rational, 3> w{rational(1, 2), {-1, 3}, {3, 4}};
        const auto c =
            checked_step(w, rational(2), rational(1), {stale, false});
        BOOST_TEST(c.used[2] == c.defined[2]);
        BOOST_TEST((c.used == c.defined) == !stale);
    }
}

BOOST_AUTO_TEST_CASE(the_walk_back_through_tanh_is_that_of_dual_numbers)
{
    using number = dual<double>;
    for (std::size_t i = 0; i < 3; ++i) {
        std::array<number, 3> w{0.9, -0.7, 1.3};
        w[i] = variable(w[i].value);
        const number l = loss_with_tanh<number>(w[0], w[1], w[2], 1.7, -0.4);
        const double slope = slopes_with_tanh(weights, x, t)[i];
        BOOST_TEST(relative_error(l.slope, slope) < 1e-14);
    }
}

BOOST_AUTO_TEST_CASE(the_best_steps_lie_near_the_roots)
{
    const auto forward = [](auto f, auto at, auto h) {
        return forward_difference(f, at, h);
    };
    const auto central = [](auto f, auto at, auto h) {
        return central_difference(f, at, h);
    };
    // The roots are 1.5e-8, 6.1e-6 and, in float, 4.9e-3.
    BOOST_TEST(best_power_of_ten<double>(forward) == -8);
    const int power = best_power_of_ten<double>(central);
    BOOST_TEST((power == -5 || power == -6));
    const int in_float = best_power_of_ten<float>(central);
    BOOST_TEST((in_float == -2 || in_float == -3));
    BOOST_TEST(median_error<float>(central, 1e-4) >
               5 * median_error<float>(central, 1e-3));
    for (double w1 = 0.3; w1 < 1.301; w1 += 0.005) {
        BOOST_TEST(bent(w1) < std::abs(slope_of_bent(w1)));
    }
}

BOOST_AUTO_TEST_CASE(the_taylor_test_is_blind_to_small_errors)
{
    BOOST_TEST(std::abs(power_of_remainder(0) - 2) < 0.01);
    BOOST_TEST(power_of_remainder(0.05) < 1);
    BOOST_TEST(std::abs(power_of_remainder(0.001) - 1.39) < 0.01);
    // What is left is a multiple of h^2, whichever sign the error has.
    BOOST_TEST(std::abs(power_of_remainder(1e-5) - 2) < 0.05);
    BOOST_TEST(std::abs(power_of_remainder(-1e-5) - 2) < 0.05);
    BOOST_TEST(power_of_remainder(-1e-4) < 1.85);
}

BOOST_AUTO_TEST_CASE(a_wave_and_a_sharp_bend_are_refused)
{
    // The first steps are 1/4, 1/8 and so on: whole periods of the wave.
    const double k = 64 * std::acos(-1);
    const auto wave = [&](std::span<const double> p) {
        return std::sin(k * p[0]);
    };
    BOOST_TEST(
        !check_gradient(wave, std::array{0.0}, std::array{k}).passed());
    const auto bend = [](std::span<const double> p) {
        return std::sqrt(p[0] * p[0] + 1e-12);
    };
    const std::array slope{1e-6 / std::sqrt(2e-12)};
    BOOST_TEST(!check_gradient(bend, std::array{1e-6}, slope).passed());
    // Where it bends no more, its slope passes.
    BOOST_TEST(
        check_gradient(bend, std::array{1.0}, std::array{1.0}).passed());
}

BOOST_AUTO_TEST_CASE(a_check_knows_only_the_loss_that_is_there)
{
    const auto without_input = [](std::span<const double> w) {
        return loss_with_tanh(w[0], w[1], w[2], 1.0, t);
    };
    BOOST_TEST(library_check(without_input, weights,
                             slopes_with_tanh(weights, 1.0, t)));
    BOOST_TEST(!library_check(without_input, weights,
                              slopes_with_tanh(weights, x, t)));
}

BOOST_AUTO_TEST_CASE(a_kink_within_the_step_refuses_a_right_gradient)
{
    // The slope at 1e-5 is 1. Up to 1.1e-4, and down to 0.
    const auto corner = [](double v) { return std::max(0.0, v); };
    BOOST_TEST(!agree(central_difference(corner, 1e-5, 1e-4), 1, 0.4));
    BOOST_TEST(agree(central_difference(corner, 1e-3, 1e-4), 1, 1e-9));
}

BOOST_AUTO_TEST_SUITE_END()
