#include "workbook/text.hpp"

#include <boost/test/unit_test.hpp>

using namespace chainrule::workbook;

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(formulas_can_be_read_on_a_terminal)
{
    BOOST_TEST(without_markup("half: $\\frac12 w^2$, and `w`") ==
               "half: 1/2 w^2, and w");
    BOOST_TEST(without_markup("$\\frac{\\lambda}{2} \\cdot a_{n}$") ==
               "lambda/2 * a_n");
    BOOST_TEST(without_markup("$\\tfrac{d_{1}}{2}\\,w^{10}$\\; 5 \\ \\%") ==
               "d_1/2w^10 5 \\%");
    BOOST_TEST(without_markup("a \\") == "a \\");
}

BOOST_AUTO_TEST_SUITE_END()
