/// \file
/// Layers in sequence. Taught in chapter 10.
#pragma once

#include <concepts>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "chainrule/layers/layer.hpp"

namespace chainrule::layers {

/// Layers, each fed by the one before it.
/// \tparam T the number type
template <class T>
class network {
public:
    /// Put a layer on top.
    /// \tparam Layer such as dense<T, relu>
    /// \param top its inputs must be the outputs of the layer below
    /// \return the network, for the next call
    /// \throws std::invalid_argument if they are not
    template <std::derived_from<layer<T>> Layer>
    network& add(Layer top)
    {
        if (!layers_.empty() && top.inputs() != outputs()) {
            throw std::invalid_argument(
                "network::add: layer " + std::to_string(size() + 1) +
                " takes " + std::to_string(top.inputs()) +
                " numbers, and the layer below gives " +
                std::to_string(outputs()));
        }
        layers_.push_back(std::make_unique<Layer>(std::move(top)));
        for (parameter<T>& p : layers_.back()->parameters()) {
            parameters_.push_back(&p);
        }
        fed_ = false;
        walked_ = false;
        return *this;
    }

    /// Compute the outputs of a batch of N samples.
    /// \param x the inputs, N x inputs(); they must live until `backward` has
    ///     been called
    /// \return the outputs, N x outputs(), valid until the next call
    /// \throws std::logic_error if there are no layers
    /// \throws std::invalid_argument if x has another number of columns
    view<T> forward(view<T> x)
    {
        if (layers_.empty()) {
            throw std::logic_error(
                "network::forward: there are no layers; add one");
        }
        forget();
        for (const auto& each : layers_) {
            look_at(x, each->forward(x));
        }
        fed_ = true;
        return x;
    }

    /// Walk back once; every layer sets its slopes.
    /// \param slopes dL/d outputs, N x outputs(); used up
    /// \throws std::logic_error if no forward came before, or the weights
    ///     have changed since
    /// \throws std::invalid_argument if the slopes have another shape than
    ///     the outputs
    void backward(window<T> slopes)
    {
        if (!fed_) {
            throw std::logic_error(
                "network::backward: no inputs are remembered for these "
                "weights; call forward first");
        }
        walked_ = false;
        for (std::size_t i = layers_.size(); i-- > 0;) {
            const below under = i == 0 ? below::data : below::layer;
            look_at(slopes, layers_[i]->backward(slopes, under));
        }
        fed_ = false;
        walked_ = true;
    }

    /// Forget the inputs of the last forward, because they will not live
    /// until a backward.
    void forget() { fed_ = false; }

    /// Take a step. What was remembered is of the old weights and is
    /// forgotten.
    /// \tparam Optimizer such as sgd<T>
    /// \param by moves the parameters
    /// \throws std::logic_error if there was no backward since the last step
    template <class Optimizer>
    void update(Optimizer& by)
    {
        if (!walked_) {
            throw std::logic_error(
                "network::update: there are no new slopes; call backward "
                "first");
        }
        by.step(parameters_);
        fed_ = false;
        walked_ = false;
    }

    /// \return how many numbers it takes of each sample; 0 without layers
    Eigen::Index inputs() const
    {
        return layers_.empty() ? 0 : layers_.front()->inputs();
    }

    /// \return how many numbers it gives for each sample; 0 without layers
    Eigen::Index outputs() const
    {
        return layers_.empty() ? 0 : layers_.back()->outputs();
    }

    /// \return the number of layers
    std::size_t size() const { return layers_.size(); }

    /// \return what is learned, first layer first, weights before bias
    std::span<parameter<T>* const> parameters() const { return parameters_; }

private:
    // Eigen's own way to let a map look elsewhere; an assignment would copy
    // the numbers.
    template <class Map>
    static void look_at(Map& map, const Map& other)
    {
        new (&map) Map(other);
    }

    std::vector<std::unique_ptr<layer<T>>> layers_;
    std::vector<parameter<T>*> parameters_;
    bool fed_ = false;     // inputs are remembered and not yet used
    bool walked_ = false;  // there are slopes that no step has used
};

namespace detail {

/// Forgets inputs that die with the call that made them, however it ends.
template <class T>
struct forgetting {
    network<T>& net;
    ~forgetting() { net.forget(); }
};

}  // namespace detail

}  // namespace chainrule::layers
