/// \file
/// Layers in a row. Taught in chapter 07.
#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <vector>

#include "chainrule/chain/layer.hpp"

namespace chainrule {

/// Layers of one number, each fed by the one before it.
template <field T>
class network {
public:
    /// \param weights one for each layer, first layer first
    /// \throws std::invalid_argument if there are none, or one is not finite
    explicit network(std::span<const T> weights)
    {
        if (weights.empty()) {
            throw std::invalid_argument(
                "network: there are no layers; give at least one weight");
        }
        layers_.reserve(weights.size());
        for (const T& w : weights) {
            layers_.emplace_back(w);
        }
    }

    /// \return the estimate
    T forward(const T& input)
    {
        T value = input;
        for (layer<T>& l : layers_) {
            value = l.forward(value);
        }
        return value;
    }

    /// Walk back once; every layer adds its derivative.
    /// \param slope dL/d estimate
    /// \return dL/d input
    /// \throws std::logic_error if there was no forward before it
    T backward(const T& slope)
    {
        T handed_on = slope;
        for (std::size_t i = layers_.size(); i > 0; --i) {
            handed_on = layers_[i - 1].backward(handed_on);
        }
        return handed_on;
    }

    /// Move all weights, or none.
    /// \param rate the learning rate
    /// \throws std::logic_error if there was no backward since the last update
    /// \throws std::overflow_error if a weight would not be finite; no weight
    ///     has moved then
    void update(const T& rate)
    {
        for (const layer<T>& l : layers_) {
            l.next_weight(rate);
        }
        for (layer<T>& l : layers_) {
            l.update(rate);
        }
    }

    /// Begin new sums of derivatives in every layer.
    void zero_grad()
    {
        for (layer<T>& l : layers_) {
            l.zero_grad();
        }
    }

    /// \return the number of layers
    std::size_t size() const { return layers_.size(); }

    /// \param i which layer, from 0
    /// \throws std::out_of_range if there is no such layer
    const layer<T>& at(std::size_t i) const { return layers_.at(i); }

private:
    std::vector<layer<T>> layers_;
};

}  // namespace chainrule
