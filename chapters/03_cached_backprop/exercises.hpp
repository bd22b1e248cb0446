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
// Give each layer a bias: $a_i = w_i a_{i-1} + b_i$, with $a_0 = x$ and the
// loss $\frac12 (a_n - t)^2$. Walk up and walk back, at any depth from 1 on,
// with at most four multiplications a layer. `dw[i]` belongs to `w[i]` and
// `db[i]` to `b[i]`.
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
// Take the chain of the chapter, $a_i = w_i a_{i-1}$, with the loss
// $\frac14 (a_n - t)^4$. Give the slope by each weight, at any depth from 1
// on, with at most five multiplications a layer.
//
// For $w = (1, 2, 3)$, $x = 1$ and $t = 4$ the slopes are $48, 24, 16$.
template <field T>
std::vector<T> slopes_of_fourth_power(const std::vector<T>& w, const T& x,
                                      const T& t)
{
    todo("3.2");
}

// ## 3.3 One weight for all
//
// All $n$ layers share one weight: $a_i = w \, a_{i-1}$, with the loss
// $\frac12 (a_n - t)^2$. Give the slope by this weight. There is at least one
// layer.
//
// For $w = 2$, $n = 3$, $x = 1$ and $t = 5$ it is 36.
template <field T>
T slope_of_shared_weight(const T& w, std::size_t n, const T& x, const T& t)
{
    todo("3.3");
}

}  // namespace answers
