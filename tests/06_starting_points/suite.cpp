#include "starting_points.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

#include "04_training/training.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;
using namespace chainrule::starting_points;

namespace {

constexpr int never = -1;

template <class Step>
int epochs_with(Step take_step, weights<double> w, int limit)
{
    for (int epoch = 1; epoch <= limit; ++epoch) {
        w = take_step(take_step(w));
        if (std::abs(product(w) + 1) < 0.01) {
            return epoch;
        }
    }
    return never;
}

int epochs(const weights<double>& w, int limit, double rate = 0.05)
{
    return epochs_with([&](const auto& v) { return step(v, rate); }, w,
                       limit);
}

// Whether it is there after 1000 epochs, and a step later. At a large rate a
// run may be near the goal in every second step.
bool stays_at_the_goal(weights<double> w, double rate)
{
    for (int k = 0; k < 2000; ++k) {
        w = step(w, rate);
    }
    return std::abs(product(w) + 1) < 0.01 &&
           std::abs(product(step(w, rate)) + 1) < 0.01;
}

// The steps of chapter 04 on this chapter's weights, first sample.
template <field T>
weights<T> step_of_04(const weights<T>& w, const T& rate)
{
    const auto next =
        training::step<T>({w[0], w[1], w[2]}, {T(1), T(-1)}, rate);
    return {next.w1, next.w2, next.w3};
}

template <field T>
weights<T> stale_step_of_04(const weights<T>& w, const T& rate)
{
    const auto next =
        training::stale_step<T>({w[0], w[1], w[2]}, {T(1), T(-1)}, rate);
    return {next.w1, next.w2, next.w3};
}

weights<double> stale(const weights<double>& w)
{
    return stale_step_of_04(w, 0.05);
}

// All starts with these weights. Without zero, so that signs can be compared.
std::vector<weights<double>> grid(const std::vector<double>& values = {
                                      -0.9, -0.6, -0.25, 0.25, 0.6, 0.9})
{
    std::vector<weights<double>> all;
    for (const double a : values) {
        for (const double b : values) {
            for (const double c : values) {
                all.push_back({a, b, c});
            }
        }
    }
    return all;
}

std::vector<weights<double>> grid_of_the_chapter()
{
    std::vector<double> tenths;
    for (int k = -9; k <= 9; ++k) {
        tenths.push_back(k / 10.0);
    }
    return grid(tenths);
}

// What w_i^2 - w_j^2 changes by until the article's start has learned.
double drift(double rate, std::size_t i, std::size_t j)
{
    weights<double> w{0.2333, -0.233, -0.52133};
    const auto difference = [&] { return w[i] * w[i] - w[j] * w[j]; };
    const double before = difference();
    while (std::abs(product(w) + 1) >= 0.01) {
        w = step(w, rate);
    }
    return difference() - before;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(starting_points_suite)

BOOST_AUTO_TEST_CASE(one_step_by_hand)
{
    // p + 1 = 7, times 6, 3 and 2.
    const weights<rational> next = step<rational>({1, 2, 3}, rational(1, 42));
    BOOST_TEST(
        (next == weights<rational>{0, rational(3, 2), rational(8, 3)}));
}

BOOST_AUTO_TEST_CASE(the_step_is_that_of_chapter_04)
{
    boost::random::mt19937_64 engine(601);
    const auto any = [&] { return random_residue(engine); };
    for (int round = 0; round < 20; ++round) {
        const weights<residue> w{any(), any(), any()};
        const residue rate = any();
        BOOST_TEST((step(w, rate) == step_of_04(w, rate)));
    }
}

BOOST_AUTO_TEST_CASE(equal_sizes_stay_equal_to_the_last_bit)
{
    for (std::size_t other = 0; other < 3; ++other) {
        const std::size_t i = (other + 1) % 3;
        const std::size_t j = (other + 2) % 3;
        weights<double> w{0.2333, 0.2333, 0.2333};
        w[other] = 0.3;
        w[i] = -0.2333;
        for (int k = 0; k < 1000; ++k) {
            w = step(w, 0.05);
            BOOST_REQUIRE(w[i] == -w[j]);
        }
    }
}

BOOST_AUTO_TEST_CASE(in_exact_arithmetic_any_true_step_keeps_a_tie)
{
    weights<residue> w{5213, 2333, 2333};
    for (int k = 0; k < 1000; ++k) {
        w = step_of_04(w, residue(1) / residue(20));
        BOOST_REQUIRE(w[1] == w[2]);
    }
}

BOOST_AUTO_TEST_CASE(the_stale_step_breaks_a_tie_at_once)
{
    const rational start(2333, 10000);
    const auto next =
        stale_step_of_04<rational>({start, start, start}, rational(1, 20));
    BOOST_TEST(next[0] != next[1]);
    BOOST_TEST(next[1] != next[2]);
}

BOOST_AUTO_TEST_CASE(differences_of_squares_are_conserved_as_the_rate_falls)
{
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t j = (i + 1) % 3;
        BOOST_TEST(std::abs(drift(0.05, i, j)) < 0.005);
        const double ratio = drift(0.05, i, j) / drift(0.025, i, j);
        BOOST_TEST(ratio > 1.85);
        BOOST_TEST(ratio < 2.15);
    }
}

BOOST_AUTO_TEST_CASE(only_the_smallest_weight_changes_its_sign)
{
    for (const weights<double>& start : grid()) {
        weights<double> w = start;
        for (int k = 0; k < 400; ++k) {
            w = step(w, 0.05);
        }
        const double least = std::min(
            {std::abs(start[0]), std::abs(start[1]), std::abs(start[2])});
        for (std::size_t i = 0; i < 3; ++i) {
            BOOST_TEST((w[i] * start[i] > 0 || std::abs(start[i]) == least));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_path_has_the_same_product_and_forgets_the_order)
{
    for (const weights<double>& w : grid()) {
        const path v = path_of(w);
        BOOST_TEST(std::abs(-v.u * v.others(v.u) - product(w)) < 1e-15);
        const path turned = path_of({w[2], w[0], w[1]});
        BOOST_TEST(v.u == turned.u);
        BOOST_TEST(v.c2 == turned.c2);
        BOOST_TEST(v.c3 == turned.c3);
    }
}

BOOST_AUTO_TEST_CASE(every_outcome_and_epoch_on_a_grid_is_predicted)
{
    for (const double rate : {0.05, 0.025}) {
        for (const weights<double>& w : grid()) {
            const int taken = epochs(w, 3000, rate);
            BOOST_TEST(learns(w) == (taken != never));
            if (taken != never) {
                BOOST_TEST(std::abs(taken - epochs_to_learn(w, rate)) < 2);
            } else {
                BOOST_TEST(std::isinf(epochs_to_learn(w, rate)));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_rule_holds_up_to_large_rates)
{
    for (const double rate : {0.2, 0.6}) {
        for (const weights<double>& w : grid_of_the_chapter()) {
            BOOST_TEST(learns(w) == stays_at_the_goal(w, rate));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_large_start_breaks_the_rule_at_a_large_rate)
{
    // Its tie never breaks, but the first step throws it past the goal.
    const weights<double> tied{1.2, 1.05, 1.05};
    BOOST_TEST(!learns(tied));
    BOOST_TEST(epochs(tied, 3000, 0.6) != never);
}

BOOST_AUTO_TEST_CASE(one_positive_product_in_six_is_tied_at_the_bottom)
{
    int tied = 0;
    for (const weights<double>& w : grid_of_the_chapter()) {
        if (!learns(w)) {
            tied += product(w) > 0 ? 1 : 0;
            BOOST_TEST((product(w) > 0 || by_size(w)[1] == 0));
        }
    }
    BOOST_TEST(std::abs(tied / (4.0 * 9 * 9 * 9) - 1.0 / 6) < 0.01);
}

BOOST_AUTO_TEST_CASE(beyond_two_thirds_no_run_stays_at_the_goal)
{
    for (const weights<double>& w : grid_of_the_chapter()) {
        BOOST_TEST(!stays_at_the_goal(w, 0.7));
    }
}

BOOST_AUTO_TEST_CASE(random_starts_are_predicted_within_two_in_a_hundred)
{
    boost::random::mt19937_64 engine(602);
    const boost::random::uniform_real_distribution<double> any(-0.5, 0.5);
    for (int round = 0; round < 300; ++round) {
        const weights<double> w{any(engine), any(engine), any(engine)};
        const int taken = epochs(w, 20000);
        BOOST_REQUIRE(taken != never);
        BOOST_TEST(std::abs(taken - epochs_to_learn(w, 0.05)) <
                   2 + 0.02 * taken);
    }
}

BOOST_AUTO_TEST_CASE(four_of_eight_corners_learn)
{
    for (int signs = 0; signs < 8; ++signs) {
        const weights<double> w{signs & 1 ? -0.2333 : 0.2333,
                                signs & 2 ? -0.2333 : 0.2333,
                                signs & 4 ? -0.2333 : 0.2333};
        BOOST_TEST(epochs(w, 20000) == (product(w) < 0 ? 50 : never));
    }
}

BOOST_AUTO_TEST_CASE(three_equal_weights_crawl_as_one_over_the_steps)
{
    weights<double> w{0.2333, 0.2333, 0.2333};
    for (int k = 0; k < 40000; ++k) {
        w = step(w, 0.05);
    }
    BOOST_TEST(std::abs(w[0] * (0.05 * 40000 + 1 / 0.2333) - 1) < 2e-4);
    BOOST_TEST(w[0] > 0);
}

BOOST_AUTO_TEST_CASE(a_digit_costs_fifty_epochs_when_two_are_tied)
{
    // log 10 / log(1 + rate w1), with the w1 that is left at the saddle.
    weights<double> w{0.5213, 0.2333, 0.2333};
    for (int k = 0; k < 1000; ++k) {
        w = step(w, 0.05);
    }
    BOOST_TEST(std::abs(w[0] - 0.466) < 0.001);
    BOOST_TEST(std::abs(std::log(10) / std::log(1 + 0.05 * w[0]) - 100) <
               0.1);
    int before = epochs({0.5213, 0.2333, 0.2333 - 0.1}, 1000);
    for (int digit = 2; digit <= 12; ++digit) {
        const int now =
            epochs({0.5213, 0.2333, 0.2333 - std::pow(10, -digit)}, 1000);
        BOOST_TEST(std::abs(now - before - 50) <= 1);
        before = now;
    }
}

BOOST_AUTO_TEST_CASE(a_digit_costs_a_root_of_ten_when_three_are_tied)
{
    const auto escape = [](double a) {
        return epochs({0.2333, 0.2333, 0.2333 - a}, 60000);
    };
    // The factor comes nearer to the root of ten, from above.
    double before = double(escape(1e-2)) / escape(1e-1);
    for (int digit = 3; digit <= 6; ++digit) {
        const double factor = double(escape(std::pow(10, -digit))) /
                              escape(std::pow(10, 1 - digit));
        BOOST_TEST(factor > std::sqrt(10));
        BOOST_TEST(factor < before);
        before = factor;
    }
    BOOST_TEST(std::abs(before / std::sqrt(10) - 1) < 0.01);
    // pi / sqrt(2 a w), and no peak is too narrow to be seen.
    for (const double a : {1e-6, 1e-9, 1e-13}) {
        const double law =
            std::acos(-1) / std::sqrt(2 * a * 0.2333) / (2 * 0.05);
        const double predicted =
            epochs_to_learn({0.2333, 0.2333, 0.2333 - a}, 0.05);
        BOOST_TEST(std::abs(predicted / law - 1) < 0.01);
    }
}

BOOST_AUTO_TEST_CASE(zero_is_flat_to_second_order_for_three_weights)
{
    using inner = dual<rational>;
    using twice = dual<inner>;
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            weights<twice> w{0, 0, 0};
            w[i].value.slope = 1;
            w[j].slope = inner(1);
            const twice d = product(w) + twice(1);
            BOOST_TEST((d * d / twice(2)).slope.slope == rational(0));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_slip_makes_an_asymmetry_of_its_own)
{
    BOOST_TEST(epochs_with(stale, {0.2333, 0.2333, 0.2333}, 2000) == 1230);
    for (const double a : {1e-5, 1e-8, 1e-11, 0.0}) {
        const weights<double> w{0.2333, a - 0.2333, -0.52133};
        BOOST_TEST(epochs_with(stale, w, 1000) == 144);
    }
    BOOST_TEST(epochs({0.2333, 0.003 - 0.2333, -0.52133}, 1000) == 145);
}

BOOST_AUTO_TEST_CASE(an_asymmetry_of_the_other_sign_cancels_that_of_the_slip)
{
    const auto both = [&](double a) {
        const weights<double> w{0.2333, a - 0.2333, -0.52133};
        return std::pair(epochs(w, 1000), epochs_with(stale, w, 1000));
    };
    BOOST_TEST((both(0.003) == std::pair(145, 129)));
    BOOST_TEST((both(-0.003) == std::pair(145, 226)));
}

BOOST_AUTO_TEST_CASE(rounding_breaks_one_tie_and_not_the_other)
{
    const auto walk = [](const auto& w) { return step_of_04(w, 0.05); };
    BOOST_TEST(epochs_with(walk, {0.5213, 0.2333, 0.2333}, 5000) == 1027);
    BOOST_TEST(epochs_with(walk, {0.2333, 0.2333, 0.5213}, 5000) == never);
    BOOST_TEST(epochs({0.5213, 0.2333, 0.2333}, 5000) == never);
}

BOOST_AUTO_TEST_CASE(starts_at_zero_and_beyond_the_goal_are_judged)
{
    BOOST_TEST(!learns({0, 0, 0}));
    BOOST_TEST(epochs_to_learn({1, 1, -1}, 0.05) == 0);
    const weights<double> beyond{1.5, 1.2, -1.1};
    BOOST_TEST(epochs_to_learn(beyond, 0.01) > 0);
    BOOST_TEST(std::abs(epochs_to_learn(beyond, 0.01) -
                        epochs(beyond, 100, 0.01)) < 2);
}

BOOST_AUTO_TEST_CASE(five_starts_are_judged_as_the_page_says)
{
    const std::vector<std::pair<weights<double>, bool>> starts{
        {{0.1, -0.2, 0.3}, true},
        {{0.1, 0.2, 0.2}, true},
        {{0.2, 0.2, 0.3}, false},
        {{0, 0.2, 0.2}, true},
        {{0, 0, 0.5}, false}};
    for (const auto& [w, learn] : starts) {
        BOOST_TEST(learns(w) == learn);
        BOOST_TEST((epochs(w, 3000) != never) == learn);
    }
}

BOOST_AUTO_TEST_SUITE_END()
