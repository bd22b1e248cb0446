#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;

// ## 3.1 A bias in each layer
//
// Give each of the $n$ layers a bias: $a_i = w_i a_{i-1} + b_i$, with
// $a_0 = x$ and the loss $\frac12 (a_n - t)^2$. Give the slope by each weight
// and by each bias. There is at least one layer.
//
// The four lists `w`, `b`, `dw` and `db` have one entry for each layer, so
// all have the length $n$. They are counted from zero: layer 1 has `w[0]` and
// `b[0]`, and the slopes by these are `dw[0]` and `db[0]`.
//
// The work may not grow faster than $n$: with twelve layers a call may do 48
// multiplications in all, on the walk up and the walk back together. Divisions
// count as multiplications; sums and differences do not count.
//
// For $w = (2, 3)$, $b = (1, 4)$, $x = 5$ and $t = 35$ the error is 2,
// `dw` is $(30, 22)$ and `db` is $(6, 2)$.
template <field T>
struct slopes {
    std::vector<T> dw, db;
};

template <field T>
slopes<T> slopes_with_biases(const std::vector<T>& w, const std::vector<T>& b,
                             const T& x, const T& t)
{
    todo("3.1");
}

// ## 3.2 A steeper loss
//
// Take the chain of the chapter, $a_i = w_i a_{i-1}$ with $a_0 = x$ and $n$
// layers, and the loss $\frac14 (a_n - t)^4$. Give the slope by each weight.
// There is at least one layer.
//
// The list `w` and the list that you return have the length $n$. The slope by
// `w[0]`, the weight of layer 1, comes first.
//
// The work may not grow faster than $n$: with twelve layers a call may do 60
// multiplications in all, counted as in 3.1.
//
// For $w = (4, \frac12, 5)$, $x = 3$ and $t = 32$ the error is $-2$, and the
// slopes are $-60, -480, -48$.
template <field T>
std::vector<T> slopes_of_fourth_power(const std::vector<T>& w, const T& x,
                                      const T& t)
{
    todo("3.2");
}

// ## 3.3 One weight for all
//
// All $n$ layers share one weight: $a_i = w \, a_{i-1}$, with $a_0 = x$ and the
// loss $\frac12 (a_n - t)^2$. Give the slope by this weight. There is at least
// one layer.
//
// For $w = 2$, $n = 3$, $x = 5$ and $t = 34$ the error is 6, and the slope is
// 360.
template <field T>
T slope_of_shared_weight(const T& w, std::size_t n, const T& x, const T& t)
{
    todo("3.3");
}

}  // namespace answers
