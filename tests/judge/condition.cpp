#include "judge/condition.hpp"

#include <boost/test/unit_test.hpp>

using namespace chainrule::judge;

namespace {

// Sixteen instances of three conditions; yes is right where a and b hold.
struct sixteen {
    std::vector<instance> truth;

    sixteen()
    {
        for (int k = 0; k < 16; ++k) {
            observation o;
            o.give("k", k);
            o.know("whether a holds", a(k));
            o.know("whether b holds", b(k));
            o.know("whether c holds", c(k));
            o.see("whether it is so", a(k) && b(k));
            truth.push_back(o.instances[0]);
        }
    }
    static bool a(int k) { return k % 2 == 1; }
    static bool b(int k) { return k % 4 > 1; }
    static bool c(int k) { return k % 8 > 3; }

    template <class Answer>
    places of(Answer answer) const
    {
        std::vector<instance> yours = truth;
        for (int k = 0; k < 16; ++k) {
            yours[std::size_t(k)].values[0].value = answer(k) ? 1 : 0;
        }
        return condition(yours, truth);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(conditions, sixteen)

BOOST_AUTO_TEST_CASE(nothing_is_said_of_a_right_answer)
{
    const places p = of([](int k) { return a(k) && b(k); });
    BOOST_TEST(p.sentences.empty());
    BOOST_TEST(!p.whole);
}

BOOST_AUTO_TEST_CASE(another_condition_is_recognised)
{
    const places p = of([](int k) { return a(k) && c(k); });
    BOOST_TEST(p.whole);
    BOOST_TEST(p.sentences.at(0) ==
               "yours says yes exactly where a holds and c holds");
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_always_the_same_is_told)
{
    BOOST_TEST(of([](int) { return true; }).sentences.at(0) ==
               "yours always says yes");
}

BOOST_AUTO_TEST_CASE(the_opposite_is_told)
{
    const places p = of([](int k) { return !(a(k) && b(k)); });
    BOOST_TEST(p.whole);
    BOOST_TEST(p.sentences.at(0) == "yours says no where yes is right, and "
                                    "yes where no is right");
}

BOOST_AUTO_TEST_CASE(where_it_wrongly_says_no_is_told)
{
    const places p = of([](int k) { return a(k) && b(k) && c(k); });
    BOOST_TEST(p.whole);
    BOOST_TEST(p.sentences.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_no_condition_tells_apart_is_not_explained)
{
    const places p = of([](int k) { return (a(k) && b(k)) != (k == 7); });
    BOOST_TEST(!p.whole);
    BOOST_TEST(p.sentences.empty());
}

BOOST_AUTO_TEST_SUITE_END()
