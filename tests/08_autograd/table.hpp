#pragma once

#include <cstddef>
#include <vector>

namespace chainrule::exercises {

using values = std::vector<double>;
using nodes = std::vector<std::size_t>;
using graph = std::vector<nodes>;

/// An entry of a tape, as the exercise describes it.
struct line {
    std::size_t left, right;
    double by_left, by_right;
};

using lines = std::vector<line>;

struct table {
    values (*walk)(const lines& tape);
    nodes (*order)(const graph& made_from, std::size_t result);
};

table given_answers();

}  // namespace chainrule::exercises
