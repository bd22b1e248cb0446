// # Three layers
//
// When you have read this chapter you can take the derivative of a small
// network by hand, say for each factor of it where it comes from, and prove
// that it is right without a tolerance.
//
// The network is the one of the article that this workbook follows. It has
// three layers of one number each:
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
// There is no bias and no activation function. Everything that makes
// backpropagation work is here already, and little else.
//
// @graph The network and its loss, read from left to right. | A chain: x is multiplied by w1 into y, by w2 into z, by w3 into e, and e is compared with t in the loss L.
//   x -> y [label="× w₁"]; y -> z [label="× w₂"]; z -> e [label="× w₃"];
//   e -> L [label="½ (e − t)²"];
// @endgraph
#pragma once

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::three_layers {

// ## The forward pass
//
// As in @chapter{01_one_neuron}, every function is a template over its number
// type `T`. We shall run the same lines on exact fractions, on whole numbers
// and on formulas. A `field` is a type with `+`, `-`, `*` and `/`, and nothing
// more is asked of it.
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

// ## The loss
//
// A good estimate is close to the target. Half the squared difference says
// how far off we are, and it is the same for too much and too little:
//
// $$ L = \tfrac12 (e - t)^2. $$
//
// The one half is there for what comes next: it cancels the 2 that the
// square leaves behind when we take the derivative.
template <field T>
T loss(const T& e, const T& t)
{
    return T(1) / T(2) * (e - t) * (e - t);
}

// ## Three derivatives
//
// Training changes the weights, so we ask: if one weight grows a little, and
// nothing else is touched, how fast does the loss grow? The answer is the
// derivative of $L$ by that weight. Take the nearest weight first. The loss
// does not see $w_3$ directly. It sees $e$, and $e$ sees $w_3$. The chain
// rule multiplies the two slopes:
//
// $$ \frac{\partial L}{\partial w_3}
//    = \frac{\partial L}{\partial e} \cdot \frac{\partial e}{\partial w_3}
//    = (e - t) \cdot z. $$
//
// The first factor is the derivative of the loss. It occurs in every
// derivative of this chapter, so it gets a name: $\delta = e - t$, the error.
// The second is the derivative of $e = w_3 z$ by $w_3$, and that is what
// stood beside $w_3$, the input of the layer.
//
// The weight $w_2$ is one step further away. A change of it reaches $e$
// through $z$:
//
// $$ \frac{\partial L}{\partial w_2}
//    = \frac{\partial L}{\partial e} \cdot \frac{\partial e}{\partial z}
//      \cdot \frac{\partial z}{\partial w_2}
//    = \delta \cdot w_3 \cdot y. $$
//
// And $w_1$ is two steps away:
//
// $$ \frac{\partial L}{\partial w_1}
//    = \frac{\partial L}{\partial e} \cdot \frac{\partial e}{\partial z}
//      \cdot \frac{\partial z}{\partial y}
//      \cdot \frac{\partial y}{\partial w_1}
//    = \delta \cdot w_3 \cdot w_2 \cdot x. $$
//
// Read the pattern aloud. A layer on the way *passes on* the slope times its
// weight. The layer whose weight is asked for *ends* the product with its
// input. So the weight itself never occurs in its own derivative, except
// inside $\delta$.
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

// The three derivatives together are called the **gradient**.

}  // namespace chainrule::three_layers
