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

BOOST_AUTO_TEST_CASE(lists_that_are_too_long_for_the_answer_are_told)
{
    const auto told = [](auto is_wrong) {
        std::vector<instance> right;
        std::vector<instance> yours;
        for (std::size_t k = 0; k < 16; ++k) {
            const std::size_t n = 1 + k % 5;
            observation o;
            o.give("w", std::vector<double>(n, 2), "x", 3);
            o.see("y", double(k));
            right.push_back(o.instances[0]);
            yours.push_back(o.instances[0]);
            yours[k].values[0].value += is_wrong(n, k) ? 1 : 0;
        }
        const places p = condition(yours, right);
        BOOST_TEST(p.whole == !p.sentences.empty());
        return p.sentences.empty() ? "nothing" : p.sentences[0];
    };
    const auto above = [&](std::size_t most) {
        return told([=](std::size_t n, std::size_t) { return n > most; });
    };
    BOOST_TEST(above(3) ==
               "yours is wrong exactly where w has more than 3 numbers");
    BOOST_TEST(told([](std::size_t n, std::size_t) { return n < 3; }) ==
               "yours is wrong exactly where w has fewer than 3 numbers");
    // One size alone is an edge, and one other place is enough.
    BOOST_TEST(above(1) == "nothing");
    BOOST_TEST(told([](std::size_t n, std::size_t k) {
                   return n > 3 || k == 0;
               }) == "nothing");
}

BOOST_AUTO_TEST_SUITE_END()
