#include "autograd.hpp"

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "chainrule/autograd/tape.hpp"
#include "chainrule/chain/train.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;
using namespace chainrule::autograd;

namespace {

// Sixty operations, each on two numbers that are there already, and then the
// sum of all numbers that were not used. So the result depends on all.
template <class T>
T random_formula(unsigned seed, std::vector<T> numbers)
{
    boost::random::mt19937_64 engine(seed);
    const auto any = [&](std::size_t below) {
        return boost::random::uniform_int_distribution<std::size_t>(
            0, below - 1)(engine);
    };
    std::vector<bool> used(numbers.size() + 60);
    for (int i = 0; i < 60; ++i) {
        const std::size_t first = any(numbers.size());
        const std::size_t second = any(numbers.size());
        used[first] = used[second] = true;
        const T a = numbers[first];
        const T b = numbers[second];
        const auto kind = any(3);
        numbers.push_back(kind == 0 ? a + b : kind == 1 ? a - b : a * b);
    }
    T sum = numbers.back();
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
        sum = used[i] ? sum : sum + numbers[i];
    }
    return sum;
}

// The three slips of the chapter.
void set_instead_of_add(const number<rational>& result)
{
    const auto order = topological(result);
    result.at->slope = 1;
    for (auto n = order.rbegin(); n != order.rend(); ++n) {
        for (const auto& operand : (*n)->made_from) {
            operand.from->slope = (*n)->slope * operand.own_slope;
        }
    }
}

void hand_on(node<rational>& n)
{
    for (const auto& operand : n.made_from) {
        operand.from->slope =
            operand.from->slope + n.slope * operand.own_slope;
        hand_on(*operand.from);
    }
}

void hand_on_at_once(const number<rational>& result)
{
    result.at->slope = 1;
    hand_on(*result.at);
}

void without_clearing(const number<rational>& result)
{
    const auto order = topological(result);
    result.at->slope = 1;
    for (auto n = order.rbegin(); n != order.rend(); ++n) {
        for (const auto& operand : (*n)->made_from) {
            operand.from->slope =
                operand.from->slope + (*n)->slope * operand.own_slope;
        }
    }
}

// The slopes of a row of three layers by its weights. `end` makes of the
// estimate what is walked back from.
template <class Walk, class End>
std::array<rational, 3> slopes_of_row(Walk walk, End end)
{
    const std::array<number<rational>, 3> w{rational(2, 3), rational(-5, 7),
                                            rational(11, 4)};
    walk(end(w[2] * (w[1] * (w[0] * number<rational>(3)))));
    return {w[0].at->slope, w[1].at->slope, w[2].at->slope};
}

const auto right = [](const number<rational>& result) { backward(result); };
const auto estimate_itself = [](const number<rational>& e) { return e; };
const auto half_square = [](const number<rational>& e) {
    const auto d = e - number<rational>(4);
    return number<rational>({1, 2}) * d * d;
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_product_of_a_sum_by_hand)
{
    const number<rational> a(3);
    const number<rational> b(4);
    backward((a + b) * a);
    BOOST_TEST(a.at->slope == rational(10));
    BOOST_TEST(b.at->slope == rational(3));
}

BOOST_AUTO_TEST_CASE(a_node_stands_behind_all_that_it_was_made_from)
{
    const number<rational> x(2);
    const auto y = x * x;
    const auto order = topological(y * x + y);
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const auto& operand : order[i]->made_from) {
            const auto found =
                std::find(order.begin(), order.end(), operand.from);
            BOOST_TEST((found - order.begin() < static_cast<long>(i)));
        }
    }
    BOOST_TEST(order.size() == 4u);
}

BOOST_AUTO_TEST_CASE(walking_twice_gives_the_same_as_once)
{
    const number<rational> x(3);
    const auto cube = x * x * x;
    backward(cube);
    backward(cube);
    BOOST_TEST(x.at->slope == rational(27));
}

// Dual numbers go forward, so they share nothing with either walk.
BOOST_AUTO_TEST_CASE(graph_and_tape_equal_dual_numbers_on_random_formulas)
{
    boost::random::mt19937_64 engine(8);
    for (unsigned seed = 0; seed < 200; ++seed) {
        tape<residue> t;
        std::vector<residue> at(4);
        std::vector<number<residue>> nodes;
        std::vector<taped<residue>> entries;
        for (residue& v : at) {
            v = random_residue(engine);
            nodes.emplace_back(v);
            entries.push_back(t.input(v));
        }
        backward(random_formula(seed, nodes));
        t.backward(random_formula(seed, entries));
        for (std::size_t i = 0; i < 4; ++i) {
            std::vector<dual<residue>> moving(at.begin(), at.end());
            moving[i].slope = 1;
            const residue truth = random_formula(seed, moving).slope;
            BOOST_TEST(t.slope(entries[i]) == truth);
            BOOST_TEST(nodes[i].at->slope == truth);
        }
    }
}

// This is why the three slips live long in programs that know rows only.
BOOST_AUTO_TEST_CASE(no_slip_shows_on_a_row)
{
    const auto truth = slopes_of_row(right, estimate_itself);
    BOOST_TEST((slopes_of_row(set_instead_of_add, estimate_itself) == truth));
    BOOST_TEST((slopes_of_row(hand_on_at_once, estimate_itself) == truth));
    BOOST_TEST((slopes_of_row(without_clearing, estimate_itself) == truth));
    // Old slopes show as soon as there is an earlier walk.
    const auto twice = [](const number<rational>& result) {
        without_clearing(result);
        without_clearing(result);
    };
    BOOST_TEST((slopes_of_row(twice, estimate_itself) != truth));
}

BOOST_AUTO_TEST_CASE(set_instead_of_add_halves_the_slopes_of_a_loss)
{
    const auto truth = slopes_of_row(right, half_square);
    const auto slip = slopes_of_row(set_instead_of_add, half_square);
    for (std::size_t i = 0; i < 3; ++i) {
        BOOST_TEST(slip[i] == truth[i] / 2);
    }
}

BOOST_AUTO_TEST_CASE(handing_on_at_once_is_worse_farther_from_the_loss)
{
    const auto truth = slopes_of_row(right, half_square);
    const auto slip = slopes_of_row(hand_on_at_once, half_square);
    BOOST_TEST(slip[2] / truth[2] == rational(2));
    BOOST_TEST(slip[1] / truth[1] == rational(5, 2));
    BOOST_TEST(slip[0] / truth[0] == rational(3));
}

// An input hands nothing on, so it cannot do so too early.
BOOST_AUTO_TEST_CASE(handing_on_at_once_is_right_where_only_inputs_fork)
{
    const number<rational> a(3);
    const number<rational> b(4);
    hand_on_at_once((a + b) * a);
    BOOST_TEST(a.at->slope == rational(10));
    BOOST_TEST(b.at->slope == rational(3));
}

BOOST_AUTO_TEST_CASE(the_new_operations_agree_with_dual_numbers)
{
    const number<double> x(0.7);
    backward(autograd::tanh(x) * x);
    const dual<double> moving(0.7, 1);
    BOOST_TEST(x.at->slope == (tanh(moving) * moving).slope);
    for (const int at_b : {5, 1, 2}) {
        const number<rational> a(2);
        const number<rational> b(at_b);
        backward(larger(a, b) * a);
        BOOST_TEST(a.at->slope == rational(at_b > 2 ? at_b : 4));
        BOOST_TEST(b.at->slope == rational(at_b > 2 ? 2 : 0));
    }
}

BOOST_AUTO_TEST_CASE(the_larger_of_zero_and_a_number_is_the_rectifier)
{
    for (const int z : {-3, 0, 2}) {
        const number<rational> a(z);
        const auto v = larger(number<rational>(0), a);
        backward(v);
        BOOST_TEST(v.at->value == rational(z > 0 ? z : 0));
        BOOST_TEST(a.at->slope == rational(z > 0 ? 1 : 0));
    }
}

BOOST_AUTO_TEST_CASE(an_operation_costs_five_with_its_gradient)
{
    using counting = counted<double>;
    const operations cost = count([] {
        tape<counting> t;
        taped<counting> x = t.input(counting(2));
        for (int i = 0; i < 100; ++i) {
            x = x * x;
        }
        t.backward(x);
    });
    BOOST_TEST(cost.multiplications == 100 + 2 * 100);
    BOOST_TEST(cost.additions == 2 * 100);
}

// 1 / b and -q / b are a division each.
BOOST_AUTO_TEST_CASE(a_quotient_costs_seven_with_its_gradient)
{
    using counting = counted<double>;
    const operations cost = count([] {
        tape<counting> t;
        taped<counting> x = t.input(counting(2));
        for (int i = 0; i < 100; ++i) {
            x = x / x;
        }
        t.backward(x);
    });
    BOOST_TEST(cost.divisions == 3 * 100);
    BOOST_TEST(cost.total() == 7 * 100);
}

// The corners of the square lie on any plane crosswise.
BOOST_AUTO_TEST_CASE(no_neuron_gives_exclusive_or)
{
    boost::random::mt19937_64 engine(80);
    const residue w1 = random_residue(engine);
    const residue w2 = random_residue(engine);
    const residue b = random_residue(engine);
    const auto e = [&](int x1, int x2) {
        return w1 * residue(x1) + w2 * residue(x2) + b;
    };
    BOOST_TEST(e(0, 0) + e(1, 1) == e(0, 1) + e(1, 0));
}

BOOST_AUTO_TEST_CASE(a_weight_that_moves_later_changes_no_slope)
{
    tape<rational> t;
    taped<rational> w1 = t.input(3);
    const taped<rational> input = w1;
    taped<rational> w2 = t.input(5);
    const taped<rational> e = w2 * (w1 * taped<rational>(7));
    w2 = w2 * taped<rational>(100);  // the stale step of chapter 04
    t.backward(e);
    BOOST_TEST(t.slope(input) == rational(5 * 7));
    const number<rational> v1(3);
    const number<rational> v2(5);
    const auto f = v2 * (v1 * number<rational>(7));
    v2.at->value = 500;
    backward(f);
    BOOST_TEST(v1.at->slope == rational(5 * 7));
}

BOOST_AUTO_TEST_CASE(a_row_has_the_slopes_of_the_network)
{
    const std::vector<rational> w{{1, 2}, {-3, 4}, {5, 6}, {7, 8}};
    network<rational> net{std::span<const rational>(w)};
    net.backward(net.forward(3) - rational(2));
    tape<rational> t;
    std::vector<taped<rational>> weights;
    taped<rational> a = 3;
    for (const rational& each : w) {
        weights.push_back(t.input(each));
        a = weights.back() * a;
    }
    const auto d = a - taped<rational>(2);
    t.backward(d * d / taped<rational>(2));
    for (std::size_t i = 0; i < w.size(); ++i) {
        BOOST_TEST(t.slope(weights[i]) == net.at(i).dw());
    }
}

BOOST_AUTO_TEST_CASE(the_articles_network_ends_at_the_same_bits_on_a_tape)
{
    const std::array<sample<double>, 2> samples{{{1, -1}, {-1, 1}}};
    std::array<double, 3> w{0.2333, -0.233, -0.52133};
    network<double> net(w);
    train<double>(net, samples, 0.05, 160, [](auto...) { return true; });
    tape<double> t;
    for (int epoch = 0; epoch < 160; ++epoch) {
        for (const auto& s : samples) {
            t.clear();
            const std::array on_tape{t.input(w[0]), t.input(w[1]),
                                     t.input(w[2])};
            const auto d =
                on_tape[2] * (on_tape[1] * (on_tape[0] * taped(s.x))) -
                taped(s.t);
            t.backward(taped(0.5) * d * d);
            for (std::size_t i = 0; i < 3; ++i) {
                w[i] -= 0.05 * t.slope(on_tape[i]);
            }
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        BOOST_TEST(w[i] == net.at(i).weight());
    }
}
