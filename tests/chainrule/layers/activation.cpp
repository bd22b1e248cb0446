#include "chainrule/layers/activation.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <stdexcept>

#include "harness/layers.hpp"
#include "harness/saying.hpp"
#include "harness/stand_ins.hpp"

using namespace chainrule;
using namespace chainrule::layers;

BOOST_AUTO_TEST_SUITE(layers_activation_suite)

// Outputs for -2, 0 and 3, and the slopes there.
BOOST_AUTO_TEST_CASE(activations_and_their_slopes_by_hand)
{
    const matrix<double> z{{-2, 0, 3}};
    const matrix<double> ones{{1, 1, 1}};
    relu<double> r;
    BOOST_TEST((outputs_of(r, z) == matrix<double>{{0, 0, 3}}));
    BOOST_TEST((input_slopes_of(r, z, ones) == matrix<double>{{0, 0, 1}}));
    layers::tanh<double> t;
    BOOST_TEST(outputs_of(t, z)(0, 1) == 0.0);
    BOOST_TEST(input_slopes_of(t, z, ones)(0, 1) == 1.0);
    BOOST_TEST(outputs_of(t, z)(0, 2) == std::tanh(3.0),
               boost::test_tools::tolerance(1e-14));
    sigmoid<double> s;
    BOOST_TEST(outputs_of(s, z)(0, 1) == 0.5);
    BOOST_TEST(input_slopes_of(s, z, ones)(0, 1) == 0.25);
}

BOOST_AUTO_TEST_CASE(slopes_of_an_activation_equal_dual_numbers_modulo_p)
{
    const auto z = random_matrix(4, 3);
    const auto d = random_matrix(4, 3);
    reciprocal<residue> layer;
    BOOST_TEST(
        (input_slopes_of(layer, z, d) == true_slopes(z, [&](const auto& at) {
             return outputs_of(reciprocal<slope>(), at)
                 .cwiseProduct(as<slope>(d))
                 .sum();
         })));
}

// The slopes in terms of outputs, against dual numbers; the last digits of
// Eigen's tanh and of the library's differ.
BOOST_AUTO_TEST_CASE(slopes_of_smooth_activations_equal_dual_numbers)
{
    const auto check = [](auto here, const auto& dual_layer) {
        for (double z = -6; z <= 6; z += 0.37) {
            const auto a =
                outputs_of(dual_layer, matrix<dual<double>>{{variable(z)}});
            const auto d = input_slopes_of(here, matrix<double>{{z}},
                                           matrix<double>{{1}});
            BOOST_TEST(d(0, 0) == a(0, 0).slope,
                       boost::test_tools::tolerance(1e-11));
        }
    };
    check(layers::tanh<double>(), layers::tanh<dual<double>>());
    check(sigmoid<double>(), sigmoid<dual<double>>());
}

BOOST_AUTO_TEST_CASE(far_from_zero_nothing_overflows)
{
    const matrix<float> z{{-1e4f, 1e4f}};
    BOOST_TEST((outputs_of(sigmoid<float>(), z) == matrix<float>{{0, 1}}));
    BOOST_TEST(
        (outputs_of(layers::tanh<float>(), z) == matrix<float>{{-1, 1}}));
}

BOOST_AUTO_TEST_CASE(an_activation_has_nothing_to_learn)
{
    BOOST_TEST(relu<double>().parameters().empty());
}

BOOST_AUTO_TEST_CASE(shapes_that_do_not_fit_are_named)
{
    const auto x = random_matrix(2, 3);
    matrix<residue> y(2, 4);
    matrix<residue> small(1, 4);
    reciprocal<residue> each;
    const auto refused = saying("they must have the same shape");
    BOOST_CHECK_EXCEPTION(each.forward(x, y), std::invalid_argument, refused);
    BOOST_CHECK_EXCEPTION(each.backward(y, y, small, y),
                          std::invalid_argument, refused);
    BOOST_CHECK_EXCEPTION(each.backward(y, y, y, small),
                          std::invalid_argument, refused);
}

BOOST_AUTO_TEST_SUITE_END()
