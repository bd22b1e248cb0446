// The exercises of chapter 08 by slots that are filled, and with the loss in a
// function of its own.
#pragma once

#include <cstddef>
#include <vector>

#include "08_autograd/autograd.hpp"

namespace answers {

using chainrule::autograd::backward;
using chainrule::autograd::node;
using chainrule::autograd::number;

template <class T>
number<T> neuron(std::vector<number<T>> w, std::vector<number<T>> x,
                 number<T> b)
{
    number<T> z(b.at->value);
    auto& from = z.at->made_from;
    for (std::size_t i = x.size(); i-- > 0;) {
        z.at->value += x[i].at->value * w[i].at->value;
        from.push_back({x[i].at, w[i].at->value});
    }
    from.push_back({b.at, T(1)});
    for (std::size_t i = 0; i != w.size(); ++i) {
        from.push_back({w[i].at, x[i].at->value});
    }
    return z;
}

template <class T>
struct trained {
    T w;
    T b;
};

template <class T>
number<T> loss_of_row(number<T> w, number<T> b, number<T> a, number<T> t,
                      int layers)
{
    while (layers-- > 0) {
        a = b + a * w;
    }
    return (a - t) * (a - t);
}

template <class T>
trained<T> train_shared(T w, T b, T x, T t, int layers, T rate, int steps)
{
    if (steps == 0) {
        return {w, b};
    }
    number<T> on_graph_w = w;
    number<T> on_graph_b = b;
    backward(loss_of_row<T>(on_graph_w, on_graph_b, x, t, layers));
    return train_shared(T(w - rate * on_graph_w.at->slope / 2),
                        T(b - rate * on_graph_b.at->slope / 2), x, t, layers,
                        rate, steps - 1);
}

// Ticks off what is found, on the way back.
template <class T>
void tick(const node<T>& n, const std::vector<number<T>>& inputs,
          std::vector<bool>& ticked)
{
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].at.get() == &n) {
            ticked[i] = true;
        }
    }
    for (const auto& operand : n.made_from) {
        tick(*operand.from, inputs, ticked);
    }
}

template <class T>
std::vector<bool> depends_on(number<T> result, std::vector<number<T>> inputs)
{
    std::vector<bool> ticked(inputs.size(), false);
    tick(*result.at, inputs, ticked);
    return ticked;
}

}  // namespace answers
