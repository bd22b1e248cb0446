/// \file
/// What every layer can do. Taught in chapter 10.
#pragma once

#include <span>

#include "chainrule/layers/matrix.hpp"

namespace chainrule::layers {

/// A matrix that is learned, and the slope of the loss by it.
/// \tparam T the number type
template <class T>
struct parameter {
    matrix<T> value;  ///< such as w
    matrix<T> slope;  ///< such as dw, of the same shape
};

/// What is below a layer: another layer, which wants to know the slope of
/// the loss by its outputs, or the data, which nobody changes.
enum class below { layer, data };

/// One step of a network on a batch of N samples. It keeps what it needs to
/// walk back, and nothing more: a pointer to its inputs, and its outputs.
/// \tparam T the number type
template <class T>
class layer {
public:
    virtual ~layer() = default;

    /// \return how many numbers it takes of each sample
    virtual Eigen::Index inputs() const = 0;

    /// \return how many numbers it gives for each sample
    virtual Eigen::Index outputs() const = 0;

    /// Compute the outputs of a batch.
    /// \param x the inputs, N x inputs(); not copied, so they must live
    ///     until `backward` has been called
    /// \return the outputs, N x outputs(), valid until the next call
    virtual view<T> forward(view<T> x) = 0;

    /// Take the slopes of the loss by the outputs, set the slopes of the
    /// parameters, and hand on the slopes by the inputs. Unlike the layer of
    /// chapter 07 it sets and does not add: the sum over the samples is
    /// inside the batch.
    /// \param slopes dL/d outputs, N x outputs(); used up
    /// \param under data if nobody needs the slopes by the inputs
    /// \return dL/d inputs, N x inputs(), valid until the next call; without
    ///     rows if the data are below
    virtual window<T> backward(window<T> slopes, below under) = 0;

    /// \return what is learned, in the order in which `forward` uses it
    virtual std::span<parameter<T>> parameters() = 0;
};

}  // namespace chainrule::layers
