#pragma once

#include <vector>

#include "chapter/todo.hpp"

namespace answers {

using chainrule::todo;

// ## 6.1 Where does it end?
//
// A network of any number of weights trains $e = p x$ until $p$ is `target`.
// Its steps are so small that every difference of two squares stays as it is.
// Return the weights to which the run comes nearer and nearer, without making
// it. There is at least one weight, and the target is not 0. A start at which
// every slope is 0 is the end of its run.
//
// From $(-7, 8, 13)$ with the target $-44$ it ends at $(-1, 4, 11)$. From
// $(1, 4, 11)$ with the target $-728$ it ends at $(-7, 8, 13)$. From
// $(3, 5, 3)$ with the target $-2$ it ends at $(0, 4, 0)$.
inline std::vector<double> end_of_run(const std::vector<double>& w,
                                      double target)
{
    todo("6.1");
}

// ## 6.2 Does it learn?
//
// A network of any number of weights trains $e = p x$, in small steps, until
// $p$ is the target: 1 or $-1$. Say from the start alone whether it will
// learn, in exact arithmetic. There is at least one weight. Weights may be
// zero: a single zero can move, and of two or more none does. In exact
// arithmetic no product of other numbers is zero, and sizes that differ by very
// little are not tied.
//
// With the target $-1$, the start $(0.1, 0.2, 0.2)$ learns and
// $(0.2, 0.2, 0.3)$ does not. With the target 1 both learn.
inline bool learns(const std::vector<double>& w, double target)
{
    todo("6.2");
}

}  // namespace answers
