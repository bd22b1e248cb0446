/// \file
/// Wrong answers to the exercises of chapter 08 that have a name.
#pragma once

#include <algorithm>

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    set_for_add,
    from_the_front,
    at_once,
    edge_left_out,
    left_only,
    right_only,
    square_counted_once,
    last_not_begun,
    edges_exchanged,
    input_takes_itself,
    backwards,
    every_way,
    level_by_level,
    all_nodes,
    result_left_out,
    first_edge_only
};

template <slip S>
values wrong_walk(const lines& tape)
{
    values slopes(tape.size(), 0);
    slopes.back() = S == slip::last_not_begun ? 0 : 1;
    const std::size_t n = tape.size();
    for (std::size_t step = 0; step < n; ++step) {
        const std::size_t i = S == slip::from_the_front ? step : n - 1 - step;
        const line& e = tape[i];
        if (e.left == i && S != slip::input_takes_itself) {
            continue;
        }
        const double slope = slopes[i];
        const bool exchanged = S == slip::edges_exchanged;
        const double l = slope * (S == slip::edge_left_out ? 1
                                  : exchanged              ? e.by_right
                                                           : e.by_left);
        const double r = slope * (S == slip::edge_left_out ? 1
                                  : exchanged              ? e.by_left
                                                           : e.by_right);
        const double add = S == slip::set_for_add ? 0 : 1;
        if (S != slip::right_only) {
            slopes[e.left] = add * slopes[e.left] + l;
        }
        const bool square =
            S == slip::square_counted_once && e.left == e.right;
        if (S != slip::left_only && !square) {
            slopes[e.right] = add * slopes[e.right] + r;
        }
    }
    return slopes;
}

// Hands on node by node, as each is met.
inline void at_once(const lines& tape, std::size_t i, values& slopes)
{
    const line& e = tape[i];
    if (e.left == i) {
        return;
    }
    slopes[e.left] += slopes[i] * e.by_left;
    at_once(tape, e.left, slopes);
    slopes[e.right] += slopes[i] * e.by_right;
    at_once(tape, e.right, slopes);
}

template <slip S>
void wrong_visit(const graph& made_from, std::size_t node, nodes& order)
{
    const bool seen =
        std::find(order.begin(), order.end(), node) != order.end();
    if (seen && S != slip::every_way) {
        return;
    }
    if (S == slip::backwards) {
        order.push_back(node);
    }
    for (const std::size_t earlier : made_from[node]) {
        wrong_visit<S>(made_from, earlier, order);
        if (S == slip::first_edge_only) {
            break;
        }
    }
    if (S != slip::backwards) {
        order.push_back(node);
    }
}

template <slip S>
nodes wrong_order(const graph& made_from, std::size_t result)
{
    nodes order;
    if (S == slip::level_by_level) {
        order = {result};
        for (std::size_t at = 0; at < order.size(); ++at) {
            for (const std::size_t earlier : made_from[order[at]]) {
                if (std::find(order.begin(), order.end(), earlier) ==
                    order.end()) {
                    order.push_back(earlier);
                }
            }
        }
        std::reverse(order.begin(), order.end());
        return order;
    }
    if (S == slip::all_nodes) {
        for (std::size_t i = 0; i < made_from.size(); ++i) {
            wrong_visit<S>(made_from, i, order);
        }
        return order;
    }
    wrong_visit<S>(made_from, result, order);
    if (S == slip::result_left_out) {
        order.pop_back();
    }
    return order;
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"8.1", "set-instead-of-add",
          "A slope is set where it should be added to.",
          "A number that is used twice gets a slope over both ways.",
          "A fork adds"},
         [](table& t) { t.walk = wrong_walk<slip::set_for_add>; }},
        {{"8.1", "from-the-front",
          "The walk goes from the first entry to the last.",
          "Only the slope of the last entry is known in the beginning.",
          "A tape"},
         [](table& t) { t.walk = wrong_walk<slip::from_the_front>; }},
        {{"8.1", "handed-on-at-once",
          "Slopes are handed on before they are complete.",
          "Wait until every entry that was made from it has had its turn. "
          "The order of the tape sees to that.",
          "In which order?"},
         [](table& t) {
             t.walk = [](const lines& tape) {
                 values slopes(tape.size(), 0);
                 slopes.back() = 1;
                 at_once(tape, tape.size() - 1, slopes);
                 return slopes;
             };
         }},
        {{"8.1", "edge-left-out", "Slopes are handed on as they are.",
          "On its way over an edge a slope is multiplied by what stands "
          "there.",
          "Numbers that remember"},
         [](table& t) { t.walk = wrong_walk<slip::edge_left_out>; }},
        {{"8.1", "left-only", "Only the left operand gets a slope.",
          "An operation has two operands.", "Numbers that remember"},
         [](table& t) { t.walk = wrong_walk<slip::left_only>; }},
        {{"8.1", "right-only", "Only the right operand gets a slope.",
          "An operation has two operands.", "Numbers that remember"},
         [](table& t) { t.walk = wrong_walk<slip::right_only>; }},
        {{"8.1", "square-counted-once",
          "Where both operands are one entry, it gets half of its slope.",
          "In x * x both edges count, though they lead to the same place.",
          "A fork adds"},
         [](table& t) { t.walk = wrong_walk<slip::square_counted_once>; }},
        {{"8.1", "result-without-slope", "All slopes are zero.",
          "The slope of a number by itself is 1. The walk begins with it.",
          "A fork adds"},
         [](table& t) { t.walk = wrong_walk<slip::last_not_begun>; }},
        {{"8.1", "edges-exchanged",
          "The left operand gets what belongs to the right one.",
          "Each operand has a slope of its own in the entry.",
          "Numbers that remember"},
         [](table& t) { t.walk = wrong_walk<slip::edges_exchanged>; }},
        {{"8.1", "input-takes-itself",
          "An input hands its slope on to itself.",
          "An input names itself as both operands. It was made from nothing.",
          "A tape"},
         [](table& t) { t.walk = wrong_walk<slip::input_takes_itself>; }},

        {{"8.2", "backwards", "A node stands before what it was made from.",
          "Write a node down when everything before it is written.",
          "In which order?"},
         [](table& t) { t.order = wrong_order<slip::backwards>; }},
        {{"8.2", "level-by-level",
          "Nodes are ordered by their distance from the result.",
          "A short way and a long one may lead to the same node. Which of "
          "them decides?",
          "In which order?"},
         [](table& t) { t.order = wrong_order<slip::level_by_level>; }},
        {{"8.2", "once-for-each-way",
          "A node stands in the order once for every way that leads to it.",
          "Remember which nodes were visited.", "In which order?"},
         [](table& t) { t.order = wrong_order<slip::every_way>; }},
        {{"8.2", "all-nodes",
          "Nodes are listed that the result does not depend on.",
          "Begin at the result, not at the first node.", "In which order?"},
         [](table& t) { t.order = wrong_order<slip::all_nodes>; }},
        {{"8.2", "result-left-out", "The result itself is missing.",
          "Its own slope is where the walk begins.", "In which order?"},
         [](table& t) { t.order = wrong_order<slip::result_left_out>; }},
        {{"8.2", "first-edge-only",
          "Only the first operand of each node is followed.",
          "A node was made from several. Does the loop end too soon?",
          "In which order?"},
         [](table& t) { t.order = wrong_order<slip::first_edge_only>; }},
    };
}

}  // namespace chainrule::exercises
