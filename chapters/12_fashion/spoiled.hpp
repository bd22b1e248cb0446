/// \file
/// Short trainings, each with a mistake in it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "watching.hpp"

namespace chainrule::fashion {

// The same images, all of one class before those of the next.
inline examples<float> sorted_by_class(const examples<float>& of)
{
    std::vector<std::size_t> order(of.count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return of.y[a] < of.y[b]; });
    examples<float> sorted;
    sorted.x.resize(of.x.rows(), of.x.cols());
    layers::take(of.x, order, sorted.x);
    layers::take(of.y, order, sorted.y);
    return sorted;
}

struct way {
    examples<float> train, validation;
    layers::network<float> net;
    bool shuffled = true;
};

inline way as_it_should_be(const data_sets<float>& data)
{
    const std::size_t count = std::min<std::size_t>(5000, data.train.count());
    return {part(data.train, 0, count), data.validation,
            make_network<float>(1)};
}

inline layers::network<float> without_hidden_layer(std::uint64_t seed)
{
    boost::random::mt19937_64 engine(seed);
    layers::network<float> net;
    net.add(layers::dense<float>(layers::glorot<float>(784, 10, engine)));
    return net;
}

// Hidden neurons that say 0 of every image.
inline Eigen::Index silent_neurons(const way& w)
{
    const auto& p = w.net.parameters();
    layers::matrix<float> z = w.validation.x * p[0]->value;
    z.rowwise() += p[1]->value.row(0);
    return (z.colwise().maxCoeff().array() <= 0).count();
}

inline void try_it(const std::string& name, way& w)
{
    layers::batches order(w.train.count(), 64, 1);
    layers::softmax_cross_entropy<float> loss;
    layers::sgd<float> by(0.1f);
    layers::matrix<float> x;
    layers::labels y;
    double sum = 0;
    for (int epoch = 0; epoch < 3; ++epoch) {
        if (w.shuffled) {
            order.shuffle();
        }
        sum = 0;
        for (std::size_t i = 0; i < order.count(); ++i) {
            sum += layers::step<float>(
                w.net, loss, by, layers::take(w.train.x, order.at(i), x),
                layers::take(w.train.y, order.at(i), y));
        }
    }
    std::cout << std::fixed << std::setprecision(2) << name
              << ", loss = " << sum / static_cast<double>(order.count())
              << "\n"
              << std::setprecision(0) << name
              << ", percent right = " << look(w.net, w.validation).percent
              << "\n";
    if (w.net.size() > 1) {
        std::cout << name << ", silent neurons = " << silent_neurons(w)
                  << "\n";
    }
}

}  // namespace chainrule::fashion
