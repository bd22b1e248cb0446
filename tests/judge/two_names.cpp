#include "judge/two_names.hpp"

#include <boost/test/unit_test.hpp>

using namespace chainrule::judge;

namespace {

std::vector<instance> seen(const std::vector<std::pair<double, double>>& all)
{
    std::vector<instance> made;
    for (const auto& [dw, db] : all) {
        observation o;
        o.see("dw", dw);
        o.see("db", db);
        made.push_back(o.instances[0]);
    }
    return made;
}

const auto truth = seen({{6, 2}, {-15, 5}, {28, 7}});
const auto doubled = seen({{12, 4}, {-30, 10}, {56, 14}});
const auto turned = seen({{-6, 2}, {15, 5}, {-28, 7}});
const auto larger = seen({{6, 3}, {-15, 6}, {28, 8}});

using two = std::vector<std::size_t>;

}  // namespace

BOOST_AUTO_TEST_SUITE(two_mistakes_at_once)

BOOST_AUTO_TEST_CASE(two_factors_multiply)
{
    const auto yours = seen({{-12, 4}, {30, 10}, {-56, 14}});
    BOOST_TEST(
        (two_at_once(yours, truth, {larger, doubled, turned}) == two{1, 2}));
}

BOOST_AUTO_TEST_CASE(each_may_have_its_own_quantity)
{
    const auto yours = seen({{-6, 3}, {15, 6}, {-28, 8}});
    BOOST_TEST(
        (two_at_once(yours, truth, {larger, doubled, turned}) == two{0, 2}));
}

BOOST_AUTO_TEST_CASE(two_differences_add_up)
{
    const auto less = seen({{6, 0}, {-15, 4}, {28, 2}});
    const auto yours = seen({{6, 1}, {-15, 5}, {28, 3}});
    BOOST_TEST((two_at_once(yours, truth, {larger, less}) == two{0, 1}));
}

BOOST_AUTO_TEST_CASE(where_two_pairs_fit_none_is_told)
{
    const auto yours = seen({{-12, 4}, {30, 10}, {-56, 14}});
    BOOST_TEST(two_at_once(yours, truth, {doubled, turned, doubled}).empty());
}

// A factor leaves a 0 as it is, so whoever gives another number there was not
// seen by an answer that is right there.
BOOST_AUTO_TEST_CASE(factors_leave_a_true_zero)
{
    const auto zero_last = seen({{6, 2}, {-15, 5}, {0, 7}});
    const auto first = seen({{2, 2}, {-5, 5}, {0, 7}});
    const auto never = seen({{6, 2}, {-15, 5}, {9, 7}});
    const auto yours = seen({{2, 2}, {-5, 5}, {0, 7}});
    BOOST_TEST(two_at_once(yours, zero_last, {first, never}).empty());
}

BOOST_AUTO_TEST_CASE(one_probe_that_differs_refutes)
{
    const auto yours = seen({{-12, 4}, {30, 10}, {-56, 15}});
    BOOST_TEST(two_at_once(yours, truth, {doubled, turned}).empty());
}

BOOST_AUTO_TEST_CASE(a_mistake_without_effect_is_no_part)
{
    BOOST_TEST(two_at_once(doubled, truth, {doubled, truth}).empty());
}

BOOST_AUTO_TEST_CASE(two_that_undo_each_other_were_not_made)
{
    const auto both = seen({{12, 3}, {-30, 6}, {56, 8}});
    const auto halved = seen({{3, 2}, {-7.5, 5}, {14, 7}});
    const auto yours = seen({{6, 3}, {-15, 6}, {28, 8}});
    BOOST_TEST(two_at_once(yours, truth, {both, halved}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
