#include "chainrule/layers/network.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "harness/layers.hpp"
#include "harness/saying.hpp"
#include "harness/stand_ins.hpp"

using namespace chainrule;
using namespace chainrule::layers;

namespace {

network<residue> one_layer(const matrix<residue>& w)
{
    network<residue> net;
    net.add(dense<residue>(w));
    return net;
}

template <class T>
network<T> two_layers(const std::vector<matrix<T>>& v)
{
    network<T> net;
    net.add(dense<T>(v[0], v[1]))
        .add(reciprocal<T>())
        .add(dense<T>(v[2], v[3]));
    return net;
}

std::vector<matrix<residue>> random_values()
{
    return {random_matrix(3, 2), random_matrix(1, 2), random_matrix(2, 4),
            random_matrix(1, 4)};
}

const auto no_forward = saying("there are no outputs of these weights; call "
                               "forward first");
const auto no_backward = saying("there are no new slopes; call backward "
                                "first");

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_network_suite)

// Only the lowest layer stands on the data.
BOOST_AUTO_TEST_CASE(three_layers_equal_what_their_products_say)
{
    const auto x = random_matrix(2, 3);
    const auto w1 = random_matrix(3, 4);
    const auto w2 = random_matrix(4, 2);
    const auto w3 = random_matrix(2, 5);
    const auto d = random_matrix(2, 5);
    network<residue> net;
    net.add(dense<residue>(w1)).add(dense<residue>(w2));
    net.add(dense<residue>(w3));
    BOOST_TEST((matrix<residue>(net.forward(x)) ==
                product(product(product(x, w1), w2), w3)));
    net.backward(x, d);
    const auto d2 = product<residue>(d, w3.transpose());
    const auto d1 = product<residue>(d2, w2.transpose());
    const auto y1 = product(x, w1);
    const auto y2 = product(y1, w2);
    BOOST_TEST(
        (net.parameters()[4]->slope == product<residue>(y2.transpose(), d)));
    BOOST_TEST(
        (net.parameters()[2]->slope == product<residue>(y1.transpose(), d2)));
    BOOST_TEST(
        (net.parameters()[0]->slope == product<residue>(x.transpose(), d1)));
}

// A batch of all samples is the mean of the steps of each.
BOOST_AUTO_TEST_CASE(a_batch_is_the_mean_of_its_samples)
{
    const matrix<residue> x{{1, 2}, {3, -1}, {0, 5}};
    const matrix<residue> t{{1}, {0}, {2}};
    const matrix<residue> w{{2}, {-3}};
    const auto slope_of = [&](Eigen::Index first, Eigen::Index count) {
        network<residue> net;
        net.add(dense<residue>(w));
        mean_squared_error<residue> loss;
        const auto batch = x.middleRows(first, count);
        loss.forward(net.forward(batch), t.middleRows(first, count));
        net.backward(batch, loss.backward());
        return net.parameters()[0]->slope;
    };
    const matrix<residue> sum =
        slope_of(0, 1) + slope_of(1, 1) + slope_of(2, 1);
    BOOST_TEST((slope_of(0, 3) == sum / residue(3)));
}

BOOST_AUTO_TEST_CASE(a_smaller_batch_after_a_larger_one_is_right)
{
    const auto values = random_values();
    auto used = two_layers(values);
    for (const Eigen::Index samples : {6, 2, 1, 6, 8, 3}) {
        const auto x = random_matrix(samples, 3);
        const auto d = random_matrix(samples, 4);
        auto fresh = two_layers(values);
        BOOST_TEST((matrix<residue>(used.forward(x)) ==
                    matrix<residue>(fresh.forward(x))));
        used.backward(x, d);
        fresh.backward(x, d);
        for (std::size_t k = 0; k < values.size(); ++k) {
            BOOST_TEST((used.parameters()[k]->slope ==
                        fresh.parameters()[k]->slope));
        }
    }
}

// Both batches are gone when the call that was given them returns.
BOOST_AUTO_TEST_CASE(nothing_has_to_outlive_a_call)
{
    const auto w = random_matrix(3, 4);
    const auto x = random_matrix(2, 3);
    const auto d = random_matrix(2, 4);
    auto net = one_layer(w);
    net.forward(matrix<residue>(x));
    net.backward(matrix<residue>(x), matrix<residue>(d));
    BOOST_TEST(
        (net.parameters()[0]->slope == product<residue>(x.transpose(), d)));
}

BOOST_AUTO_TEST_CASE(names_count_the_layers_from_1)
{
    const auto net = two_layers(random_values());
    std::vector<std::string> names;
    for (const auto* p : net.parameters()) {
        names.push_back(p->name);
    }
    BOOST_TEST(names ==
                   (std::vector<std::string>{"1.w", "1.b", "3.w", "3.b"}),
               boost::test_tools::per_element());
    BOOST_TEST(net.inputs() == 3);
    BOOST_TEST(net.outputs() == 4);
}

BOOST_AUTO_TEST_CASE(calls_out_of_order_are_refused)
{
    network<residue> net;
    const auto x = random_matrix(2, 3);
    const auto d = random_matrix(2, 4);
    sgd<residue> by(residue(1) / residue(10));
    const auto no_layers = saying("there are no layers; add one");
    BOOST_CHECK_EXCEPTION(net.forward(x), std::logic_error, no_layers);
    BOOST_CHECK_EXCEPTION(net.backward(x, d), std::logic_error, no_layers);
    net.add(dense<residue>(random_matrix(3, 4)));
    BOOST_CHECK_EXCEPTION(net.backward(x, d), std::logic_error, no_forward);
    BOOST_CHECK_EXCEPTION(net.update(by), std::logic_error, no_backward);
    net.forward(x);
    net.backward(x, d);
    BOOST_CHECK_EXCEPTION(net.backward(x, d), std::logic_error, no_forward);
}

BOOST_AUTO_TEST_CASE(one_step_is_for_one_backward)
{
    auto net = one_layer(random_matrix(3, 4));
    const auto x = random_matrix(2, 3);
    const auto d = random_matrix(2, 4);
    sgd<residue> by(residue(1) / residue(10));
    net.forward(x);
    net.backward(x, d);
    net.forward(x);
    net.update(by);
    BOOST_CHECK_EXCEPTION(net.update(by), std::logic_error, no_backward);
    // The outputs are of the weights before the step.
    BOOST_CHECK_EXCEPTION(net.backward(x, d), std::logic_error, no_forward);
}

// Chapter 04's stale step: slopes of some weights, used on others.
BOOST_AUTO_TEST_CASE(new_weights_make_the_outputs_and_the_slopes_useless)
{
    auto net = one_layer(random_matrix(3, 4));
    const auto x = random_matrix(2, 3);
    const auto d = random_matrix(2, 4);
    const auto others = net.values();
    net.forward(x);
    net.set_values(others);
    BOOST_CHECK_EXCEPTION(net.backward(x, d), std::logic_error, no_forward);
    net.forward(x);
    net.backward(x, d);
    net.set_values(others);
    sgd<residue> by(residue(1) / residue(10));
    BOOST_CHECK_EXCEPTION(net.update(by), std::logic_error, no_backward);
    net.forward(x);
    net.add(dense<residue>(random_matrix(4, 4)));
    BOOST_CHECK_EXCEPTION(net.backward(x, d), std::logic_error, no_forward);
}

BOOST_AUTO_TEST_CASE(only_an_update_or_set_values_can_change_a_weight)
{
    using one = decltype(*std::declval<network<residue>&>().parameters()[0]);
    static_assert(std::is_const_v<std::remove_reference_t<one>>);
    auto net = one_layer(random_matrix(3, 4));
    const matrix<residue> w = random_matrix(3, 4);
    const matrix<residue> b = random_matrix(1, 4);
    net.set_values({w, b});
    BOOST_TEST((net.parameters()[0]->value == w));
    BOOST_TEST((net.values()[1] == b));
}

BOOST_AUTO_TEST_CASE(values_that_do_not_fit_change_nothing)
{
    auto net = one_layer(random_matrix(3, 4));
    const auto before = net.values();
    BOOST_CHECK_EXCEPTION(
        net.set_values({random_matrix(3, 4)}), std::invalid_argument,
        saying("network::set_values: 1 values for 2 parameters"));
    BOOST_CHECK_EXCEPTION(
        net.set_values({random_matrix(3, 4), random_matrix(1, 3)}),
        std::invalid_argument,
        saying("network::set_values: 1.b is 1 x 4, and its new value 1 x 3"));
    BOOST_TEST((net.values() == before));
}

BOOST_AUTO_TEST_CASE(backward_is_for_the_batch_that_forward_was_given)
{
    auto net = one_layer(random_matrix(3, 4));
    const auto x = random_matrix(2, 3);
    const auto d = random_matrix(2, 4);
    net.forward(x);
    BOOST_CHECK_EXCEPTION(
        net.backward(random_matrix(1, 3), d), std::invalid_argument,
        saying("the inputs are 1 x 3, and forward was given 2 x 3"));
    matrix<residue> overwritten = x;
    overwritten(0, 2) += residue(1);
    BOOST_CHECK_EXCEPTION(
        net.backward(overwritten, d), std::invalid_argument,
        saying("the first sample is not the one that forward was given"));
    net.backward(x, d);
    BOOST_TEST(
        (net.parameters()[0]->slope == product<residue>(x.transpose(), d)));
}

BOOST_AUTO_TEST_CASE(an_empty_batch_moves_nothing)
{
    auto net = one_layer(random_matrix(3, 4));
    const matrix<residue> none(0, 3);
    BOOST_TEST(net.forward(none).rows() == 0);
    net.backward(none, matrix<residue>(0, 4));
    BOOST_TEST((net.parameters()[0]->slope == matrix<residue>::Zero(3, 4)));
}

BOOST_AUTO_TEST_CASE(shapes_that_do_not_fit_are_named)
{
    network<residue> net;
    BOOST_CHECK_EXCEPTION(net.add(reciprocal<residue>()),
                          std::invalid_argument,
                          saying("layer 1 does not say how many numbers"));
    net.add(dense<residue>(random_matrix(3, 4))).add(reciprocal<residue>());
    BOOST_CHECK_EXCEPTION(
        net.add(dense<residue>(random_matrix(5, 2))), std::invalid_argument,
        saying("layer 3 takes 5 numbers, and the layer below gives 4"));
    BOOST_CHECK_EXCEPTION(
        net.forward(random_matrix(2, 5)), std::invalid_argument,
        saying("a sample has 5 numbers, and the network takes 3"));
    const auto x = random_matrix(2, 3);
    net.forward(x);
    BOOST_CHECK_EXCEPTION(
        net.backward(x, random_matrix(3, 4)), std::invalid_argument,
        saying("the slopes are 3 x 4, and the outputs were 2 x 4"));
}

BOOST_AUTO_TEST_CASE(a_walk_that_failed_leaves_nothing_to_use)
{
    auto net = one_layer(random_matrix(3, 4));
    const auto x = random_matrix(2, 3);
    const auto d = random_matrix(2, 4);
    net.forward(x);
    BOOST_CHECK_THROW(net.forward(random_matrix(2, 5)),
                      std::invalid_argument);
    BOOST_CHECK_EXCEPTION(net.backward(x, d), std::logic_error, no_forward);

    net.forward(x);
    net.backward(x, d);
    net.forward(x);
    BOOST_CHECK_THROW(net.backward(x, random_matrix(1, 4)),
                      std::invalid_argument);
    sgd<residue> by(1);
    BOOST_CHECK_EXCEPTION(net.update(by), std::logic_error, no_backward);
}

BOOST_AUTO_TEST_CASE(a_network_that_was_moved_away_has_no_layers)
{
    auto net = one_layer(random_matrix(3, 4));
    const auto x = random_matrix(2, 3);
    net.forward(x);
    auto other = std::move(net);
    BOOST_CHECK_EXCEPTION(net.backward(x, random_matrix(2, 4)),
                          std::logic_error, saying("there are no layers"));
    BOOST_CHECK_NO_THROW(other.backward(x, random_matrix(2, 4)));
}

BOOST_AUTO_TEST_SUITE_END()
