#include "chainrule/autograd/tape.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <stdexcept>

#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;

static_assert(field<taped<double>>);
static_assert(analytic<taped<double>>);
static_assert(ordered_field<taped<rational>>);
static_assert(!ordered_field<taped<residue>>);
static_assert(field<taped<rational>> && !analytic<taped<rational>>);

BOOST_AUTO_TEST_CASE(a_product_of_a_sum_by_hand)
{
    tape<rational> t;
    const auto a = t.input(3);
    const auto b = t.input(4);
    const auto f = (a + b) * a;
    t.backward(f);
    BOOST_TEST(f.value() == rational(21));
    BOOST_TEST(t.slope(a) == rational(10));
    BOOST_TEST(t.slope(b) == rational(3));
    BOOST_TEST(t.slope(f) == rational(1));
    BOOST_TEST(t.size() == 4u);
}

BOOST_AUTO_TEST_CASE(every_operation_agrees_with_dual_numbers)
{
    const auto f = [](const auto& x, const auto& y) {
        auto z = x / y - y * x + (-x);
        z += y;
        z -= x * x;
        z *= y;
        z /= x;
        return z;
    };
    const rational x(3, 2);
    const rational y(-5, 7);
    tape<rational> t;
    const auto a = t.input(x);
    const auto b = t.input(y);
    const auto result = f(a, b);
    t.backward(result);
    const auto by_x = f(dual<rational>(x, 1), dual<rational>(y, 0));
    const auto by_y = f(dual<rational>(x, 0), dual<rational>(y, 1));
    BOOST_TEST(result.value() == by_x.value);
    BOOST_TEST(t.slope(a) == by_x.slope);
    BOOST_TEST(t.slope(b) == by_y.slope);
}

BOOST_AUTO_TEST_CASE(smooth_functions_agree_with_dual_numbers)
{
    const auto f = [](const auto& x) {
        using std::exp;
        using std::log;
        using std::sqrt;
        using std::tanh;
        return exp(tanh(x)) * log(x) + sqrt(x);
    };
    tape<double> t;
    const auto x = t.input(0.7);
    t.backward(f(x));
    // Both are right up to rounding, in another order.
    BOOST_TEST(t.slope(x) == f(dual<double>(0.7, 1.0)).slope,
               boost::test_tools::tolerance(1e-14));
}

// A comparison that looked at anything but the values would take the other
// branch.
BOOST_AUTO_TEST_CASE(a_branch_has_the_slopes_of_the_side_that_was_taken)
{
    const auto relu = [](const auto& z) { return 0 < z ? z : z - z; };
    tape<rational> t;
    const auto x = t.input(3);
    const auto y = t.input(-4);
    t.backward(relu(x) * relu(x) + relu(y));
    BOOST_TEST(t.slope(x) == rational(6));
    BOOST_TEST(t.slope(y) == rational(0));
    t.backward(std::max(x, y) * taped<rational>(5));
    BOOST_TEST(t.slope(x) == rational(5));
    BOOST_TEST(t.slope(y) == rational(0));
    t.backward(std::min(x, y) * taped<rational>(5));
    BOOST_TEST(t.slope(x) == rational(0));
    BOOST_TEST(t.slope(y) == rational(5));
}

BOOST_AUTO_TEST_CASE(walking_twice_gives_the_same_as_once)
{
    tape<rational> t;
    const auto x = t.input(3);
    const auto cube = x * x * x;
    t.backward(cube);
    t.backward(cube);
    BOOST_TEST(t.slope(x) == rational(27));
}

BOOST_AUTO_TEST_CASE(a_result_in_the_middle_has_slopes_of_its_own)
{
    tape<rational> t;
    const auto x = t.input(3);
    const auto square = x * x;
    const auto cube = square * x;
    t.backward(square);
    BOOST_TEST(t.slope(x) == rational(6));
    BOOST_TEST(t.slope(cube) == rational(0));
    t.backward(cube);
    BOOST_TEST(t.slope(square) == rational(3));
}

BOOST_AUTO_TEST_CASE(what_a_result_does_not_depend_on_has_slope_zero)
{
    tape<rational> t;
    const auto x = t.input(3);
    const auto y = t.input(4);
    t.backward(x * x);
    BOOST_TEST(t.slope(y) == rational(0));
}

BOOST_AUTO_TEST_CASE(constants_are_on_no_tape)
{
    tape<rational> t;
    const auto x = t.input(3);
    const taped<rational> two = 2;
    BOOST_TEST((two * two).value() == rational(4));
    BOOST_TEST(t.size() == 1u);
    t.backward(two * x - two);
    BOOST_TEST(t.slope(x) == rational(2));
    BOOST_CHECK_THROW(t.slope(two), std::logic_error);
    BOOST_CHECK_THROW(t.backward(two * two), std::logic_error);
}

BOOST_AUTO_TEST_CASE(numbers_of_two_tapes_are_kept_apart)
{
    tape<rational> t;
    tape<rational> other;
    const auto x = t.input(3);
    const auto y = other.input(4);
    BOOST_CHECK_THROW(x * y, std::logic_error);
    BOOST_CHECK_THROW(t.backward(y), std::logic_error);
    t.backward(x);
    BOOST_CHECK_THROW(t.slope(y), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_slope_before_backward_is_refused)
{
    tape<rational> t;
    const auto x = t.input(3);
    BOOST_CHECK_EXCEPTION(t.slope(x), std::logic_error, [](const auto& e) {
        return std::string(e.what()).find("backward was not called") !=
               std::string::npos;
    });
    t.backward(x * x);
    const auto later = x + x;
    BOOST_CHECK_THROW(t.slope(later), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_cleared_tape_begins_anew)
{
    tape<rational> t;
    const auto old = t.input(3);
    t.backward(old * old);
    t.clear();
    BOOST_TEST(t.size() == 0u);
    const auto x = t.input(5);
    BOOST_CHECK_THROW(t.slope(x), std::logic_error);
    t.backward(x * x);
    BOOST_TEST(t.slope(x) == rational(10));
}
