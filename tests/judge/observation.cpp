#include "judge/observation.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

using namespace chainrule::judge;

namespace {

const double infinite = std::numeric_limits<double>::infinity();
const double no_number = std::numeric_limits<double>::quiet_NaN();

std::vector<instance> seen(double dw, double db)
{
    observation o;
    o.give("w", 3);
    o.see("dw", dw);
    o.see("db", db);
    return o.instances;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(observations)

BOOST_AUTO_TEST_CASE(what_differs_by_rounding_is_right)
{
    BOOST_TEST(is_right("dw", 0.1 + 0.2, 0.3, 0));
    BOOST_TEST(is_right("dw", 1e-13, 0, 1));
    BOOST_TEST(!is_right("dw", 1 + 1e-10, 1, 1));
    BOOST_TEST(!is_right("dw", 1e-13, 0, 0));
}

BOOST_AUTO_TEST_CASE(counts_and_answers_of_yes_or_no_are_exact)
{
    BOOST_TEST(!is_right("number of values in dw", 3 + 1e-12, 3, 100));
    BOOST_TEST(!is_right("whether it is quick", 1 - 1e-12, 1, 100));
}

BOOST_AUTO_TEST_CASE(infinity_is_like_itself_and_not_a_number_like_nothing)
{
    BOOST_TEST(is_right("dw", infinite, infinite, 1));
    BOOST_TEST(!is_right("dw", -infinite, infinite, 1));
    BOOST_TEST(!is_right("dw", 1e308, infinite, infinite));
    BOOST_TEST(!is_right("dw", infinite, 1, infinite));
    BOOST_TEST(!is_right("dw", no_number, no_number, 1));
    BOOST_TEST(alike(seen(no_number, 1), seen(no_number, 1)));
    BOOST_TEST(!alike(seen(no_number, 1), seen(infinite, 1)));
}

BOOST_AUTO_TEST_CASE(the_first_difference_names_the_value_and_the_probe)
{
    const auto d = first_difference(seen(2, 7), seen(2, 5));
    BOOST_TEST_REQUIRE(d.has_value());
    BOOST_TEST(d->name == "db");
    BOOST_TEST(d->yours == 7);
    BOOST_TEST(d->truth == 5);
    BOOST_TEST(d->probe == "w = 3");
    BOOST_TEST(!first_difference(seen(2, 5), seen(2, 5)));
}

BOOST_AUTO_TEST_CASE(a_value_that_is_missing_is_a_difference)
{
    auto yours = seen(2, 5);
    yours[0].values.pop_back();
    const auto d = first_difference(yours, seen(2, 5));
    BOOST_TEST_REQUIRE(d.has_value());
    BOOST_TEST(d->name == "db");
    BOOST_TEST(std::isnan(d->yours));
    BOOST_TEST(first_difference({}, seen(2, 5))->name == "dw");
}

BOOST_AUTO_TEST_CASE(names_that_were_not_asked_for_are_found)
{
    auto more = seen(2, 5);
    BOOST_TEST(has_names_of(more, seen(1, 1)));
    more[0].values.push_back({"verdict", 1});
    BOOST_TEST(!has_names_of(more, seen(1, 1)));
    auto other = seen(2, 5);
    other[0].values[0].name = "dx";
    BOOST_TEST(!has_names_of(other, seen(1, 1)));
    auto longer = seen(2, 5);
    longer.emplace_back();
    BOOST_TEST(!has_names_of(longer, seen(1, 1)));
}

BOOST_AUTO_TEST_CASE(what_is_given_after_a_value_begins_another_instance)
{
    observation o;
    o.give("w", std::vector<double>{2, 3}, "x", 4);
    o.see("dw", std::vector<double>{5});
    o.give("x", 6);
    BOOST_TEST(o.instances.size() == 2u);
    BOOST_TEST(o.instances[0].probe == "w = (2, 3), x = 4");
    BOOST_TEST(o.instances[0].given[1].name == "w2");
    BOOST_TEST(o.instances[0].values[0].name == "number of values in dw");
    BOOST_TEST(o.instances[0].values[1].name == "dw1");
}

BOOST_AUTO_TEST_CASE(whoever_listens_hears_of_each_thing_that_is_seen)
{
    observation o;
    std::vector<std::size_t> values;
    o.after_each = [&] {
        values.push_back(o.instances.back().values.size());
    };
    o.see("a", 1);
    o.see("b", std::vector<double>{2, 3});
    o.claim("whether it is quick", true);
    BOOST_TEST(values == (std::vector<std::size_t>{1, 4, 5}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_was_given_reads_back_as_the_same_number)
{
    BOOST_TEST(exact(3) == "3");
    BOOST_TEST(exact(0.1) == "0.1");
    BOOST_TEST(exact(1 + 0x1p-30) == "1.0000000009313226");
    BOOST_TEST(exact(0.1 + 0.2) == "0.30000000000000004");
    BOOST_TEST(exact(no_number) == "nan");
}

BOOST_AUTO_TEST_CASE(what_is_known_is_not_shown_and_said_once)
{
    observation o;
    o.give("x", 3);
    o.know("z", std::vector<double>{5, 7});
    o.know("z", std::vector<double>{1, 1});
    o.see("y", 2);
    BOOST_TEST(o.instances.at(0).probe == "x = 3");
    BOOST_TEST(o.instances[0].values.size() == 1u);
    BOOST_TEST_REQUIRE(o.instances[0].known.size() == 2u);
    BOOST_TEST(o.instances[0].known[1].name == "z2");
    BOOST_TEST(o.instances[0].known[1].value == 7);
}

BOOST_AUTO_TEST_SUITE_END()
