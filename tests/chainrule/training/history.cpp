#include "chainrule/training/history.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <stdexcept>

using chainrule::history;

BOOST_AUTO_TEST_SUITE(histories)

BOOST_AUTO_TEST_CASE(epochs_are_counted_from_one)
{
    history h;
    h.record(4);
    h.record(2);
    BOOST_TEST(h.at(1) == 4.0);
    BOOST_TEST(h.at(2) == 2.0);
    BOOST_TEST(h.values().size() == 2u);
    BOOST_CHECK_THROW(h.at(0), std::out_of_range);
    BOOST_CHECK_THROW(h.at(3), std::out_of_range);
}

BOOST_AUTO_TEST_CASE(a_goal_is_reached_at_the_first_epoch_that_is_nearer)
{
    history h;
    for (const double value : {4.0, 1.5, 1.0, 1.5, 1.2}) {
        h.record(value);
    }
    BOOST_TEST(h.first_within(1, 0.5).value() == 3u);
    BOOST_TEST(h.first_within(1, 0.51).value() == 2u);
    BOOST_TEST(h.first_within(1, 10).value() == 1u);
}

BOOST_AUTO_TEST_CASE(a_goal_that_was_never_near_is_never_reached)
{
    history h;
    BOOST_TEST(!h.first_within(1, 1).has_value());
    h.record(std::numeric_limits<double>::quiet_NaN());
    h.record(3);
    BOOST_TEST(!h.first_within(1, 1).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
