#include "course/verdict.hpp"

#include <boost/test/unit_test.hpp>

using namespace chainrule::course;

BOOST_AUTO_TEST_SUITE(verdicts)

BOOST_AUTO_TEST_CASE(a_verdict_is_known_by_its_word)
{
    BOOST_TEST(word(verdict::not_started) == "NOT STARTED");
    for (const verdict v : {verdict::pass, verdict::wrong,
                            verdict::not_started, verdict::broken}) {
        BOOST_TEST((verdict_named(word(v)) == v));
    }
    BOOST_TEST(!verdict_named("pass").has_value());
    BOOST_TEST(!verdict_named("").has_value());
}

BOOST_AUTO_TEST_CASE(colour_surrounds_the_word_if_it_is_wanted)
{
    BOOST_TEST(painted(verdict::pass, false) == "PASS");
    BOOST_TEST(painted(verdict::pass, true) == "\033[32mPASS\033[0m");
    BOOST_TEST(painted(verdict::wrong, true) == "\033[31mWRONG\033[0m");
}

BOOST_AUTO_TEST_SUITE_END()
