#include "table.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "judge/expect.hpp"
#include "mistakes.hpp"

namespace chainrule::exercises {
namespace {

using judge::digits;
using judge::observation;

// ------------------------------------------------------------------ truth

// Forward: how much the last entry changes with one of them. This walks with
// the tape, from every entry, and hands nothing back.
values true_walk(const lines& tape)
{
    values slopes;
    for (std::size_t moving = 0; moving < tape.size(); ++moving) {
        values change(tape.size(), 0);
        change[moving] = 1;
        for (std::size_t i = moving + 1; i < tape.size(); ++i) {
            const line& e = tape[i];
            if (e.left != i) {
                change[i] =
                    change[e.left] * e.by_left + change[e.right] * e.by_right;
            }
        }
        slopes.push_back(change.back());
    }
    return slopes;
}

// Takes, again and again, the first node whose operands are all there. That is
// one right order of many; only what is asked of an order is compared.
nodes true_order(const graph& made_from, std::size_t result)
{
    nodes wanted{result};
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        for (const std::size_t earlier : made_from[wanted[at]]) {
            if (std::count(wanted.begin(), wanted.end(), earlier) == 0) {
                wanted.push_back(earlier);
            }
        }
    }
    std::sort(wanted.begin(), wanted.end());
    nodes order;
    while (order.size() < wanted.size()) {
        for (const std::size_t n : wanted) {
            const auto written = [&](std::size_t m) {
                return std::count(order.begin(), order.end(), m) > 0;
            };
            if (!written(n) && std::all_of(made_from[n].begin(),
                                           made_from[n].end(), written)) {
                order.push_back(n);
                break;
            }
        }
    }
    return order;
}

// ----------------------------------------------------------- observations

observation walk(const table& table, const lines& tape)
{
    observation o;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const line& e = tape[i];
        o.probe += i == 0 ? "" : ", ";
        o.probe += std::to_string(i) + ": ";
        o.probe += e.left == i
                       ? "input"
                       : digits(e.by_left) + " by " + std::to_string(e.left) +
                             " and " + digits(e.by_right) + " by " +
                             std::to_string(e.right);
    }
    o.add_all("slope ", table.walk(tape));
    return o;
}

std::size_t any_below(judge::random& engine, std::size_t n)
{
    return static_cast<std::size_t>(
               judge::whole(engine, 1, static_cast<int>(n))) -
           1;
}

// Three inputs and seven operations, among them a square and a fork.
observation observe_walk(const table& table, judge::random& engine)
{
    lines tape{{0, 0, 3, 5}, {1, 1, 2, 7}, {2, 2, 4, 6}};
    for (std::size_t i = 3; i < 10; ++i) {
        const std::size_t left = i == 4 ? 3 : any_below(engine, i);
        const std::size_t right = i == 4 || i == 5 ? 3
                                  : i == 9         ? 8
                                                   : any_below(engine, i);
        const values by = judge::wholes(engine, 2, 4);
        tape.push_back({i == 9 ? 5 : i == 8 ? 4 : left, right, by[0], by[1]});
    }
    return walk(table, tape);
}

observation order(const table& table, const graph& made_from,
                  std::size_t result)
{
    observation o;
    for (std::size_t i = 0; i < made_from.size(); ++i) {
        o.probe += (i == 0 ? "" : ", ") + std::to_string(i) + " from";
        for (const std::size_t earlier : made_from[i]) {
            o.probe += " " + std::to_string(earlier);
        }
        o.probe += made_from[i].empty() ? " nothing" : "";
    }
    o.probe += ", result " + std::to_string(result);
    const nodes given = table.order(made_from, result);
    o.add("number of nodes", static_cast<double>(given.size()));
    std::vector<bool> written(made_from.size(), false);
    bool behind = true;
    bool once = true;
    double sum = 0;
    for (const std::size_t n : given) {
        if (n >= made_from.size()) {
            o.add("a node that is not there", static_cast<double>(n));
            return o;
        }
        for (const std::size_t earlier : made_from[n]) {
            behind = behind && written[earlier];
        }
        once = once && !written[n];
        written[n] = true;
        sum += static_cast<double>(n * n);
    }
    o.add("whether each stands behind all it was made from", behind);
    o.add("whether each is there once", once);
    o.add("whether the result is the last",
          !given.empty() && given.back() == result);
    o.add("the sum of their squares", sum);
    return o;
}

// A graph whose nodes are numbered at random: a long way and a short one to
// the same node, and two nodes that nobody needs.
observation observe_order(const table& table, judge::random& engine)
{
    nodes name{0, 1, 2, 3, 4, 5, 6, 7};
    for (std::size_t i = name.size(); i > 1; --i) {
        std::swap(name[i - 1], name[any_below(engine, i)]);
    }
    graph made_from(name.size());
    const auto make = [&](std::size_t n, const nodes& from) {
        for (const std::size_t earlier : from) {
            made_from[name[n]].push_back(name[earlier]);
        }
    };
    make(1, {0});
    make(2, {1, 0});
    make(3, {2, 2});
    make(4, {0, 3});
    make(5, {4, 1});
    make(6, {5, 3});
    return order(table, made_from, name[5]);
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), {true_walk, true_order},
        {{"8.1",
          "slopes_of_tape(tape), with tape of type std::vector<entry<T>>; "
          "returns std::vector<T>",
          [](const table& t) { return t.walk != nullptr; }, observe_walk},
         {"8.2",
          "order_of(made_from, result), with made_from of type "
          "std::vector<std::vector<std::size_t>>, result of type "
          "std::size_t; returns std::vector<std::size_t>",
          [](const table& t) { return t.order != nullptr; }, observe_order}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_8_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(
        the_chapter(), walk,
        lines{{0, 0, 0, 0}, {1, 1, 0, 0}, {0, 1, 1, 1}, {2, 0, 3, 7}});
}

BOOST_AUTO_TEST_CASE(a_square_counts_both_edges)
{
    judge::expect_the_truth(the_chapter(), walk,
                            lines{{0, 0, 2, 5}, {0, 0, 3, 3}});
}

BOOST_AUTO_TEST_CASE(two_ways_that_meet_are_added)
{
    judge::expect_the_truth(
        the_chapter(), walk,
        lines{{0, 0, 2, 5}, {0, 0, 1, 1}, {1, 1, 1, 1}, {2, 1, 3, 5}});
}

BOOST_AUTO_TEST_CASE(every_slope_is_right_on_any_tape)
{
    judge::compare_on_probes(the_chapter(), "8.1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_8_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), order, graph{{2, 1}, {2}, {}},
                            std::size_t{0});
}

BOOST_AUTO_TEST_CASE(a_long_way_counts_more_than_a_short_one)
{
    judge::expect_the_truth(the_chapter(), order,
                            graph{{}, {0}, {1}, {2, 0}, {0, 3}},
                            std::size_t{4});
}

BOOST_AUTO_TEST_CASE(any_graph_will_do)
{
    judge::compare_on_probes(the_chapter(), "8.2");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
