// # Layer and network
//
// So far every program knew its network by heart: three weights with three
// names, or one loop that multiplies by one weight after the other. What if a
// layer of another kind shall come between them? The article that this book
// follows ends with a better idea. Let each layer look after itself.
//
// @graph One layer. To the right it takes a and gives w a. Back to the left it takes r, adds r a to dw, and gives r w. | A box labelled layer with four arrows: a enters from the left and w a leaves to the right; r enters from the right and r w leaves to the left; inside the box stand w, the remembered a, and dw.
//   rankdir=LR; node [shape=box fixedsize=false];
//   below [label="layer below"]; l [label="layer\nw, a, dw"];
//   above [label="layer above"];
//   below -> l [label="a"]; l -> above [label="w a"];
//   above -> l [label="r"]; l -> below [label="r w"];
// @endgraph
//
// Then a network is a row of layers, and nobody has to know how many there
// are, or what they do.
//
// When you have read this chapter you can write a layer that finds the slope
// by its weight, put any number of layers in a row, and say in which order the
// calls have to be made. You will also see what [the article](about.html) made
// of its idea: its framework has two slips, and on its own task a repair of
// one of them alone makes it worse.
//
// | symbol | what it is |
// |--------|------------|
// | $w$ | the weight of a layer |
// | $a$ | its input; its output is $w a$ |
// | $r$ | the slope of the loss by its output |
// | `dw` | the slope of the loss by its weight, $r a$ |
#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::layer_and_network {

// ## What a layer has to do
//
// Look at the walk of @chapter{03_cached_backprop} from inside one layer. On
// the way up it gets an input $a$, remembers it, and gives $w a$. On the way
// back it gets the slope $r$ by its output. It takes the slope by its
// weight, $r a$, and hands $r w$ on to the layer below.
//
// @predict A layer has the weight 3. It gets the input 5, and on the way back
// the slope 2. What does it give, what is the slope by its weight, and what
// does it hand on?
// @answer It gives 15. With the input 5 and the slope 2 the slope by its
// weight is $2 \cdot 5 = 10$, and with the weight 3 it hands on
// $2 \cdot 3 = 6$.
// @proved{one_layer_by_hand}
// @endpredict
//
// So a layer has four functions:
template <field T>
struct plain_layer {
    T w;
    T a = T(0);
    T dw = T(0);

    T forward(const T& input)
    {
        a = input;
        return w * a;
    }
    T backward(const T& r)
    {
        dw = dw + r * a;
        return r * w;
    }
    void update(const T& rate) { w = w - rate * dw; }
    void zero_grad() { dw = T(0); }
};

// Why does `backward` *add* to `dw`? The loss of several samples is a sum,
// and so is its slope. Let each sample go forward and back, and `dw` is the
// slope of the sum. If you want a single sample, call `zero_grad` before it.
// The name is the usual one: it sets the gradient to zero.
//
// ## A row of layers
//
// The network has no formula in it. It passes values up and slopes down.
template <field T>
struct plain_network {
    std::vector<plain_layer<T>> layers;

    T forward(T value)
    {
        for (plain_layer<T>& l : layers) {
            value = l.forward(value);
        }
        return value;
    }
    T backward(T slope)
    {
        for (std::size_t i = layers.size(); i-- > 0;) {
            slope = layers[i].backward(slope);
        }
        return slope;
    }
};

// The network finds the slopes of @chapter{03_cached_backprop}, tried at
// depths from 1 to 12.
// @proved{networks_of_layers_are_chapter_03_at_any_depth}

// ## The order of calls
//
// All but `forward` have to be called at the right time.
//
// | call | is right when |
// |------|---------------|
// | `forward` | always; what an earlier `forward` left is lost |
// | `backward` | `forward` was called with the same sample, no `backward` has used it yet, and the weight has not moved since |
// | `update` | `backward` was called since the last `update` |
// | `zero_grad` | before the first `backward` of a step; after it the slopes are lost, and without it old ones stay in the sum |
//
// The plain layer above believes whatever it is told. A plain layer that is
// called in the wrong order gives wrong numbers and says nothing.
// @proved{a_plain_layer_takes_a_stale_step_and_says_nothing} The layer of the
// library remembers two things more: whether there is an input that no
// `backward` has used, and whether `backward` was called since the last
// `update`. So it refuses an `update` that follows no `backward`, and a
// `backward` without an input for its present weight. It cannot see a second
// `forward` with another sample, nor a `zero_grad` that is forgotten or comes
// too late. @proved{a_layer_does_not_see_another_sample_or_a_late_zero_grad}
//
// @predict In the stale step of @chapter{04_training} a weight moves before
// its slope is handed on. Can that happen in one layer?
// @answer In the plain layer, yes: call `update` and then `backward`, and the
// slope is handed on through a weight that has moved. The layer of the library
// refuses such a `backward`.
// @proved{backward_refuses_a_weight_that_has_moved}
// @endpredict
//
// @fold The layer and the network of the library
// @source{chainrule/chain/layer.hpp#layer}
// @source{chainrule/chain/network.hpp#network}
// @end
//
// The library's network also moves all weights or none: if one of them would
// become infinite, no other has moved when the error is reported.
// @proved{an_update_that_overflows_moves_no_weight}
//
// @experiment calls out of order

// ## The loop
//
// Training is the loop of @chapter{04_training}: for each sample forward,
// `zero_grad`, backward, update. An **observer** is called when an epoch is
// complete, and only then. So it always sees all weights after the same step.
// If it returns false, the loop ends.
//
// @source{chainrule/chain/train.hpp#train}
//
// @experiment training without a formula

// ## The article's framework
//
// The article's last program has the same parts. Here they are with the
// article's names. The layer's `backward` is told a slope, and `public_value`
// is what it hands on. The network's `calc_gradient` walks back.
//
// @predict `backward` and `calc_gradient` have a slip each. Which?
template <field T>
struct article_layer {
    T w;
    T input = T(0);
    T public_value = T(0);
    T dw = T(0);

    T forward(const T& in)
    {
        input = in;
        return w * in;
    }
    void backward(const T& value)
    {
        public_value = value * w;
        dw = public_value * input;
    }
};

// And the network:
template <field T>
struct article_network {
    std::vector<article_layer<T>> layers;

    T predict(T value)
    {
        for (article_layer<T>& l : layers) {
            value = l.forward(value);
        }
        return value;
    }
    void calc_gradient(const T& error)
    {
        layers.back().backward(error);
        T value = layers.back().public_value;
        for (article_layer<T>& l : layers) {
            l.backward(value);
            value = l.public_value;
        }
    }
    void update_weights(const T& rate)
    {
        for (article_layer<T>& l : layers) {
            l.w = l.w - rate * l.dw;
        }
    }
};
// @answer A layer's slope is multiplied by its own weight, which belongs in
// `public_value` only. And the walk begins with the last layer, as it should,
// but then goes through all layers from the first to the last.
// @endpredict
//
// @experiment a probe of primes
// @experiment a thousand starts
// @experiment ten thousand starts
// @experiment by the signs of the weights
// @experiment what a check says
// @experiment how deep can it be?

// ## What can go wrong
//
// The first five rows are about the layer of the library.
//
// | what happened | how it shows |
// |---------------|--------------|
// | `backward` without `forward`, or twice after one | refused: no input is remembered |
// | `update` between `forward` and `backward` | the `update` is refused, or the `backward` after it |
// | two samples `forward`, then `backward` with the error of the first | not refused; the slopes are those of no sample |
// | `zero_grad` between `backward` and `update` | not refused; the weight stays where it is |
// | `zero_grad` forgotten | not refused; old slopes are added again and again |
// | a layer's own weight as a factor in its slope | the check finds it at unequal weights; small steps never change the sign of the weight |
// | the walk goes from the first layer to the last | the check finds it at unequal weights |
// | small weights in a deep network | nothing is learned for very long |

// ## Your turn
//
// @exercises
//
// @question **The bill.**
// @chapter{03_cached_backprop} counted $2n - 1$ multiplications for the walk
// back. How many does the network need, and what for?
// @solution It needs $2n$ multiplications, because the first layer hands on a
// slope like any other, and nobody takes it.
// @proved{a_gradient_costs_three_multiplications_a_layer}
// @endquestion
//
// @question **Forgetting to begin anew.**
// Someone leaves out `zero_grad`, and the rate is so small that the weights
// hardly move. Both samples of the article have the same slope. What is `dw`
// after $k$ steps?
// @solution About $k$ times the slope, because every step adds it again.
// Without `zero_grad` the $k$-th step is about $k$ times too large.
// @proved{without_zero_grad_the_kth_step_is_k_times_too_large}
// @endquestion

// ## What you can now say
//
// - A layer remembers its input, takes the slope by its weight from what
//   comes back, and hands a slope on. A network is a row of layers.
// - Calls in a wrong order give wrong numbers, so a good layer refuses them.
// - Judged by training, a program with two slips can look better than with
//   one. The check finds both programs wrong.

// ## Going further
//
// - X. Glorot, Y. Bengio, *Understanding the difficulty of training deep
//   feedforward neural networks*, 2010, choose the sizes of the first weights
//   so that values and slopes stay alive.
// - O. Shamir, *Exponential convergence time of gradient descent for
//   one-dimensional deep linear neural networks*, 2018, is about this very
//   network.

}  // namespace chainrule::layer_and_network
