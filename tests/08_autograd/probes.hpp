// How the answers to chapter 08 are asked, and what is looked at.
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

using nodes = std::vector<std::size_t>;
using graph = std::vector<nodes>;

std::size_t any_below(draws& any, std::size_t n)
{
    return any.size(1, static_cast<int>(n)) - 1;
}

// ## 8.1
using tape_of_entries = std::vector<entry<double>>;

void ask(observation& o, const tape_of_entries& tape)
{
    std::string shown;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const entry<double>& e = tape[i];
        shown += (i == 0 ? "" : ", ") + std::to_string(i) + ": ";
        shown += e.left == i
                     ? "input"
                     : digits(e.by_left) + " by " + std::to_string(e.left) +
                           " and " + digits(e.by_right) + " by " +
                           std::to_string(e.right);
    }
    o.say("tape", shown);
    const auto slopes = slopes_of_tape(tape);
    o.see("number of slopes", static_cast<double>(slopes.size()));
    for (std::size_t i = 0; i < slopes.size(); ++i) {
        o.see("slope by entry " + std::to_string(i), slopes[i]);
    }
}

void the_example_comes_out(observation& o)
{
    ask(o, {{0, 0, 0, 0}, {1, 1, 0, 0}, {0, 1, 1, 1}, {2, 0, 3, 7}});
}

void a_square_counts_both_edges(observation& o)
{
    ask(o, {{0, 0, 2, 5}, {0, 0, 3, 3}});
}

void two_ways_that_meet_are_added(observation& o)
{
    ask(o, {{0, 0, 2, 5}, {0, 0, 1, 1}, {1, 1, 1, 1}, {2, 1, 3, 5}});
}

// Three inputs and seven operations, among them a square and a fork.
void every_slope_is_right_on_any_tape(observation& o, draws& any)
{
    tape_of_entries tape{{0, 0, 3, 5}, {1, 1, 2, 7}, {2, 2, 4, 6}};
    for (std::size_t i = 3; i < 10; ++i) {
        const std::size_t left = i == 4   ? 3
                                 : i == 8 ? 4
                                 : i == 9 ? 5
                                          : any_below(any, i);
        const std::size_t right = i == 4 || i == 5 ? 3
                                  : i == 9         ? 8
                                                   : any_below(any, i);
        const std::vector<double> by = any.wholes(2, 4);
        tape.push_back({left, right, by[0], by[1]});
    }
    ask(o, tape);
}

void slopes_need_not_be_whole(observation& o)
{
    ask(o, {{0, 0, 0.5, 0.5},
            {1, 1, 0.5, 0.5},
            {0, 1, 1000.125, -0.75},
            {2, 1, 1000.125, -1.5},
            {3, 2, -0.625, 0.25}});
    ask(o, {{0, 0, 0, 0}, {0, 0, 1.1, 0.7}, {1, 0, 1.3, -0.2}});
}

// An input alone, and an entry that nothing was made from.
void the_last_entry_may_stand_alone(observation& o)
{
    ask(o, {{0, 0, 2, 5}});
    ask(o, {{0, 0, 2, 5}, {0, 0, 3, 4}, {2, 2, 7, 6}});
}

// ## 8.2
void ask(observation& o, const graph& made_from, std::size_t result)
{
    for (std::size_t i = 0; i < made_from.size(); ++i) {
        o.say("node " + std::to_string(i) + " made from", list(made_from[i]));
    }
    o.give("result", result);
    const nodes order = order_of(made_from, result);
    std::vector<int> times(made_from.size(), 0);
    bool behind = true;
    int strange = 0;
    for (const std::size_t n : order) {
        if (n >= made_from.size()) {
            ++strange;
            continue;
        }
        for (const std::size_t earlier : made_from[n]) {
            behind = behind && times[earlier] > 0;
        }
        ++times[n];
    }
    o.see("number of nodes", static_cast<double>(order.size()));
    o.see("number of nodes that are not there", strange);
    o.see("whether each stands behind all it was made from", behind);
    o.see("whether the result is the last",
          !order.empty() && order.back() == result);
    for (std::size_t i = 0; i < times.size(); ++i) {
        o.see("number of times that node " + std::to_string(i) +
                  " is in the order",
              times[i]);
    }
}

void the_example_comes_out(observation& o)
{
    ask(o, {{2, 1}, {2}, {}}, 0);
}

void a_long_way_counts_more_than_a_short_one(observation& o)
{
    ask(o, {{}, {0}, {1}, {2, 0}, {0, 3}}, 4);
}

void a_result_may_be_made_from_nothing(observation& o)
{
    ask(o, {{}, {0}}, 0);
}

// The nodes are numbered at random: a long way and a short one to the same
// node, and two nodes that nobody needs.
void any_graph_will_do(observation& o, draws& any)
{
    nodes name(8);
    std::iota(name.begin(), name.end(), std::size_t{0});
    for (std::size_t i = name.size(); i > 1; --i) {
        std::swap(name[i - 1], name[any_below(any, i)]);
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
    ask(o, made_from, name[5]);
}
