// # Training
//
// When you have read this chapter you can train the network of three layers,
// tell a network that has learned from one that only seems to, and say what
// one line in the wrong place does.
//
// The article trains its network to compute $e = -x$. The data are two
// samples, $(x, t) = (1, -1)$ and $(-1, 1)$. The learning rate is
// $\eta = 0.05$, and the weights start at $w_1 = 0.2333$, $w_2 = -0.233$,
// $w_3 = -0.52133$. In each of 160 epochs there is one step for each sample.
//
// | symbol | what it is |
// |--------|------------|
// | $w_1, w_2, w_3$ | the weights, as in @chapter{02_three_layers} |
// | $y, z, e$ | what the layers give |
// | $r_3, r_2$ | the slope handed back, as in @chapter{03_cached_backprop} |
// | $p = w_3 w_2 w_1$ | the product: the network computes $e = p x$ |
// | $\eta$ | the learning rate |
//
// The network computes $e = p x$, so it has learned when $p = -1$.
#pragma once

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::training {

template <field T>
struct weights {
    T w1, w2, w3;
    bool operator==(const weights&) const = default;
};

template <field T>
struct sample {
    T x, t;
};

template <field T>
T estimate(const weights<T>& w, const T& x)
{
    return w.w3 * (w.w2 * (w.w1 * x));
}

// ## The step as the article has it
//
// This is the article's update, line by line. Read it as if it were yours.
//
// @predict One of these lines uses something that another has just changed.
// Which?
// @answer The second. `w3` has moved when `r2` is made from it. The last line
// does the same with `w2`.
// @endpredict
template <field T>
weights<T> stale_step(weights<T> w, const sample<T>& s, const T& rate)
{
    const T y = w.w1 * s.x;
    const T z = w.w2 * y;
    const T e = w.w3 * z;
    const T r3 = e - s.t;
    w.w3 = w.w3 - rate * r3 * z;
    const T r2 = r3 * w.w3;
    w.w2 = w.w2 - rate * r2 * y;
    w.w1 = w.w1 - rate * r2 * w.w2 * s.x;
    return w;
}

// The slope is to be handed back through the weight that the forward pass
// used. Here it goes through the next one. We call such a step **stale**,
// because values of two different moments meet in it. It is the most common
// slip in hand-written backpropagation, and an easy one to make: each line is
// right when read alone.

// ## The step with all slopes first
//
// The remedy is the rule of @chapter{01_one_neuron}. Take all slopes, then
// move.
template <field T>
struct gradient {
    T dw1, dw2, dw3;
};

template <field T>
gradient<T> walk_back(const weights<T>& w, const sample<T>& s)
{
    const T y = w.w1 * s.x;
    const T z = w.w2 * y;
    const T e = w.w3 * z;
    const T r3 = e - s.t;
    const T r2 = r3 * w.w3;
    return {r2 * w.w2 * s.x, r2 * y, r3 * z};
}

template <field T>
weights<T> step(const weights<T>& w, const sample<T>& s, const T& rate)
{
    const gradient<T> g = walk_back(w, s);
    return {w.w1 - rate * g.dw1, w.w2 - rate * g.dw2, w.w3 - rate * g.dw3};
}

}  // namespace chainrule::training
