#include "one_neuron.hpp"

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <type_traits>
#include <vector>

#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;
using namespace chainrule::one_neuron;

namespace {

const neuron<rational> start{1, -1, {1, 2}};
const sample<rational> one_sample{1, 2, 1};

const std::vector<sample<rational>> and_samples{
    {0, 0, -1}, {0, 1, -1}, {1, 0, -1}, {1, 1, 1}};

template <field T>
T error(const neuron<T>& n, const sample<T>& s)
{
    return estimate(n, s) - s.t;
}

sample<double> in_double(const sample<rational>& s)
{
    return {s.x1.to_double(), s.x2.to_double(), s.t.to_double()};
}

// What a step leaves of the error if all slopes are taken first.
template <field T>
T kept(const sample<T>& s, const T& rate)
{
    return T(1) - rate * (s.x1 * s.x1 + s.x2 * s.x2 + T(1));
}

template <field T>
sample<T> in(const sample<rational>& s)
{
    if constexpr (std::is_same_v<T, double>) {
        return in_double(s);
    } else {
        return s;
    }
}

template <field T>
int right_in_and(const neuron<T>& n)
{
    return static_cast<int>(std::count_if(
        and_samples.begin(), and_samples.end(), [&](const auto& s) {
            return (estimate(n, in<T>(s)) > T(0)) == (s.t > rational(0));
        }));
}

// What is so behind each step of an epoch of AND.
template <field T>
struct behind_steps {
    std::array<int, 4> right;
    std::array<T, 4> loss;
};

template <field T>
behind_steps<T> train_and(neuron<T>& n, const T& rate)
{
    behind_steps<T> seen{};
    for (std::size_t i = 0; i < 4; ++i) {
        n = step(n, in<T>(and_samples[i]), rate);
        seen.right[i] = right_in_and(n);
        for (const auto& s : and_samples) {
            seen.loss[i] = seen.loss[i] + loss(n, in<T>(s)) / T(4);
        }
    }
    return seen;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(one_neuron_suite)

BOOST_AUTO_TEST_CASE(one_step_by_hand_in_fractions)
{
    BOOST_TEST(estimate(start, one_sample) == rational(-1, 2));
    BOOST_TEST(loss(start, one_sample) == rational(9, 8));
    const auto g = slopes(start, one_sample);
    BOOST_TEST(g.dw1 == rational(-3, 2));
    BOOST_TEST(g.dw2 == rational(-3));
    BOOST_TEST(g.db == rational(-3, 2));
    const neuron<rational> next{{23, 20}, {-7, 10}, {13, 20}};
    BOOST_TEST((step(start, one_sample, rational(1, 10)) == next));
}

BOOST_AUTO_TEST_CASE(slopes_are_those_of_dual_numbers)
{
    boost::random::mt19937_64 engine(101);
    using number = dual<residue>;
    for (int probe = 0; probe < 20; ++probe) {
        const auto any = [&] { return random_residue(engine); };
        const neuron<residue> n{any(), any(), any()};
        const sample<residue> s{any(), any(), any()};
        const auto slope = [&](int i) {
            const auto moving = [&](residue v, int k) {
                return number(v, residue(i == k ? 1 : 0));
            };
            return loss(neuron<number>{moving(n.w1, 1), moving(n.w2, 2),
                                       moving(n.b, 3)},
                        sample<number>{moving(s.x1, 0), moving(s.x2, 0),
                                       moving(s.t, 0)})
                .slope;
        };
        const auto g = slopes(n, s);
        BOOST_TEST(g.dw1 == slope(1));
        BOOST_TEST(g.dw2 == slope(2));
        BOOST_TEST(g.db == slope(3));
    }
}

BOOST_AUTO_TEST_CASE(a_step_keeps_the_stated_part_of_the_error)
{
    boost::random::mt19937_64 engine(102);
    for (int probe = 0; probe < 20; ++probe) {
        const auto any = [&] { return random_residue(engine); };
        const neuron<residue> n{any(), any(), any()};
        const sample<residue> s{any(), any(), any()};
        const residue rate = any();
        BOOST_TEST(error(step(n, s, rate), s) == error(n, s) * kept(s, rate));
    }
}

BOOST_AUTO_TEST_CASE(in_turn_each_move_shrinks_the_error_by_its_own_factor)
{
    boost::random::mt19937_64 engine(103);
    for (int probe = 0; probe < 20; ++probe) {
        const auto any = [&] { return random_residue(engine); };
        const neuron<residue> n{any(), any(), any()};
        const sample<residue> s{any(), any(), any()};
        const residue rate = any();
        BOOST_TEST(error(step_in_turn(n, s, rate), s) ==
                   error(n, s) * (1 - rate * s.x1 * s.x1) *
                       (1 - rate * s.x2 * s.x2) * (1 - rate));
    }
}

BOOST_AUTO_TEST_CASE(in_turn_only_the_first_parameter_moves_truly)
{
    const rational rate(1, 6);
    const auto first = step(start, one_sample, rate);
    const auto turn = step_in_turn(start, one_sample, rate);
    BOOST_TEST(turn.w1 == first.w1);
    BOOST_TEST(turn.w2 != first.w2);
    BOOST_TEST(turn.b != first.b);
}

BOOST_AUTO_TEST_CASE(a_sixth_of_the_step_ends_exactly_at_the_target)
{
    BOOST_TEST(error(step(start, one_sample, rational(1, 6)), one_sample) ==
               rational(0));
    BOOST_TEST(error(step_in_turn(start, one_sample, rational(1, 6)),
                     one_sample) == rational(-25, 72));
}

BOOST_AUTO_TEST_CASE(beyond_the_limit_a_step_makes_the_error_larger)
{
    const auto size = [](const rational& rate) {
        const rational e = error(step(start, one_sample, rate), one_sample);
        return e < rational(0) ? -e : e;
    };
    const rational before(3, 2);
    BOOST_TEST(size({332, 1000}) < before);
    BOOST_TEST(size({1, 3}) == before);
    BOOST_TEST(size({334, 1000}) > before);
}

BOOST_AUTO_TEST_CASE(the_best_plane_for_and_has_no_slope_left)
{
    const neuron<rational> best{1, 1, {-3, 2}};
    gradient<rational> sum{0, 0, 0};
    for (const auto& s : and_samples) {
        const auto g = slopes(best, s);
        sum = {sum.dw1 + g.dw1, sum.dw2 + g.dw2, sum.db + g.db};
        BOOST_TEST((estimate(best, s) > rational(0)) == (s.t > rational(0)));
        BOOST_TEST(loss(best, s) == rational(1, 8));
    }
    BOOST_TEST(sum.dw1 == rational(0));
    BOOST_TEST(sum.dw2 == rational(0));
    BOOST_TEST(sum.db == rational(0));
}

BOOST_AUTO_TEST_CASE(training_learns_and_but_never_reaches_zero_loss)
{
    neuron<double> n{0.5, 0.2, 0.3};
    for (int epoch = 0; epoch < 1000; ++epoch) {
        for (const auto& s : and_samples) {
            n = step(n, in_double(s), 0.01);
        }
    }
    BOOST_TEST(n.w1 + n.w2 + n.b > 0);
    BOOST_TEST(n.w1 + n.b < 0);
    BOOST_TEST(n.w2 + n.b < 0);
    BOOST_TEST(n.b < 0);
    // Near the best plane, and not on it: the last sample pulls at the end.
    BOOST_TEST(n.b > -1.55);
    BOOST_TEST(n.b < -1.45);
}

// Each parameter is on the wrong side of the step, so the bracket is above 1.
BOOST_AUTO_TEST_CASE(a_step_along_the_slope_makes_the_error_larger)
{
    const rational along(-1, 10);
    BOOST_TEST(error(step(start, one_sample, along), one_sample) ==
               rational(-12, 5));
}

BOOST_AUTO_TEST_CASE(in_turn_and_is_learned_all_the_same)
{
    neuron<double> n{0.5, 0.2, 0.3};
    for (int epoch = 0; epoch < 1000; ++epoch) {
        for (const auto& s : and_samples) {
            n = step_in_turn(n, in_double(s), 0.01);
        }
    }
    for (const auto& s : and_samples) {
        BOOST_TEST((estimate(n, in_double(s)) > 0) == (s.t > rational(0)));
    }
}

BOOST_AUTO_TEST_CASE(at_a_tenth_and_is_learned_in_four_epochs_and_kept)
{
    neuron<double> n{0.5, 0.2, 0.3};
    for (int epoch = 1; epoch <= 1000; ++epoch) {
        train_and(n, 0.1);
        BOOST_TEST_REQUIRE((right_in_and(n) == 4) == (epoch >= 4));
    }
}

// The epochs come to end at one neuron. From there an epoch in fractions leads
// back to it. The step for (1, 1) has the bracket 1 - 0.9 * 3.
BOOST_AUTO_TEST_CASE(
    at_nine_tenths_and_is_never_learned_and_the_loss_goes_round)
{
    neuron<double> n{0.5, 0.2, 0.3};
    for (int epoch = 1; epoch <= 1000; ++epoch) {
        const auto right = train_and(n, 0.9).right;
        BOOST_TEST_REQUIRE(*std::max_element(right.begin(), right.end()) < 4);
    }
    neuron<rational> end{10, {11, 2}, -6};
    const std::array<rational, 4> losses{
        {{569, 16}, {41, 4}, {407, 16}, {245, 16}}};
    BOOST_TEST(train_and(end, rational(9, 10)).loss == losses,
               boost::test_tools::per_element());
    BOOST_TEST((end == neuron<rational>{10, {11, 2}, -6}));
    BOOST_TEST(std::abs(n.w1 - 10) + std::abs(n.w2 - 5.5) < 1e-9);
    BOOST_TEST(kept(and_samples[3], rational(9, 10)) == rational(-17, 10));
}

// The change of the loss over the rate is minus the sum of the squares of the
// slopes, and something that goes to zero with the rate.
BOOST_AUTO_TEST_CASE(
    a_small_step_lowers_the_loss_by_the_squares_of_the_slopes)
{
    const auto g = slopes(start, one_sample);
    const rational squares = g.dw1 * g.dw1 + g.dw2 * g.dw2 + g.db * g.db;
    for (const rational& rate : {rational(1, 10), {1, 100}, {1, 1000}}) {
        const rational change =
            loss(step(start, one_sample, rate), one_sample) -
            loss(start, one_sample);
        BOOST_TEST(change / rate == -squares + rational(81, 2) * rate);
    }
}

BOOST_AUTO_TEST_CASE(three_slopes_cost_four_multiplications)
{
    using number = counted<rational>;
    const neuron<number> n{number(1), number(-1), number(2)};
    const sample<number> s{number(1), number(2), number(1)};
    const operations cost = count([&] { slopes(n, s); });
    BOOST_TEST(cost.multiplications == 4);
    BOOST_TEST(cost.additions == 3);
}

BOOST_AUTO_TEST_CASE(a_sample_at_its_target_moves_nothing)
{
    const sample<rational> met{3, 5, {-3, 2}};
    BOOST_TEST((step(start, met, rational(1)) == start));
    BOOST_TEST((step_in_turn(start, met, rational(1)) == start));
}

BOOST_AUTO_TEST_SUITE_END()
