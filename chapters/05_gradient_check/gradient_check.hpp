// # Checking a gradient
//
// When you have read this chapter you can check any gradient against the
// function it belongs to, say what a disagreement means, and tell a good
// check from a bad one.
//
// In @chapter{04_training} the answers of a network could not tell a right
// gradient from a wrong one. The article has a better idea. It compares each
// derivative with what the word means: how much the loss changes when one
// weight does.
//
// | symbol | what it is |
// |--------|------------|
// | $f$ | a function of one number, such as the loss along one weight |
// | $h$ | the step by which that number is moved |
// | $\epsilon$ | the relative distance of neighbouring floating-point numbers |
#pragma once

#include <algorithm>
#include <cmath>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::gradient_check {

// ## Two difference quotients
//
// Move the number to one side, and you get the **forward difference**:
//
// $$ \frac{f(x + h) - f(x)}{h} = f'(x) + \tfrac{h}{2} f''(x) + \dots $$
//
// Move it to both sides, and the second term cancels. This is the **central
// difference**:
//
// $$ \frac{f(x + h) - f(x - h)}{2h} = f'(x) + \tfrac{h^2}{6} f'''(x) + \dots $$
//
// What stands behind $f'(x)$ on the right is the **truncation error**. It is
// there even in exact arithmetic, and it shrinks with $h$: by a factor of ten
// for each digit of $h$ in the first case, of a hundred in the second.
template <field T, class F>
T forward_difference(F f, const T& x, const T& h)
{
    return (f(x + h) - f(x)) / h;
}

template <field T, class F>
T central_difference(F f, const T& x, const T& h)
{
    return (f(x + h) - f(x - h)) / (T(2) * h);
}

// ## How far apart?
//
// Is a difference of 0.0002 large? It depends on the numbers that differ. So
// compare with the larger of the two. If both are zero they agree. If one of
// them is not a number, nothing is less than any bound, and the comparison
// below says so by being written the right way round: it asks whether the
// error is small, never whether it is large.
inline double relative_error(double a, double b)
{
    const double larger = std::max(std::abs(a), std::abs(b));
    return larger == 0 ? 0 : std::abs(a - b) / larger;
}

inline bool agree(double a, double b, double tolerance)
{
    return relative_error(a, b) <= tolerance;
}

// ## Two networks to check
//
// The first is the article's: three weights, no activation. The second has
// the function $\tanh$ behind each layer, which bends the line and keeps
// every value between $-1$ and 1. Both are written as one function of one
// weight, with everything else fixed, because that is all a difference
// quotient looks at.
template <field T>
T loss_of_article(const T& w1, const T& w2, const T& w3, const T& x,
                  const T& t)
{
    const T d = w3 * (w2 * (w1 * x)) - t;
    return T(1) / T(2) * d * d;
}

template <analytic T>
T loss_with_tanh(const T& w1, const T& w2, const T& w3, const T& x,
                 const T& t)
{
    using std::tanh;
    const T d = tanh(w3 * tanh(w2 * tanh(w1 * x))) - t;
    return T(1) / T(2) * d * d;
}

}  // namespace chainrule::gradient_check
