#include "judge/relation.hpp"

#include <boost/test/unit_test.hpp>
#include <functional>

#include "judge/draws.hpp"

using namespace chainrule::judge;

namespace {

// A neuron with two weights, seen on twelve probes.
struct neuron {
    std::vector<instance> truth;

    neuron()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            draws any(seed);
            const auto v = any.wholes(6);
            const double d = v[0] * v[2] + v[1] * v[3] + v[4] - v[5];
            observation o;
            o.give("w", std::vector<double>{v[0], v[1]}, "x",
                   std::vector<double>{v[2], v[3]}, "b", v[4], "t", v[5]);
            o.know("d", d);
            o.see("dw", std::vector<double>{d * v[2], d * v[3]});
            o.see("db", d);
            truth.push_back(o.instances[0]);
        }
    }

    // Where the values of an instance are: how many dw, dw1, dw2, db.
    enum place { dw1 = 1, dw2, db };

    using change = std::function<void(instance&)>;
    std::vector<std::string> told(const change& wrong) const
    {
        evidence e;
        std::vector<std::vector<variable>> right;
        for (const instance& i : truth) {
            e.scenes.emplace_back(i, e.scenes.size());
            right.push_back(variables_of(i.values));
            instance yours = i;
            wrong(yours);
            e.yours.push_back(variables_of(yours.values));
        }
        e.drawn = truth.size();
        const explanation x = relating(e).to({right});
        BOOST_TEST(x.whole);
        return sentences(x);
    }

    // db is twice the true one, but three times on one probe.
    explanation doubled_but_on(std::size_t probe, std::size_t drawn) const
    {
        evidence e;
        std::vector<std::vector<variable>> right;
        for (std::size_t k = 0; k < truth.size(); ++k) {
            e.scenes.emplace_back(truth[k], k);
            right.push_back(variables_of(truth[k].values));
            instance yours = truth[k];
            yours.values[db].value *= k == probe ? 3 : 2;
            e.yours.push_back(variables_of(yours.values));
        }
        e.drawn = drawn;
        return relating(e).to({right});
    }
};

using lines = std::vector<std::string>;

double given(const instance& i, const std::string& name)
{
    for (const auto* some : {&i.given, &i.known}) {
        for (const quantity& q : *some) {
            if (q.name == name) {
                return q.value;
            }
        }
    }
    BOOST_FAIL("no " + name);
    return 0;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(relations, neuron)

BOOST_AUTO_TEST_CASE(nothing_is_claimed_of_a_right_answer)
{
    BOOST_TEST(told([](instance&) {}) == lines{},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_factor_is_told_in_the_names_of_the_lesson)
{
    const auto all = told([](instance& i) {
        i.values[dw1].value *= given(i, "w1");
        i.values[dw2].value *= given(i, "w2");
    });
    BOOST_TEST(all == lines{"dw_i: yours is the true one times w_i"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(quantities_that_have_the_same_in_common_are_told_at_once)
{
    const auto all = told([](instance& i) {
        for (quantity& q : i.values) {
            q.value = is_count(q.name) ? q.value : -2 * q.value;
        }
    });
    BOOST_TEST(
        all ==
            lines{"dw_i, db: yours is 2 times the true one, with the other "
                  "sign"},
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_summand_is_told)
{
    const auto all =
        told([](instance& i) { i.values[db].value -= given(i, "b"); });
    BOOST_TEST(all == lines{"db: yours is the true one minus b"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_sum_in_the_place_of_an_intermediate_is_told)
{
    const auto all = told([](instance& i) {
        const double wrong =
            given(i, "d") + given(i, "t") * given(i, "t") - given(i, "b");
        i.values[dw1].value = -wrong * given(i, "x1");
        i.values[dw2].value = -wrong * given(i, "x2");
    });
    BOOST_TEST(all == lines{"dw_i: yours is the true one with d - b + t t in "
                            "place of d, with the other sign"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_entry_of_a_list_has_its_own_relation)
{
    const auto all =
        told([](instance& i) { i.values[dw2].value = given(i, "d"); });
    BOOST_TEST_REQUIRE(all.size() == 1u);
    BOOST_TEST(all[0].find("yours is the true one divided by x") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_value_in_the_place_of_another_is_told)
{
    const auto all = told([](instance& i) {
        std::swap(i.values[dw1].value, i.values[dw2].value);
    });
    BOOST_TEST(all ==
                   lines{"dw: yours has the right values in reversed order"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_several_steps_come_to_follows_from_the_first)
{
    const auto of = [](bool new_is_known) {
        evidence e;
        std::vector<std::vector<variable>> right;
        for (std::uint64_t seed = 1; seed <= 24; ++seed) {
            draws any(seed);
            const auto v = any.wholes(4);
            const bool one_step = seed % 2 == 1;
            const auto see = [&](double value) {
                observation o;
                o.give("w", v[0]);
                o.know("dw", v[1]);
                o.see(one_step ? "new w" : "w after", value);
                return o.instances[0];
            };
            const instance due = see(v[0] - v[1]);
            e.scenes.emplace_back(due, seed);
            right.push_back(variables_of(due.values));
            e.yours.push_back(variables_of(
                see(one_step && new_is_known ? v[0] + v[1] : v[2] * v[3])
                    .values));
        }
        e.drawn = e.scenes.size();
        return relating(e).to({right});
    };
    BOOST_TEST(of(true).whole);
    BOOST_TEST(sentences(of(true)) == (std::vector<std::string>{
                                          "new w: the step you take is the "
                                          "true step with the other sign"}),
               boost::test_tools::per_element());
    BOOST_TEST(!of(false).whole);
}

BOOST_AUTO_TEST_CASE(what_holds_on_all_probes_but_one_is_not_told)
{
    const explanation x = doubled_but_on(6, truth.size());
    BOOST_TEST(!x.whole);
    BOOST_TEST(x.relations.empty());
}

BOOST_AUTO_TEST_CASE(what_does_not_hold_on_fixed_numbers_is_not_told)
{
    const std::size_t last = truth.size() - 1;
    BOOST_TEST(doubled_but_on(last, last).relations.empty());
}

BOOST_AUTO_TEST_SUITE_END()
