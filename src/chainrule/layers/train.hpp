/// \file
/// The loop over epochs and batches. Taught in chapter 11.
#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "chainrule/layers/batches.hpp"
#include "chainrule/layers/network.hpp"
#include "chainrule/numbers/spelled.hpp"

namespace chainrule::layers {

namespace detail {

/// \param m one sample in each row
/// \param what they are, for messages
/// \throws std::invalid_argument if a number is not finite
template <class T>
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

/// \param t the targets of all samples
/// \param outputs how many numbers the network gives
/// \throws std::invalid_argument if they do not fit, or are not finite
template <class T>
void check_targets(const matrix<T>& t, Eigen::Index outputs)
{
    if (t.cols() != outputs) {
        throw std::invalid_argument(
            "train: a target has " + std::to_string(t.cols()) +
            " numbers, and the network gives " + std::to_string(outputs));
    }
    check_finite(t, "the targets");
}

/// \param t the labels of all samples
/// \param classes how many there are
/// \throws std::out_of_range if a label is no class
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

/// \param net a network
/// \throws std::overflow_error if a weight is not finite
template <class T>
void check_weights(const network<T>& net)
{
    for (const parameter<T>* p : net.parameters()) {
        if (!all_finite(p->value)) {
            throw std::overflow_error(
                "train: a weight is no longer finite; use a smaller rate");
        }
    }
}

}  // namespace detail

/// How to go through the samples.
struct plan {
    std::size_t batch = 64;   ///< samples for each step, at least 1
    std::size_t epochs = 10;  ///< how often to go through all of them
    std::uint64_t seed = 1;   ///< of their order
};

/// Says when a training no longer gets anywhere.
class patience {
public:
    /// \param epochs how many to wait for something better
    explicit patience(std::size_t epochs) : epochs_(epochs) {}

    /// \param loss of the epoch that has ended
    /// \return whether one of the last epochs was the best so far
    bool improves(double loss)
    {
        since_best_ = loss < best_ ? 0 : since_best_ + 1;
        best_ = std::fmin(best_, loss);
        return since_best_ < epochs_;
    }

private:
    std::size_t epochs_;
    std::size_t since_best_ = 0;
    double best_ = HUGE_VAL;
};

/// One step on one batch: forward, backward, update.
/// \tparam T the number type
/// \tparam Loss such as softmax_cross_entropy<T>
/// \tparam Optimizer such as sgd<T>
/// \param net the network
/// \param loss what to make smaller
/// \param by how to move
/// \param x the inputs, N x net.inputs()
/// \param t the targets, as the loss takes them
/// \return the loss before the step
/// \throws std::overflow_error if the loss is not finite; no weight has moved
///     then
/// \throws std::invalid_argument if a shape does not fit
template <class T, class Loss, class Optimizer, class Targets>
T step(network<T>& net, Loss& loss, Optimizer& by, view<T> x, Targets t)
{
    const T value = loss.forward(net.forward(x), t);
    if constexpr (std::floating_point<T>) {
        if (!std::isfinite(value)) {
            throw std::overflow_error("train: the loss is " + spelled(value) +
                                      "; use a smaller rate");
        }
    }
    net.backward(loss.backward());
    net.update(by);
    return value;
}

/// Train with one step for each batch.
///
/// After each epoch the observer is called with the number of the epoch,
/// from 1, and the mean loss that its samples had before their steps. The
/// weights are whole then: an observer that returns false ends the training,
/// and nothing is lost.
/// \tparam T the number type
/// \tparam Loss such as softmax_cross_entropy<T>
/// \tparam Optimizer such as sgd<T>
/// \tparam Observer `bool(std::size_t epoch, T loss)`, true to go on
/// \param net the network, which keeps its weights if an error is thrown
/// \param loss what to make smaller
/// \param by how to move
/// \param x all inputs, one sample in each row
/// \param t all targets, as the loss stores them
/// \param how batch, epochs and seed
/// \param observe called after each epoch
/// \return the number of epochs that were trained
/// \throws std::logic_error if there are no layers
/// \throws std::invalid_argument before the first step if there are no
///     samples, a number is not finite, or a shape does not fit
/// \throws std::out_of_range before the first step if a label is no class
/// \throws std::overflow_error if the loss is not finite, or after an epoch a
///     weight
template <class T, class Loss, class Optimizer, class Observer>
std::size_t train(network<T>& net, Loss& loss, Optimizer& by,
                  const matrix<T>& x, const typename Loss::targets& t,
                  const plan& how, Observer observe)
{
    if (net.size() == 0) {
        throw std::logic_error("train: there are no layers; add one");
    }
    const auto samples = static_cast<std::size_t>(x.rows());
    if (samples != count(t)) {
        throw std::invalid_argument("train: " + std::to_string(samples) +
                                    " inputs, and " +
                                    std::to_string(count(t)) + " targets");
    }
    detail::check_finite(x, "the inputs");
    detail::check_targets(t, net.outputs());
    batches order(samples, how.batch, how.seed);
    matrix<T> batch_x;
    typename Loss::targets batch_t;
    const detail::forgetting<T> batch_x_dies{net};
    for (std::size_t epoch = 1; epoch <= how.epochs; ++epoch) {
        order.shuffle();
        T sum = T(0);
        for (std::size_t i = 0; i < order.count(); ++i) {
            const std::span<const std::size_t> which = order.at(i);
            sum = sum + T(static_cast<int>(which.size())) *
                            step(net, loss, by, take(x, which, batch_x),
                                 take(t, which, batch_t));
        }
        detail::check_weights(net);
        if (!observe(epoch, sum / T(static_cast<int>(samples)))) {
            return epoch;
        }
    }
    return how.epochs;
}

}  // namespace chainrule::layers
