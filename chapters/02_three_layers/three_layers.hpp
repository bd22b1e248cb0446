// # Three layers
//
// In a network a weight of the first layer does not touch the loss. When it
// moves, the output of its layer moves, then the output of the next one, and
// so on to the end. How fast does the loss follow a weight that is that far
// away?
//
// @graph Three layers and a loss. When w1 moves, everything to the right of it moves. | A chain: x is multiplied by w1 into y, by w2 into z, by w3 into e, and e is compared with t in the loss L.
//   ranksep=0.1;
//   x -> y [label="× w₁"]; y -> z [label="× w₂"]; z -> e [label="× w₃"];
//   e -> L [label="½ (e − t)²"];
// @endgraph
//
// When you have read this chapter you can take the derivatives of such a
// network by hand, say where each factor comes from, and prove that they are
// right, with nothing left to rounding.
//
// The network is the one of [the article](about.html) that this book follows:
// three layers of one number each, without a bias.
//
// $$ y = w_1 x, \qquad z = w_2 y, \qquad e = w_3 z. $$
//
// | symbol | what it is |
// |--------|------------|
// | $x$, $t$ | one sample: the input and the target |
// | $w_1, w_2, w_3$ | the weights, which training may change |
// | $y$, $z$ | what the first and the second layer give |
// | $e$ | the estimate, what the third layer gives |
// | $L$ | the loss: how bad the estimate is |
//
// One weight could do the work of these three, because
// $e = (w_3 w_2 w_1) \, x$. We keep three to see how a slope finds its way
// back through layers. That part is the same in large networks. They add two
// things, a function that is no multiplication and a value that is used in
// several places: @chapter{03_cached_backprop} has both.
#pragma once

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::three_layers {

// ## The forward pass
//
// As in @chapter{01_one_neuron}, every function is a template over its number
// type `T`. We shall run the same lines on exact fractions, on whole numbers
// modulo a prime, and on formulas.
template <field T>
struct weights {
    T w1, w2, w3;
};

// The forward pass returns what each layer gave, under the name that the
// formula uses. The derivatives will need these values again.
template <field T>
struct layer_outputs {
    T y, z, e;
};

template <field T>
layer_outputs<T> forward(const weights<T>& w, const T& x)
{
    const T y = w.w1 * x;
    const T z = w.w2 * y;
    const T e = w.w3 * z;
    return {y, z, e};
}

// @experiment a nudge on its way

// ## The loss
//
// A good estimate is close to the target. Half the squared difference says
// how far off we are, and it is the same for too much and too little:
//
// $$ L = \tfrac12 (e - t)^2. $$
//
// Its derivative by $e$ is $e - t$. The one half is there to cancel the 2 of
// the square.
template <field T>
T loss(const T& e, const T& t)
{
    return T(1) / T(2) * (e - t) * (e - t);
}

// ## Three derivatives
//
// We ask: if one weight moves a little, and no other weight does, how fast
// does the loss follow? That is the derivative of $L$ by this weight. The
// chain rule gives it: **along a chain, slopes are multiplied.**
//
// Take the nearest weight first. The loss follows $e$, and $e$ follows $w_3$:
//
// $$ \frac{\partial L}{\partial w_3}
//    = \frac{\partial L}{\partial e} \cdot \frac{\partial e}{\partial w_3}
//    = (e - t) \cdot z. $$
//
// The first factor is the derivative of the loss. It occurs in every
// derivative of this chapter, so it gets a name, the Greek letter delta:
// $\delta = e - t$, the error. The second is the derivative of $e = w_3 z$ by
// $w_3$, and that is $z$, the input of the layer.
//
// The weight $w_2$ is one layer further away. When it moves, $z$ follows, and
// $e$ follows $z$:
//
// $$ \frac{\partial L}{\partial w_2}
//    = \frac{\partial L}{\partial e} \cdot \frac{\partial e}{\partial z}
//      \cdot \frac{\partial z}{\partial w_2}
//    = \delta \cdot w_3 \cdot y. $$
//
// And $w_1$ is two layers away:
//
// $$ \frac{\partial L}{\partial w_1}
//    = \frac{\partial L}{\partial e} \cdot \frac{\partial e}{\partial z}
//      \cdot \frac{\partial z}{\partial y}
//      \cdot \frac{\partial y}{\partial w_1}
//    = \delta \cdot w_3 \cdot w_2 \cdot x. $$
//
// There is a pattern. Each layer between the weight and the loss gives its
// own weight as a factor. The layer whose weight we ask for gives its input.
// So a weight is no factor of its own derivative. It is only inside $\delta$.
//
// In code we write `dw3` for $\partial L / \partial w_3$. One line each, as
// on paper:
template <field T>
struct gradient {
    T dw1, dw2, dw3;
    bool operator==(const gradient&) const = default;
};

template <field T>
gradient<T> derivatives(const weights<T>& w, const layer_outputs<T>& out,
                        const T& x, const T& t)
{
    const T d = out.e - t;
    const T dw3 = d * out.z;
    const T dw2 = d * w.w3 * out.y;
    const T dw1 = d * w.w3 * w.w2 * x;
    return {dw1, dw2, dw3};
}

// @experiment one sample by hand
// @experiment the article's proof
// @experiment a probe of primes
// @experiment numbers that know their slope
// @experiment the difference quotient
// @experiment the loss along each weight

}  // namespace chainrule::three_layers
