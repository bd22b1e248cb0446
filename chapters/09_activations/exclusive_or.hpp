/// \file
/// The samples of exclusive or, and how two layers learn them in chapter 09.
#pragma once

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <cstddef>

#include "activations.hpp"

namespace chainrule::activations {

struct labelled {
    std::array<double, 2> x;
    double t;
};
constexpr std::array<labelled, 4> exclusive_or_table{
    {{{0, 0}, 0}, {{0, 1}, 1}, {{1, 0}, 1}, {{1, 1}, 0}}};

inline two_layers<double> random_start(std::size_t seed, std::size_t width)
{
    boost::random::mt19937_64 engine(seed);
    boost::random::uniform_real_distribution<double> any(-1, 1);
    two_layers<double> net{{}, 0};
    for (std::size_t j = 0; j < width; ++j) {
        const double w1 = any(engine);
        const double w2 = any(engine);
        net.hidden.push_back({{w1, w2}, any(engine), any(engine)});
    }
    return net;
}

// Whether all four estimates are near their targets then.
template <class F>
bool train(two_layers<double>& net, double rate, std::size_t epochs)
{
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        for (const labelled& s : exclusive_or_table) {
            step(net, slopes<F>(net, s.x, s.t), rate);
        }
    }
    return std::all_of(exclusive_or_table.begin(), exclusive_or_table.end(),
                       [&](const labelled& s) {
                           const double e = estimate<F>(net, s.x);
                           return std::abs(e - s.t) < 0.1;
                       });
}

template <class F>
double mean_loss(const two_layers<double>& net)
{
    double sum = 0;
    for (const labelled& s : exclusive_or_table) {
        const double d = estimate<F>(net, s.x) - s.t;
        sum += d * d / 2;
    }
    return sum / 4;
}

// Whether a neuron sleeps for all four samples.
inline bool one_is_dead(const two_layers<double>& net)
{
    for (const auto& h : net.hidden) {
        bool awake = false;
        for (const auto& s : exclusive_or_table) {
            awake = awake || output<relu>(h, s.x) > 0;
        }
        if (!awake) {
            return true;
        }
    }
    return false;
}

}  // namespace chainrule::activations
