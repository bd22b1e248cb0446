// The exercises of chapter 09 for double only, by the sum again, by a
// list of what has to move, by the largest output, and by the chapter's own
// step on a part of the rate.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "09_activations/activations.hpp"

namespace answers {

using namespace chainrule::activations;

inline std::array<double, 2> leaky_rectifier(double z, double da, double leak)
{
    std::array<double, 2> result{z, da};
    if (!(z > 0)) {
        for (double& r : result) {
            r *= leak;
        }
    }
    return result;
}

inline double softsign_back(double a, double da)
{
    const double z = a / (1 - std::abs(a));
    return da / std::pow(1 + std::abs(z), 2);
}

template <class T>
struct leaky_network {
    two_layers<T> net;
    T leak;
};

// Writes down where each number has to go, and sends all of them there when
// the sample is done.
inline leaky_network<double>
train_leak(leaky_network<double> now,
           const std::vector<std::array<double, 2>>& x,
           const std::vector<double>& t, double rate, int epochs)
{
    for (std::size_t turn = 0; turn < x.size() * std::size_t(epochs);
         ++turn) {
        const auto [x1, x2] = x[turn % x.size()];
        double error = now.net.c - t[turn % x.size()];
        for (const auto& h : now.net.hidden) {
            const double z = h.w[0] * x1 + h.w[1] * x2 + h.b;
            error += h.v * (z > 0 ? z : now.leak * z);
        }
        std::vector<std::pair<double*, double>> slopes{{&now.net.c, error}};
        for (auto& h : now.net.hidden) {
            const double z = h.w[0] * x1 + h.w[1] * x2 + h.b;
            const double by_z = error * h.v * (z > 0 ? 1 : now.leak);
            slopes.insert(slopes.end(),
                          {{&h.w[0], by_z * x1},
                           {&h.w[1], by_z * x2},
                           {&h.b, by_z},
                           {&h.v, error * (z > 0 ? z : now.leak * z)},
                           {&now.leak, z > 0 ? 0 : error * h.v * z}});
        }
        for (const auto& [number, slope] : slopes) {
            *number -= rate * slope;
        }
    }
    return now;
}

inline int asleep(const std::vector<double>& w, const std::vector<double>& b,
                  const std::vector<double>& samples)
{
    int count = 0;
    for (std::size_t j = 0; j < w.size(); ++j) {
        std::vector<double> sums;
        for (const double x : samples) {
            sums.push_back(w[j] * x + b[j]);
        }
        count += *std::max_element(sums.begin(), sums.end()) <= 0 ? 1 : 0;
    }
    return count;
}

template <class T>
struct labelled {
    std::array<T, 2> x;
    T t;
};

struct bend {
    static double value(double z) { return std::min(std::max(z, -1.0), 1.0); }
    static double slope(double a) { return std::abs(a) < 1 ? 1 : 0; }
};

// By recursion: one step, and then the rest.
inline two_layers<double>
train_network(const two_layers<double>& net,
              const std::vector<labelled<double>>& samples, double rate,
              int steps)
{
    if (steps == 0) {
        return net;
    }
    std::vector<two_layers<double>> all;
    for (const auto& s : samples) {
        all.push_back(slopes<bend>(net, s.x, s.t));
    }
    two_layers<double> next = net;
    for (const auto& d : all) {
        step(next, d, rate / static_cast<double>(all.size()));
    }
    return train_network(next, samples, rate, steps - 1);
}

}  // namespace answers
