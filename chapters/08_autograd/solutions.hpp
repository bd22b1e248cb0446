#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "08_autograd/autograd.hpp"
#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;
using chainrule::autograd::backward;
using chainrule::autograd::node;
using chainrule::autograd::number;
using chainrule::autograd::topological;

// ## 8.1 A neuron as one operation
//
// An operation is its value and its own slopes. Each weight has its input for
// own slope, each input its weight, and the bias has 1. Where a number is
// given twice it is an operand twice, and `backward` adds.
template <field T>
number<T> neuron(const std::vector<number<T>>& w,
                 const std::vector<number<T>>& x, const number<T>& b)
{
    T z = b.at->value;
    typename number<T>::operands made_from{{b.at, T(1)}};
    for (std::size_t i = 0; i < w.size(); ++i) {
        z = z + w[i].at->value * x[i].at->value;
        made_from.push_back({w[i].at, x[i].at->value});
        made_from.push_back({x[i].at, w[i].at->value});
    }
    return {z, made_from};
}

// ## 8.2 Train what is shared
//
// One number for the weight and one for the bias, used in every layer. Each
// layer adds its part to their slopes. The next step makes a graph of its own
// from the new values.
template <field T>
struct trained {
    T w, b;
};

template <field T>
trained<T> train_shared(T w, T b, const T& x, const T& t, int layers,
                        const T& rate, int steps)
{
    for (int step = 0; step < steps; ++step) {
        const number<T> weight(w);
        const number<T> bias(b);
        number<T> a(x);
        for (int layer = 0; layer < layers; ++layer) {
            a = weight * a + bias;
        }
        const number<T> d = a - number<T>(t);
        backward(number<T>(T(1) / T(2)) * d * d);
        w = w - rate * weight.at->slope;
        b = b - rate * bias.at->slope;
    }
    return {w, b};
}

// ## 8.3 What a result depends on
//
// The order of the chapter lists everything that the result was made from, and
// nothing else.
template <field T>
std::vector<bool> depends_on(const number<T>& result,
                             const std::vector<number<T>>& inputs)
{
    const auto order = topological(result);
    std::vector<bool> depends;
    for (const number<T>& p : inputs) {
        const auto found = std::find(order.begin(), order.end(), p.at);
        depends.push_back(found != order.end());
    }
    return depends;
}

}  // namespace answers
