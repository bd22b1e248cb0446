#include "judge/fingerprint.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

using namespace chainrule::judge;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// What was given where y = 4 and z = -3 are right.
fingerprint print_of(double y, double z, std::size_t question = 1)
{
    fingerprint print;
    add_to(print, {{"", {}, {}, {{"y", y}, {"z", z}}}},
           {{"", {}, {}, {{"y", 4}, {"z", -3}}}}, question);
    return print;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fingerprints)

BOOST_AUTO_TEST_CASE(what_gives_the_same_has_one_print)
{
    BOOST_TEST(is_near(print_of(5, 1), print_of(5, 1)));
    BOOST_TEST(is_near(print_of(5, 1), print_of(5 + 1e-14, 1)));
}

BOOST_AUTO_TEST_CASE(other_values_have_another)
{
    for (const double other : {0.0, -5.0, 1e200, infinity, std::nan("")}) {
        BOOST_TEST(!is_near(print_of(5, 1), print_of(other, 1)));
        BOOST_TEST(!is_near(print_of(5, 1), print_of(5, other)));
    }
    BOOST_TEST(!is_near(print_of(1e200, 1), print_of(-1e200, 1)));
    BOOST_TEST(!is_near(print_of(5, 1), print_of(5, 1, 2)));
}

BOOST_AUTO_TEST_CASE(two_values_cannot_be_exchanged)
{
    BOOST_TEST(!is_near(print_of(5, 1), print_of(1, 5)));
}

BOOST_AUTO_TEST_CASE(each_variable_has_its_own_number)
{
    const fingerprint a = print_of(5, 1);
    const fingerprint b = print_of(5, 2);
    BOOST_TEST(a.at("y") == b.at("y"));
    BOOST_TEST(a.at("z") != b.at("z"));
}

BOOST_AUTO_TEST_CASE(values_that_are_missing_leave_a_trace)
{
    fingerprint print;
    add_to(print, {}, {{"", {}, {}, {{"y", 4}, {"z", -3}}}}, 1);
    BOOST_TEST(is_near(print, print_of(std::nan(""), std::nan(""))));
}

BOOST_AUTO_TEST_CASE(text_reads_back)
{
    const fingerprint a = print_of(5, std::nan(""));
    BOOST_TEST(is_near(fingerprint_from(text_of(a)), a));
    BOOST_TEST(text_of({{"a b", 0.5}, {"c", -2}}) == "a b=0.5\tc=-2");
    BOOST_TEST(fingerprint_from("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
