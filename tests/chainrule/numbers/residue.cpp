#include "chainrule/numbers/residue.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "chainrule/numbers/random.hpp"

using chainrule::random_residue;
using chainrule::residue;

namespace {

__extension__ typedef __int128 wide;

constexpr auto p = static_cast<long long>(residue::modulus);
constexpr auto smallest = std::numeric_limits<long long>::min();

static_assert(p == 2305843009213693951);
static_assert(residue(p) == residue(0) && residue(-1).value() == p - 1);
static_assert(residue(2).inverse() * 2 == 1);
static_assert(!std::is_constructible_v<residue, double>);

// The remainder by the definition, with the % of the compiler.
bool is(residue r, wide expected)
{
    const wide remainder = (expected % p + p) % p;
    return r.value() == static_cast<std::uint64_t>(remainder);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(residue_numbers)

BOOST_AUTO_TEST_CASE(field_axioms_hold_for_10000_random_triples)
{
    boost::random::mt19937_64 engine(201);
    for (int i = 0; i < 10000; ++i) {
        const residue a = random_residue(engine);
        const residue b = random_residue(engine);
        const residue c = random_residue(engine);
        BOOST_TEST(a + b == b + a);
        BOOST_TEST(a * b == b * a);
        BOOST_TEST((a + b) + c == a + (b + c));
        BOOST_TEST((a * b) * c == a * (b * c));
        BOOST_TEST(a * (b + c) == a * b + a * c);
        BOOST_TEST(a + 0 == a);
        BOOST_TEST(a * 1 == a);
        BOOST_TEST(a + -a == residue(0));
        BOOST_TEST(a - b == a + -b);
        BOOST_TEST(b * b.inverse() == residue(1));
        BOOST_TEST(a / b == a * b.inverse());
    }
}

BOOST_AUTO_TEST_CASE(equal_to_128_bit_arithmetic)
{
    boost::random::mt19937_64 engine(202);
    for (int i = 0; i < 100000; ++i) {
        const auto m = static_cast<long long>(engine());
        const auto n = static_cast<long long>(engine());
        const residue a = m;
        const residue b = n;
        BOOST_TEST(is(a, m));
        BOOST_TEST(is(a + b, wide(m) + n));
        BOOST_TEST(is(a - b, wide(m) - n));
        BOOST_TEST(is(a * b, wide(m) * n));
        BOOST_TEST(is(-a, -wide(m)));
    }
}

BOOST_AUTO_TEST_CASE(equal_to_128_bit_arithmetic_at_the_edges)
{
    const long long edges[] = {
        0,         1,         2,     -1,       p - 1,        p, p + 1, -p,
        4 * p - 1, 4 * p + 1, p / 2, smallest, -1 - smallest};
    for (const long long m : edges) {
        for (const long long n : edges) {
            BOOST_TEST(is(residue(m) + residue(n), wide(m) + n));
            BOOST_TEST(is(residue(m) - residue(n), wide(m) - n));
            BOOST_TEST(is(residue(m) * residue(n), wide(m) * n));
            BOOST_TEST((residue(m) == residue(n)) ==
                       ((wide(m) - n) % p == 0));
        }
    }
}

BOOST_AUTO_TEST_CASE(compound_assignment_is_the_operation)
{
    residue a = 5;
    BOOST_TEST((a += 2) == residue(7));
    BOOST_TEST((a -= 10) == residue(-3));
    BOOST_TEST((a *= -4) == residue(12));
    BOOST_TEST((a /= 3) == residue(4));
}

BOOST_AUTO_TEST_CASE(pow_is_repeated_multiplication)
{
    boost::random::mt19937_64 engine(203);
    const residue a = random_residue(engine);
    residue product = 1;
    for (std::uint64_t n = 0; n < 300; ++n) {
        BOOST_TEST(a.pow(n) == product);
        product *= a;
    }
    BOOST_TEST(residue(0).pow(0) == residue(1));
    BOOST_TEST(residue(2).pow(61) == residue(1));
    BOOST_TEST(a.pow(residue::modulus) == a);
}

BOOST_AUTO_TEST_CASE(inverse_of_zero_is_refused_with_the_dividend_named)
{
    const auto says = [](const std::string& text) {
        return [text](const auto& error) { return error.what() == text; };
    };
    BOOST_CHECK_EXCEPTION(residue(0).inverse(), std::domain_error,
                          says("cannot divide 1 by zero: zero has no inverse "
                               "modulo 2^61 - 1"));
    residue a = 5;
    BOOST_CHECK_EXCEPTION(a /= p, std::domain_error,
                          says("cannot divide 5 by zero: zero has no inverse "
                               "modulo 2^61 - 1"));
    BOOST_TEST(a == residue(5));
}

BOOST_AUTO_TEST_CASE(
    random_residues_are_the_same_everywhere_and_fill_the_range)
{
    boost::random::mt19937_64 engine(204);
    BOOST_TEST(random_residue(engine).value() == 831768632386958572U);
    std::uint64_t all_bits = 0;
    for (int i = 0; i < 1000; ++i) {
        const std::uint64_t value = random_residue(engine).value();
        BOOST_TEST(value < residue::modulus);
        all_bits |= value;
    }
    BOOST_TEST(all_bits == residue::modulus);
}

BOOST_AUTO_TEST_CASE(printed_as_the_representative)
{
    std::ostringstream printed;
    printed << residue(-1) << ' ' << residue(7);
    BOOST_TEST(printed.str() == "2305843009213693950 7");
}

BOOST_AUTO_TEST_SUITE_END()
