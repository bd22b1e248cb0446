// The exercises of chapter 09 with a branch for each side, and loops.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "09_activations/activations.hpp"

namespace answers {

using chainrule::activations::step;
using chainrule::activations::two_layers;

template <class T>
std::array<T, 2> leaky_rectifier(T z, T da, T leak)
{
    if (z <= T(0)) {
        return {z * leak, da * leak};
    }
    return {z, da};
}

template <class T>
T softsign_back(T a, T da)
{
    if (a < T(0)) {
        return da * (T(1) + a) * (T(1) + a);
    }
    return (T(1) - a) * (T(1) - a) * da;
}

template <class T>
struct leaky_network {
    two_layers<T> net;
    T leak;
};

// Each sum in two parts, of which one is 0. All moves as far as it was told
// before.
template <class T>
leaky_network<T> train_leak(leaky_network<T> now,
                            const std::vector<std::array<T, 2>>& x,
                            const std::vector<T>& t, T rate, int epochs)
{
    while (epochs-- > 0) {
        for (std::size_t n = 0; n != x.size(); ++n) {
            std::vector<T> above, below;
            T e = now.net.c;
            for (const auto& h : now.net.hidden) {
                const T z = h.b + h.w[1] * x[n][1] + h.w[0] * x[n][0];
                above.push_back(std::max(z, T(0)));
                below.push_back(std::min(z, T(0)));
                e += h.v * (above.back() + now.leak * below.back());
            }
            const T move = rate * (e - t[n]);
            T leak_moves = T(0);
            for (std::size_t j = 0; j < above.size(); ++j) {
                auto& h = now.net.hidden[j];
                T far = move * h.v;
                leak_moves += far * below[j];
                far *= above[j] > T(0) ? T(1) : now.leak;
                h.v -= move * (above[j] + now.leak * below[j]);
                h.w[0] -= far * x[n][0];
                h.w[1] -= far * x[n][1];
                h.b -= far;
            }
            now.net.c -= move;
            now.leak -= leak_moves;
        }
    }
    return now;
}

template <class T>
int asleep(std::vector<T> w, std::vector<T> b, std::vector<T> samples)
{
    int count = 0;
    for (std::size_t j = 0; j != b.size(); ++j) {
        bool awake = false;
        for (auto x : samples) {
            if (w[j] * x + b[j] > T(0)) {
                awake = true;
                break;
            }
        }
        count += !awake;
    }
    return count;
}

template <class T>
struct sample {
    std::array<T, 2> x;
    T t;
};
template <class T>
using labelled = sample<T>;

// The slopes of all samples added up in a network, and one step with them.
template <class T>
two_layers<T> train_network(two_layers<T> net, std::vector<sample<T>> samples,
                            T rate, int steps)
{
    while (steps-- > 0) {
        two_layers<T> sum = net;
        sum.c = T(0);
        for (auto& h : sum.hidden) {
            h = {{T(0), T(0)}, T(0), T(0)};
        }
        for (const auto& s : samples) {
            T e = net.c;
            std::vector<T> z;
            for (const auto& h : net.hidden) {
                z.push_back(h.b + h.w[0] * s.x[0] + h.w[1] * s.x[1]);
                e += h.v * std::max(T(-1), std::min(T(1), z.back()));
            }
            sum.c += e - s.t;
            for (std::size_t j = 0; j < z.size(); ++j) {
                auto& d = sum.hidden[j];
                if (z[j] >= T(1) || z[j] <= T(-1)) {
                    d.v += z[j] > T(0) ? e - s.t : s.t - e;
                    continue;
                }
                const T dz = (e - s.t) * net.hidden[j].v;
                d.v += (e - s.t) * z[j];
                d.b += dz;
                d.w[0] += dz * s.x[0];
                d.w[1] += dz * s.x[1];
            }
        }
        step(net, sum, T(rate / T(samples.size())));
    }
    return net;
}

}  // namespace answers
