#include "chainrule/chain/network.hpp"

#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "harness/saying.hpp"

using namespace chainrule;

namespace {

constexpr const char* no_input =
    "layer::backward: no input is remembered for this weight; call forward "
    "first";
constexpr const char* no_slope =
    "layer::update: there is no new derivative; call backward first";

network<double> ready_to_update()
{
    network<double> net(std::array{5.0, 3.0, 2.0});
    net.backward(net.forward(7.0));
    return net;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(network_suite)

BOOST_AUTO_TEST_CASE(one_layer_by_hand)
{
    layer<rational> l(3);
    BOOST_TEST(l.forward(5) == rational(15));
    BOOST_TEST(l.backward(2) == rational(6));
    BOOST_TEST(l.dw() == rational(10));
    l.update(rational(1, 10));
    BOOST_TEST(l.weight() == rational(2));
}

BOOST_AUTO_TEST_CASE(three_layers_by_hand)
{
    network<rational> net(std::array<rational, 3>{2, 3, 5});
    BOOST_TEST(net.forward(7) == rational(210));
    BOOST_TEST(net.backward(1) == rational(30));
    BOOST_TEST(net.at(0).dw() == rational(105));
    BOOST_TEST(net.at(1).dw() == rational(70));
    BOOST_TEST(net.at(2).dw() == rational(42));
}

BOOST_AUTO_TEST_CASE(every_slope_is_that_of_dual_numbers_at_any_depth)
{
    boost::random::mt19937_64 engine(701);
    const auto any = [&] { return random_residue(engine); };
    for (std::size_t depth = 1; depth <= 8; ++depth) {
        std::vector<residue> w(depth);
        for (residue& each : w) {
            each = any();
        }
        const residue x = any();
        network<residue> net{std::span<const residue>(w)};
        net.forward(x);
        const residue by_input = net.backward(1);
        for (std::size_t k = 0; k <= depth; ++k) {
            dual<residue> value(x, k == depth ? 1 : 0);
            for (std::size_t i = 0; i < depth; ++i) {
                value = dual<residue>(w[i], i == k ? 1 : 0) * value;
            }
            BOOST_TEST(value.slope ==
                       (k == depth ? by_input : net.at(k).dw()));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_gradient_costs_three_multiplications_a_layer)
{
    using number = counted<double>;
    network<number> net(std::array<number, 5>{2.0, 3.0, 5.0, 7.0, 11.0});
    const operations forward = count([&] { net.forward(number(1.0)); });
    BOOST_TEST(forward.multiplications == 5);
    BOOST_TEST(forward.additions == 0);
    const operations backward = count([&] { net.backward(number(1.0)); });
    BOOST_TEST(backward.multiplications == 10);
    BOOST_TEST(backward.additions == 5);
}

BOOST_AUTO_TEST_CASE(slopes_of_samples_add_up_until_zero_grad)
{
    network<rational> net(std::array<rational, 2>{2, 3});
    net.forward(5);
    net.backward(1);
    net.forward(7);
    net.backward(10);
    BOOST_TEST(net.at(0).dw() == rational(15 + 210));
    BOOST_TEST(net.at(1).dw() == rational(10 + 140));
    net.zero_grad();
    BOOST_TEST(net.at(0).dw() == rational(0));
    net.forward(5);
    net.backward(1);
    BOOST_TEST(net.at(0).dw() == rational(15));
}

BOOST_AUTO_TEST_CASE(backward_needs_a_forward_of_its_own)
{
    network<double> net(std::array{2.0, 3.0});
    BOOST_CHECK_EXCEPTION(net.backward(1), std::logic_error,
                          saying(no_input));
    net.forward(1);
    net.backward(1);
    BOOST_CHECK_EXCEPTION(net.backward(1), std::logic_error,
                          saying(no_input));
    BOOST_TEST(net.at(0).dw() == 3.0);
}

BOOST_AUTO_TEST_CASE(backward_refuses_a_weight_that_has_moved)
{
    network<double> net = ready_to_update();
    net.forward(1);
    net.update(0.01);
    BOOST_CHECK_EXCEPTION(net.backward(1), std::logic_error,
                          saying(no_input));
}

BOOST_AUTO_TEST_CASE(update_needs_a_new_slope)
{
    network<double> net(std::array{2.0, 3.0});
    BOOST_CHECK_EXCEPTION(net.update(0.1), std::logic_error,
                          saying(no_slope));
    net.forward(1);
    BOOST_CHECK_EXCEPTION(net.update(0.1), std::logic_error,
                          saying(no_slope));
    net.backward(1);
    net.update(0.1);
    BOOST_CHECK_EXCEPTION(net.update(0.1), std::logic_error,
                          saying(no_slope));
}

BOOST_AUTO_TEST_CASE(an_update_that_overflows_moves_no_weight)
{
    network<double> net = ready_to_update();
    // The slopes are 8820, 14700 and 22050: only the last step overflows.
    const double rate = 1e304;
    BOOST_TEST(std::isfinite(3.0 - rate * net.at(1).dw()));
    BOOST_CHECK_EXCEPTION(net.update(rate), std::overflow_error,
                          saying("the weight 2 would become -inf"));
    BOOST_TEST(net.at(0).weight() == 5.0);
    BOOST_TEST(net.at(1).weight() == 3.0);
    BOOST_TEST(net.at(2).weight() == 2.0);
    // And it can be tried again with a better rate.
    net.update(0.001);
    BOOST_TEST(net.at(2).weight() != 2.0);
}

BOOST_AUTO_TEST_CASE(an_empty_network_is_refused)
{
    BOOST_CHECK_EXCEPTION(network<double>(std::span<const double>()),
                          std::invalid_argument,
                          saying("network: there are no layers"));
}

BOOST_AUTO_TEST_CASE(a_weight_that_is_not_finite_is_refused)
{
    for (const double w : {std::numeric_limits<double>::infinity(),
                           std::numeric_limits<double>::quiet_NaN()}) {
        BOOST_CHECK_EXCEPTION(layer<double>{w}, std::invalid_argument,
                              saying("layer: the weight is"));
        BOOST_CHECK_EXCEPTION(network<double>(std::array{1.0, w}),
                              std::invalid_argument,
                              saying("give a finite number"));
    }
}

BOOST_AUTO_TEST_CASE(a_layer_that_is_not_there_is_refused)
{
    const network<double> net(std::array{2.0, 3.0});
    BOOST_TEST(net.size() == 2u);
    BOOST_CHECK_THROW(net.at(2), std::out_of_range);
}

BOOST_AUTO_TEST_SUITE_END()
