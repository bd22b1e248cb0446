/// \file
/// Short trainings, each with a mistake in it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
    std::uint64_t seed;
    bool shuffled = true;
};

inline way as_it_should_be(const data_sets<float>& data, std::uint64_t seed)
{
    const std::size_t count = std::min<std::size_t>(5000, data.train.count());
    return {part(data.train, 0, count), data.validation,
            make_network<float>(seed), seed};
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

struct outcome {
    double first = 0;   // the loss of the first batch
    double loss = 0;    // the mean in the last epoch
    double right = 0;   // in percent of the validation set
    double silent = 0;  // hidden neurons
    bool any_hidden = true;
};

inline outcome outcome_of(way& w)
{
    layers::batches order(w.train.count(), 64, w.seed);
    layers::softmax_cross_entropy<float> loss;
    layers::sgd<float> by(0.1f);
    layers::matrix<float> x;
    layers::labels y;
    outcome o;
    for (int epoch = 0; epoch < 3; ++epoch) {
        if (w.shuffled) {
            order.shuffle();
        }
        double sum = 0;
        for (std::size_t i = 0; i < order.count(); ++i) {
            const double now = layers::step<float>(
                w.net, loss, by, layers::take(w.train.x, order.at(i), x),
                layers::take(w.train.y, order.at(i), y));
            o.first = epoch == 0 && i == 0 ? now : o.first;
            sum += now;
        }
        o.loss = sum / static_cast<double>(order.count());
    }
    o.right = look(w.net, w.validation).percent;
    o.any_hidden = w.net.size() > 1;
    if (o.any_hidden) {
        o.silent = static_cast<double>(silent_neurons(w));
    }
    return o;
}

// The mean of five starts.
template <class Mistake>
void try_it(const data_sets<float>& data, const std::string& name,
            Mistake mistake)
{
    outcome mean;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        way w = as_it_should_be(data, seed);
        mistake(w);
        const outcome o = outcome_of(w);
        mean.first += o.first / 5;
        mean.loss += o.loss / 5;
        mean.right += o.right / 5;
        mean.silent += o.silent / 5;
        mean.any_hidden = o.any_hidden;
    }
    std::cout << std::fixed << std::setprecision(2) << name
              << ", first loss = " << mean.first << "\n"
              << name << ", loss = " << mean.loss << "\n"
              << std::setprecision(0) << name
              << ", percent right = " << mean.right << "\n";
    if (mean.any_hidden) {
        std::cout << name << ", silent neurons = " << mean.silent << "\n";
    }
}

}  // namespace chainrule::fashion
