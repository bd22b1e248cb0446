#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;

// ## 8.1 Your own walk
//
// From the last entry to the first each slope is complete when its turn
// comes. An input has nobody to hand on to.
template <field T>
struct entry {
    std::size_t left, right;
    T by_left, by_right;
};

template <field T>
std::vector<T> slopes_of_tape(const std::vector<entry<T>>& tape)
{
    std::vector<T> slopes(tape.size(), T(0));
    slopes.back() = T(1);
    for (std::size_t i = tape.size(); i-- > 0;) {
        const entry<T>& e = tape[i];
        if (e.left == i) {
            continue;
        }
        slopes[e.left] = slopes[e.left] + slopes[i] * e.by_left;
        slopes[e.right] = slopes[e.right] + slopes[i] * e.by_right;
    }
    return slopes;
}

// ## 8.2 Your own order
//
// Before a node is written down, all that it was made from is. A node that
// was seen is not visited again.
inline void visit(const std::vector<std::vector<std::size_t>>& made_from,
                  std::size_t node, std::vector<bool>& seen,
                  std::vector<std::size_t>& order)
{
    if (seen[node]) {
        return;
    }
    seen[node] = true;
    for (const std::size_t earlier : made_from[node]) {
        visit(made_from, earlier, seen, order);
    }
    order.push_back(node);
}

inline std::vector<std::size_t>
order_of(const std::vector<std::vector<std::size_t>>& made_from,
         std::size_t result)
{
    std::vector<bool> seen(made_from.size(), false);
    std::vector<std::size_t> order;
    visit(made_from, result, seen, order);
    return order;
}

}  // namespace answers
