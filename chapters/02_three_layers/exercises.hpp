#pragma once

#include <array>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;

// ## 2.1 A fourth layer
//
// Put one more layer behind the three: $y = w_1 x$, $z = w_2 y$, $u = w_3 z$
// and $e = w_4 u$, with the loss $\frac12 (e - t)^2$. Give the derivatives by
// $w_1, w_2, w_3, w_4$, in this order.
//
// For $w = (1, 2, 3, 1)$, $x = 1$ and $t = 5$ the error is 1, and they are
// $6, 3, 2, 6$.
template <field T>
std::array<T, 4> slopes_of_four_layers(const std::array<T, 4>& w, const T& x,
                                       const T& t)
{
    todo("2.1");
}

// ## 2.2 A bias in the middle
//
// Give the second layer a bias: $y = w_1 x$, $z = w_2 y + b$, $e = w_3 z$.
// Give the derivatives by $w_1, w_2, b, w_3$, in this order.
//
// For $w = (1, 2, 3)$, $b = 1$, $x = 1$ and $t = 8$ the error is 1, and they
// are $6, 3, 3, 3$.
template <field T>
std::array<T, 4> slopes_with_bias(const std::array<T, 3>& w, const T& b,
                                  const T& x, const T& t)
{
    todo("2.2");
}

// ## 2.3 Another loss
//
// Keep the three layers of the chapter and change the loss to
// $L = \frac12 (e^2 - t)^2$: now the *square* of the estimate should be the
// target. Give the derivatives by $w_1, w_2, w_3$.
//
// For $w = (1, 2, 1)$, $x = 1$ and $t = 3$ the estimate is 2, and they are
// $8, 4, 8$.
template <field T>
std::array<T, 3> slopes_of_square(const std::array<T, 3>& w, const T& x,
                                  const T& t)
{
    todo("2.3");
}

}  // namespace answers
