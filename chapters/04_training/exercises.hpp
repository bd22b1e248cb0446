#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;

// ## 4.1 Which rate was it?
//
// The law of the chapter tells whether a step went along the slopes. It tells
// neither which way nor how far. Write a tester that tells all three. It is
// given the weights `w` before a step, the weights `next` after it, and the
// sample $x$, $t$. Let $g_1, g_2, g_3$ be the slopes of $\frac12 (e - t)^2$
// with $e = w_3 w_2 w_1 x$, all taken at `w`. Find the rate $\eta$ with which
// a step along these slopes leads from `w` to `next`:
//
// $$ \text{next}_i = w_i - \eta \, g_i
//    \quad \text{for all three weights.} $$
//
// - If there is exactly one such $\eta$, return it. It is negative for a step
//   up the slope. It is 0 if the weights did not move and a slope is not 0.
// - If there is no such $\eta$, return `std::nullopt`. A stale step has none,
//   as a rule.
// - If all three slopes are 0, return `std::nullopt`, whether the weights moved
//   or not: either no rate fits, or every rate does.
//
// A single slope may be 0. Then its weight must not have moved. You need not
// allow for rounding: compare with `==`.
//
// For $w = (3, 2, 5)$, $x = 4$ and $t = 114$ the error is 6, and the slopes are
// $240, 360, 144$. If `next` is $(-27, -43, -13)$, the rate was $\frac18$. For
// $(-27, -43, -14)$ there is none.
template <field T>
std::optional<T> rate_of_step(const std::array<T, 3>& w,
                              const std::array<T, 3>& next, const T& x,
                              const T& t)
{
    todo("4.1");
}

// ## 4.2 A price on large weights
//
// Add a price for the size of the weights to the loss:
//
// $$ L = \tfrac12 (e - t)^2 + \tfrac{\lambda}{2} (w_1^2 + w_2^2 + w_3^2). $$
//
// Take one step along the slopes of this loss, and return the new weights. In
// code $\lambda$ is `decay`.
//
// For $w = (3, 2, 5)$, $x = 4$, $t = 114$, the rate $\frac18$ and
// $\lambda = 16$ the error is 6, and the new weights are $-33, -47, -23$.
template <field T>
std::array<T, 3> step_with_decay(const std::array<T, 3>& w, const T& x,
                                 const T& t, const T& rate, const T& decay)
{
    todo("4.2");
}

// ## 4.3 Settled
//
// The chapter's `first_within` is satisfied by a run that only passes the
// goal. Find the epoch at which a run has settled. A value is near if it is
// less than `distance` away from the goal, above it or below. There is one
// value for each epoch, and epochs are counted from 1. Give the first epoch
// from which on *every* value is near, to the last one.
//
// If the last value is not near, the run has not settled: give 0. Give 0 for
// an empty run, too. A value that is no number or infinite, as a run that
// blows up leaves behind, is not near.
//
// For the values $4, 1.75, 1.5, 2.25, 2$, the goal 2 and the distance
// $\frac12$ that is 4: 1.5 is exactly $\frac12$ away, and not near.
inline std::size_t settled_since(const std::vector<double>& values,
                                 double goal, double distance)
{
    todo("4.3");
}

}  // namespace answers
