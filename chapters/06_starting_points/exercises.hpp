#pragma once

#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;

// ## 6.1 The slopes of a product
//
// For $n$ weights with the product $p$ and the loss $\frac12 (p - t)^2$ give
// the slope by each weight: $p - t$ times the product of all *other* weights.
// A weight may be zero, so do not divide. And there are many weights: at most
// five multiplications for each of them.
//
// For $w = (2, 0, 5)$ and $t = 1$ the slopes are $0, -10, 0$.
template <field T>
std::vector<T> slopes_of_product(const std::vector<T>& w, const T& t)
{
    todo("6.1");
}

// ## 6.2 Does it learn?
//
// A network of any number of weights trains $e = p x$, in small steps, until
// $p$ is the target: 1 or $-1$. Say from the start alone whether it will
// learn, in exact arithmetic. There is at least one weight.
//
// With the target $-1$, the start $(0.1, 0.2, 0.2)$ learns and
// $(0.2, 0.2, 0.3)$ does not. With the target 1 both learn.
inline bool learns(const std::vector<double>& w, double target)
{
    todo("6.2");
}

}  // namespace answers
