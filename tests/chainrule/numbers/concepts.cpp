#include "chainrule/numbers/concepts.hpp"

#include <boost/test/unit_test.hpp>
#include <complex>
#include <string>
#include <vector>

#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chainrule/numbers/traced.hpp"

using namespace chainrule;
using complex = std::complex<double>;

static_assert(analytic<float> && ordered_field<float>);
static_assert(analytic<double> && ordered_field<double>);
static_assert(analytic<long double> && ordered_field<long double>);
static_assert(analytic<complex> && !ordered_field<complex>);
static_assert(ordered_field<rational> && !analytic<rational>);
static_assert(field<residue> && !ordered_field<residue>);
static_assert(!analytic<residue>);
static_assert(field<traced> && !ordered_field<traced>);
static_assert(!analytic<traced>);

static_assert(analytic<dual<double>> && ordered_field<dual<double>>);
static_assert(analytic<dual<float>> && analytic<dual<dual<double>>>);
static_assert(analytic<dual<complex>> && !ordered_field<dual<complex>>);
static_assert(ordered_field<dual<rational>> && !analytic<dual<rational>>);
static_assert(field<dual<residue>> && !ordered_field<dual<residue>>);
static_assert(field<dual<traced>> && !ordered_field<dual<traced>>);

static_assert(ordered_field<counted<double>> && !analytic<counted<double>>);
static_assert(ordered_field<counted<rational>>);
static_assert(field<counted<residue>> && !ordered_field<counted<residue>>);
static_assert(ordered_field<dual<counted<double>>>);

// Syntax is all that a concept sees: whole numbers pass, but have no tanh.
static_assert(ordered_field<long long> && !analytic<long long>);
static_assert(!field<std::string> && !field<std::vector<double>>);
static_assert(!field<int*> && !field<const double>);

namespace {

template <field T>
T three_halves()
{
    const T half = T(1) / T(2);
    return T(1) - -half;
}

template <analytic T>
T sigmoid(const T& x)
{
    using std::exp;
    return T(1) / (T(1) + exp(-x));
}

template <class T>
concept has_sigmoid = requires(T x)
{
    sigmoid(x);
};

// clang-format off
template <class T>
concept has_any_function =
    requires(T x) { exp(x); } || requires(T x) { log(x); } ||
    requires(T x) { tanh(x); } || requires(T x) { sqrt(x); };
// clang-format on

}  // namespace

BOOST_AUTO_TEST_SUITE(number_concepts)

BOOST_AUTO_TEST_CASE(one_formula_runs_on_every_field)
{
    BOOST_TEST(three_halves<float>() == 1.5F);
    BOOST_TEST(three_halves<double>() == 1.5);
    BOOST_TEST(three_halves<complex>() == complex(1.5));
    BOOST_TEST(three_halves<rational>() == rational(3, 2));
    BOOST_TEST(three_halves<residue>() == residue(3) / residue(2));
    BOOST_TEST(three_halves<dual<rational>>() == rational(3, 2));
    BOOST_TEST(three_halves<counted<double>>().value() == 1.5);
    BOOST_TEST(three_halves<traced>().formula() == "1 - (-(1 / 2))");
}

BOOST_AUTO_TEST_CASE(a_sigmoid_runs_where_exp_exists_and_is_refused_elsewhere)
{
    BOOST_TEST(sigmoid(0.0) == 0.5);
    BOOST_TEST(sigmoid(complex(0)) == complex(0.5));
    BOOST_TEST(sigmoid(variable(0.0)) == dual<double>(0.5, 0.25));
    static_assert(has_sigmoid<double> && has_sigmoid<dual<double>>);
    static_assert(!has_sigmoid<rational> && !has_sigmoid<dual<rational>>);
    static_assert(has_any_function<dual<double>>);
    static_assert(!has_any_function<dual<rational>>);
    static_assert(!has_sigmoid<residue> && !has_sigmoid<long long>);
}

// A static_cast to int would make 0 of 2^40.
BOOST_AUTO_TEST_CASE(a_count_beyond_an_int_keeps_its_value)
{
    using detail::as_number;
    constexpr long long large = (1LL << 60) + (5LL << 31) + 7;
    BOOST_TEST(as_number<residue>(large) == residue(large));
    BOOST_TEST(as_number<rational>(large) == rational(large));
    BOOST_TEST(as_number<dual<residue>>(large).value == residue(large));
    BOOST_TEST(as_number<float>(1LL << 40) == 0x1p40f);
    constexpr long long base = 1LL << 30;
    for (const long long n : {0LL, 1LL, base - 1, base, base + 1}) {
        BOOST_TEST(as_number<double>(n) == static_cast<double>(n));
    }
    BOOST_TEST(as_number<traced>(base - 1).formula() == "1073741823");
}

BOOST_AUTO_TEST_SUITE_END()
