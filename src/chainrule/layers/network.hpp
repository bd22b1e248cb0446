/// \file
/// Layers in sequence. Taught in chapter 10.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "chainrule/layers/layer.hpp"

namespace chainrule::layers {

namespace detail {

/// A layer in a network, and what lies above it. The matrices only grow; the
/// batch has their first rows.
template <field T>
struct stage {
    std::unique_ptr<layer<T>> does;
    Eigen::Index outputs;
    matrix<T> y;
    matrix<T> dy;  ///< unused in the last one
};

}  // namespace detail

/// Layers, each fed by the one before it. It owns what lies between them.
///
/// One backward is for one forward, and one step for one backward: what was
/// found for other weights or another batch is refused.
template <field T>
class network {
public:
    /// Put a layer on top.
    /// \return the network, for the next call
    /// \throws std::invalid_argument if it does not take what the layer below
    ///     gives
    template <std::derived_from<layer<T>> Layer>
    network& add(Layer top)
    {
        const std::string number = std::to_string(size() + 1);
        const Eigen::Index given = size() == 0 ? top.inputs() : outputs();
        if (given == 0) {
            throw std::invalid_argument(
                "network::add: layer 1 does not say how many numbers it "
                "takes; begin with one that does, such as dense");
        }
        if (top.inputs() != 0 && top.inputs() != given) {
            throw std::invalid_argument(
                "network::add: layer " + number + " takes " +
                std::to_string(top.inputs()) +
                " numbers, and the layer below gives " +
                std::to_string(given));
        }
        const Eigen::Index gives = top.outputs(given);
        stages_.push_back(
            {std::make_unique<Layer>(std::move(top)), gives, {}, {}});
        for (parameter<T>& p : stages_.back().does->parameters()) {
            p.name = number + "." + p.name;
            parameters_.push_back(&p);
        }
        forget();
        return *this;
    }

    /// Compute the outputs of a batch.
    /// \param x N x inputs()
    /// \return N x outputs(), valid until the next call
    /// \throws std::logic_error if there are no layers
    /// \throws std::invalid_argument if x has another number of columns
    matrix_view<T> forward(matrix_view<T> x)
    {
        check_layers("forward");
        fed_ = false;
        if (x.cols() != inputs()) {
            throw std::invalid_argument("network::forward: a sample has " +
                                        std::to_string(x.cols()) +
                                        " numbers, and the network takes " +
                                        std::to_string(inputs()));
        }
        rows_ = x.rows();
        for (std::size_t i = 0; i < size(); ++i) {
            detail::stage<T>& s = stages_[i];
            s.does->forward(input(i, x), resized(s.y, rows_, s.outputs));
        }
        first_sample_ = x.topRows(std::min<Eigen::Index>(rows_, 1));
        fed_ = true;
        return output(size() - 1);
    }

    /// Walk back once; every layer sets its slopes.
    /// \param x what `forward` was given, N x inputs()
    /// \param dy dL/d outputs, N x outputs()
    /// \throws std::logic_error if no forward came before, or the weights
    ///     have changed since
    /// \throws std::invalid_argument if x has another shape or another first
    ///     sample, or dy another shape than the outputs
    void backward(matrix_view<T> x, matrix_view<T> dy)
    {
        check_layers("backward");
        walked_ = false;
        if (!fed_) {
            throw std::logic_error(
                "network::backward: there are no outputs of these weights; "
                "call forward first");
        }
        check_batch(x, dy);
        fed_ = false;
        for (std::size_t i = size(); i-- > 0;) {
            stages_[i].does->backward(input(i, x), output(i),
                                      output_slope(i, dy), input_slope(i));
        }
        walked_ = true;
    }

    /// Take a step.
    /// \param by moves the parameters, such as sgd<T>
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
        forget();
    }

    /// The numbers it takes of each sample; 0 without layers.
    Eigen::Index inputs() const
    {
        return stages_.empty() ? 0 : stages_.front().does->inputs();
    }

    /// The numbers it gives for each sample; 0 without layers.
    Eigen::Index outputs() const
    {
        return stages_.empty() ? 0 : stages_.back().outputs;
    }

    /// The number of layers.
    std::size_t size() const { return stages_.size(); }

    /// What is learned, first layer first. The names begin with the number
    /// of the layer, from 1: "1.w", "1.b", "3.w".
    std::span<const parameter<T>* const> parameters() const
    {
        return parameters_;
    }

    /// The value of each parameter, to be given to `set_values` later.
    std::vector<matrix<T>> values() const
    {
        std::vector<matrix<T>> all;
        for (const parameter<T>* p : parameters_) {
            all.push_back(p->value);
        }
        return all;
    }

    /// Replace the value of each parameter, or none.
    /// \throws std::invalid_argument if there are more or fewer of them, or
    ///     one has another shape
    void set_values(const std::vector<matrix<T>>& all)
    {
        if (all.size() != parameters_.size()) {
            throw std::invalid_argument(
                "network::set_values: " + std::to_string(all.size()) +
                " values for " + std::to_string(parameters_.size()) +
                " parameters");
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            const parameter<T>& p = *parameters_[i];
            if (shape(all[i]) != shape(p.value)) {
                throw std::invalid_argument(
                    "network::set_values: " + p.name + " is " +
                    shape(p.value) + ", and its new value " + shape(all[i]));
            }
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            parameters_[i]->value = all[i];
        }
        forget();
    }

private:
    matrix_view<T> output(std::size_t i) const
    {
        return stages_[i].y.topRows(rows_);
    }

    matrix_view<T> input(std::size_t i, matrix_view<T> x) const
    {
        return i == 0 ? x : output(i - 1);
    }

    matrix_view<T> output_slope(std::size_t i, matrix_view<T> dy) const
    {
        return i + 1 == size() ? dy
                               : matrix_view<T>(stages_[i].dy.topRows(rows_));
    }

    // Nobody needs the slopes by the data.
    std::optional<matrix_ref<T>> input_slope(std::size_t i)
    {
        if (i == 0) {
            return std::nullopt;
        }
        detail::stage<T>& below = stages_[i - 1];
        return resized(below.dy, rows_, below.outputs);
    }

    void check_layers(const char* call) const
    {
        if (stages_.empty()) {
            throw std::logic_error(std::string("network::") + call +
                                   ": there are no layers; add one");
        }
    }

    void check_batch(matrix_view<T> x, matrix_view<T> dy) const
    {
        if (x.rows() != rows_ || x.cols() != inputs()) {
            throw std::invalid_argument(
                "network::backward: the inputs are " + shape(x) +
                ", and forward was given " + shape(rows_, inputs()));
        }
        // A look at one sample costs nothing beside a product with all. A
        // sample with NaN would not be equal to itself.
        const auto sample = x.topRows(first_sample_.rows());
        if (all_finite(sample) && sample != first_sample_) {
            throw std::invalid_argument(
                "network::backward: the first sample is not the one that "
                "forward was given; give the same batch");
        }
        if (dy.rows() != rows_ || dy.cols() != outputs()) {
            throw std::invalid_argument(
                "network::backward: the slopes are " + shape(dy) +
                ", and the outputs were " + shape(rows_, outputs()));
        }
    }

    // The weights are others than before.
    void forget()
    {
        fed_ = false;
        walked_ = false;
    }

    std::vector<detail::stage<T>> stages_;
    std::vector<parameter<T>*> parameters_;
    matrix<T> first_sample_;
    Eigen::Index rows_ = 0;  // of the last batch
    bool fed_ = false;       // the outputs are of these weights
    bool walked_ = false;    // so are the slopes, and no step has used them
};

}  // namespace chainrule::layers
