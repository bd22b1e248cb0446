/// \file
/// What every layer can do. Taught in chapter 10.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "chainrule/layers/matrix.hpp"

namespace chainrule::layers {

/// A matrix that is learned, and the slope of the loss by it.
template <field T>
struct parameter {
    std::string name;  ///< "w" in its layer, "1.w" in a network
    matrix<T> value;   ///< such as w
    matrix<T> slope;   ///< dL/d value, of the same shape
};

/// One step of a network on a batch of N samples. It owns its parameters and
/// remembers nothing else: whoever calls `backward` gives x and y again.
template <field T>
class layer {
public:
    virtual ~layer() = default;

    /// The numbers it takes of each sample; 0 if it takes any, as a layer
    /// that works number by number does.
    virtual Eigen::Index inputs() const = 0;

    /// The numbers it gives for each sample of so many inputs.
    virtual Eigen::Index outputs(Eigen::Index inputs) const = 0;

    /// Compute y from x.
    /// \param x N x inputs
    /// \param y N x outputs, to be filled
    /// \throws std::invalid_argument if the shapes do not fit
    virtual void forward(matrix_view<T> x, matrix_ref<T> y) const = 0;

    /// Set the slopes of the parameters, and dx. Unlike the layer of chapter
    /// 07 it sets and does not add: the sum over the samples is inside the
    /// batch.
    /// \param x what `forward` was given
    /// \param y what `forward` made of it
    /// \param dy dL/dy, N x outputs
    /// \param dx dL/dx, N x inputs, to be filled; nothing if nobody needs it
    /// \throws std::invalid_argument if the shapes do not fit
    virtual void backward(matrix_view<T> x, matrix_view<T> y,
                          matrix_view<T> dy,
                          std::optional<matrix_ref<T>> dx) = 0;

    /// What is learned, in the order in which `forward` uses it.
    virtual std::span<parameter<T>> parameters() { return {}; }
};

}  // namespace chainrule::layers
