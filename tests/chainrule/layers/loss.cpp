#include "chainrule/layers/loss.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "chainrule/layers/optimizer.hpp"
#include "chainrule/numbers/rational.hpp"
#include "harness/layers.hpp"
#include "harness/saying.hpp"

using namespace chainrule;
using namespace chainrule::layers;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

// One parameter of one number, to follow an optimizer by hand.
template <class T>
struct one_weight {
    explicit one_weight(T value)
    {
        p.value = matrix<T>::Constant(1, 1, value);
        p.slope = matrix<T>::Zero(1, 1);
    }
    template <class Optimizer>
    T after(Optimizer& by, T slope)
    {
        p.slope(0, 0) = slope;
        parameter<T>* all[] = {&p};
        by.step(std::span<parameter<T>* const>(all));
        return p.value(0, 0);
    }
    parameter<T> p;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_loss_suite)

BOOST_AUTO_TEST_CASE(squared_error_by_hand)
{
    const matrix<rational> y{{1, 2}, {3, 4}};
    const matrix<rational> t{{1, 0}, {2, 7}};
    mean_squared_error<rational> loss;
    BOOST_TEST(loss.forward(y, t) == rational(14, 4));
    const auto d = loss.backward();
    BOOST_TEST(d(0, 0) == rational(0));
    BOOST_TEST(d(0, 1) == rational(1));
    BOOST_TEST(d(1, 0) == rational(1, 2));
    BOOST_TEST(d(1, 1) == rational(-3, 2));
}

BOOST_AUTO_TEST_CASE(slopes_of_squared_error_equal_dual_numbers_modulo_p)
{
    const auto y = random_matrix(3, 4);
    const auto t = random_matrix(3, 4);
    mean_squared_error<residue> loss;
    loss.forward(y, t);
    const matrix<residue> dy = loss.backward();
    BOOST_TEST((dy == true_slopes(y, [&](const auto& at) {
                    mean_squared_error<slope> dual_loss;
                    return dual_loss.forward(at, as<slope>(t));
                })));
}

BOOST_AUTO_TEST_CASE(cross_entropy_of_equal_outputs_is_log_of_the_classes)
{
    const matrix<double> z = matrix<double>::Constant(3, 4, 7.0);
    softmax_cross_entropy<double> loss;
    const labels y{0, 1, 3};
    BOOST_TEST(loss.forward(z, y) == std::log(4.0));
    const auto d = loss.backward();
    BOOST_TEST(d(0, 0) == (0.25 - 1) / 3);
    BOOST_TEST(d(0, 1) == 0.25 / 3);
    BOOST_TEST(d(2, 3) == (0.25 - 1) / 3);
}

BOOST_AUTO_TEST_CASE(softmax_does_not_mind_what_is_added_to_a_row)
{
    // Whole numbers, so that the shift itself loses no digit.
    const matrix<double> z{{1, -2, 5}, {0, 3, 3}};
    const matrix<double> shifted = z.array() + 1e6;
    const labels y{1, 2};
    softmax_cross_entropy<double> a;
    softmax_cross_entropy<double> b;
    BOOST_TEST(a.forward(z, y) == b.forward(shifted, y));
    BOOST_TEST(
        (matrix<double>(a.backward()) == matrix<double>(b.backward())));
}

BOOST_AUTO_TEST_CASE(softmax_of_huge_outputs_stays_finite)
{
    const matrix<float> z{{1e30f, 0}, {-1e30f, 0}};
    softmax_cross_entropy<float> loss;
    const labels right{0, 1};
    BOOST_TEST(loss.forward(z, right) == 0.0f);
    BOOST_TEST(loss.backward().allFinite());
}

// 3e38 is nearly the largest float, so that 6e38, the loss, is none. The
// slopes are p - y over N, and p is 1 at the wrong class.
BOOST_AUTO_TEST_CASE(slopes_are_right_where_the_loss_is_too_large_for_a_float)
{
    const matrix<float> z{{3e38f, -3e38f}};
    softmax_cross_entropy<float> loss;
    const labels wrong{1};
    BOOST_TEST(loss.forward(z, wrong) == HUGE_VALF);
    BOOST_TEST((matrix<float>(loss.backward()) == matrix<float>{{1, -1}}));
}

BOOST_AUTO_TEST_CASE(wrong_targets_are_named)
{
    const matrix<double> z = matrix<double>::Zero(2, 3);
    softmax_cross_entropy<double> loss;
    const labels three{0, 1, 2};
    BOOST_CHECK_EXCEPTION(loss.forward(z, three), std::invalid_argument,
                          saying("2 samples, and 3 labels"));
    const labels large{0, 3};
    BOOST_CHECK_EXCEPTION(loss.forward(z, large), std::out_of_range,
                          saying("the label of sample 1 is 3, and there are "
                                 "classes 0 to 2"));
    const labels negative{-1, 0};
    BOOST_CHECK_THROW(loss.forward(z, negative), std::out_of_range);
    mean_squared_error<double> squares;
    const matrix<double> t = matrix<double>::Zero(2, 2);
    BOOST_CHECK_EXCEPTION(
        squares.forward(z, t), std::invalid_argument,
        saying("the outputs are 2 x 3, and the targets are 2 x 2"));
}

BOOST_AUTO_TEST_CASE(a_loss_walks_back_once_for_each_forward)
{
    const matrix<double> z{{1, 2}};
    const matrix<double> t{{0, 0}};
    const labels y{0};
    softmax_cross_entropy<double> entropy;
    mean_squared_error<double> squares;
    const auto refused = saying("backward: no outputs are remembered; call "
                                "forward first");
    BOOST_CHECK_EXCEPTION(entropy.backward(), std::logic_error, refused);
    BOOST_CHECK_EXCEPTION(squares.backward(), std::logic_error, refused);
    entropy.forward(z, y);
    entropy.backward();
    BOOST_CHECK_EXCEPTION(entropy.backward(), std::logic_error, refused);
    squares.forward(z, t);
    squares.backward();
    BOOST_CHECK_EXCEPTION(squares.backward(), std::logic_error, refused);
}

BOOST_AUTO_TEST_CASE(labels_may_change_after_they_were_seen)
{
    const matrix<double> z{{0, 0}};
    softmax_cross_entropy<double> loss;
    labels y{0};
    loss.forward(z, y);
    y[0] = 1;
    BOOST_TEST(loss.backward()(0, 0) == -0.5);
}

BOOST_AUTO_TEST_CASE(an_empty_batch_has_no_loss)
{
    const matrix<double> none(0, 2);
    const labels nobody;
    softmax_cross_entropy<double> entropy;
    mean_squared_error<double> squares;
    BOOST_CHECK_EXCEPTION(
        entropy.forward(none, nobody), std::invalid_argument,
        saying("softmax_cross_entropy: the batch is empty"));
    BOOST_CHECK_EXCEPTION(squares.forward(none, none), std::invalid_argument,
                          saying("mean_squared_error: the batch is empty"));
    const matrix<double> without(2, 0);
    const labels two{0, 0};
    BOOST_CHECK_EXCEPTION(
        squares.forward(without, without), std::invalid_argument,
        saying("mean_squared_error: the batch is empty, 2 x 0; give at "
               "least one sample of at least one number"));
    BOOST_CHECK_EXCEPTION(
        entropy.forward(without, two), std::invalid_argument,
        saying("softmax_cross_entropy: the batch is empty, 2 x 0"));
}

BOOST_AUTO_TEST_CASE(descent_is_weight_minus_rate_times_slope)
{
    one_weight<rational> w(3);
    sgd<rational> by(rational(1, 10));
    BOOST_TEST(w.after(by, 5) == rational(5, 2));
}

// Large enough to be done in parts.
BOOST_AUTO_TEST_CASE(every_weight_of_a_large_matrix_moves_by_its_own_slope)
{
    const int before = layers::threads();
    set_threads(3);
    parameter<double> p{"w", matrix<double>::Zero(500, 200),
                        matrix<double>(500, 200)};
    for (Eigen::Index i = 0; i < p.slope.size(); ++i) {
        p.slope.data()[i] = static_cast<double>(i);
    }
    parameter<double>* all[] = {&p};
    sgd<double> by(2);
    by.step(all);
    set_threads(before);
    BOOST_TEST((p.value == -2 * p.slope));
}

BOOST_AUTO_TEST_CASE(momentum_adds_what_is_left_of_earlier_slopes)
{
    one_weight<rational> w(0);
    momentum<rational> by(rational(1, 10), rational(1, 2));
    BOOST_TEST(w.after(by, 8) == rational(-8, 10));
    BOOST_TEST(w.after(by, 8) == rational(-8 - 12, 10));
    BOOST_TEST(w.after(by, 0) == rational(-8 - 12 - 6, 10));
}

// Algorithm 1 of Kingma and Ba, line by line, beside the one that works on
// matrices.
BOOST_AUTO_TEST_CASE(adam_follows_its_algorithm)
{
    one_weight<double> w(1.0);
    adam<double> by(0.01, 0.9, 0.999);
    double m = 0;
    double v = 0;
    double expected = 1.0;
    for (int t = 1; t <= 20; ++t) {
        const double g = std::sin(t) * 3;
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        expected -= 0.01 * (m / (1 - std::pow(0.9, t))) /
                    (std::sqrt(v / (1 - std::pow(0.999, t))) + 1e-8);
        BOOST_TEST(w.after(by, g) == expected,
                   boost::test_tools::tolerance(1e-13));
    }
}

BOOST_AUTO_TEST_CASE(the_first_step_of_adam_is_the_rate_whatever_the_slope)
{
    for (const double g : {1e-3, 1.0, 1e3}) {
        one_weight<double> w(0);
        adam<double> by(0.01);
        BOOST_TEST(w.after(by, g) == -0.01,
                   boost::test_tools::tolerance(1e-4));
    }
}

BOOST_AUTO_TEST_CASE(settings_that_are_not_given_are_those_of_the_papers)
{
    one_weight<double> a(1);
    one_weight<double> b(1);
    adam<double> as_published(0.001, 0.9, 0.999);
    adam<double> by_default;
    one_weight<rational> c(1);
    one_weight<rational> d(1);
    momentum<rational> nine_tenths(2, rational(9, 10));
    momentum<rational> kept_by_default(2);
    for (const int slope : {3, -1, 4}) {
        BOOST_TEST(a.after(by_default, slope) ==
                   b.after(as_published, slope));
        BOOST_TEST(c.after(kept_by_default, slope) ==
                   d.after(nine_tenths, slope));
    }
}

BOOST_AUTO_TEST_CASE(absurd_settings_are_refused_by_name)
{
    BOOST_CHECK_EXCEPTION(sgd<double>(0), std::invalid_argument,
                          saying("the rate is 0; give a positive number"));
    BOOST_CHECK_THROW(sgd<double>{no_number}, std::invalid_argument);
    BOOST_CHECK_THROW(sgd<double>{HUGE_VAL}, std::invalid_argument);
    BOOST_CHECK_EXCEPTION(
        momentum<double>(0.1, 1.0), std::invalid_argument,
        saying("keep is 1; give a number from 0 to below 1"));
    BOOST_CHECK_THROW(adam<double>(-1), std::invalid_argument);
    BOOST_CHECK_EXCEPTION(adam<double>(0.1, -no_number),
                          std::invalid_argument, saying("keep is nan"));
    BOOST_CHECK_EXCEPTION(adam<double>(0.1, 0.9, -0.5), std::invalid_argument,
                          saying("keep_squares is -0.5"));
}

BOOST_AUTO_TEST_CASE(a_memory_belongs_to_one_network)
{
    momentum<double> by(0.1);
    one_weight<double>(1).after(by, 1);
    parameter<double> other{"w", matrix<double>::Zero(2, 1),
                            matrix<double>::Zero(2, 1)};
    parameter<double>* all[] = {&other};
    BOOST_CHECK_EXCEPTION(by.step(all), std::logic_error,
                          saying("the steps of another network"));
}

BOOST_AUTO_TEST_SUITE_END()
