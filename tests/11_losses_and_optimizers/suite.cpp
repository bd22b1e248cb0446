#include "losses_and_optimizers.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/rational.hpp"

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

BOOST_AUTO_TEST_CASE(a_shift_of_whole_numbers_changes_no_bit)
{
    BOOST_TEST(softmax<double>({1, 5, 3}) ==
                   softmax<double>({1001, 1005, 1003}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_slope_of_the_cross_entropy_is_that_of_dual_numbers)
{
    const numbers z{0.5, -1.25, 2, 0.75};
    for (std::size_t right = 0; right < z.size(); ++right) {
        const numbers slope = cross_entropy_slope(softmax(z), right);
        BOOST_TEST(std::accumulate(slope.begin(), slope.end(), 0.0) == 0.0,
                   tolerance(1e-15));
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
    rational w = 5;
    rational v = 0;
    momentum_step(w, v, rational(8), rational(1, 4), rational(1, 2));
    BOOST_TEST(w == rational(3));
    momentum_step(w, v, rational(-2), rational(1, 4), rational(1, 2));
    BOOST_TEST(v == rational(2));
    BOOST_TEST(w == rational(5, 2));
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
    double w1 = 1;
    double v = 0;
    double w2 = 1;
    adam_memory<double> memory;
    auto p1 = one_weight(1);
    auto p2 = one_weight(1);
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
    for (const double curvature : {1.0, 25.0, 400.0}) {
        for (const double share : {0.99, 1.01}) {
            double w = 1;
            for (int i = 0; i < 1000; ++i) {
                w -= share * 2 / curvature * curvature * w;
            }
            BOOST_TEST((std::abs(w) < 1) == (share < 1));
        }
    }
}
