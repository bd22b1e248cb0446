/// \file
/// Two spirals, a network that tells them apart, and its training at many
/// rates from many starts.
#pragma once

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "chainrule/layers/activation.hpp"
#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/initialisation.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/network.hpp"
#include "chainrule/layers/train.hpp"
#include "curvature.hpp"

namespace chainrule::losses_and_optimizers {

struct spirals {
    layers::matrix<double> x{200, 2};
    layers::labels y;
};

inline spirals two_spirals()
{
    boost::random::mt19937_64 engine(7);
    boost::random::normal_distribution<double> noise(0, 0.02);
    spirals s;
    for (int i = 0; i < 200; ++i) {
        const int arm = i % 2;
        const int place = i / 2;
        const double t = 0.1 + 0.9 * place / 99.0;
        const double angle = 6 * t + 3.14159265358979 * arm;
        s.x(i, 0) = t * std::cos(angle) + noise(engine);
        s.x(i, 1) = t * std::sin(angle) + noise(engine);
        s.y.push_back(arm);
    }
    return s;
}

inline layers::network<double> spiral_net(std::uint64_t seed)
{
    using layers::dense, layers::glorot;
    boost::random::mt19937_64 engine(seed);
    layers::network<double> net;
    net.add(dense<double>(glorot<double>(2, 16, engine)))
        .add(layers::tanh<double>())
        .add(dense<double>(glorot<double>(16, 16, engine)))
        .add(layers::tanh<double>())
        .add(dense<double>(glorot<double>(16, 2, engine)));
    return net;
}

// Train, and then take the mean loss on all points.
template <class Optimizer>
double trained(layers::network<double>& net, Optimizer by,
               const spirals& data, std::size_t epochs, std::uint64_t seed)
{
    layers::softmax_cross_entropy<double> loss;
    layers::train(net, loss, by, data.x, data.y, {20, epochs, seed},
                  [](std::size_t, double) { return true; });
    return loss.forward(net.forward(data.x), data.y);
}

struct result {
    double rate;
    std::vector<double> losses;  // of the seven starts, in their order
    // The best is 0, the worst 6.
    double ranked(std::size_t i) const
    {
        std::vector<double> sorted = losses;
        std::sort(sorted.begin(), sorted.end());
        return sorted[i];
    }
    double middle() const { return ranked(3); }
    bool fails() const { return !(ranked(6) <= 0.1); }
};

// \param rate the first one; each of the others is twice the one before
// \param by makes an optimizer for a rate
template <class Make>
std::vector<result> sweep(double rate, int rates, const spirals& data,
                          std::size_t epochs, Make by)
{
    std::vector<result> all;
    for (int i = 0; i < rates; ++i, rate *= 2) {
        all.push_back({rate, {}});
        for (std::uint64_t seed = 1; seed <= 7; ++seed) {
            auto net = spiral_net(seed);
            all.back().losses.push_back(
                trained(net, by(rate), data, epochs, seed));
        }
    }
    return all;
}

inline const result& best_of(const std::vector<result>& all)
{
    return *std::min_element(all.begin(), all.end(),
                             [](const result& a, const result& b) {
                                 return a.middle() < b.middle();
                             });
}

// Their middles, and how far the losses from one start may lie apart.
inline void compare(const std::string& a, const result& of_a,
                    const std::string& b, const result& of_b)
{
    double most = 1;
    for (std::size_t i = 0; i < of_a.losses.size(); ++i) {
        const double factor = of_a.losses[i] / of_b.losses[i];
        most = std::max({most, factor, 1 / factor});
    }
    std::cout << std::fixed << std::setprecision(2) << a
              << ", loss = " << of_a.middle() << "\n"
              << b << ", loss = " << of_b.middle() << "\n"
              << std::setprecision(0)
              << "one of these over the other, from one start, at most = "
              << most << "\n";
}

// The best rate, what became of all seven starts there, and the rates at which
// none of them fails.
inline void tell(const std::string& name, const std::vector<result>& all)
{
    const result& best = best_of(all);
    std::vector<result> safe;
    std::copy_if(all.begin(), all.end(), std::back_inserter(safe),
                 [](const result& r) { return !r.fails(); });
    std::cout << std::defaultfloat << std::setprecision(3) << name
              << ", best rate = " << best.rate << std::scientific
              << std::setprecision(0) << "\n"
              << name << ", best start = " << best.ranked(0) << "\n"
              << name << ", middle start = " << best.middle() << "\n"
              << name << ", worst start = " << best.ranked(6) << "\n"
              << name << ", none fails at = " << std::defaultfloat
              << std::setprecision(3)
              << (safe.empty() ? "none of those tried" : "");
    for (const result& r : safe) {
        std::cout << (&r == &safe.front() ? "" : ", ") << r.rate;
    }
    std::cout << "\n" << name << ", best middle of these = ";
    if (safe.empty()) {
        std::cout << "none\n";
    } else {
        std::cout << std::scientific << std::setprecision(0)
                  << best_of(safe).middle() << "\n";
    }
}

// Of the mean loss of all points.
inline double curvature_of(layers::network<double>& net, const spirals& data)
{
    const auto here = net.values();
    const auto slopes = [&](const std::vector<double>& weights) {
        auto values = here;
        auto next = weights.begin();
        for (auto& value : values) {
            std::copy_n(next, value.size(), value.data());
            next += value.size();
        }
        net.set_values(values);
        layers::softmax_cross_entropy<double> loss;
        loss.forward(net.forward(data.x), data.y);
        net.backward(data.x, loss.backward());
        std::vector<double> all;
        for (const auto* p : net.parameters()) {
            all.insert(all.end(), p->slope.data(),
                       p->slope.data() + p->slope.size());
        }
        return all;
    };
    std::vector<double> at;
    for (const auto& value : here) {
        at.insert(at.end(), value.data(), value.data() + value.size());
    }
    const double curvature = steepest_curvature(at, slopes);
    net.set_values(here);
    return curvature;
}

// How sure the network is of one class or the other, at each point of a
// square, and on top of that the samples.
inline std::vector<std::vector<double>> map_of(layers::network<double>& net,
                                               const spirals& data)
{
    constexpr int side = 120;
    std::vector<std::vector<double>> map;
    layers::matrix<double> x(side, 2);
    for (int i = 0; i < side; ++i) {
        for (int j = 0; j < side; ++j) {
            x(j, 0) = 2.4 * j / (side - 1) - 1.2;
            x(j, 1) = 1.2 - 2.4 * i / (side - 1);
        }
        const auto z = net.forward(x);
        map.emplace_back();
        for (int j = 0; j < side; ++j) {
            map.back().push_back(0.4 * std::tanh((z(j, 1) - z(j, 0)) / 2));
        }
    }
    for (std::size_t n = 0; n < data.y.size(); ++n) {
        const auto at = static_cast<Eigen::Index>(n);
        const double row = (1.2 - data.x(at, 1)) * (side - 1) / 2.4;
        const double col = (data.x(at, 0) + 1.2) * (side - 1) / 2.4;
        map[static_cast<std::size_t>(std::lround(row))]
           [static_cast<std::size_t>(std::lround(col))] =
               data.y[n] == 1 ? 1 : -1;
    }
    return map;
}

}  // namespace chainrule::losses_and_optimizers
