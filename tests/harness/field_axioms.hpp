/// \file
/// The axioms of a field, for the suites of the exact number types.
#pragma once

#include <boost/test/unit_test.hpp>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule {

/// Check the axioms on `rounds` triples of numbers.
/// \param any gives a random number at each call
/// \param rounds how many triples
template <field T, class Any>
void check_field_axioms(Any any, int rounds)
{
    const T zero(0);
    const T one(1);
    for (int round = 0; round < rounds; ++round) {
        const T a = any();
        const T b = any();
        const T c = any();
        BOOST_TEST_REQUIRE(((a + b) + c == a + (b + c)));
        BOOST_TEST_REQUIRE((a + b == b + a));
        BOOST_TEST_REQUIRE((a + zero == a));
        BOOST_TEST_REQUIRE((a + (-a) == zero));
        BOOST_TEST_REQUIRE((a - b == a + (-b)));
        BOOST_TEST_REQUIRE(((a * b) * c == a * (b * c)));
        BOOST_TEST_REQUIRE((a * b == b * a));
        BOOST_TEST_REQUIRE((a * one == a));
        BOOST_TEST_REQUIRE((a * (b + c) == a * b + a * c));
        if (!(b == zero)) {
            BOOST_TEST_REQUIRE((a / b * b == a));
        }
    }
}

}  // namespace chainrule
