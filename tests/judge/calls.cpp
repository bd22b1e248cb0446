#include "judge/calls.hpp"

#include <boost/test/unit_test.hpp>
#include <functional>

#include "judge/draws.hpp"

using namespace chainrule::judge;

namespace {

using list_of_numbers = std::vector<double>;

// A slope by two points, of a function that is not looked at.
struct of_a_number {
    using answer = std::function<void(const std::function<void(double)>& f,
                                      double x, double h)>;

    static std::vector<instance> gave(const answer& calls)
    {
        std::vector<instance> all;
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            draws any(seed);
            observation o;
            const double x = any.whole();
            const double h = any.whole(1, 3);
            o.give("x", x, "h", h);
            calls([&](double at) { o.called("f", at); }, x, h);
            o.see("slope", 0);
            all.push_back(o.instances[0]);
        }
        return all;
    }

    static std::vector<std::string> said(const answer& calls)
    {
        const auto right = gave([](const auto& f, double x, double h) {
            f(x + h);
            f(x - h);
        });
        return said_of_calls(gave(calls), right, right);
    }
};

// A check of three slopes: yes or no.
struct of_a_list {
    using answer = std::function<bool(
        const std::function<void(const list_of_numbers&)>& f,
        list_of_numbers at, bool right)>;

    static std::vector<instance> gave(const answer& calls)
    {
        std::vector<instance> all;
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            draws any(seed);
            const list_of_numbers at = any.wholes(3);
            for (const bool right : {true, false}) {
                observation o;
                o.give("at", at);
                const bool yes =
                    calls([&](const list_of_numbers& p) { o.called("f", p); },
                          at, right);
                o.see("whether it passes", yes);
                all.push_back(o.instances[0]);
            }
        }
        return all;
    }

    static std::vector<std::string> said(const answer& calls)
    {
        // It ends at the last entry, where that is wrong.
        const auto truth = gave([](const auto& f, auto at, bool right) {
            for (double& each : at) {
                const double before = each;
                f((each = before + 0.5, at));
                f((each = before - 0.5, at));
                each = before;
            }
            return right;
        });
        return said_of_calls(gave(calls), truth, truth);
    }
};

using sentences = std::vector<std::string>;

void is_said(const sentences& all, const sentences& expected)
{
    BOOST_TEST(all == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calls_of_a_number)

BOOST_AUTO_TEST_CASE(more_calls_in_another_order_are_no_mistake)
{
    is_said(of_a_number::said([](const auto& f, double x, double h) {
                f(x);
                f(x - h);
                f(x + h + h - h);
                f(x - h);
            }),
            {});
}

BOOST_AUTO_TEST_CASE(a_place_that_is_never_called_is_told_with_what_is)
{
    is_said(of_a_number::said([](const auto& f, double x, double h) {
                f(x + h);
                f(x);
            }),
            {"f is never called at x - h, but at x"});
    is_said(of_a_number::said([](const auto& f, double x, double h) {
                f(x + h / 2);
                f(x - h / 2);
            }),
            {"f is never called at x + h and x - h, but at x + h / 2 and x - "
             "h / 2"});
    is_said(of_a_number::said(
                [](const auto& f, double x, double h) { f(x + 7 * h); }),
            {"f is never called at x + h and x - h"});
    is_said(of_a_number::said([](const auto&, double, double) {}),
            {"f is never called"});
}

BOOST_AUTO_TEST_CASE(what_is_so_on_some_instances_only_is_not_told)
{
    is_said(of_a_number::said([](const auto& f, double x, double h) {
                f(x + h);
                f(x > 0 ? x : x - h);
            }),
            {});
}

BOOST_AUTO_TEST_CASE(too_many_calls_tell_nothing)
{
    const auto many = [](const auto& f, double x, double) {
        for (int i = 0; i < 101; ++i) {
            f(x);
        }
    };
    BOOST_TEST(!of_a_number::gave(many)[0].calls);
    is_said(of_a_number::said(many), {});
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(calls_of_a_list)

// One entry, up and down or to one side.
void step(const std::function<void(const list_of_numbers&)>& f,
          list_of_numbers at, std::size_t i, list_of_numbers by)
{
    for (const double each : by) {
        auto moved = at;
        moved[i] += each;
        f(moved);
    }
}

BOOST_AUTO_TEST_CASE(other_steps_from_the_last_to_the_first_are_no_mistake)
{
    is_said(of_a_list::said([](const auto& f, auto at, bool) {
                f(at);
                for (const std::size_t i : {2U, 1U, 0U}) {
                    step(f, at, i, {-0.25, 0.25, 1});
                }
                return true;
            }),
            {});
}

BOOST_AUTO_TEST_CASE(what_is_not_put_back_is_told)
{
    is_said(of_a_list::said([](const auto& f, auto at, bool right) {
                for (double& each : at) {
                    f((each += 0.5, at));
                    f((each -= 1, at));
                }
                return right;
            }),
            {"what was moved is not put back before the next number of at is "
             "moved"});
}

BOOST_AUTO_TEST_CASE(what_is_moved_at_once_is_told)
{
    is_said(of_a_list::said([](const auto& f, auto at, bool right) {
                f({at[0] + 1, at[1] + 1, at[2] + 1});
                f({at[0] - 1, at[1] - 1, at[2] - 1});
                return right;
            }),
            {"f is called with several numbers of at moved at once"});
}

BOOST_AUTO_TEST_CASE(a_function_that_is_called_at_one_point_is_told)
{
    is_said(of_a_list::said([](const auto& f, auto at, bool) {
                f(at);
                return true;
            }),
            {"no number of at is ever moved"});
}

BOOST_AUTO_TEST_CASE(an_entry_alone_is_told_where_the_answer_is_wrongly_yes)
{
    const auto first = [](bool always) {
        return of_a_list::said([=](const auto& f, auto at, bool right) {
            step(f, at, 0, {0.5, -0.5});
            return always || right;
        });
    };
    is_said(first(true), {"wherever the answer is yes, only the first number "
                          "of at was moved"});
    is_said(first(false), {});
}

BOOST_AUTO_TEST_CASE(one_side_is_told_where_the_answer_is_wrongly_no)
{
    const auto to_one_side = [](const list_of_numbers& by) {
        return of_a_list::said([=](const auto& f, auto at, bool) {
            f(at);
            for (const std::size_t i : {0U, 1U, 2U}) {
                step(f, at, i, by);
            }
            return false;
        });
    };
    is_said(to_one_side({0.5}),
            {"the numbers of at are moved up, and never down"});
    is_said(to_one_side({-0.5}),
            {"the numbers of at are moved down, and never up"});
    is_said(to_one_side({0.5, 0.25}), {});
    is_said(to_one_side({0.5, -0.5}), {});
}

BOOST_AUTO_TEST_SUITE_END()
