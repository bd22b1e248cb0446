#pragma once

#include <cstddef>
#include <vector>

#include "07_layer_and_network/layer_and_network.hpp"
#include "chainrule/chain/network.hpp"
#include "chainrule/chain/train.hpp"
#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::network;
using chainrule::sample;
using chainrule::todo;
using chainrule::layer_and_network::plain_layer;
using chainrule::layer_and_network::plain_network;

// ## 7.1 A layer with a bias
//
// Write a layer with the output $w a + b$. `forward` remembers its input.
// `backward` takes the slope by the output, *adds* to `dw` and `db`, and
// returns the slope by the input. `update` moves $w$ and $b$ by `rate` times
// the sums, and leaves the sums as they are. `zero_grad` sets both sums to 0,
// and changes nothing else. The caller calls all four in a right order; none
// of yours calls another of yours.
//
// For $w = 3$, $b = 2$ and the input 5 the output is 17; `backward(2)` adds
// 10 to `dw` and 2 to `db` and returns 6.
template <field T>
struct layer_with_bias {
    T w, b;
    T dw = T(0);
    T db = T(0);

    T forward(const T& input) { todo("7.1"); }

    T backward(const T& slope) { todo("7.1"); }

    void update(const T& rate) { todo("7.1"); }

    void zero_grad() { todo("7.1"); }
};

// ## 7.2 A way around
//
// Write a layer that holds a row of layers, and has a way around the row. With
// the input $a$ its output is $a + s f(a)$. Here $f(a)$ is what the row
// `inside` gives for $a$, and $s$ is a weight of the layer itself. A row
// without layers gives $f(a) = a$.
//
// `backward` takes the slope by the output and *adds* to `ds` and to the `dw`
// of each layer inside. It returns the slope by the input. `update` moves $s$
// and every weight inside by `rate` times its sum, and leaves all sums as they
// are. `zero_grad` sets `ds` and every `dw` inside to 0, and changes nothing
// else. The caller calls all four in a right order; none of yours calls another
// of yours. The types of the row are the chapter's.
//
// Let the weights inside be 2 and 5, and $s = 7$. For the input 3 the row gives
// 30, and the output is 213. Then `backward(11)` adds 330 to `ds`, 1155 and 462
// to the `dw` inside, and returns 781.
template <field T>
struct way_around {
    plain_network<T> inside;
    T s;
    T ds = T(0);

    T forward(const T& input) { todo("7.2"); }

    T backward(const T& slope) { todo("7.2"); }

    void update(const T& rate) { todo("7.2"); }

    void zero_grad() { todo("7.2"); }
};

// ## 7.3 A step for a batch
//
// Train the library's `network` on a batch: one step for all samples
// together, along the slope of the *mean* of their losses $\frac12 (e - t)^2$.
// There is at least one sample. The network may have been used before, so old
// slopes may be left in it.
//
// A network of one layer with the weight 2, the samples $(1, 1)$ and $(2, 2)$
// and the rate $\frac12$: the slopes are 1 and 4, their mean is $\frac52$,
// and the new weight is $\frac34$.
template <field T>
void train_batch(network<T>& net, const std::vector<sample<T>>& batch,
                 const T& rate)
{
    todo("7.3");
}

}  // namespace answers
