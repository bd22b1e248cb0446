#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;

// ## 4.1 Repair the step
//
// These are the article's lines. Repair them, so that every slope is handed
// back through a weight that has not moved. The function returns the three
// new weights.
//
// For $w = (2, 3, 5)$, $x = 1$, $t = 29$ and the rate 1 the slopes are
// $15, 10, 6$, and the new weights $-13, -7, -1$.
template <field T>
std::array<T, 3> repaired_step(std::array<T, 3> w, const T& x, const T& t,
                               const T& rate)
{
    todo("4.1");  // Remove this line and repair the others.
    const T y = w[0] * x;
    const T z = w[1] * y;
    const T r3 = w[2] * z - t;
    w[2] = w[2] - rate * r3 * z;
    const T r2 = r3 * w[2];
    w[1] = w[1] - rate * r2 * y;
    w[0] = w[0] - rate * r2 * w[1] * x;
    return w;
}

// ## 4.2 A price on large weights
//
// Add a price for the size of the weights to the loss:
//
// $$ L = \tfrac12 (e - t)^2 + \tfrac{\lambda}{2} (w_1^2 + w_2^2 + w_3^2). $$
//
// Take one step. In code $\lambda$ is `decay`.
//
// For $w = (2, 3, 5)$, $x = 1$, $t = 29$, the rate 1 and $\lambda = 2$ the new
// weights are $-17, -13, -11$.
template <field T>
std::array<T, 3> step_with_decay(const std::array<T, 3>& w, const T& x,
                                 const T& t, const T& rate, const T& decay)
{
    todo("4.2");
}

// ## 4.3 Settled
//
// The chapter's `first_within` is satisfied by a run that only passes the
// goal. Give the epoch, counted from 1, from which on *every* value stays
// nearer to the goal than `distance`; 0 if there is none. A value that is no
// number, as a run that blows up leaves behind, is not near.
//
// For the values $3, 1, 4, 1, 1$, the goal 1 and the distance $\frac12$ that
// is 4.
inline std::size_t settled_since(const std::vector<double>& values,
                                 double goal, double distance)
{
    todo("4.3");
}

}  // namespace answers
