#include "judge/clue.hpp"

#include <boost/test/unit_test.hpp>

using namespace chainrule::judge;

namespace {

// Two probes of a truth with three slopes, and an answer to them.
struct probes {
    std::vector<instance> truth{probe(2, 3, 5), probe(7, 11, 13)};
    std::vector<instance> yours = truth;

    static instance probe(double w, double x, double d)
    {
        observation o;
        o.give("w", w, "x", x);
        o.see("dw", d * x);
        o.see("dx", d * w);
        o.see("db", d);
        o.see("number of values in dw", 1);
        o.see("whether it is quick", true);
        return o.instances[0];
    }
    // Change one value on both probes.
    template <class Change>
    void change(std::size_t i, Change to)
    {
        for (instance& o : yours) {
            o.values[i].value =
                to(o.values[i].value, o.given[0].value, o.given[1].value);
        }
    }
    bool said(const std::string& clue) const
    {
        const auto all = clues(yours, truth);
        return std::find(all.begin(), all.end(), clue) != all.end();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(clues_of_an_answer, probes)

BOOST_AUTO_TEST_CASE(a_right_answer_gives_none)
{
    BOOST_TEST(clues(yours, truth).empty());
}

BOOST_AUTO_TEST_CASE(what_is_right_is_told)
{
    change(2, [](double v, double w, double) { return v + w * w; });
    BOOST_TEST(said("right on every probe: dw, dx"));
    BOOST_TEST(clues(yours, truth).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_wrong_sign_is_told)
{
    change(0, [](double v, double, double) { return -v; });
    BOOST_TEST(said("dw has the wrong sign, on every probe"));
}

BOOST_AUTO_TEST_CASE(a_constant_is_told)
{
    change(0, [](double v, double, double) { return v / 2; });
    BOOST_TEST(said("dw is 0.5 times the true one, on every probe"));
}

BOOST_AUTO_TEST_CASE(a_value_that_is_always_zero_is_told)
{
    change(1, [](double, double, double) { return 0.0; });
    BOOST_TEST(said("dx is always 0, on every probe"));
}

BOOST_AUTO_TEST_CASE(a_factor_too_many_is_told)
{
    change(2, [](double v, double w, double) { return v * w * 1; });
    // It is what belongs to dx, and that says more.
    BOOST_TEST(said("db has the value that belongs to dx, on every probe"));
    yours = truth;
    change(0, [](double v, double w, double) { return v * w; });
    BOOST_TEST(said("dw has the factor w too many, on every probe"));
}

BOOST_AUTO_TEST_CASE(a_factor_that_is_missing_is_told)
{
    truth[0].values[2].value = 1000;  // or dw without x would be db
    yours[0].values[2].value = 1000;
    change(0, [](double v, double, double x) { return v / x; });
    BOOST_TEST(said("dw lacks the factor x, on every probe"));
}

BOOST_AUTO_TEST_CASE(one_factor_for_another_is_told)
{
    change(1, [](double v, double w, double x) { return v / w * x * x; });
    BOOST_TEST(!said("dx has the factor x in place of w, on every probe"));
    yours = truth;
    truth[0].values[0].value = 1000;
    yours[0].values[0].value = 1000;
    change(1, [](double v, double w, double x) { return v / w * x; });
    BOOST_TEST(said("dx has the factor x in place of w, on every probe"));
}

BOOST_AUTO_TEST_CASE(a_constant_distance_is_told)
{
    change(2, [](double v, double, double) { return v + 1; });
    BOOST_TEST(said("db is 1 too large, on every probe"));
}

BOOST_AUTO_TEST_CASE(what_holds_on_one_probe_only_is_not_told)
{
    change(0, [](double v, double, double x) { return x == 3 ? -v : v + 1; });
    BOOST_TEST(clues(yours, truth).size() == 1u);
    BOOST_TEST(said("right on every probe: db, dx"));
}

BOOST_AUTO_TEST_CASE(a_value_seen_once_is_not_explained)
{
    yours[0].values.push_back({"dw9", -4});
    truth[0].values.push_back({"dw9", 4});
    BOOST_TEST(clues(yours, truth).empty());
}

BOOST_AUTO_TEST_SUITE_END()
