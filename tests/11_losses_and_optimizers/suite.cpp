#include "losses_and_optimizers.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "bowl.hpp"
#include "chainrule/layers/activation.hpp"
#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/network.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/layers/train.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/rational.hpp"
#include "curvature.hpp"

using namespace chainrule;
using namespace chainrule::losses_and_optimizers;
using boost::test_tools::tolerance;

namespace {

using numbers = std::vector<double>;

// One weight in the optimizers of the layers, to compare with.
template <class Optimizer>
double stepped(Optimizer& by, layers::parameter<double>& p, double dw)
{
    p.slope(0, 0) = dw;
    layers::parameter<double>* all[] = {&p};
    by.step(std::span<layers::parameter<double>* const>(all));
    return p.value(0, 0);
}

std::vector<rational> three_probabilities()
{
    return {rational(1, 8), rational(5, 8), rational(1, 4)};
}

// v = (1 - q^n) / (1 - q) after n slopes of 1, each `turn` times the one
// before. q is what is kept, times `turn`; v is counted along the last slope.
void velocity_after_slopes_of_1(rational turn)
{
    const rational keep(9, 10);
    rational w = 0, v = 0, kept = 1, slope = turn;
    for (int i = 0; i < 20; ++i) {
        slope = slope * turn;
        momentum_step(w, v, slope, rational(1), keep);
        kept = kept * keep * turn;
        BOOST_TEST(v * slope ==
                   (rational(1) - kept) / (rational(1) - keep * turn));
    }
}

layers::matrix<rational> all_of(Eigen::Index rows, Eigen::Index cols,
                                rational value)
{
    return layers::matrix<rational>::Constant(rows, cols, value);
}

layers::parameter<double> one_weight(double w)
{
    return {"w", layers::matrix<double>::Constant(1, 1, w),
            layers::matrix<double>::Zero(1, 1)};
}

}  // namespace

BOOST_AUTO_TEST_CASE(softmax_of_logarithms_by_hand)
{
    const numbers p =
        softmax<double>({std::log(1.0), std::log(2.0), std::log(5.0)});
    BOOST_TEST(p[0] == 0.125, tolerance(1e-15));
    BOOST_TEST(p[1] == 0.25, tolerance(1e-15));
    BOOST_TEST(p[2] == 0.625, tolerance(1e-15));
}

// Without the shift, as the formula stands.
BOOST_AUTO_TEST_CASE(softmax_is_the_formula_for_all_shifts)
{
    for (const double c : {0.0, -3.0, 7.5}) {
        const double a = std::exp(1 + c), b = std::exp(5 + c);
        const numbers p = softmax<double>({1, 5});
        BOOST_TEST(p[0] == a / (a + b), tolerance(1e-14));
        BOOST_TEST(p[1] == b / (a + b), tolerance(1e-14));
    }
}

// Where one exponential is too small for a double and the other too large.
BOOST_AUTO_TEST_CASE(the_loss_is_right_where_the_softmax_is_zero)
{
    BOOST_TEST(softmax<double>({0, 800})[0] == 0.0);
    BOOST_TEST(cross_entropy<double>({0, 800}, 0) == 800.0);
    BOOST_TEST(cross_entropy<double>({0, 800}, 1) == 0.0);
}

BOOST_AUTO_TEST_CASE(the_loss_is_minus_the_logarithm_of_the_softmax)
{
    const numbers z{0.5, -1.25, 2, 0.75};
    for (std::size_t right = 0; right < z.size(); ++right) {
        BOOST_TEST(cross_entropy(z, right) == -std::log(softmax(z)[right]),
                   tolerance(1e-14));
    }
}

BOOST_AUTO_TEST_CASE(equal_outputs_cost_the_logarithm_of_their_number)
{
    for (const double z : {0.0, -3.5, 1000.0}) {
        for (std::size_t classes = 1; classes <= 20; ++classes) {
            BOOST_TEST(cross_entropy(numbers(classes, z), classes - 1) ==
                           std::log(static_cast<double>(classes)),
                       tolerance(1e-14));
        }
    }
}

// The largest exponents that exp takes, in either type.
BOOST_AUTO_TEST_CASE(the_exponential_overflows_above_709_and_above_88)
{
    BOOST_TEST(std::isfinite(std::exp(709.0)));
    BOOST_TEST(std::isinf(std::exp(710.0)));
    BOOST_TEST(std::isfinite(std::exp(88.0f)));
    BOOST_TEST(std::isinf(std::exp(89.0f)));
    const double most = std::exp(709.5);
    BOOST_TEST(most / (most + most) == 0.0);
}

BOOST_AUTO_TEST_CASE(the_exponential_is_zero_below_minus_746)
{
    BOOST_TEST(std::exp(-745.0) > 0.0);
    BOOST_TEST(std::exp(-746.0) == 0.0);
}

// Any table of slopes whose probabilities do not add up to 1 fails here.
BOOST_AUTO_TEST_CASE(the_slopes_by_all_outputs_add_up_to_zero)
{
    const std::vector<rational> p = three_probabilities();
    for (std::size_t right = 0; right < p.size(); ++right) {
        const auto slope = cross_entropy_slope(p, right);
        BOOST_TEST(std::accumulate(slope.begin(), slope.end(), rational(0)) ==
                   rational(0));
    }
}

// Through a softmax that is taken entry by entry, the slope -1/p of the right
// class reaches its own output and no other.
BOOST_AUTO_TEST_CASE(entry_by_entry_the_wrong_classes_get_no_slope)
{
    const std::vector<rational> p = three_probabilities();
    const std::vector<rational> dp{rational(0), rational(-8, 5), rational(0)};
    for (std::size_t i = 0; i < p.size(); ++i) {
        rational all = 0;
        for (std::size_t j = 0; j < p.size(); ++j) {
            const rational one = i == j ? rational(1) : rational(0);
            all = all + dp[j] * p[j] * (one - p[i]);
        }
        BOOST_TEST(all == cross_entropy_slope(p, 1)[i]);
        const rational alone = dp[i] * p[i] * (rational(1) - p[i]);
        BOOST_TEST((alone == rational(0)) == (i != 1));
    }
}

// The slope of 1/2 (p - 1)^2 by z is p (1 - p)^2 up to its sign. Its own
// slope, p (1 - p)^2 (1 - 3 p), changes its sign at 1/3 and nowhere between.
BOOST_AUTO_TEST_CASE(the_squared_error_pulls_hardest_at_one_third)
{
    const auto pull = [](rational p) {
        return p * (rational(1) - p) * (rational(1) - p);
    };
    const rational most = pull(rational(1, 3));
    BOOST_TEST(most == rational(4, 27));
    for (int i = 1; i < 300; ++i) {
        BOOST_TEST((pull(rational(i, 300)) < most || i == 100));
    }
    BOOST_TEST(softmax<double>({-std::log(2.0), 0})[0] == 1.0 / 3,
               tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(the_slope_of_the_cross_entropy_is_that_of_dual_numbers)
{
    const numbers z{0.5, -1.25, 2, 0.75};
    for (std::size_t right = 0; right < z.size(); ++right) {
        const numbers slope = cross_entropy_slope(softmax(z), right);
        for (std::size_t i = 0; i < z.size(); ++i) {
            std::vector<dual<double>> moved(z.begin(), z.end());
            moved[i].slope = 1;
            const auto loss = -log(softmax(moved)[right]);
            BOOST_TEST(slope[i] == loss.slope, tolerance(1e-14));
        }
    }
}

BOOST_AUTO_TEST_CASE(momentum_by_hand)
{
    rational w = 5, v = 0;
    momentum_step(w, v, rational(8), rational(1, 4), rational(1, 2));
    BOOST_TEST(w == rational(3));
    momentum_step(w, v, rational(-2), rational(1, 4), rational(1, 2));
    BOOST_TEST(v == rational(2));
    BOOST_TEST(w == rational(5, 2));
}

BOOST_AUTO_TEST_CASE(equal_slopes_drive_the_velocity_to_one_over_what_is_lost)
{
    velocity_after_slopes_of_1(1);
}

BOOST_AUTO_TEST_CASE(alternating_slopes_halve_the_velocity)
{
    velocity_after_slopes_of_1(-1);
}

// What epsilon adds to the root is all that the factor changes.
BOOST_AUTO_TEST_CASE(adam_does_not_notice_a_factor_of_the_loss)
{
    double w = 1, as_large = 1;
    adam_memory<double> memory, other;
    for (int i = 0; i < 50; ++i) {
        const double dw = std::cos(i) * (i % 5 + 1);
        adam_step(w, memory, dw, 0.05);
        adam_step(as_large, other, 1024 * dw, 0.05);
        BOOST_TEST(w == as_large, tolerance(1e-6));
    }
    BOOST_TEST(w != 1.0);
}

// Means that begin at 0: 0.1 of the slope over the root of 0.001 of its square.
BOOST_AUTO_TEST_CASE(
    without_the_correction_the_first_step_is_three_times_as_long)
{
    double w = 0;
    adam_memory<double> memory;
    adam_step(w, memory, 4.0, 1.0);
    const double uncorrected = memory.m / std::sqrt(memory.s);
    BOOST_TEST(uncorrected / std::abs(w) == std::sqrt(10.0), tolerance(1e-8));
}

BOOST_AUTO_TEST_CASE(the_first_step_of_adam_is_the_rate)
{
    for (const double dw : {1e-4, 3.0, -5e5}) {
        double w = 0;
        adam_memory<double> memory;
        adam_step(w, memory, dw, 0.01);
        BOOST_TEST(std::abs(w) == 0.01, tolerance(2e-4));
        BOOST_TEST((w < 0) == (dw > 0));
    }
}

BOOST_AUTO_TEST_CASE(the_layers_take_the_same_steps)
{
    double w1 = 1, v = 0, w2 = 1;
    adam_memory<double> memory;
    auto p1 = one_weight(1), p2 = one_weight(1);
    layers::momentum<double> by1(0.1, 0.75);
    layers::adam<double> by2(0.05);
    for (int i = 0; i < 30; ++i) {
        const double dw = std::cos(i) * (i % 5 + 1);
        momentum_step(w1, v, dw, 0.1, 0.75);
        adam_step(w2, memory, dw, 0.05);
        BOOST_TEST(stepped(by1, p1, dw) == w1, tolerance(1e-14));
        BOOST_TEST(stepped(by2, p2, dw) == w2, tolerance(1e-12));
    }
}

BOOST_AUTO_TEST_CASE(the_layers_have_the_same_softmax)
{
    const layers::matrix<double> z{{0.5, -1.25, 2}, {100, 101, 99}};
    layers::softmax_cross_entropy<double> loss;
    const layers::labels right{2, 0};
    const double value = loss.forward(z, right);
    const auto d = loss.backward();
    double expected = 0;
    for (Eigen::Index i = 0; i < 2; ++i) {
        const numbers p = softmax<double>({z(i, 0), z(i, 1), z(i, 2)});
        const auto r = static_cast<std::size_t>(right[std::size_t(i)]);
        expected -= std::log(p[r]) / 2;
        const numbers slope = cross_entropy_slope(p, r);
        for (Eigen::Index k = 0; k < 3; ++k) {
            BOOST_TEST(d(i, k) == slope[std::size_t(k)] / 2,
                       tolerance(1e-14));
        }
    }
    BOOST_TEST(value == expected, tolerance(1e-14));
}

// Two over the steepest curvature, from both sides.
BOOST_AUTO_TEST_CASE(plain_steps_settle_below_the_limit_and_not_above)
{
    for (const double share : {0.99, 1.01}) {
        const place end = walk({}, 1000, plain(share * 2 / 25)).back();
        BOOST_TEST((end.loss() < place{}.loss()) == (share < 1));
    }
}

// The steepest direction of 1/2 (25 u^2 + 4 v^2) with u and v turned.
BOOST_AUTO_TEST_CASE(the_steepest_curvature_of_a_bowl_is_found)
{
    const auto slopes = [](const numbers& w) {
        const double u = 0.6 * w[0] + 0.8 * w[1];
        const double v = -0.8 * w[0] + 0.6 * w[1];
        return numbers{0.6 * 25 * u - 0.8 * 4 * v,
                       0.8 * 25 * u + 0.6 * 4 * v};
    };
    BOOST_TEST(steepest_curvature({3, -1}, slopes) == 25.0, tolerance(1e-9));
}

// Five neurons that begin alike are alike after any number of steps, in exact
// arithmetic. One weight that differs is enough to part them.
BOOST_AUTO_TEST_CASE(equal_neurons_stay_equal)
{
    for (const bool one_differs : {false, true}) {
        auto w1 = all_of(2, 5, rational(1, 2));
        if (one_differs) {
            w1(0, 0) = rational(1, 3);
        }
        layers::network<rational> net;
        net.add(layers::dense<rational>(w1))
            .add(layers::relu<rational>())
            .add(layers::dense<rational>(all_of(5, 1, rational(1, 4))));
        const layers::matrix<rational> x{{1, 2}, {3, 1}};
        const layers::matrix<rational> t{{5}, {1}};
        layers::mean_squared_error<rational> loss;
        layers::sgd<rational> by(rational(1, 100));
        for (int i = 0; i < 3; ++i) {
            layers::step<rational>(net, loss, by, x, t);
        }
        const auto& w = net.parameters()[0]->value;
        bool alike = true;
        for (Eigen::Index j = 1; j < 5; ++j) {
            alike = alike && w.col(j) == w.col(0);
        }
        BOOST_TEST(w(0, 4) != rational(1, 2));
        BOOST_TEST(alike == !one_differs);
    }
}

// Over all ways to choose signs, each as likely as any other.
BOOST_AUTO_TEST_CASE(the_variance_of_a_sum_is_the_sum_of_the_variances)
{
    const std::array<int, 10> sizes{1, 1, 1, 1, 1, 2, 2, 3, 3, 5};
    long long squares = 0, variances = 0;
    for (const int size : sizes) {
        variances += size * size;
    }
    for (unsigned signs = 0; signs < 1024; ++signs) {
        long long sum = 0;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            sum += (signs >> i & 1u) != 0 ? sizes[i] : -sizes[i];
        }
        squares += sum * sum;
    }
    BOOST_TEST(squares == 1024 * variances);
}

BOOST_AUTO_TEST_CASE(a_rectifier_halves_the_mean_of_the_squares)
{
    const layers::matrix<rational> z{{1, -1, 2, -2, 7, -7}};
    layers::matrix<rational> a(1, 6);
    layers::relu<rational>().forward(z, a);
    BOOST_TEST(a.squaredNorm() * rational(2) == z.squaredNorm());
}

// Each sample twice: the mean and its slopes stay, a sum would double.
BOOST_AUTO_TEST_CASE(a_sample_that_counts_twice_changes_the_sum_not_the_mean)
{
    const layers::matrix<rational> y{{5}, {1}};
    const layers::matrix<rational> t{{3}, {2}};
    const layers::matrix<rational> yy{{5}, {1}, {5}, {1}};
    const layers::matrix<rational> tt{{3}, {2}, {3}, {2}};
    layers::mean_squared_error<rational> once;
    layers::mean_squared_error<rational> twice;
    const rational mean = once.forward(y, t);
    BOOST_TEST(twice.forward(yy, tt) == mean);
    const layers::matrix<rational> x{{2}, {3}};
    const layers::matrix<rational> xx{{2}, {3}, {2}, {3}};
    const layers::matrix<rational> dw = x.transpose() * once.backward();
    const layers::matrix<rational> dww = xx.transpose() * twice.backward();
    BOOST_TEST(dw(0, 0) == dww(0, 0));
    const layers::matrix<rational> sums = x.transpose() * (y - t);
    const layers::matrix<rational> more = xx.transpose() * (yy - tt);
    BOOST_TEST(more(0, 0) == sums(0, 0) * rational(2));
}

BOOST_AUTO_TEST_CASE(a_price_shrinks_each_weight_before_the_step)
{
    const rational rate(1, 10), price(3), dw(7), w(5);
    const auto priced = [&](dual<rational> v) {
        return dual<rational>(dw) * v +
               dual<rational>(price / rational(2)) * v * v;
    };
    const rational slope = priced({w, rational(1)}).slope;
    BOOST_TEST(w - rate * slope ==
               (rational(1) - rate * price) * w - rate * dw);
}
