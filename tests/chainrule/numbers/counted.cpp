#include "chainrule/numbers/counted.hpp"

#include <boost/test/unit_test.hpp>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

#include "chainrule/numbers/rational.hpp"

using namespace chainrule;

namespace {

using number = counted<double>;
const number a(6.0), b(3.0);

// 2 additions, 1 multiplication, 1 division.
number mixed()
{
    return a * b + a / b - 1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counted_numbers)

BOOST_AUTO_TEST_CASE(every_operation_counts_as_its_own_kind)
{
    BOOST_TEST(count([] { return a + b; }) == (operations{1, 0, 0}));
    BOOST_TEST(count([] { return a - b; }) == (operations{1, 0, 0}));
    BOOST_TEST(count([] { return a * b; }) == (operations{0, 1, 0}));
    BOOST_TEST(count([] { return a / b; }) == (operations{0, 0, 1}));
    number x = 1;
    BOOST_TEST(count([&] { x += a; }) == (operations{1, 0, 0}));
    BOOST_TEST(count([&] { x -= a; }) == (operations{1, 0, 0}));
    BOOST_TEST(count([&] { x *= a; }) == (operations{0, 1, 0}));
    BOOST_TEST(count([&] { x /= a; }) == (operations{0, 0, 1}));
}

BOOST_AUTO_TEST_CASE(sign_copy_and_comparison_count_as_nothing)
{
    const auto done = count([] {
        number x = -a;
        std::vector<number> copies(10, x);
        x = copies[3];
        return x == b || x < b;
    });
    BOOST_TEST(done == operations{});
}

BOOST_AUTO_TEST_CASE(values_are_those_of_the_type_inside)
{
    BOOST_TEST((a + b).value() == 9.0);
    BOOST_TEST((a - b).value() == 3.0);
    BOOST_TEST((a * b).value() == 18.0);
    BOOST_TEST((a / b).value() == 2.0);
    BOOST_TEST((-a).value() == -6.0);
    BOOST_TEST(mixed().value() == 19.0);
    BOOST_TEST((a == number(6) && a != b && b < a && !(a < b)));
    BOOST_TEST(!(a < a));
    const counted<rational> half(rational(1, 2));
    BOOST_TEST((half * half / 3).value() == rational(1, 12));
    number x = 1;
    x += a;
    x *= b;
    x -= 1;
    x /= 2;
    BOOST_TEST(x.value() == 10.0);
}

BOOST_AUTO_TEST_CASE(a_polynomial_by_horner_costs_n_of_each)
{
    for (int n = 0; n < 100; ++n) {
        const auto done = count([&] {
            number sum = 1;
            for (int i = 0; i < n; ++i) {
                sum = sum * a + b;
            }
        });
        BOOST_TEST(done == (operations{n, n, 0}));
        BOOST_TEST(done.total() == 2 * n);
    }
    BOOST_TEST(count(mixed).total() == 4);
}

BOOST_AUTO_TEST_CASE(inner_counts_belong_to_the_outer_too)
{
    operations inner;
    const auto outer = count([&] {
        mixed();
        inner = count(mixed);
        mixed();
    });
    BOOST_TEST(inner == (operations{2, 1, 1}));
    BOOST_TEST(outer == (operations{6, 3, 3}));
}

BOOST_AUTO_TEST_CASE(what_was_done_before_and_after_is_not_counted)
{
    mixed();
    const auto done = count(mixed);
    mixed();
    BOOST_TEST(done == (operations{2, 1, 1}));
}

BOOST_AUTO_TEST_CASE(an_exception_passes_through_and_harms_no_count)
{
    const auto fails = [] {
        mixed();
        throw std::runtime_error("stop");
    };
    const auto outer = count([&] {
        BOOST_CHECK_THROW(count(fails), std::runtime_error);
        mixed();
    });
    BOOST_TEST(outer == (operations{4, 2, 2}));
    BOOST_TEST(count(mixed) == (operations{2, 1, 1}));
}

BOOST_AUTO_TEST_CASE(other_threads_are_not_counted)
{
    operations theirs;
    const auto ours = count([&] {
        std::thread other([&] { theirs = count(mixed); });
        other.join();
    });
    BOOST_TEST(ours == operations{});
    BOOST_TEST(theirs == (operations{2, 1, 1}));
}

BOOST_AUTO_TEST_CASE(printed_kind_by_kind)
{
    std::ostringstream printed;
    printed << operations{4, 2, 1} << "; " << a;
    BOOST_TEST(printed.str() ==
               "additions 4, multiplications 2, divisions 1; 6");
}

BOOST_AUTO_TEST_SUITE_END()
