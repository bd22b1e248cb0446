#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;

// ## 8.1 Your own walk
//
// Here is a tape as plain entries. An entry is made from the entries `left`
// and `right` before it, and `by_left` and `by_right` are its slopes by them.
// An input names itself as both. Give the slope of the last entry by every
// entry, in the order of the tape. There is at least one entry.
//
// Two inputs 3 and 4, their sum, and the sum times the first input make four
// entries. The slopes are $10, 3, 3, 1$.
template <field T>
struct entry {
    std::size_t left, right;
    T by_left, by_right;
};

template <field T>
std::vector<T> slopes_of_tape(const std::vector<entry<T>>& tape)
{
    todo("8.1");
}

// ## 8.2 Your own order
//
// Now a graph whose nodes come in any order: `made_from[i]` are the nodes that
// node `i` was made from. Give the nodes that `result` depends on, itself
// included, in an order in which each stands behind all that it was made
// from. Each node once, and no others. The graph has no circle.
//
// If node 0 was made from 2 and 1, node 1 from 2, and node 2 from nothing,
// the order for the result 0 is $2, 1, 0$.
inline std::vector<std::size_t>
order_of(const std::vector<std::vector<std::size_t>>& made_from,
         std::size_t result)
{
    todo("8.2");
}

}  // namespace answers
