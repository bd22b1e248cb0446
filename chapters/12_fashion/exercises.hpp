#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "chapter/todo.hpp"

namespace answers {

using chainrule::todo;

// ## 12.1 Read a header
//
// An IDX file can hold more than pictures. It begins with two bytes 0, then 8
// for "bytes follow", then a byte that says how many dimensions there are.
// After that comes each dimension, as four bytes, the largest first. Return
// the dimensions. If the file is shorter than that, or one of the first three
// bytes is another, throw `std::invalid_argument`.
//
// The bytes 0, 0, 8, 2, 0, 0, 1, 4, 0, 0, 0, 3 give 260 and 3.
inline std::vector<std::uint32_t>
dimensions(const std::vector<std::uint8_t>& file)
{
    todo("12.1");
}

// ## 12.2 Found
//
// `counts[i][j]` says how many images of class $i$ were taken for class $j$.
// Return for each class which share of its images was found, from 0 to 1. For
// a class without images return 0.
//
// For the counts $(3, 1)$ and $(0, 2)$ the shares are $0.75$ and 1.
inline std::vector<double>
share_found(const std::vector<std::vector<int>>& counts)
{
    todo("12.2");
}

// ## 12.3 Among the best
//
// Sometimes it is enough if the right class is among the first few. Count the
// samples for which fewer than `k` classes have a *larger* output than the
// right one. `z[n]` are the outputs for sample `n`, and `right[n]` is its
// class.
//
// For the outputs $(1, 5, 3)$ and $(4, 2, 9)$, the right classes 2 and 1 and
// $k = 2$ the answer is 1: the first sample.
inline int among_the_best(const std::vector<std::vector<double>>& z,
                          const std::vector<int>& right, int k)
{
    todo("12.3");
}

}  // namespace answers
