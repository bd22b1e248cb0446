/// \file
/// The loop over epochs and samples. Taught in chapter 07.
#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>

#include "chainrule/chain/network.hpp"
#include "chainrule/numbers/spelled.hpp"

namespace chainrule {

/// What a network learns from: an input and the output it should have.
template <field T>
struct sample {
    T x;  ///< the input
    T t;  ///< the target
};

namespace detail {

/// \param rate the learning rate
/// \throws std::invalid_argument if there are none, or the rate is absurd
template <field T>
void check_training(std::size_t sample_count, const T& rate)
{
    if (sample_count == 0) {
        throw std::invalid_argument("train: there are no samples");
    }
    if constexpr (std::floating_point<T>) {
        if (!(rate > 0) || !std::isfinite(rate)) {
            throw std::invalid_argument(
                "train: the rate is " + spelled(rate) +
                "; give a positive number, such as 0.05");
        }
    }
}

}  // namespace detail

/// Train with one step for each sample, in order, on half the squared error.
///
/// After each epoch the observer is called with the number of the epoch,
/// from 1, and the mean loss that its samples had before their steps. The
/// weights are whole then: an observer that returns false ends the training,
/// and nothing is lost.
/// \param net the network, which keeps its weights if an error is thrown
/// \param samples at least one
/// \param rate the learning rate, positive
/// \param epochs how often to go through the samples
/// \param observe `bool(std::size_t epoch, T loss)`, true to go on
/// \return the number of epochs that were trained
/// \throws std::invalid_argument if there are no samples or the rate is not a
///     positive number
/// \throws std::overflow_error if a weight would not be finite
template <field T, class Observer>
std::size_t train(network<T>& net, std::span<const sample<T>> samples,
                  const T& rate, std::size_t epochs, Observer observe)
{
    detail::check_training(samples.size(), rate);
    for (std::size_t epoch = 1; epoch <= epochs; ++epoch) {
        T sum = T(0);
        for (const sample<T>& s : samples) {
            const T d = net.forward(s.x) - s.t;
            sum = sum + d * d / T(2);
            net.zero_grad();
            net.backward(d);
            net.update(rate);
        }
        if (!observe(epoch, sum / detail::as_number<T>(static_cast<long long>(
                                      samples.size())))) {
            return epoch;
        }
    }
    return epochs;
}

}  // namespace chainrule
