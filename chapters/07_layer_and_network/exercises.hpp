#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/chain/network.hpp"
#include "chainrule/chain/train.hpp"
#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::network;
using chainrule::sample;
using chainrule::todo;

// ## 7.1 A layer with a bias
//
// Write a layer with the output $w a + b$. `forward` remembers its input.
// `backward` takes the slope by the output, *adds* to `dw` and `db`, and
// returns the slope by the input. `update` moves both parameters, and
// `zero_grad` begins new sums. The order of calls will be right.
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

// ## 7.2 Repair the framework
//
// These are the article's two functions in one, with both slips: its layers
// are told the slope, keep their own part, and hand on a `public_value`.
// Repair it for any depth. The function returns the slope by each weight; the
// error $e - t$ is given.
//
// For $w = (3, 5, 7)$, $x = 11$ and the error 13 the slopes are
// $5005, 3003, 2145$.
template <field T>
std::vector<T> repaired_gradient(const std::vector<T>& w, const T& x,
                                 const T& error)
{
    todo("7.2");  // Remove this line and repair the others.
    std::vector<T> input(w.size(), x);
    for (std::size_t i = 1; i < w.size(); ++i) {
        input[i] = w[i - 1] * input[i - 1];
    }
    std::vector<T> dw(w.size(), T(0));
    T public_value = error * w.back();
    for (std::size_t i = 0; i < w.size(); ++i) {
        public_value = public_value * w[i];
        dw[i] = public_value * input[i];
    }
    return dw;
}

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
