#include "chainrule/layers/dense.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/network.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "harness/saying.hpp"
#include "harness/stand_ins.hpp"

using namespace chainrule;
using namespace chainrule::layers;

namespace {

using slope = dual<residue>;

boost::random::mt19937_64 engine(10);

template <class T = residue>
matrix<T> random_matrix(Eigen::Index rows, Eigen::Index cols)
{
    matrix<T> m(rows, cols);
    for (Eigen::Index i = 0; i < m.size(); ++i) {
        m.data()[i] = T(random_residue(engine));
    }
    return m;
}

template <class To, class From>
matrix<To> as(const matrix<From>& m)
{
    return m.unaryExpr([](const From& n) { return To(n); });
}

template <class T>
window<T> all_of(matrix<T>& m)
{
    return {m.data(), m.rows(), m.cols()};
}

// The true slope of a scalar function by each number of a matrix: one run on
// dual numbers for each.
matrix<residue>
true_slopes(const matrix<residue>& at,
            const std::function<slope(const matrix<slope>&)>& f)
{
    matrix<residue> slopes(at.rows(), at.cols());
    for (Eigen::Index i = 0; i < at.size(); ++i) {
        matrix<slope> moved = as<slope>(at);
        moved.data()[i] = variable(at.data()[i]);
        slopes.data()[i] = f(moved).slope;
    }
    return slopes;
}

struct shapes {
    Eigen::Index samples, inputs, outputs;
};
const std::vector<shapes> all_shapes{{1, 1, 1}, {1, 3, 2}, {5, 1, 3},
                                     {4, 3, 1}, {7, 2, 5}, {3, 3, 3}};

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_suite)

BOOST_AUTO_TEST_CASE(one_batch_by_hand)
{
    matrix<rational> w(2, 1);
    w << 3, 5;
    matrix<rational> b(1, 1);
    b << 1;
    dense<rational> layer(w, b);
    matrix<rational> x(2, 2);
    x << 1, 2, 3, 4;
    const auto z = layer.forward(rows_of(x));
    BOOST_TEST(z(0, 0) == rational(14));
    BOOST_TEST(z(1, 0) == rational(30));
    matrix<rational> d(2, 1);
    d << 7, 11;
    const auto dx = layer.backward(all_of(d));
    BOOST_TEST(layer.dw()(0, 0) == rational(1 * 7 + 3 * 11));
    BOOST_TEST(layer.dw()(1, 0) == rational(2 * 7 + 4 * 11));
    BOOST_TEST(layer.db()(0, 0) == rational(7 + 11));
    BOOST_TEST(dx(0, 0) == rational(7 * 3));
    BOOST_TEST(dx(0, 1) == rational(7 * 5));
    BOOST_TEST(dx(1, 0) == rational(11 * 3));
    BOOST_TEST(dx(1, 1) == rational(11 * 5));
}

BOOST_AUTO_TEST_CASE(slopes_of_a_layer_equal_dual_numbers_modulo_p)
{
    for (const shapes& s : all_shapes) {
        const auto x = random_matrix(s.samples, s.inputs);
        const auto w = random_matrix(s.inputs, s.outputs);
        const auto b = random_matrix(1, s.outputs);
        const auto d = random_matrix(s.samples, s.outputs);
        // Any loss that is linear in the outputs has d for its slopes.
        const auto loss = [&](const matrix<slope>& at_x,
                              const matrix<slope>& at_w,
                              const matrix<slope>& at_b) {
            dense<slope, reciprocal> layer(at_w, at_b);
            return layer.forward(rows_of(at_x))
                .cwiseProduct(as<slope>(d))
                .sum();
        };
        dense<residue, reciprocal> layer(w, b);
        layer.forward(rows_of(x));
        matrix<residue> slopes = d;
        const matrix<residue> dx = layer.backward(all_of(slopes));
        BOOST_TEST((dx == true_slopes(x, [&](const auto& at) {
                        return loss(at, as<slope>(w), as<slope>(b));
                    })));
        BOOST_TEST((layer.dw() == true_slopes(w, [&](const auto& at) {
                        return loss(as<slope>(x), at, as<slope>(b));
                    })));
        BOOST_TEST((layer.db() == true_slopes(b, [&](const auto& at) {
                        return loss(as<slope>(x), as<slope>(w), at);
                    })));
    }
}

// Two layers, softmax and cross-entropy, taken together as they train.
BOOST_AUTO_TEST_CASE(slopes_of_a_network_equal_dual_numbers_modulo_p)
{
    const auto x = random_matrix(5, 3);
    const labels y{0, 3, 1, 1, 2};
    std::vector<matrix<residue>> values{
        random_matrix(3, 2), random_matrix(1, 2), random_matrix(2, 4),
        random_matrix(1, 4)};
    const auto build = [](auto& net, const auto& v) {
        using T = typename std::decay_t<decltype(v[0])>::Scalar;
        net.add(dense<T, reciprocal>(v[0], v[1])).add(dense<T>(v[2], v[3]));
    };
    network<residue> net;
    build(net, values);
    softmax_cross_entropy<residue> loss;
    loss.forward(net.forward(rows_of(x)), y);
    net.backward(loss.backward());
    for (std::size_t k = 0; k < values.size(); ++k) {
        const auto truth = true_slopes(values[k], [&](const auto& at) {
            std::vector<matrix<slope>> moved;
            for (const auto& v : values) {
                moved.push_back(as<slope>(v));
            }
            moved[k] = at;
            network<slope> dual_net;
            build(dual_net, moved);
            softmax_cross_entropy<slope> dual_loss;
            const matrix<slope> dual_x = as<slope>(x);
            return dual_loss.forward(dual_net.forward(rows_of(dual_x)), y);
        });
        BOOST_TEST((net.parameters()[k]->slope == truth), "parameter " << k);
    }
}

BOOST_AUTO_TEST_CASE(slopes_of_squared_error_equal_dual_numbers_modulo_p)
{
    const auto y = random_matrix(3, 4);
    const auto t = random_matrix(3, 4);
    mean_squared_error<residue> loss;
    loss.forward(rows_of(y), rows_of(t));
    const matrix<residue> dy = loss.backward();
    const matrix<slope> dual_t = as<slope>(t);
    BOOST_TEST((dy == true_slopes(y, [&](const auto& at) {
                    mean_squared_error<slope> dual_loss;
                    return dual_loss.forward(rows_of(at), rows_of(dual_t));
                })));
}

// <d, J v> = <J^T d, v>: the walk back is the transpose of the derivative,
// whatever direction v the inputs move in.
BOOST_AUTO_TEST_CASE(the_walk_back_is_the_adjoint_of_the_derivative)
{
    const auto x = random_matrix(4, 3);
    const auto v = random_matrix(4, 3);
    const auto w = random_matrix(3, 5);
    auto d = random_matrix(4, 5);
    const matrix<slope> moving = x.binaryExpr(
        v, [](const residue& a, const residue& b) { return slope(a, b); });
    dense<slope, reciprocal> dual_layer(as<slope>(w));
    const matrix<slope> out = dual_layer.forward(rows_of(moving));
    residue left = 0;
    for (Eigen::Index i = 0; i < d.size(); ++i) {
        left += d.data()[i] * out.data()[i].slope;
    }
    dense<residue, reciprocal> layer(w);
    layer.forward(rows_of(x));
    const matrix<residue> dx = layer.backward(all_of(d));
    BOOST_TEST((left == dx.cwiseProduct(v).sum()));
}

BOOST_AUTO_TEST_CASE(activations_and_their_slopes_by_hand)
{
    matrix<double> z(1, 3);
    z << -2, 0, 3;
    const auto run = [&](auto f) {
        using function = decltype(f);
        matrix<double> a = z;
        function::forward(all_of(a));
        matrix<double> d = matrix<double>::Ones(1, 3);
        function::backward(rows_of(std::as_const(a)), all_of(d));
        return std::pair(a, d);
    };
    const auto [relu_a, relu_d] = run(relu());
    BOOST_TEST((relu_a == matrix<double>{{0, 0, 3}}));
    BOOST_TEST((relu_d == matrix<double>{{0, 0, 1}}));
    const auto [id_a, id_d] = run(identity());
    BOOST_TEST((id_a == z));
    BOOST_TEST((id_d == matrix<double>{{1, 1, 1}}));
    const auto [tanh_a, tanh_d] = run(layers::tanh());
    BOOST_TEST(tanh_a(0, 1) == 0.0);
    BOOST_TEST(tanh_d(0, 1) == 1.0);
    BOOST_TEST(tanh_a(0, 2) == std::tanh(3.0),
               boost::test_tools::tolerance(1e-14));
    const auto [sig_a, sig_d] = run(sigmoid());
    BOOST_TEST(sig_a(0, 1) == 0.5);
    BOOST_TEST(sig_d(0, 1) == 0.25);
}

// The slopes in terms of outputs, against dual numbers; the last digits of
// Eigen's tanh and of the library's differ.
BOOST_AUTO_TEST_CASE(slopes_of_smooth_activations_equal_dual_numbers)
{
    const auto check = [](auto f) {
        using function = decltype(f);
        for (double z = -6; z <= 6; z += 0.37) {
            matrix<dual<double>> one{{variable(z)}};
            function::forward(all_of(one));
            matrix<double> a{{one(0, 0).value}};
            matrix<double> d{{1}};
            function::backward(rows_of(std::as_const(a)), all_of(d));
            BOOST_TEST(d(0, 0) == one(0, 0).slope,
                       boost::test_tools::tolerance(1e-11));
        }
    };
    check(layers::tanh());
    check(sigmoid());
}

BOOST_AUTO_TEST_CASE(far_from_zero_nothing_overflows)
{
    matrix<float> z{{-1e4f, 1e4f}};
    sigmoid::forward(all_of(z));
    BOOST_TEST((z == matrix<float>{{0, 1}}));
    z << -1e4f, 1e4f;
    layers::tanh::forward(all_of(z));
    BOOST_TEST((z == matrix<float>{{-1, 1}}));
}

BOOST_AUTO_TEST_CASE(a_smaller_batch_after_a_larger_one_is_right)
{
    const auto w = random_matrix(3, 4);
    dense<residue, reciprocal> used(w);
    for (const Eigen::Index samples : {6, 2, 1, 6, 8, 3}) {
        const auto x = random_matrix(samples, 3);
        const auto d = random_matrix(samples, 4);
        matrix<residue> d1 = d;
        matrix<residue> d2 = d;
        dense<residue, reciprocal> fresh(w);
        BOOST_TEST((matrix<residue>(used.forward(rows_of(x))) ==
                    matrix<residue>(fresh.forward(rows_of(x)))));
        BOOST_TEST((matrix<residue>(used.backward(all_of(d1))) ==
                    matrix<residue>(fresh.backward(all_of(d2)))));
        BOOST_TEST((used.dw() == fresh.dw()));
        BOOST_TEST((used.db() == fresh.db()));
    }
}

BOOST_AUTO_TEST_CASE(several_threads_give_the_same_slopes)
{
    const auto x = random_matrix(70, 40);
    const auto w = random_matrix(40, 30);
    const auto d = random_matrix(70, 30);
    const int before = layers::threads();
    std::vector<matrix<residue>> dw;
    std::vector<matrix<residue>> dx;
    for (const int count : {1, 2, 3}) {
        set_threads(count);
        dense<residue> layer(w);
        layer.forward(rows_of(x));
        matrix<residue> slopes = d;
        dx.emplace_back(layer.backward(all_of(slopes)));
        dw.push_back(layer.dw());
    }
    set_threads(before);
    BOOST_TEST((dw[0] == dw[1] && dw[0] == dw[2]));
    BOOST_TEST((dx[0] == dx[1] && dx[0] == dx[2]));
}

BOOST_AUTO_TEST_CASE(above_the_data_no_slopes_are_handed_on)
{
    const auto x = random_matrix(2, 3);
    auto d = random_matrix(2, 4);
    dense<residue> layer(random_matrix(3, 4));
    layer.forward(rows_of(x));
    BOOST_TEST(layer.backward(all_of(d), below::data).rows() == 0);
    BOOST_TEST((layer.dw() == x.transpose() * d));
}

BOOST_AUTO_TEST_CASE(calls_out_of_order_are_refused)
{
    network<residue> net;
    const auto x = random_matrix(2, 3);
    auto d = random_matrix(2, 4);
    sgd<residue> by(residue(1) / residue(10));
    BOOST_CHECK_EXCEPTION(net.forward(rows_of(x)), std::logic_error,
                          saying("there are no layers"));
    net.add(dense<residue>(random_matrix(3, 4)));
    BOOST_CHECK_EXCEPTION(net.backward(all_of(d)), std::logic_error,
                          saying("network::backward: no inputs"));
    BOOST_CHECK_EXCEPTION(net.update(by), std::logic_error,
                          saying("call backward first"));
    net.forward(rows_of(x));
    net.backward(all_of(d));
    BOOST_CHECK_EXCEPTION(net.backward(all_of(d)), std::logic_error,
                          saying("network::backward: no inputs"));
    net.forward(rows_of(x));
    net.update(by);
    BOOST_CHECK_EXCEPTION(net.update(by), std::logic_error,
                          saying("call backward first"));
    // What was fed to the old weights is forgotten.
    BOOST_CHECK_EXCEPTION(net.backward(all_of(d)), std::logic_error,
                          saying("call forward first"));
}

// The middle layer hands on; only the lowest stands on the data.
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
    net.forward(rows_of(x));
    matrix<residue> slopes = d;
    net.backward(all_of(slopes));
    const matrix<residue> d2 = d * w3.transpose();
    const matrix<residue> d1 = d2 * w2.transpose();
    BOOST_TEST((net.parameters()[4]->slope == (x * w1 * w2).transpose() * d));
    BOOST_TEST((net.parameters()[2]->slope == (x * w1).transpose() * d2));
    BOOST_TEST((net.parameters()[0]->slope == x.transpose() * d1));
}

BOOST_AUTO_TEST_CASE(a_layer_walks_back_once_for_each_forward)
{
    dense<residue> layer(random_matrix(3, 4));
    auto d = random_matrix(2, 4);
    BOOST_CHECK_EXCEPTION(layer.backward(all_of(d)), std::logic_error,
                          saying("call forward first"));
    const auto x = random_matrix(2, 3);
    layer.forward(rows_of(x));
    layer.backward(all_of(d));
    BOOST_CHECK_EXCEPTION(layer.backward(all_of(d)), std::logic_error,
                          saying("call forward first"));
}

BOOST_AUTO_TEST_CASE(shapes_that_do_not_fit_are_named)
{
    BOOST_CHECK_EXCEPTION(dense<residue>(matrix<residue>(0, 3)),
                          std::invalid_argument,
                          saying("the weights are 0 x 3; give at least one"));
    BOOST_CHECK_EXCEPTION(
        dense<residue>(random_matrix(3, 4), random_matrix(1, 3)),
        std::invalid_argument,
        saying("the bias is 1 x 3; for weights of 3 x 4 it must be 1 x 4"));
    BOOST_CHECK_EXCEPTION(dense<double>(matrix<double>{{1, HUGE_VAL}}),
                          std::invalid_argument, saying("is not finite"));
    network<residue> net;
    net.add(dense<residue>(random_matrix(3, 4)));
    BOOST_CHECK_EXCEPTION(
        net.add(dense<residue>(random_matrix(5, 2))), std::invalid_argument,
        saying("layer 2 takes 5 numbers, and the layer below gives 4"));
    const auto wide = random_matrix(2, 5);
    BOOST_CHECK_EXCEPTION(
        net.forward(rows_of(wide)), std::invalid_argument,
        saying("a sample has 5 numbers, and the layer takes 3"));
    const auto x = random_matrix(2, 3);
    net.forward(rows_of(x));
    auto d = random_matrix(3, 4);
    BOOST_CHECK_EXCEPTION(
        net.backward(all_of(d)), std::invalid_argument,
        saying("the slopes are 3 x 4, and the outputs were 2 x 4"));
}

BOOST_AUTO_TEST_CASE(a_walk_that_failed_leaves_nothing_to_use)
{
    network<residue> net;
    net.add(dense<residue>(random_matrix(3, 4)));
    const auto x = random_matrix(2, 3);
    const auto wide = random_matrix(2, 5);
    auto d = random_matrix(2, 4);
    net.forward(rows_of(x));
    BOOST_CHECK_THROW(net.forward(rows_of(wide)), std::invalid_argument);
    BOOST_CHECK_EXCEPTION(net.backward(all_of(d)), std::logic_error,
                          saying("call forward first"));

    net.forward(rows_of(x));
    net.backward(all_of(d));
    net.forward(rows_of(x));
    auto few = random_matrix(1, 4);
    BOOST_CHECK_THROW(net.backward(all_of(few)), std::invalid_argument);
    sgd<residue> by(1);
    BOOST_CHECK_EXCEPTION(net.update(by), std::logic_error,
                          saying("call backward first"));
}

BOOST_AUTO_TEST_SUITE_END()
