// # Activations
//
// A row of layers as in @chapter{07_layer_and_network} multiplies its input
// by one number after the other. Whatever its depth, that comes to a single
// number. The four neurons of @chapter{08_autograd} could do more, because
// each sent its sum through a function that bends. What does the bend do for
// them? Which bend should one take, and what does it do to the slopes on
// their way back?
//
// When you have read this chapter you can say what a hidden neuron does, take
// a bend along on the walk back, and tell what goes wrong where its slope is
// small, zero, or not there.
//
// @experiment two neurons by hand
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::activations {

// ## Three functions
//
// | symbol | what it is |
// |--------|------------|
// | $z$ | the sum of a neuron: weights times inputs, plus a bias |
// | $\varphi$ | the **activation**, a function of one number (the Greek letter phi) |
// | $a = \varphi(z)$ | the output of the neuron |
// | $\varphi'$ | the slope of $\varphi$ |
// | $\bar e, \bar a, \bar z$ | the slopes of the loss by the estimate $e$, by $a$ and by $z$; in code `de`, `da`, `dz` |
//
// The **rectifier** lets positive numbers pass and makes all others 0. Most
// people call it ReLU. The **sigmoid** $\sigma$ presses all numbers into the
// range from 0 to 1, and the **hyperbolic tangent** into that from $-1$ to 1.
//
// $$ \begin{aligned} \mathrm{relu}(z) &= \max(0, z) \\ \sigma(z) &= \frac{1}{1 + e^{-z}} \\ \tanh z &= \frac{e^z - e^{-z}}{e^z + e^{-z}} \end{aligned} $$
//
// For the walk back we need their slopes. The rectifier's are easy: where $z$
// is positive, it is a line of slope 1, and where $z$ is negative, a line of
// slope 0.
//
// For the sigmoid, write $u$ for $1 + e^{-z}$. The slope of $1 / u$ is
// $-1 / u^2$ times the slope of $u$, and that is $-e^{-z}$. So
//
// $$ \sigma' = \frac{e^{-z}}{u^2} = \frac1u \cdot \frac{u - 1}{u}
//    = \sigma \, (1 - \sigma). $$
//
// The hyperbolic tangent is $s / c$, with $s = e^z - e^{-z}$ and
// $c = e^z + e^{-z}$. The slope of $s$ is $c$, and the slope of $c$ is $s$.
// The quotient rule gives
//
// $$ \tanh' = \frac{c \cdot c - s \cdot s}{c^2} = 1 - \tanh^2. $$
//
// All three slopes can be computed from the *output* $a$, so nobody has to
// remember $z$.
// @proved{the_slopes_from_the_output_are_those_of_dual_numbers}
//
// $$ \begin{aligned} \mathrm{relu}' &= 1 \text{ if } a > 0, \text{ else } 0 \\ \sigma' &= a \, (1 - a) \\ \tanh' &= 1 - a^2 \end{aligned} $$
//
// @predict Where is the slope of the sigmoid largest, and how large is it
// there?
// @answer $a (1 - a)$ is largest at $a = \frac12$, which is at $z = 0$. There
// it is $\frac14$.
// @endpredict
//
// In code an activation is a type with two functions. An `ordered_field` can
// be compared, and what is `analytic` has `exp` and `tanh`.
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

// The others have the same form. The **identity** $a = z$ is no bend.
// @fold The hyperbolic tangent and the identity
struct hyperbolic_tangent {
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
// @end

// @experiment the three, drawn
// @experiment the corner

// ## Side by side
//
// Here is the network of @chapter{08_autograd} for any activation:
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
T output(const hidden_neuron<T>& h, const std::array<T, 2>& x)
{
    return F::value(h.w[0] * x[0] + h.w[1] * x[1] + h.b);
}

template <class F, field T>
T estimate(const two_layers<T>& net, const std::array<T, 2>& x)
{
    T e = net.c;
    for (const hidden_neuron<T>& h : net.hidden) {
        e = e + h.v * output<F>(h, x);
    }
    return e;
}

// With the loss $\frac12 (e - t)^2$ the walk back begins with
// $\bar e = e - t$. The slope by $c$ is $\bar e$, and the slope by $v_j$ is
// $\bar e \, a_j$. On its way to a hidden neuron the slope is multiplied by
// $v_j$, and then it has to pass the activation:
//
// $$ \bar a_j = \bar e \, v_j, \qquad \bar z_j = \bar a_j \, \varphi'(z_j). $$
//
// From there it is the neuron of @chapter{01_one_neuron}: the slope by a
// weight is $\bar z_j$ times its input, and the slope by $b_j$ is $\bar z_j$.
// There is one slope for each number of the network, so a network can hold
// them.
template <class F, field T>
two_layers<T> slopes(const two_layers<T>& net, const std::array<T, 2>& x,
                     const T& t)
{
    const T de = estimate<F>(net, x) - t;
    two_layers<T> d{{}, de};
    for (const hidden_neuron<T>& h : net.hidden) {
        const T a = output<F>(h, x);
        const T dz = de * h.v * F::slope(a);
        d.hidden.push_back({{dz * x[0], dz * x[1]}, dz, de * a});
    }
    return d;
}

// The tape of @chapter{08_autograd} gives the same slopes, tried with an
// activation that exact numbers have.
// @proved{every_slope_of_two_layers_is_that_of_the_tape}
//
// @fold A step, as ever
template <field T>
void step(two_layers<T>& net, const two_layers<T>& d, const T& rate)
{
    net.c = net.c - rate * d.c;
    for (std::size_t j = 0; j < net.hidden.size(); ++j) {
        auto& [w, b, v] = net.hidden[j];
        const auto& [dw, db, dv] = d.hidden[j];
        w = {w[0] - rate * dw[0], w[1] - rate * dw[1]};
        b = b - rate * db;
        v = v - rate * dv;
    }
}
// @end

// @experiment exclusive or
// @experiment what a hidden neuron does
// @experiment asleep for good

// ## A row with activations
//
// Now put such neurons in a row, each fed by the one before it:
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

// The walk back gets one factor more for each layer, $\varphi'(z_i)$:
//
// $$ \begin{aligned} \bar z_i &= \bar a_i \, \varphi'(z_i) \\ \frac{\partial L}{\partial w_i} &= \bar z_i \, a_{i-1} \\ \frac{\partial L}{\partial b_i} &= \bar z_i \\ \bar a_{i-1} &= \bar z_i \, w_i \end{aligned} $$
template <field T>
struct row_slopes {
    std::vector<T> dw, db;
    T dx;
};

template <class F, field T>
row_slopes<T> walk_back(const std::vector<T>& w, const std::vector<T>& a,
                        T da)
{
    std::vector<T> dw(w.size(), T(0));
    std::vector<T> db(w.size(), T(0));
    for (std::size_t i = w.size(); i-- > 0;) {
        const T dz = da * F::slope(a[i + 1]);
        dw[i] = dz * a[i];
        db[i] = dz;
        da = dz * w[i];
    }
    return {dw, db, da};
}

// Dual numbers give the same slopes for such rows, tried at depths 1 to 6 with
// an activation that exact numbers have.
// @proved{every_slope_of_a_row_equals_dual_numbers_modulo_p}
//
// @experiment what depth does to a slope

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | $\varphi'$ left out | in a row no sign turns round, because $\varphi'$ is not negative, but sizes are wrong; a dead rectifier gets slopes |
// | $\varphi'$ taken at the output where the formula wants $z$ | with tanh nearly right for small $z$; with the sigmoid six percent too small at $z = 0$; with the rectifier nothing shows |
// | $\varphi'$ multiplied twice | slopes are too small where $\varphi' < 1$; a network of rectifiers shows nothing |
// | the rectifier looks at the sign of the slope that comes back, in place of the sign of $z$ | negative slopes never pass |
// | a bare central difference disagrees by some number up to 1, times the slope that comes in and the input of the weight | perhaps a kink, and no mistake |
// | all hidden neurons start alike | neurons that start alike stay alike @proved{equal_neurons_stay_equal} |

// ## Your turn
//
// @exercises
//
// @question **A sum of sigmoids.**
// Show that $\tanh z = 2 \sigma(2z) - 1$. What does it say about networks of
// the one and the other?
// @solution Write $\sigma(2z) = e^z / (e^z + e^{-z})$, double it and subtract
// 1. So a network with $\tanh$ can be rewritten as one with sigmoids: double
// the weights and the bias into each hidden neuron, take $v_j$ off $c$, and
// then double $v_j$. They can say the same things.
// @endquestion

// ## What you can now say
//
// - Hidden neurons move the samples to places where a straight line is
//   enough. Without a bend they cannot.
// - On the walk back each neuron multiplies by the slope of its activation.
// - Where an activation is flat, little or no slope comes back.
// - In a deep row the rectifier hands the slope on whole, where it is awake.
//   With few neurons tanh and the sigmoid learn from more starts.

// ## Going further
//
// - X. Glorot, A. Bordes, Y. Bengio, *Deep sparse rectifier neural networks*,
//   2011, is about the rectifier.
// - S. Hochreiter, *Untersuchungen zu dynamischen neuronalen Netzen*, 1991,
//   found the vanishing gradient.

}  // namespace chainrule::activations
