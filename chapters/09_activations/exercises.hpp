#pragma once

#include <array>
#include <vector>

#include "09_activations/activations.hpp"
#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::ordered_field;
using chainrule::todo;
using chainrule::activations::estimate;
using chainrule::activations::hidden_neuron;
using chainrule::activations::output;
using chainrule::activations::slopes;
using chainrule::activations::step;
using chainrule::activations::two_layers;

// ## 9.1 A rectifier that leaks
//
// So that no neuron dies for good, let a negative sum pass in part: the
// output is $z$ for $z > 0$ and $\ell z$ otherwise. In code $\ell$ is `leak`.
// It is never below 0, but it may be 0, and it may be above 1.
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

// ## 9.3 A leak that learns
//
// Let every hidden neuron of the chapter's network leak: its output is $z$ for
// $z > 0$ and $\ell z$ otherwise. At $z = 0$ its slope is $\ell$. There is one
// $\ell$ for all of them, in code `leak`, and it learns as the weights do. It
// may begin as any number and become any: above 1, 0, below 0.
//
// Go through the samples in their order, `epochs` times. The sample `x[n]` has
// the target `t[n]`. For each sample take the slopes of $\frac12 (e - t)^2$ by
// every parameter, and by $\ell$. Then move all of them, each by `rate` times
// its slope. Return the network and the leak.
//
// There may be no hidden neuron; then only $c$ moves. If there are no epochs
// or no samples, nothing changes. The chapter's types and its `step` are there.
//
// Take $\ell = \frac14$, $c = 7$, and two neurons: one with
// $w = (\frac12, -2)$, $b = 3$, $v = 6$, and one with $w = (3, -\frac12)$,
// $b = \frac12$, $v = -2$. For the sample $x = (2, 3)$ their sums are $-2$ and
// 5, and $e = -6$. With $t = -9$ the slope by $\ell$ is $-36$, that by $c$ is
// 3; the others are $(9, \frac{27}2)$, $\frac92$, $-\frac32$ and $(-12, -18)$,
// $-6$, 15. One epoch with the rate $\frac12$ gives $\ell = \frac{73}4$,
// $c = \frac{11}2$, then $w = (-4, -\frac{35}4)$, $b = \frac34$,
// $v = \frac{27}4$, and $w = (9, \frac{17}2)$, $b = \frac72$,
// $v = -\frac{19}2$.
template <field T>
struct leaky_network {
    two_layers<T> net;
    T leak;
};

template <ordered_field T>
leaky_network<T>
train_leak(leaky_network<T> now, const std::vector<std::array<T, 2>>& x,
           const std::vector<T>& t, const T& rate, int epochs)
{
    todo("9.3");
}

// ## 9.4 Who sleeps
//
// Neuron $j$ of a layer of rectifiers has a sum for each sample $x$, and that
// is $w_j x + b_j$. The neuron is asleep if none of these sums is above 0.
// Count the neurons that are asleep. There is at least one neuron and at least
// one sample.
//
// For $w = (1, -1)$, $b = (0, -3)$ and the samples $2, 1$ the answer is 1:
// the second neuron.
template <ordered_field T>
int asleep(const std::vector<T>& w, const std::vector<T>& b,
           const std::vector<T>& samples)
{
    todo("9.4");
}

// ## 9.5 Train with a bend of your own
//
// Here is a bend that is flat on both sides, as the tangent is, but needs no
// exponentials:
//
// $$ \varphi(z) = \begin{cases} -1 & z < -1 \\ z & -1 \le z \le 1 \\ 1 & z > 1 \end{cases} $$
//
// At its two corners take the slope 0. Train the network of this chapter with
// it. The loss is the *mean* over the samples of $\frac12 (e - t)^2$. So a
// step needs the slopes of all samples, taken before anything moves. Take
// `steps` steps with the rate `rate`, and return the network.
//
// There is at least one sample. There may be no hidden neuron; then $e = c$. If
// there are no steps, nothing changes. The chapter's `slopes`, `step`,
// `estimate` and `output` are there.
//
// Take one hidden neuron with $w = (\frac12, -\frac14)$, $b = \frac14$,
// $v = 8$, and $c = -2$. For the sample $x = (2, 3)$, $t = -2$ its output is
// $\frac12$ and $e = 2$. For $x = (-4, 2)$, $t = -16$ its output is $-1$ and
// $e = -10$. The slopes are $(32, 48)$ by $w$, 16 by $b$, $-2$ by $v$ and 5 by
// $c$. One step with the rate $\frac1{16}$ gives
// $w = (-\frac32, -\frac{13}4)$, $b = -\frac34$, $v = \frac{65}8$ and
// $c = -\frac{37}{16}$.
template <field T>
struct labelled {
    std::array<T, 2> x;
    T t;
};

template <ordered_field T>
two_layers<T> train_network(two_layers<T> net,
                            const std::vector<labelled<T>>& samples,
                            const T& rate, int steps)
{
    todo("9.5");
}

}  // namespace answers
