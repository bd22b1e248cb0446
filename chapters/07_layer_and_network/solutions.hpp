#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/chain/network.hpp"
#include "chainrule/chain/train.hpp"
#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;
using chainrule::network;
using chainrule::sample;

// ## 7.1 A layer with a bias
//
// The bias has slope 1 in the output, so it takes the slope as it comes. The
// slope that is handed on does not see it.
template <field T>
struct layer_with_bias {
    T w, b;
    T dw = T(0);
    T db = T(0);
    T remembered = T(0);

    T forward(const T& input)
    {
        remembered = input;
        return w * input + b;
    }

    T backward(const T& slope)
    {
        dw = dw + slope * remembered;
        db = db + slope;
        return slope * w;
    }

    void update(const T& rate)
    {
        w = w - rate * dw;
        b = b - rate * db;
    }

    void zero_grad()
    {
        dw = T(0);
        db = T(0);
    }
};

// ## 7.2 Repair the framework
//
// A layer's own slope is what it is told times its input. Its weight belongs
// only into what it hands on. And the walk goes down.
template <field T>
std::vector<T> repaired_gradient(const std::vector<T>& w, const T& x,
                                 const T& error)
{
    std::vector<T> input(w.size(), x);
    for (std::size_t i = 1; i < w.size(); ++i) {
        input[i] = w[i - 1] * input[i - 1];
    }
    std::vector<T> dw(w.size(), T(0));
    T public_value = error;
    for (std::size_t i = w.size(); i > 0; --i) {
        dw[i - 1] = public_value * input[i - 1];
        public_value = public_value * w[i - 1];
    }
    return dw;
}

// ## 7.3 A step for a batch
//
// The sums begin once, before the first sample, and the step is taken once,
// after the last. The mean comes in with each slope that is handed back.
template <field T>
void train_batch(network<T>& net, const std::vector<sample<T>>& batch,
                 const T& rate)
{
    const T n = T(static_cast<int>(batch.size()));
    net.zero_grad();
    for (const sample<T>& s : batch) {
        const T d = net.forward(s.x) - s.t;
        net.backward(d / n);
    }
    net.update(rate);
}

}  // namespace answers
