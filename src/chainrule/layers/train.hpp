/// \file
/// The loop over epochs and batches. Taught in chapter 11.
#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "chainrule/layers/batches.hpp"
#include "chainrule/layers/network.hpp"
#include "chainrule/numbers/spelled.hpp"

namespace chainrule::layers {

namespace detail {

/// \param what the rows are, for messages
/// \throws std::invalid_argument if a number is not finite
template <field T>
void check_finite(const matrix<T>& m, const char* what)
{
    for (Eigen::Index i = 0; i < m.rows(); ++i) {
        if (!all_finite(m.row(i))) {
            throw std::invalid_argument(std::string("train: ") + what +
                                        " of sample " + std::to_string(i) +
                                        " have a number that is not finite");
        }
    }
}

/// \throws std::invalid_argument if the targets are not rows of so many
///     finite numbers
template <field T>
void check_targets(const matrix<T>& t, Eigen::Index outputs)
{
    if (t.cols() != outputs) {
        throw std::invalid_argument(
            "train: a target has " + std::to_string(t.cols()) +
            " numbers, and the network gives " + std::to_string(outputs));
    }
    check_finite(t, "the targets");
}

/// \throws std::out_of_range if a label is none of so many classes
inline void check_targets(const labels& t, Eigen::Index classes)
{
    for (std::size_t i = 0; i < t.size(); ++i) {
        if (t[i] < 0 || t[i] >= classes) {
            throw std::out_of_range(
                "train: the label of sample " + std::to_string(i) + " is " +
                std::to_string(t[i]) + ", and there are classes 0 to " +
                std::to_string(classes - 1));
        }
    }
}

/// \throws as `train` does before the first step
template <field T, class Targets>
void check_data(const network<T>& net, const matrix<T>& x, const Targets& t)
{
    if (net.size() == 0) {
        throw std::logic_error("train: there are no layers; add one");
    }
    if (static_cast<std::size_t>(x.rows()) != count(t)) {
        throw std::invalid_argument("train: " + std::to_string(x.rows()) +
                                    " inputs, and " +
                                    std::to_string(count(t)) + " targets");
    }
    check_finite(x, "the inputs");
    check_targets(t, net.outputs());
}

/// \throws std::overflow_error naming a parameter that is not finite
template <field T>
void check_weights(const network<T>& net)
{
    for (const parameter<T>* p : net.parameters()) {
        if (!all_finite(p->value)) {
            throw std::overflow_error(
                "train: " + p->name +
                " is no longer finite; use a smaller rate");
        }
    }
}

/// Where the losses of an epoch are added up. In float the sum would stop
/// growing at 2^24 samples of loss 1.
template <field T>
using sum_type = std::conditional_t<std::same_as<T, float>, double, T>;

}  // namespace detail

/// How to go through the samples.
struct training_options {
    std::size_t batch_size = 64;  ///< samples for each step, at least 1
    std::size_t epochs = 10;      ///< how often to go through all of them
    std::uint64_t seed = 1;       ///< of their order
};

/// One step on one batch: forward, backward, update.
/// \param by the optimizer, such as sgd<T>
/// \param x the inputs, N x net.inputs()
/// \param t the targets, as the loss takes them
/// \return the loss before the step
/// \throws std::overflow_error if the loss is not finite; no weight has moved
///     then
/// \throws std::invalid_argument if a shape does not fit
template <field T, class Loss, class Optimizer, class Targets>
T step(network<T>& net, Loss& loss, Optimizer& by, matrix_view<T> x,
       const Targets& t)
{
    const T value = loss.forward(net.forward(x), t);
    if constexpr (std::floating_point<T>) {
        if (!std::isfinite(value)) {
            detail::check_weights(net);
            throw std::overflow_error("train: the loss is " + spelled(value) +
                                      "; use a smaller rate, or smaller "
                                      "inputs");
        }
    }
    net.backward(x, loss.backward());
    net.update(by);
    return value;
}

/// Train with one step for each batch.
///
/// After each epoch the observer is called with the number of the epoch,
/// from 1, and the mean loss that its samples had before their steps. An
/// observer that returns false ends the training.
///
/// If an error is thrown, the network has the weights of the last epoch that
/// was completed, or those of the beginning. What an optimizer remembers is
/// not put back: begin with a new one.
/// \param by the optimizer, such as sgd<T>
/// \param x all inputs, one sample in each row
/// \param t all targets, as the loss stores them
/// \param observe `bool(std::size_t epoch, T loss)`, true to go on
/// \return the number of epochs that were trained
/// \throws std::logic_error if there are no layers
/// \throws std::invalid_argument before the first step if there are no
///     samples, a number is not finite, or a shape does not fit
/// \throws std::out_of_range before the first step if a label is no class
/// \throws std::overflow_error if the loss is not finite, or after an epoch a
///     weight
template <field T, class Loss, class Optimizer, class Observer>
std::size_t train(network<T>& net, Loss& loss, Optimizer& by,
                  const matrix<T>& x, const typename Loss::targets& t,
                  const training_options& how, Observer observe)
{
    detail::check_data(net, x, t);
    const auto samples = static_cast<std::size_t>(x.rows());
    batches order(samples, how.batch_size, how.seed);
    matrix<T> batch_x;
    typename Loss::targets batch_t;
    using sum_type = detail::sum_type<T>;
    const auto train_epoch = [&] {
        sum_type sum(0);
        for (std::size_t i = 0; i < order.count(); ++i) {
            const std::span<const std::size_t> which = order.at(i);
            sum = sum +
                  sum_type(static_cast<int>(which.size())) *
                      sum_type(step(net, loss, by, take(x, which, batch_x),
                                    take(t, which, batch_t)));
        }
        detail::check_weights(net);
        return T(sum / sum_type(static_cast<int>(samples)));
    };
    std::vector<matrix<T>> completed = net.values();
    for (std::size_t epoch = 1; epoch <= how.epochs; ++epoch) {
        order.shuffle();
        T mean(0);
        try {
            mean = train_epoch();
        } catch (...) {
            net.set_values(completed);
            throw;
        }
        completed = net.values();
        if (!observe(epoch, mean)) {
            return epoch;
        }
    }
    return how.epochs;
}

}  // namespace chainrule::layers
