#include "chainrule/layers/dense.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <stdexcept>
#include <vector>

#include "harness/layers.hpp"
#include "harness/saying.hpp"

using namespace chainrule;
using namespace chainrule::layers;

namespace {

struct shapes {
    Eigen::Index samples, inputs, outputs;
};
const std::vector<shapes> all_shapes{{1, 1, 1}, {1, 3, 2}, {5, 1, 3},
                                     {4, 3, 1}, {7, 2, 5}, {3, 3, 3}};

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_suite)

BOOST_AUTO_TEST_CASE(one_batch_by_hand)
{
    dense<residue> layer(matrix<residue>{{3}, {5}}, matrix<residue>{{1}});
    const matrix<residue> x{{1, 2}, {3, 4}};
    BOOST_TEST((outputs_of(layer, x) == matrix<residue>{{14}, {30}}));
    const matrix<residue> dy{{7}, {11}};
    const auto dx = input_slopes_of(layer, x, dy);
    BOOST_TEST(
        (layer.dw() == matrix<residue>{{1 * 7 + 3 * 11}, {2 * 7 + 4 * 11}}));
    BOOST_TEST((layer.db() == matrix<residue>{{7 + 11}}));
    BOOST_TEST((dx == matrix<residue>{{7 * 3, 7 * 5}, {11 * 3, 11 * 5}}));
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
            return outputs_of(dense<slope>(at_w, at_b), at_x)
                .cwiseProduct(as<slope>(d))
                .sum();
        };
        dense<residue> layer(w, b);
        BOOST_TEST((input_slopes_of(layer, x, d) ==
                    true_slopes(x, [&](const auto& at) {
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

// <d, J v> = <J^T d, v>: the walk back is the transpose of the derivative,
// whatever direction v the inputs move in.
BOOST_AUTO_TEST_CASE(the_walk_back_is_the_adjoint_of_the_derivative)
{
    const auto x = random_matrix(4, 3);
    const auto v = random_matrix(4, 3);
    const auto w = random_matrix(3, 5);
    const auto d = random_matrix(4, 5);
    const matrix<slope> moving = x.binaryExpr(
        v, [](const residue& a, const residue& b) { return slope(a, b); });
    const auto out = outputs_of(dense<slope>(as<slope>(w)), moving);
    residue left = 0;
    for (Eigen::Index i = 0; i < d.size(); ++i) {
        left += d.data()[i] * out.data()[i].slope;
    }
    dense<residue> layer(w);
    BOOST_TEST((left == input_slopes_of(layer, x, d).cwiseProduct(v).sum()));
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
        dx.push_back(input_slopes_of(layer, x, d));
        dw.push_back(layer.dw());
    }
    set_threads(before);
    BOOST_TEST((dw[0] == dw[1] && dw[0] == dw[2]));
    BOOST_TEST((dx[0] == dx[1] && dx[0] == dx[2]));
}

BOOST_AUTO_TEST_CASE(slopes_by_the_inputs_are_left_out_if_nobody_needs_them)
{
    const auto x = random_matrix(2, 3);
    const auto d = random_matrix(2, 4);
    dense<residue> layer(random_matrix(3, 4));
    layer.backward(x, outputs_of(layer, x), d, std::nullopt);
    BOOST_TEST((layer.dw() == x.transpose() * d));
}

// The lifetime of what a layer is given ends with the call.
BOOST_AUTO_TEST_CASE(a_layer_remembers_nothing_but_its_parameters)
{
    const auto x = random_matrix(2, 3);
    const auto d = random_matrix(2, 4);
    dense<residue> layer(random_matrix(3, 4));
    outputs_of(layer, random_matrix(5, 3));
    const auto first = input_slopes_of(layer, x, d);
    const auto dw = layer.dw();
    input_slopes_of(layer, random_matrix(7, 3), random_matrix(7, 4));
    BOOST_TEST((input_slopes_of(layer, x, d) == first));
    BOOST_TEST((layer.dw() == dw));
}

BOOST_AUTO_TEST_CASE(some_rows_of_a_matrix_are_a_batch)
{
    const auto all = random_matrix(9, 3);
    dense<residue> layer(random_matrix(3, 4));
    const auto y = outputs_of(layer, all);
    matrix<residue> part(2, 4);
    layer.forward(all.middleRows(5, 2), part);
    BOOST_TEST((part == y.middleRows(5, 2)));
}

BOOST_AUTO_TEST_CASE(a_parameter_knows_its_name)
{
    dense<residue> layer(random_matrix(3, 4));
    BOOST_TEST(layer.parameters()[0].name == "w");
    BOOST_TEST(layer.parameters()[1].name == "b");
}

BOOST_AUTO_TEST_CASE(weights_that_cannot_be_are_named)
{
    BOOST_CHECK_EXCEPTION(dense<residue>(matrix<residue>(0, 3)),
                          std::invalid_argument,
                          saying("the weights are 0 x 3; give at least one"));
    BOOST_CHECK_EXCEPTION(
        dense<residue>(random_matrix(3, 4), random_matrix(1, 3)),
        std::invalid_argument,
        saying("the bias is 1 x 3; for weights of 3 x 4 it must be 1 x 4"));
}

BOOST_AUTO_TEST_CASE(shapes_that_do_not_fit_are_named)
{
    dense<residue> layer(random_matrix(3, 4));
    const auto x = random_matrix(2, 3);
    matrix<residue> y(2, 4);
    BOOST_CHECK_EXCEPTION(
        layer.forward(random_matrix(2, 5), y), std::invalid_argument,
        saying("multiply: 2 x 5 times 3 x 4 does not give 2 x 4"));
    matrix<residue> small(1, 4);
    BOOST_CHECK_EXCEPTION(layer.forward(x, small), std::invalid_argument,
                          saying("does not give 1 x 4"));
    BOOST_CHECK_EXCEPTION(layer.backward(x, y, small, std::nullopt),
                          std::invalid_argument,
                          saying("multiply: 3 x 2 times 1 x 4"));
    matrix<residue> dx(2, 2);
    BOOST_CHECK_EXCEPTION(layer.backward(x, y, y, dx), std::invalid_argument,
                          saying("does not give 2 x 2"));
}

BOOST_AUTO_TEST_SUITE_END()
