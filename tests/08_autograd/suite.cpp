#include "autograd.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "chainrule/autograd/tape.hpp"
#include "chainrule/chain/network.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;
using namespace chainrule::autograd;

namespace {

// The slopes of a random graph with forks everywhere, by two ways.
template <class Number, class Input>
Number random_graph(unsigned seed, std::vector<Number>& numbers, Input input)
{
    boost::random::mt19937_64 engine(seed);
    for (int i = 0; i < 3; ++i) {
        numbers.push_back(input(random_residue(engine)));
    }
    for (std::size_t i = 3; i < 40; ++i) {
        const boost::random::uniform_int_distribution<std::size_t> any(0,
                                                                       i - 1);
        const Number a = numbers[any(engine)];
        const Number b = numbers[any(engine)];
        numbers.push_back(i % 3 == 0 ? a + b : i % 3 == 1 ? a - b : a * b);
    }
    return numbers.back();
}

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
        for (const auto& e : order[i]->edges) {
            const auto found = std::find(order.begin(), order.end(), e.to);
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

BOOST_AUTO_TEST_CASE(graph_and_tape_agree_on_random_graphs)
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        std::vector<number<residue>> nodes;
        backward(random_graph<number<residue>>(
            seed, nodes, [](residue v) { return number<residue>(v); }));
        tape<residue> t;
        std::vector<taped<residue>> entries;
        t.backward(random_graph<taped<residue>>(
            seed, entries, [&](residue v) { return t.input(v); }));
        for (std::size_t i = 0; i < 3; ++i) {
            BOOST_TEST(nodes[i].at->slope == t.slope(entries[i]));
        }
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
