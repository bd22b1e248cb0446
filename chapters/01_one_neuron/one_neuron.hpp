// # One neuron
//
// When you have read this chapter you can say what a derivative is, take
// three of them for a neuron, and train it. You will also have seen the one
// rule of training that is broken most often.
//
// A **neuron** takes some numbers, weighs them, adds them up and gives one
// number:
//
// $$ e = w_1 x_1 + w_2 x_2 + b. $$
//
// | symbol | what it is |
// |--------|------------|
// | $x_1, x_2$ | the inputs of one sample |
// | $t$ | its target: what the neuron should give |
// | $w_1, w_2$ | the weights, one for each input |
// | $b$ | the bias, which belongs to no input |
// | $e$ | the estimate: what the neuron gives |
// | $L$ | the loss: how bad the estimate is |
// | $\eta$ | the learning rate: how large a step is |
//
// The weights and the bias are what training changes. Together they are the
// **parameters** of the neuron.
#pragma once

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::one_neuron {

// The code is a template over its number type `T`, so that the same lines
// train on `double` and show a step by hand in exact fractions. A `field` is
// a type with `+`, `-`, `*` and `/`.
template <field T>
struct neuron {
    T w1, w2, b;
    bool operator==(const neuron&) const = default;
};

template <field T>
struct sample {
    T x1, x2, t;
};

template <field T>
T estimate(const neuron<T>& n, const sample<T>& s)
{
    return n.w1 * s.x1 + n.w2 * s.x2 + n.b;
}

// ## How bad is it?
//
// The loss is half the square of the error. It is zero when the estimate is
// the target, and it grows in both directions from there:
//
// $$ L = \tfrac12 (e - t)^2. $$
template <field T>
T loss(const neuron<T>& n, const sample<T>& s)
{
    const T d = estimate(n, s) - s.t;
    return T(1) / T(2) * d * d;
}

// ## Three slopes
//
// The slope of the loss by one parameter, while the others stay where they
// are, is called a **partial derivative** and written $\partial L / \partial
// w_1$. It takes two factors. The first says how the loss follows the
// estimate: the derivative of $\frac12 (e-t)^2$ is $e - t$, because the one
// half cancels the 2 of the square. The second says how the estimate follows
// the parameter: $w_1$ is multiplied by $x_1$, so $e$ moves $x_1$ times as
// fast. One turns the other, as two gears do, and the slopes multiply:
//
// $$
// \begin{aligned}
//      \partial L / \partial w_1 &= (e - t) \cdot x_1
//   \\ \partial L / \partial w_2 &= (e - t) \cdot x_2
//   \\ \partial L / \partial b   &= (e - t) \cdot 1
// \end{aligned}
// $$
//
// In code `dw1` stands for $\partial L / \partial w_1$. The three together
// are the **gradient**.
template <field T>
struct gradient {
    T dw1, dw2, db;
};

template <field T>
gradient<T> slopes(const neuron<T>& n, const sample<T>& s)
{
    const T d = estimate(n, s) - s.t;
    return {d * s.x1, d * s.x2, d};
}

// ## One step
//
// A positive slope says that a larger parameter makes a larger loss. So each
// parameter takes a step against its slope:
//
// $$ w \leftarrow w - \eta \, \frac{\partial L}{\partial w}. $$
//
// The order matters. All three slopes are taken first, from the neuron as it
// is. Only then does anything move.
template <field T>
neuron<T> step(const neuron<T>& n, const sample<T>& s, const T& rate)
{
    const gradient<T> g = slopes(n, s);
    return {n.w1 - rate * g.dw1, n.w2 - rate * g.dw2, n.b - rate * g.db};
}

// This is the same step with the rule broken: each parameter moves as soon as
// its slope is known, and the next slope is taken from a neuron that has
// already changed. It looks harmless, and we shall see what it costs.
template <field T>
neuron<T> step_in_turn(neuron<T> n, const sample<T>& s, const T& rate)
{
    n.w1 = n.w1 - rate * slopes(n, s).dw1;
    n.w2 = n.w2 - rate * slopes(n, s).dw2;
    n.b = n.b - rate * slopes(n, s).db;
    return n;
}

}  // namespace chainrule::one_neuron
