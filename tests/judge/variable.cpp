#include "judge/variable.hpp"

#include <boost/test/unit_test.hpp>

using namespace chainrule::judge;

BOOST_AUTO_TEST_SUITE(variables)

BOOST_AUTO_TEST_CASE(numbered_names_are_a_list)
{
    const auto all = variables_of({{"w1", 3}, {"w2", 5}, {"x", 7}});
    BOOST_TEST_REQUIRE(all.size() == 2u);
    BOOST_TEST(all[0].name == "w");
    BOOST_TEST((all[0].is == variable::shape::list));
    BOOST_TEST((all[0].values == std::vector<double>{3, 5}));
    BOOST_TEST((all[1].is == variable::shape::number));
}

BOOST_AUTO_TEST_CASE(names_between_do_not_cut_a_list)
{
    const auto all =
        variables_of({{"dw1", 1}, {"dw2", 2}, {"db", 3}, {"dw3", 4}});
    BOOST_TEST_REQUIRE(find(all, "dw") != nullptr);
    BOOST_TEST((find(all, "dw")->values == std::vector<double>{1, 2, 4}));
    BOOST_TEST(find(all, "db")->values[0] == 3);
}

BOOST_AUTO_TEST_CASE(entries_in_rows_and_columns_are_a_table)
{
    const auto all = variables_of({{"x(0, 0)", 1},
                                   {"x(0, 1)", 2},
                                   {"x(1, 0)", 3},
                                   {"x(1, 1)", 4},
                                   {"x(2, 0)", 5},
                                   {"x(2, 1)", 6}});
    BOOST_TEST_REQUIRE(all.size() == 1u);
    BOOST_TEST(all[0].rows == 3u);
    BOOST_TEST(all[0].cols == 2u);
    BOOST_TEST(all[0].at(2, 1) == 6);
}

BOOST_AUTO_TEST_CASE(a_call_is_named_without_what_it_was_given)
{
    const auto all = variables_of({{"forward(5)", 17}, {"forward(-2.5)", 3}});
    BOOST_TEST(all[0].name == "forward");
    BOOST_TEST(all[1].name == "forward, time 2");
    BOOST_TEST(variables_of({{"f(x + h)", 1}})[0].name == "f(x + h)");
}

BOOST_AUTO_TEST_CASE(counts_are_no_lists)
{
    BOOST_TEST(variables_of({{"number of values in dw", 3}})[0].name ==
               "number of values in dw");
}

BOOST_AUTO_TEST_SUITE_END()
