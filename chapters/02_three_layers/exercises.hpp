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
// For $w = (3, 4, 2, 5)$, $x = \frac12$ and $t = 53$ the error is 7, and they
// are $140, 105, 210, 84$.
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
// For $w = (4, 3, 5)$, $b = -9$, $x = 2$ and $t = 69$ the error is 6, and they
// are $180, 240, 30, 90$.
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
// target. Give the derivatives by $w_1, w_2, w_3$, in this order.
//
// For $w = (4, 3, \frac14)$, $x = 2$ and $t = 31$ the estimate is 6, and they
// are $90, 120, 1440$.
template <field T>
std::array<T, 3> slopes_of_square(const std::array<T, 3>& w, const T& x,
                                  const T& t)
{
    todo("2.3");
}

}  // namespace answers
