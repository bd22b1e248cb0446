#pragma once

#include <array>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::ordered_field;
using chainrule::todo;

// ## 9.1 A rectifier that leaks
//
// So that no neuron dies for good, let a negative sum pass in part: the
// output is $z$ for $z > 0$ and $\ell z$ otherwise. In code $\ell$ is `leak`.
// It is not negative.
//
// Take $z$ and the slope $\bar a$ that comes down, and return the output $a$
// and the slope $\bar z$, in this order. At the corner take the slope of the
// left side.
//
// For $z = -4$, $\bar a = 6$ and $\ell = \frac12$ they are $-2$ and 3.
template <ordered_field T>
std::array<T, 2> leaky_rectifier(const T& z, const T& da, const T& leak)
{
    todo("9.1");
}

// ## 9.2 Known by its output
//
// The activation $a = z / (1 + |z|)$ is called softsign. Its derivative by
// $z$ is $1 / (1 + |z|)^2$. But $z$ is gone; you have only $a$, which lies
// between $-1$ and 1. Return $\bar z$.
//
// For $z = 3$ the output is $\frac34$ and the slope $\frac1{16}$. So for
// $a = \frac34$ and $\bar a = 32$ the result is 2.
template <ordered_field T>
T softsign_back(const T& a, const T& da)
{
    todo("9.2");
}

// ## 9.3 Two layers with a bias
//
// The network is $e = w_2 \, \varphi(w_1 x + b_1) + b_2$ with the activation
// $\varphi(z) = z^2 + 3z$, whose output does not tell its slope. The loss is
// $\frac12 (e - t)^2$. Return the slopes by $w_1, b_1, w_2, b_2$.
//
// For $w_1 = 2$, $b_1 = -1$, $w_2 = 3$, $b_2 = 5$, $x = 1$, $t = 10$ the sum
// is 1, the activation 4, the estimate 17, and the slopes are
// $105, 105, 28, 7$.
template <field T>
std::array<T, 4> two_layer_slopes(const T& w1, const T& b1, const T& w2,
                                  const T& b2, const T& x, const T& t)
{
    todo("9.3");
}

// ## 9.4 Who sleeps
//
// Neuron $j$ of a layer of rectifiers has the sum $w_j x + b_j$. Count the
// neurons that are asleep for all of the samples. A neuron whose sum is never
// above 0 is asleep.
//
// For $w = (1, -1)$, $b = (0, -3)$ and the samples $2, 1$ the answer is 1:
// the second neuron.
template <ordered_field T>
int asleep(const std::vector<T>& w, const std::vector<T>& b,
           const std::vector<T>& samples)
{
    todo("9.4");
}

}  // namespace answers
