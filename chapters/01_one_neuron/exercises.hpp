#pragma once

#include <array>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;

// ## 1.1 A weight for a product
//
// Give the neuron a third weight. It stands beside the product of the two
// inputs:
//
// $$ e = w_1 x_1 + w_2 x_2 + w_3 \, x_1 x_2 + b. $$
//
// The loss is $\frac12 (e - t)^2$, as in the chapter. Give the four slopes, in
// the order $w_1, w_2, w_3, b$. (This neuron can do what that of the chapter
// cannot: with $w = (0, 0, 2)$ and $b = -1$ it answers AND without any error.)
//
// For $w = (7, -2, 4)$, $b = 9$, $x = (2, 5)$ and $t = 50$ the error is 3, and
// the slopes are $6, 15, 30, 3$.
template <field T>
std::array<T, 4> slopes_with_product(const std::array<T, 3>& w, const T& b,
                                     const std::array<T, 2>& x, const T& t)
{
    todo("1.1");
}

// ## 1.2 All at once
//
// This step of a neuron with one input, $e = w x + b$, moves its bias before
// it has taken the slope by the weight. Repair it: both slopes first. It
// returns the new $w$ and the new $b$.
//
// For $w = 4$, $b = 5$, $x = 3$, $t = 11$ and the rate $\frac14$ the error is
// 6, and the new values are $-\frac12$ and $\frac72$.
template <field T>
std::array<T, 2> step_all_at_once(T w, T b, const T& x, const T& t,
                                  const T& rate)
{
    todo("1.2");  // Remove this line and repair the others.
    b = b - rate * (w * x + b - t);
    w = w - rate * (w * x + b - t) * x;
    return {w, b};
}

// ## 1.3 A batch
//
// A **batch** is a handful of samples that are learned together. Its loss is
// the mean of the losses of its samples. For the neuron $e = w x + b$ give
// the slopes of that mean by $w$ and by $b$. Sample $i$ is `x[i]` with the
// target `t[i]`, and there is at least one.
//
// For $w = 2$, $b = 13$ and the three samples $(4, 9)$, $(6, 16)$ and
// $(-5, 6)$ the errors are 12, 9 and $-3$, and the slopes 39 and 6.
template <field T>
std::array<T, 2> slopes_of_batch(const T& w, const T& b,
                                 const std::vector<T>& x,
                                 const std::vector<T>& t)
{
    todo("1.3");
}

}  // namespace answers
