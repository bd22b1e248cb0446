#pragma once

#include <cstddef>
#include <vector>

#include "07_layer_and_network/layer_and_network.hpp"
#include "chainrule/chain/network.hpp"
#include "chainrule/chain/train.hpp"
#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;
using chainrule::network;
using chainrule::sample;
using chainrule::layer_and_network::plain_layer;
using chainrule::layer_and_network::plain_network;

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

// ## 7.2 A way around
//
// The input goes two ways, so the slopes that come back on them add up. Into
// the row goes what passes $s$. The slope by $s$ needs what the row gave, and
// that has to be remembered.
template <field T>
struct way_around {
    plain_network<T> inside;
    T s;
    T ds = T(0);
    T given = T(0);

    T forward(const T& input)
    {
        given = inside.forward(input);
        return input + s * given;
    }

    T backward(const T& slope)
    {
        ds = ds + slope * given;
        return slope + inside.backward(slope * s);
    }

    void update(const T& rate)
    {
        s = s - rate * ds;
        for (plain_layer<T>& l : inside.layers) {
            l.update(rate);
        }
    }

    void zero_grad()
    {
        ds = T(0);
        for (plain_layer<T>& l : inside.layers) {
            l.zero_grad();
        }
    }
};

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
