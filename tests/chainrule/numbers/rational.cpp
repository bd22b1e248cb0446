#include "chainrule/numbers/rational.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

using chainrule::rational;

static_assert(!std::is_constructible_v<rational, double>);
static_assert(!std::is_constructible_v<rational, float>);

namespace {

constexpr auto largest = std::numeric_limits<long long>::max();
constexpr auto smallest = std::numeric_limits<long long>::min();

// From -1000 to 1000, so that zeros and equal numbers come up too.
long long small(boost::random::mt19937_64& engine)
{
    return static_cast<long long>(engine() % 2001) - 1000;
}

// Numerator and denominator of more than 64 bits, now and then zero.
rational any(boost::random::mt19937_64& engine)
{
    const auto wide = [&] { return static_cast<long long>(engine() >> 1); };
    return rational(wide(), wide() + 1) * rational(small(engine), 7);
}

auto says(const std::string& text)
{
    return
        [text](const std::exception& error) { return error.what() == text; };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rational_numbers)

BOOST_AUTO_TEST_CASE(field_axioms_hold_for_1000_random_triples)
{
    boost::random::mt19937_64 engine(101);
    for (int i = 0; i < 1000; ++i) {
        const rational a = any(engine), b = any(engine), c = any(engine);
        BOOST_TEST(a + b == b + a);
        BOOST_TEST(a * b == b * a);
        BOOST_TEST((a + b) + c == a + (b + c));
        BOOST_TEST((a * b) * c == a * (b * c));
        BOOST_TEST(a * (b + c) == a * b + a * c);
        BOOST_TEST(a + 0 == a);
        BOOST_TEST(a * 1 == a);
        BOOST_TEST(a + -a == rational(0));
        BOOST_TEST(a - b == a + -b);
        if (b != 0) {
            BOOST_TEST(b * (1 / b) == rational(1));
            BOOST_TEST(a / b == a * (1 / b));
        }
    }
}

BOOST_AUTO_TEST_CASE(equal_to_integer_arithmetic_in_lowest_terms)
{
    boost::random::mt19937_64 engine(102);
    for (int i = 0; i < 1000; ++i) {
        const long long a = small(engine), c = small(engine);
        const long long b = small(engine) * 2 + 1, d = small(engine) * 2 + 1;
        const auto same = [](const rational& r, long long n, long long m) {
            const long long top = std::stoll(r.numerator());
            const long long below = std::stoll(r.denominator());
            BOOST_TEST(top * m == n * below);
            BOOST_TEST(below > 0);
            BOOST_TEST(std::gcd(top, below) == 1);
        };
        const rational p(a, b), q(c, d);
        same(p + q, a * d + c * b, b * d);
        same(p - q, a * d - c * b, b * d);
        same(p * q, a * c, b * d);
        if (c != 0) {
            same(p / q, a * d, b * c);
        }
        BOOST_TEST((p == q) == (a * d == c * b));
        BOOST_TEST((p < q) == ((a * d - c * b) * b * d < 0));
        BOOST_TEST((p <=> q == 0) == (p == q));
    }
}

BOOST_AUTO_TEST_CASE(compound_assignment_is_the_operation)
{
    rational a(3, 4);
    BOOST_TEST((a += 1) == rational(7, 4));
    BOOST_TEST((a -= rational(1, 2)) == rational(5, 4));
    BOOST_TEST((a *= a) == rational(25, 16));
    BOOST_TEST((a /= rational(-5, 2)) == rational(-5, 8));
}

BOOST_AUTO_TEST_CASE(nothing_overflows)
{
    BOOST_TEST(rational(smallest, -1).to_string() == "9223372036854775808");
    BOOST_TEST(rational(1, smallest).denominator() == "9223372036854775808");
    rational power = 1;
    for (int i = 0; i < 100; ++i) {
        power *= rational(largest, 2);
    }
    for (int i = 0; i < 100; ++i) {
        power /= largest;
    }
    BOOST_TEST(power.to_string() == "1/1267650600228229401496703205376");
}

BOOST_AUTO_TEST_CASE(division_by_zero_is_refused_with_the_dividend_named)
{
    BOOST_CHECK_EXCEPTION(
        rational(3, 4) / 0, std::domain_error,
        says("cannot divide 3/4 by zero: zero has no inverse"));
    rational a(-5);
    BOOST_CHECK_EXCEPTION(
        a /= rational(0, 7), std::domain_error,
        says("cannot divide -5 by zero: zero has no inverse"));
    BOOST_TEST(a == rational(-5));
    const auto told = says("cannot divide 3 by zero: the denominator of a "
                           "fraction must not be zero");
    BOOST_CHECK_EXCEPTION(rational(3, 0), std::domain_error, told);
    BOOST_CHECK_EXCEPTION(rational::parse("3/0"), std::domain_error, told);
}

BOOST_AUTO_TEST_CASE(parse_reads_exactly_what_is_written)
{
    const auto parse = rational::parse;
    BOOST_TEST(parse("-3/4") == rational(-3, 4));
    BOOST_TEST(parse("6/8") == rational(3, 4));
    BOOST_TEST(parse("0.2333") == rational(2333, 10000));
    BOOST_TEST(parse("-0.52133") == rational(-52133, 100000));
    BOOST_TEST(parse("17") == rational(17));
    BOOST_TEST(parse("-0") == rational(0));
    BOOST_TEST(parse("12.50") == rational(25, 2));
    BOOST_TEST(parse("010/08") == rational(5, 4));
    BOOST_TEST(parse("0.0010") == rational(1, 1000));
    BOOST_TEST(parse("9223372036854775808") == rational(largest) + 1);
}

BOOST_AUTO_TEST_CASE(parse_refuses_anything_else_and_names_it)
{
    for (const char* text :
         {"", "-", "+1", "1e3", ".5", "5.", "1/", "/2", "1/-2", "1/2/3",
          "1.2.3", "1.5/2", " 1", "1 ", "--1", "0x10", "one", "nan"}) {
        BOOST_CHECK_EXCEPTION(
            rational::parse(text), std::invalid_argument,
            says("cannot read \"" + std::string(text) +
                 "\" as an exact number: write an integer such as 17, a "
                 "fraction such as -3/4 or a decimal such as 0.2333"));
    }
}

BOOST_AUTO_TEST_CASE(printed_text_is_read_back)
{
    boost::random::mt19937_64 engine(103);
    for (int i = 0; i < 1000; ++i) {
        const rational a = any(engine);
        std::ostringstream printed;
        printed << a;
        BOOST_TEST(printed.str() == a.to_string());
        BOOST_TEST(rational::parse(a.to_string()) == a);
    }
    BOOST_TEST(rational(-6, 8).to_string() == "-3/4");
    BOOST_TEST(rational(6, -3).to_string() == "-2");
}

BOOST_AUTO_TEST_CASE(to_double_rounds_to_the_nearest)
{
    BOOST_TEST(rational(1, 10).to_double() == 0.1);
    BOOST_TEST(rational::parse("-0.52133").to_double() == -0.52133);
    BOOST_TEST(rational(largest).to_double() == 9223372036854775808.0);
    const rational googol = rational::parse("1" + std::string(400, '0'));
    BOOST_TEST(((googol + 1) / googol).to_double() == 1.0);
    BOOST_TEST((-googol).to_double() ==
               -std::numeric_limits<double>::infinity());
}

BOOST_AUTO_TEST_CASE(a_number_moved_from_is_still_a_number)
{
    rational a(3, 4);
    const rational b = std::move(a);
    BOOST_TEST(a == b);
}

BOOST_AUTO_TEST_SUITE_END()
