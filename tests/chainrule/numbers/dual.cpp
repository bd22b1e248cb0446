#include "chainrule/numbers/dual.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <complex>
#include <sstream>
#include <stdexcept>
#include <string>

#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;

namespace {

template <field T>
T power(const T& x, int n)
{
    return n == 0 ? T(1) : x * power(x, n - 1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dual_numbers)

BOOST_AUTO_TEST_CASE(field_axioms_hold_for_1000_random_triples)
{
    boost::random::mt19937_64 engine(301);
    const auto any = [&] {
        const residue value = random_residue(engine);
        return dual<residue>(value, random_residue(engine));
    };
    for (int i = 0; i < 1000; ++i) {
        const auto a = any(), b = any(), c = any();
        BOOST_TEST(a + b == b + a);
        BOOST_TEST(a * b == b * a);
        BOOST_TEST((a + b) + c == a + (b + c));
        BOOST_TEST((a * b) * c == a * (b * c));
        BOOST_TEST(a * (b + c) == a * b + a * c);
        BOOST_TEST(a + 0 == a);
        BOOST_TEST(a * 1 == a);
        BOOST_TEST(a + -a == dual<residue>(0));
        BOOST_TEST(a - b == a + -b);
        BOOST_TEST(b * (1 / b) == dual<residue>(1));
        BOOST_TEST(a / b == a * (1 / b));
    }
}

BOOST_AUTO_TEST_CASE(a_constant_has_slope_0_and_a_variable_slope_1)
{
    BOOST_TEST(dual<rational>(7).slope == rational(0));
    BOOST_TEST(dual<rational>(rational(1, 2)).slope == rational(0));
    BOOST_TEST(dual<rational>().value == rational(0));
    BOOST_TEST(variable(rational(1, 2)) == dual<rational>(rational(1, 2), 1));
}

BOOST_AUTO_TEST_CASE(powers_have_the_slope_of_the_textbook_exactly)
{
    for (int n = 1; n <= 20; ++n) {
        for (const rational& x : {rational(2), rational(-3, 7)}) {
            const auto y = power(variable(x), n);
            BOOST_TEST(y.value == power(x, n));
            BOOST_TEST(y.slope == n * power(x, n - 1));
            BOOST_TEST((1 / y).slope == -n / power(x, n + 1));
        }
    }
}

BOOST_AUTO_TEST_CASE(product_quotient_and_chain_rule_hold_exactly)
{
    const rational x(3, 5);
    const auto u = [](const auto& t) { return t * t - 2 * t + 5; };
    const auto v = [](const auto& t) { return 3 - t * t * t; };
    const rational du = 2 * x - 2, dv = -3 * x * x;
    const auto t = variable(x);
    BOOST_TEST((u(t) + v(t)).slope == du + dv);
    BOOST_TEST((u(t) - v(t)).slope == du - dv);
    BOOST_TEST((-u(t)).slope == -du);
    BOOST_TEST((u(t) * v(t)).slope == du * v(x) + u(x) * dv);
    BOOST_TEST((u(t) / v(t)).slope ==
               (du * v(x) - u(x) * dv) / (v(x) * v(x)));
    BOOST_TEST(u(v(t)).slope == (2 * v(x) - 2) * dv);
    BOOST_TEST(u(v(t)).value == u(v(x)));
}

BOOST_AUTO_TEST_CASE(a_dual_of_duals_gives_the_second_derivative)
{
    const auto x = variable(variable(rational(2)));
    BOOST_TEST((x * x * x).slope.slope == rational(12));
    BOOST_TEST((1 / x).slope.slope == rational(1, 4));
}

BOOST_AUTO_TEST_CASE(compound_assignment_is_the_operation)
{
    const dual<rational> b(rational(2, 3), 5);
    dual<rational> a(7, -1);
    BOOST_TEST((a += b) == dual<rational>(7, -1) + b);
    BOOST_TEST((a -= b) == dual<rational>(7, -1));
    BOOST_TEST((a *= b) == dual<rational>(7, -1) * b);
    BOOST_TEST((a /= b) == dual<rational>(7, -1));
}

BOOST_AUTO_TEST_CASE(elementary_functions_have_their_known_slopes,
                     *boost::unit_test::tolerance(1e-12))
{
    boost::random::mt19937_64 engine(302);
    boost::random::uniform_real_distribution<double> from(0.1, 3.0);
    for (int i = 0; i < 1000; ++i) {
        const double x = from(engine), s = from(engine);
        const dual<double> u(x, s);
        BOOST_TEST(exp(u).value == std::exp(x));
        BOOST_TEST(exp(u).slope == s * std::exp(x));
        BOOST_TEST(exp(-u).slope == -s * std::exp(-x));
        BOOST_TEST(log(u).value == std::log(x));
        BOOST_TEST(log(u).slope == s / x);
        BOOST_TEST(tanh(u).value == std::tanh(x));
        BOOST_TEST(tanh(u).slope == s / std::pow(std::cosh(x), 2));
        BOOST_TEST(sqrt(u).value == std::sqrt(x));
        BOOST_TEST(sqrt(u).slope == s * 0.5 * std::pow(x, -0.5));
        BOOST_TEST(log(exp(u)).slope == s);
        BOOST_TEST((sqrt(u) * sqrt(u)).slope == s);
        // A quotient of exponentials is the other definition of tanh.
        const auto e = exp(u), f = exp(-u);
        BOOST_TEST(((e - f) / (e + f)).slope == tanh(u).slope);
    }
    const std::complex<double> z(0.5, 2.0);
    BOOST_TEST(abs(exp(variable(z)).slope - exp(z)) == 0.0);
    BOOST_TEST(abs(log(variable(z)).slope * z) == 1.0);
}

BOOST_AUTO_TEST_CASE(equality_sees_the_slope_and_order_only_the_value)
{
    const dual<rational> low(1, 9), high(2, 3);
    BOOST_TEST((low != dual<rational>(1, 8)));
    BOOST_TEST((low != dual<rational>(2, 9)));
    BOOST_TEST((low == dual<rational>(1, 9)));
    BOOST_TEST((low < high && !(high < low)));
    BOOST_TEST((high > low && !(low > high)));
    BOOST_TEST(!(low < dual<rational>(1, 10)));
    BOOST_TEST(!(low > dual<rational>(1, 8)));
}

BOOST_AUTO_TEST_CASE(division_by_a_value_of_zero_is_refused_by_exact_types)
{
    const auto told = [](const std::domain_error& error) {
        return std::string(error.what()) ==
               "cannot divide 3/4 by zero: zero has no inverse";
    };
    const dual<rational> a(rational(3, 4), 1);
    BOOST_CHECK_EXCEPTION(a / dual<rational>(0, 1), std::domain_error, told);
}

BOOST_AUTO_TEST_CASE(printed_as_value_and_slope)
{
    std::ostringstream printed;
    printed << dual<rational>(rational(3, 4), -2);
    BOOST_TEST(printed.str() == "(3/4, -2)");
}

BOOST_AUTO_TEST_SUITE_END()
