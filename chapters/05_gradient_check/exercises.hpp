#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;

// ## 5.1 Four points
//
// The central difference errs by $\frac{h^2}{6} f'''(x)$. Take it with the
// step $h$ and with the step $2h$. The second error is four times the first.
// So a mixture of the two has no such error left:
//
// $$ \tfrac43 D(h) - \tfrac13 D(2h),
//    \qquad D(h) = \frac{f(x + h) - f(x - h)}{2h}. $$
//
// For $f(x) = x^3$, $x = 2$ and $h = 3$ the differences are $D(3) = 21$ and
// $D(6) = 48$, and the mixture is 12, which is exact.
template <field T>
T four_point_difference(const std::function<T(const T&)>& f, const T& x,
                        const T& h)
{
    todo("5.1");
}

// ## 5.2 One wrong slope among many
//
// `gradient` should be the gradient of `f` at the point `at`. At most one of
// its entries is wrong. Return the index of that entry, counted from 0, or the
// number of entries if none is wrong. The function is dear: with at most $2^k$
// entries, call it at most $2k + 4$ times.
//
// These are the terms. There are at most 1000 numbers in `at`, and as many in
// `gradient`; there may be none, and then the answer is 0. Every number in
// `at` and every slope is between $-10$ and 10. A wrong entry is finite, and
// too large or too small by at least 0.01. The function is smooth and bends
// little over a distance of 0.001. Its values are below 100 000 in size.
//
// For $f = 3 w_1 + w_2^2 - 5 w_3$ at $(2, 4, 7)$ the slopes are $3, 8, -5$. If
// the gradient is $(3, 6, -5)$, the answer is 1. For $(3, 8, -5)$ it is 3.
inline std::size_t
wrong_entry(const std::function<double(const std::vector<double>&)>& f,
            const std::vector<double>& at,
            const std::vector<double>& gradient)
{
    todo("5.2");
}

// ## 5.3 A checker of your own
//
// Write a gradient checker: true if `gradient` is that of `f` at the point
// `at`, false if it is not. It has to pass every right gradient and must not
// pass a wrong one. These are the terms:
//
// - The functions are smooth: over a distance of 0.001 they bend little. Their
//   values may be very small or very large, but no slope is zero, or less than
//   a thousandth of the value in size.
// - The numbers in `at` are between 0.1 and 10 in size. There is at least one,
//   and there are as many in `gradient`.
// - In a wrong gradient at least one entry is off by one part in a hundred or
//   more, or is NaN or infinite.
inline bool
gradient_is_right(const std::function<double(const std::vector<double>&)>& f,
                  const std::vector<double>& at,
                  const std::vector<double>& gradient)
{
    todo("5.3");
}

}  // namespace answers
