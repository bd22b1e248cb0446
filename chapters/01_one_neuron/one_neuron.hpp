// # One neuron
//
// In @chapter{12_fashion} a program looks at small grey pictures of clothes
// and says what they show. It multiplies the 784 grey values of a picture by
// numbers and adds, again and again. Nobody has chosen these numbers, and
// there are @value{numbers to choose} of them.
// @proved{the_network_has_101770_numbers_to_choose}
//
// @experiment pictures of clothes
//
// Nearly all of them begin as random numbers. The program is shown a picture,
// gives its answer, and is told the right one. Then its numbers should change
// so that the answer becomes better. Which of the @value{numbers to choose}
// should become larger, which should become smaller, and how far?
//
// That is the question of this book. The answer to it is a slope for each
// number, and **backpropagation** is the way to get all these slopes with
// little work. This chapter does it for three numbers, by hand.
//
// When you have read this chapter you can say what a derivative is, take three
// of them, and use them to **train** a neuron: to change its numbers a little
// at a time, until its answers are right. You will also have seen a rule of
// training that is easy to break. [The article](about.html) that this book
// follows breaks it, too.
//
// @experiment the slope of a curve
#pragma once

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::one_neuron {

// ## A neuron
//
// A **neuron** takes some numbers, gives each a weight, adds them up and gives
// one number:
//
// $$ e = w_1 x_1 + w_2 x_2 + b. $$
//
// @graph A neuron. What training may change is drawn as a circle. | The input x1 and the weight w1 are multiplied, and so are x2 and w2. The two products and the bias b are added to the estimate e. The estimate e and the target t lead to the loss L.
// rankdir=LR; ranksep=0.3; node [shape=box width=0.5 height=0.4];
// w1, w2, b [shape=circle];
// m1, m2, sum [shape=plaintext width=0.3]; m1, m2 [label="×"]; sum [label="+"];
// {x1 w1} -> m1; {x2 w2} -> m2; {m1 m2 b} -> sum; sum -> e; {e t} -> L;
// @endgraph
//
// | symbol | what it is |
// |--------|------------|
// | $x_1, x_2$ | the **inputs**: what the neuron is shown |
// | $w_1, w_2$ | the **weights**, one for each input |
// | $b$ | the **bias**, which belongs to no input |
// | $e$ | the **estimate**: what the neuron gives |
// | $t$ | the **target**: what it should give |
//
// Inputs and their target together are a **sample**. The weights and the bias
// are what training changes. They are the **parameters** of the neuron.
//
// The code is a template over its number type `T`. So the same lines train on
// `double`, and show a step by hand in exact fractions. A `field` is a type
// whose values can be added, subtracted, multiplied and divided.
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
// The **loss** $L$ says how bad an estimate is. Ours is half the square of the
// error $e - t$:
//
// $$ L = \tfrac12 (e - t)^2. $$
//
// It is zero when the estimate is the target, and it grows in both directions
// from there.
template <field T>
T loss(const neuron<T>& n, const sample<T>& s)
{
    const T d = estimate(n, s) - s.t;
    return T(1) / T(2) * d * d;
}

// @experiment a nudge

// ## Three slopes
//
// The slope of the loss when one parameter moves and the others stay where
// they are is called a **partial derivative**. For $w_1$ it is written
// $\partial L / \partial w_1$. Each of the three is a product, by the chain
// rule: how fast the loss follows the estimate, times how fast the estimate
// follows the parameter.
//
// The first factor is the slope of $\frac12 (e - t)^2$. Move $e$ by $h$ and
// write $d$ for $e - t$. The loss moves by
//
// $$ \tfrac12 (d + h)^2 - \tfrac12 d^2 = d h + \tfrac12 h^2. $$
//
// Over $h$ that is $d + \frac12 h$, and what is left when $h$ goes to zero is
// $d$. The second factor is what the parameter is multiplied by: $x_1$, $x_2$,
// or 1.
//
// $$
// \begin{aligned}
//      \partial L / \partial w_1 &= (e - t) \cdot x_1
//   \\ \partial L / \partial w_2 &= (e - t) \cdot x_2
//   \\ \partial L / \partial b   &= (e - t) \cdot 1
// \end{aligned}
// $$
//
// In code `dw1` stands for $\partial L / \partial w_1$. All three together
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

// The formulas are the same for every number type, so they can be checked
// without any rounding. A test compares them with another way to take
// slopes, in a kind of number that never rounds, and asks for equality.
// @proved{slopes_are_those_of_dual_numbers}

// ## One step
//
// Where a slope is positive, a slightly larger parameter makes a larger loss.
// So each parameter moves against its slope. It moves by the slope times a
// number $\eta$ (the Greek letter eta) that we choose, the **learning rate**:
//
// $$ w \leftarrow w - \eta \, \frac{\partial L}{\partial w}. $$
//
// A parameter that the loss follows faster moves further. One such move of all
// parameters is called a **step**. The order matters. All three slopes are
// taken first, from the neuron as it is. Only then does anything move.
template <field T>
neuron<T> step(const neuron<T>& n, const sample<T>& s, const T& rate)
{
    const gradient<T> g = slopes(n, s);
    return {n.w1 - rate * g.dw1, n.w2 - rate * g.dw2, n.b - rate * g.db};
}

// @experiment one step by hand
// @experiment why all may move at once
// @experiment how large a step may be

// ## A rule that is easy to break
//
// Here is the same step with the rule broken. Each parameter moves as soon as
// its slope is known, and the next slope is taken from a neuron that has
// already changed. It looks harmless.
template <field T>
neuron<T> step_in_turn(neuron<T> n, const sample<T>& s, const T& rate)
{
    n.w1 = n.w1 - rate * slopes(n, s).dw1;
    n.w2 = n.w2 - rate * slopes(n, s).dw2;
    n.b = n.b - rate * slopes(n, s).db;
    return n;
}

// @experiment when parameters move in turn
// @experiment learning AND

}  // namespace chainrule::one_neuron
