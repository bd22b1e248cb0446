// # Layer and network
//
// When you have read this chapter you can write a layer that knows its own
// derivative, put any number of layers in a row, and name the calls that
// must not be made in the wrong order.
//
// So far every program knew its network by heart: three weights with three
// names, or an array and a loop. The article ends with a better idea. Let
// each layer look after itself. Then a network is a row of layers, and
// nobody has to know how many there are.
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
// the way up it gets an input, and gives its weight times that. On the way
// back it gets the slope by its output. It multiplies by the input, and that
// is its own derivative. It multiplies by the weight, and hands that on.
//
// @graph One layer. Going up it takes a and gives w a. Coming back it takes r, keeps r a as its own derivative, and gives r w. | A box labelled layer with four arrows: a enters from the left and w a leaves to the right; r enters from the right and r w leaves to the left; inside the box stand w, the remembered a and dw.
//   rankdir=LR; node [shape=box fixedsize=false];
//   below [label="layer below"]; l [label="w, a, dw"];
//   above [label="layer above"];
//   below -> l [label="a"]; l -> above [label="w a"];
//   above -> l [label="r"]; l -> below [label="r w"];
// @endgraph
//
// So a layer has four functions. `forward` remembers its input. `backward`
// takes a slope, adds to `dw`, and hands a slope on. `update` moves the
// weight. `zero_grad` begins a new sum.
//
// Why does `backward` *add*? Because the loss of many samples is a sum, and
// so is its slope. Whoever wants a single sample begins with `zero_grad`.
//
// ## The order of calls
//
// The four functions are worth something only in the right order.
//
// | call | is right when |
// |------|---------------|
// | `forward` | always |
// | `backward` | `forward` was called, and the weight has not moved since |
// | `update` | `backward` was called since the last `update` |
// | `zero_grad` | always |
//
// A table in a comment is a hope. The layer keeps two flags and refuses.
//
// @predict Which line of this table makes the stale step of
// @chapter{04_training} impossible?
// @answer The second. A layer whose weight has moved has no input to walk
// back on.
// @endpredict
//
// @source{chainrule/chain/layer.hpp#layer}

// ## A row of layers
//
// The network has no formula in it. It passes values up and slopes down.
//
// @source{chainrule/chain/network.hpp#network}
//
// It moves all weights or none. If one of them would become infinite, the
// others must not have moved when the error is reported.
//
// ## The loop
//
// Training is the loop of chapter 04. The **observer** is called when an
// epoch is complete, and only then, so it always sees whole weights. If it
// says that this is enough, the loop ends.
//
// @source{chainrule/chain/train.hpp#train}

// ## The article's framework
//
// The article's Program C has the same parts. Here are its two decisive
// functions, with the article's names: `public_value` is what a layer hands
// on. Each of two lines has a slip. They are switches here, so that each can
// be put right alone.
//
// @predict Read `backward` and `calc_gradient` with both switches on. What is
// wrong?
// @answer A layer's own derivative is multiplied by its own weight, which
// belongs into the value handed on and not into `dw`. And the walk begins
// with the last layer, as it should, but then goes through the layers from
// the first to the last.
// @endpredict
struct slips {
    bool own_weight = true;  // in its own derivative
    bool forwards = true;    // the walk goes up instead of down
};

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

    void backward(const T& value, bool own_weight)
    {
        public_value = value * w;
        dw = (own_weight ? public_value : value) * input;
    }
};

template <field T>
struct article_network {
    std::vector<article_layer<T>> layers;
    slips with;

    T predict(const T& x)
    {
        T value = x;
        for (article_layer<T>& l : layers) {
            value = l.forward(value);
        }
        return value;
    }

    void calc_gradient(const T& error)
    {
        const std::size_t last = layers.size() - 1;
        layers[last].backward(error, with.own_weight);
        T value = layers[last].public_value;
        for (std::size_t k = 0; k < layers.size(); ++k) {
            if (!with.forwards && k == last) {
                break;
            }
            article_layer<T>& l = layers[with.forwards ? k : last - 1 - k];
            l.backward(value, with.own_weight);
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

}  // namespace chainrule::layer_and_network
