#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "09_activations/activations.hpp"
#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;
using chainrule::ordered_field;
using chainrule::activations::hidden_neuron;
using chainrule::activations::slopes;
using chainrule::activations::step;
using chainrule::activations::two_layers;

// ## 9.1 A rectifier that leaks
//
// One factor serves both ways: the output is the factor times $z$, and so the
// slope is the factor times the slope.
template <ordered_field T>
std::array<T, 2> leaky_rectifier(const T& z, const T& da, const T& leak)
{
    const T factor = T(0) < z ? T(1) : leak;
    return {factor * z, factor * da};
}

// ## 9.2 Known by its output
//
// $1 - |a| = 1 - |z| / (1 + |z|) = 1 / (1 + |z|)$, and the slope is the
// square of it.
template <ordered_field T>
T softsign_back(const T& a, const T& da)
{
    const T rest = T(1) - (a < T(0) ? -a : a);
    return da * rest * rest;
}

// ## 9.3 A leak that learns
//
// Below zero the output is $\ell z$, so it moves with $\ell$ at the speed $z$.
// All hidden neurons use the same $\ell$, and what they say of it adds up. The
// output does not tell on which side a sum was, because $\ell$ may be below 0.
// So the sums are remembered. Rectifiers of this kind are called PReLU.
template <field T>
struct leaky_network {
    two_layers<T> net;
    T leak;
};

// There is one slope for each number, so the same type holds them.
template <ordered_field T>
leaky_network<T> leaky_slopes(const leaky_network<T>& now,
                              const std::array<T, 2>& x, const T& t)
{
    const auto side = [&](const T& z) { return T(0) < z ? T(1) : now.leak; };
    std::vector<T> z;
    T e = now.net.c;
    for (const hidden_neuron<T>& h : now.net.hidden) {
        z.push_back(h.w[0] * x[0] + h.w[1] * x[1] + h.b);
        e = e + h.v * side(z.back()) * z.back();
    }
    const T de = e - t;
    leaky_network<T> d{{{}, de}, T(0)};
    for (std::size_t j = 0; j < z.size(); ++j) {
        const T a = side(z[j]) * z[j];
        const T da = de * now.net.hidden[j].v;
        const T dz = da * side(z[j]);
        d.net.hidden.push_back({{dz * x[0], dz * x[1]}, dz, de * a});
        d.leak = d.leak + (T(0) < z[j] ? T(0) : da * z[j]);
    }
    return d;
}

template <ordered_field T>
leaky_network<T>
train_leak(leaky_network<T> now, const std::vector<std::array<T, 2>>& x,
           const std::vector<T>& t, const T& rate, int epochs)
{
    for (int epoch = 0; epoch < epochs; ++epoch) {
        for (std::size_t n = 0; n < x.size(); ++n) {
            const leaky_network<T> d = leaky_slopes(now, x[n], t[n]);
            step(now.net, d.net, rate);
            now.leak = now.leak - rate * d.leak;
        }
    }
    return now;
}

// ## 9.4 Who sleeps
//
// A neuron counts if no sample wakes it.
template <ordered_field T>
int asleep(const std::vector<T>& w, const std::vector<T>& b,
           const std::vector<T>& samples)
{
    int count = 0;
    for (std::size_t j = 0; j < w.size(); ++j) {
        const auto wakes = [&](const T& x) { return T(0) < w[j] * x + b[j]; };
        if (std::none_of(samples.begin(), samples.end(), wakes)) {
            ++count;
        }
    }
    return count;
}

// ## 9.5 Train with a bend of your own
//
// What was cut off comes out as exactly $-1$ or 1, so the output tells the
// slope. A second network moves a little for each sample, while all slopes are
// taken at the first one.
struct clipped {
    template <ordered_field T>
    static T value(const T& z)
    {
        return z < T(-1) ? T(-1) : T(1) < z ? T(1) : z;
    }
    template <ordered_field T>
    static T slope(const T& a)
    {
        return T(-1) < a && a < T(1) ? T(1) : T(0);
    }
};

template <field T>
struct labelled {
    std::array<T, 2> x;
    T t;
};

template <ordered_field T>
two_layers<T> train_network(two_layers<T> net,
                            const std::vector<labelled<T>>& samples,
                            const T& rate, int steps)
{
    const T part = rate / T(static_cast<int>(samples.size()));
    for (int taken = 0; taken < steps; ++taken) {
        two_layers<T> after = net;
        for (const labelled<T>& s : samples) {
            step(after, slopes<clipped>(net, s.x, s.t), part);
        }
        net = after;
    }
    return net;
}

}  // namespace answers
