#pragma once

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
// For $f(x) = x^3$, $x = 2$ and $h = 1$ it is 12, which is exact.
template <field T>
T four_point_difference(const std::function<T(const T&)>& f, const T& x,
                        const T& h)
{
    todo("5.1");
}

// ## 5.2 Do they agree?
//
// Compare two gradients. They agree if they have the same length and every
// pair has a relative error of at most `tolerance`: the distance divided by
// the larger of the two sizes. Two zeros agree. What is not a finite number
// agrees with nothing.
inline bool gradients_agree(const std::vector<double>& a,
                            const std::vector<double>& b, double tolerance)
{
    todo("5.2");
}

// ## 5.3 A checker of your own
//
// Write a gradient checker: true if `gradient` is that of `f` at the point
// `at`, false if it is not. It has to pass every right gradient and must not
// pass a wrong one. These are the terms:
//
// - The functions are smooth. Over a distance of 0.001 they bend little, and no
//   slope is less than a thousandth of the value. Some are very small, some
//   very large.
// - The numbers in `at` are between 0.1 and 10 in size, and there are as many
//   in `gradient`. No entry of a right gradient is zero.
// - In a wrong gradient at least one entry is off by one part in a hundred,
//   or is not a number.
inline bool
gradient_is_right(const std::function<double(const std::vector<double>&)>& f,
                  const std::vector<double>& at,
                  const std::vector<double>& gradient)
{
    todo("5.3");
}

}  // namespace answers
