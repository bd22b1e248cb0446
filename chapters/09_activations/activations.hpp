// # Activations
//
// When you have read this chapter you can put a function between the layers
// of a network, take it along on the walk back, and say what goes wrong when
// its slope is small, zero, or not there.
//
// The network of @chapter{07_layer_and_network} multiplies its input by one
// number after the other. Whatever its depth, the result is the input times
// one number. A hundred layers can say no more than one. So put a function
// between them that is no straight line.
//
// | symbol | what it is |
// |--------|------------|
// | $z$ | the sum of a neuron: weights times inputs, plus a bias |
// | $\varphi$ | the **activation**, a function of one number |
// | $a = \varphi(z)$ | the output of the neuron |
// | $\bar a, \bar z$ | the slopes of the loss by $a$ and by $z$; in code `da`, `dz` |
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::activations {

// ## Three functions
//
// The **sigmoid** presses every number between 0 and 1. The **hyperbolic
// tangent** presses it between $-1$ and 1. The **rectifier**, which everybody
// calls ReLU, lets positive numbers pass and makes all others 0.
//
// $$ \sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \tanh z = \frac{e^z - e^{-z}}{e^z + e^{-z}}, \qquad \mathrm{relu}(z) = \max(0, z). $$
//
// For the walk back we need their slopes. All three have a pleasant property:
// the slope can be computed from the *output*. Then nobody needs to remember
// $z$. The code asks more of its numbers than before: those that are `analytic`
// have `exp` and `tanh`, and those of an `ordered_field` can be compared.
//
// $$ \sigma' = a (1 - a), \qquad \tanh' = 1 - a^2, \qquad \mathrm{relu}' = 1 \text{ if } a > 0, \text{ else } 0. $$
//
// @predict Where is the slope of the sigmoid largest, and how large is it
// there?
// @answer At $z = 0$, where $a = \frac12$: it is $\frac12 \cdot \frac12 =
// \frac14$. Remember this quarter.
// @endpredict
struct sigmoid {
    template <analytic T>
    static T value(const T& z)
    {
        using std::exp;
        return T(1) / (T(1) + exp(-z));
    }
    template <field T>
    static T slope(const T& a)
    {
        return a * (T(1) - a);
    }
};

struct tanh {
    template <analytic T>
    static T value(const T& z)
    {
        using std::tanh;
        return tanh(z);
    }
    template <field T>
    static T slope(const T& a)
    {
        return T(1) - a * a;
    }
};

struct relu {
    template <ordered_field T>
    static T value(const T& z)
    {
        return T(0) < z ? z : T(0);
    }
    template <ordered_field T>
    static T slope(const T& a)
    {
        return T(0) < a ? T(1) : T(0);
    }
};

// The straight line, for comparison.
struct identity {
    template <field T>
    static T value(const T& z)
    {
        return z;
    }
    template <field T>
    static T slope(const T&)
    {
        return T(1);
    }
};

// ## A row with activations
//
// A row of neurons, each fed by the one before it:
//
// $$ z_i = w_i a_{i-1} + b_i, \qquad a_i = \varphi(z_i), \qquad a_0 = x. $$
template <class F, field T>
std::vector<T> outputs(const std::vector<T>& w, const std::vector<T>& b,
                       const T& x)
{
    std::vector<T> a{x};
    for (std::size_t i = 0; i < w.size(); ++i) {
        a.push_back(F::value(w[i] * a.back() + b[i]));
    }
    return a;
}

// The walk back of @chapter{03_cached_backprop} gets one factor more. The
// slope comes down to $a_i$, passes the activation and becomes the slope by
// $z_i$. From there all is as it was:
//
// $$ \bar z_i = \bar a_i \, \varphi'(z_i), \qquad \frac{\partial L}{\partial w_i} = \bar z_i \, a_{i-1}, \qquad \frac{\partial L}{\partial b_i} = \bar z_i, \qquad \bar a_{i-1} = \bar z_i \, w_i. $$
template <field T>
struct row_slopes {
    std::vector<T> dw, db;
    T dx;
};

template <class F, field T>
row_slopes<T> walk_back(const std::vector<T>& w, const std::vector<T>& a,
                        T da)
{
    row_slopes<T> s{w, w, da};  // dw and db as long as w
    for (std::size_t i = w.size(); i-- > 0;) {
        const T dz = s.dx * F::slope(a[i + 1]);
        s.dw[i] = dz * a[i];
        s.db[i] = dz;
        s.dx = dz * w[i];
    }
    return s;
}

// ## Side by side
//
// A row cannot do much, even so. The first network that can do what no single
// neuron can has a few neurons *beside* each other, the **hidden** ones, and
// one that adds up what they say:
//
// $$ e = c + \sum_j v_j \, \varphi(w_{j1} x_1 + w_{j2} x_2 + b_j). $$
template <field T>
struct hidden_neuron {
    std::array<T, 2> w;
    T b;
    T v;
};

template <field T>
struct two_layers {
    std::vector<hidden_neuron<T>> hidden;
    T c;
};

template <class F, field T>
T estimate(const two_layers<T>& net, const std::array<T, 2>& x)
{
    T e = net.c;
    for (const hidden_neuron<T>& h : net.hidden) {
        e = e + h.v * F::value(h.w[0] * x[0] + h.w[1] * x[1] + h.b);
    }
    return e;
}

// The loss is $L = \frac12 (e - t)^2$ as ever, so the walk back begins with
// $e - t$. Each hidden neuron hears of it through its own $v_j$. The slopes
// have the shape of the network, so a network is what holds them.
template <class F, field T>
two_layers<T> slopes(const two_layers<T>& net, const std::array<T, 2>& x,
                     const T& t)
{
    const T de = estimate<F>(net, x) - t;
    two_layers<T> d{{}, de};
    for (const hidden_neuron<T>& h : net.hidden) {
        const T a = F::value(h.w[0] * x[0] + h.w[1] * x[1] + h.b);
        const T dz = de * h.v * F::slope(a);
        d.hidden.push_back({{dz * x[0], dz * x[1]}, dz, de * a});
    }
    return d;
}

template <field T>
void step(two_layers<T>& net, const two_layers<T>& d, const T& rate)
{
    net.c = net.c - rate * d.c;
    for (std::size_t j = 0; j < net.hidden.size(); ++j) {
        hidden_neuron<T>& h = net.hidden[j];
        const hidden_neuron<T>& dh = d.hidden[j];
        h.w[0] = h.w[0] - rate * dh.w[0];
        h.w[1] = h.w[1] - rate * dh.w[1];
        h.b = h.b - rate * dh.b;
        h.v = h.v - rate * dh.v;
    }
}

}  // namespace chainrule::activations
