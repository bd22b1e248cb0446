// # Training
//
// Two programs train the same network from the same start. One of them has a
// slip in two lines. After 160 epochs both give the right answers. The one with
// the slip has learned by then, and the other has not.
//
// @figure stale-and-right | Two training runs from the same start: stale is the one with the slip, slopes first the other. The product of the weights should become −1. | Both curves lie near zero for long and then fall to minus one within forty epochs. The stale one falls about fifty epochs earlier.
//
// *How do you find out which of the two is right?*
//
// When you have read this chapter you can
//
// - train the network of three layers,
// - tell a network that has learned from one that only seems to,
// - say what one value from the wrong moment does to a step,
// - say from the weights how large the learning rate may be.
//
// @ref about "The article" trains its network to compute $e = -x$. The data
// are two samples, $(x, t) = (1, -1)$ and $(-1, 1)$. The learning rate is
// $\eta = 0.05$, and the weights start at $w_1 = 0.2333$, $w_2 = -0.233$,
// $w_3 = -0.52133$. In each of 160 epochs there is one step for each sample.
//
// Three weights are more than this task needs: the network computes $e = p x$
// with the product $p$ of the weights, and one weight of $-1$ would do. They
// are there to practise on. With three layers a slope is handed back twice,
// and that is where the slip is. And a network this small can be worked out
// exactly.
//
// | symbol | what it is |
// |--------|------------|
// | $w_1, w_2, w_3$ | the weights, as in @chapter{02_three_layers} |
// | $y, z, e$ | what the layers give |
// | $\delta = e - t$ | the error |
// | $r_3, r_2$ | the slope handed back, as in @chapter{03_cached_backprop} |
// | $g_1, g_2, g_3$ | the derivatives of the loss by the weights |
// | $p = w_3 w_2 w_1$ | the product; the network has learned when $p = -1$ |
// | $\eta$ | the learning rate |
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
// @predict Two of these lines use a value that another line has just changed.
// Which?
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
// @answer The line that makes `r2`: `w3` has moved in the line above it. The
// last line does the same with `w2`.
// @endpredict

// Try it with numbers. Let $w = (2, 3, 5)$, $x = 1$, $t = 29$ and $\eta = 1$,
// so that all numbers are whole and the slip is large. Then $y = 2$, $z = 6$,
// $e = 30$ and $\delta = 1$. The slope by $w_2$ is
// $\delta \, w_3 \, y = 1 \cdot 5 \cdot 2 = 10$. But `w3` has become
// $5 - 6 = -1$ when it is used. The line makes $1 \cdot (-1) \cdot 2 = -2$ of
// it. So the stale step moves $w_2$ from 3 to 5, and the right one would have
// moved it to $-7$. @proved{one_step_each_way_by_hand}
//
// A slope is to be handed back through the weight that the forward pass used.
// Here it goes through the next one. We call such a step **stale**: values of
// two moments meet in it. It is an easy slip to make, because each line is
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
// @experiment The loop
// @experiment The article's program
// @experiment The same program, all slopes first
// @experiment Side by side
// @experiment A thousand starts
// @experiment A law for every step along the slope
// @experiment The learning rate

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | a step is stale | the answers are right; the law above fails |
// | only the sign is looked at | an untrained network passes |
// | one start, one run | the slip seems to be better by far |
// | the rate is too small | nothing seems to happen for many epochs |
// | the rate is too large | the product jumps about the goal, seems to rest beside it, or becomes `nan` |

// ## Your turn
//
// @exercises
//
// @question **Two samples, one gradient.**
// Show that the article's two samples have the same gradient. What does that
// hide?
// @solution Changing the sign of $x$ and $t$ changes that of $y$, $z$, $e$ and
// $\delta$. Each derivative is $\delta$ times one of $x$, $y$, $z$ and some
// weights, so two signs change, and the derivative does not.
// @proved{both_samples_have_the_same_gradient} It hides mistakes in how samples
// are combined: with the mean, or with the last one alone, you get the same.
// @endquestion
//
// @question **At the limit.**
// At the goal $(1, 1, -1)$ let all sizes be larger by a small
// $\varepsilon$. What happens at $\eta = \frac23$ exactly?
// @solution A step lands at about $-\varepsilon$: on the other side, and as far
// away. Multiplied out, it is $-\varepsilon - 6 \varepsilon^2 - \frac{20}{3}
// \varepsilon^3$. Put that in for $\varepsilon$, and you see that two steps
// take about $59 \, \varepsilon^3$ away. So the run settles, and takes very
// long: from 0.01 it is 0.0038 away after a thousand steps, and 0.00004 after
// ten million. @proved{at_two_thirds_a_run_settles_and_hardly_moves}
// @endquestion

// ## What you can now say
//
// The answers of a network, and even how fast it learns, do not tell a right
// gradient from a wrong one. An equation that right steps keep does. It has
// blind spots, too, and you know which mistakes it passes. A check that can
// see them comes next, in @chapter{05_gradient_check}.

// ## Going further
//
// - That $w_i^2 - w_j^2$ is conserved as steps become small is known of deep
//   linear networks: S. Du, W. Hu, J. Lee,
//   [*Algorithmic regularization in learning deep homogeneous models: layers are automatically balanced*](https://arxiv.org/abs/1806.00900),
//   2018.

}  // namespace chainrule::training
