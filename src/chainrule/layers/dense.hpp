/// \file
/// The layer in which every output hears of every input. Taught in chapter
/// 10.
#pragma once

#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "chainrule/layers/activation.hpp"
#include "chainrule/layers/layer.hpp"

namespace chainrule::layers {

/// A = f(X W + b) for a batch X of N samples, one in each row.
///
/// Going back, with D = dL/dZ for Z = X W + b: dW = X^T D, db = the sum of
/// the rows of D, dX = D W^T. See Goodfellow, Bengio, Courville, *Deep
/// Learning* (2016), section 6.5.6, or chapter 10.
/// \tparam T the number type
/// \tparam F the activation function f
template <class T, class F = identity>
class dense : public layer<T> {
public:
    /// \param weights inputs x outputs; the bias starts at 0
    /// \throws std::invalid_argument if there are none, or one is not finite
    explicit dense(const matrix<T>& weights)
        : dense(weights, matrix<T>::Zero(1, weights.cols()))
    {}

    /// \param weights inputs x outputs
    /// \param bias 1 x outputs
    /// \throws std::invalid_argument if there are no weights, the shapes do
    ///     not fit, or a number is not finite
    dense(matrix<T> weights, matrix<T> bias)
        : parameters_{parameter<T>{std::move(weights), {}},
                      parameter<T>{std::move(bias), {}}}
    {
        if (w().size() == 0) {
            throw std::invalid_argument(
                "dense: the weights are " + shape(w().rows(), w().cols()) +
                "; give at least one input and one output");
        }
        if (b().rows() != 1 || b().cols() != outputs()) {
            throw std::invalid_argument(
                "dense: the bias is " + shape(b().rows(), b().cols()) +
                "; for weights of " + shape(w().rows(), w().cols()) +
                " it must be " + shape(1, outputs()));
        }
        if (!all_finite(w()) || !all_finite(b())) {
            throw std::invalid_argument(
                "dense: a weight or a bias is not finite; give numbers");
        }
        parameters_[0].slope = matrix<T>::Zero(w().rows(), w().cols());
        parameters_[1].slope = matrix<T>::Zero(1, outputs());
    }

    /// \return the rows of the weights
    Eigen::Index inputs() const override { return w().rows(); }

    /// \return the columns of the weights
    Eigen::Index outputs() const override { return w().cols(); }

    /// \copydoc layer::forward
    /// \throws std::invalid_argument if x has other than inputs() columns
    view<T> forward(view<T> x) override
    {
        if (x.cols() != inputs()) {
            throw std::invalid_argument(
                "dense::forward: a sample has " + std::to_string(x.cols()) +
                " numbers, and the layer takes " + std::to_string(inputs()));
        }
        window<T> a = first_rows(a_, x.rows(), outputs());
        multiply(x, w(), a);
        a.rowwise() += b().row(0);
        F::forward(a);
        x_.emplace(x);
        return outputs_of(x.rows());
    }

    /// \copydoc layer::backward
    /// \throws std::logic_error if no forward came before
    /// \throws std::invalid_argument if the slopes have another shape than
    ///     the outputs
    window<T> backward(window<T> slopes, below under = below::layer) override
    {
        if (!x_) {
            throw std::logic_error(
                "dense::backward: no inputs are remembered; call forward "
                "first");
        }
        if (slopes.rows() != x_->rows() || slopes.cols() != outputs()) {
            throw std::invalid_argument("dense::backward: the slopes are " +
                                        shape(slopes.rows(), slopes.cols()) +
                                        ", and the outputs were " +
                                        shape(x_->rows(), outputs()));
        }
        const view<T> x = *x_;
        x_.reset();
        F::backward(outputs_of(x.rows()), slopes);
        multiply(x.transpose(), slopes, parameters_[0].slope);
        parameters_[1].slope = slopes.colwise().sum();
        if (under == below::data) {
            return first_rows(dx_, 0, inputs());
        }
        window<T> dx = first_rows(dx_, x.rows(), inputs());
        multiply(slopes, w().transpose(), dx);
        return dx;
    }

    /// \return weights and bias
    std::span<parameter<T>> parameters() override { return parameters_; }

    /// \return the weights, inputs x outputs
    const matrix<T>& w() const { return parameters_[0].value; }

    /// \return the bias, 1 x outputs
    const matrix<T>& b() const { return parameters_[1].value; }

    /// \return dL/d weights, of their shape
    const matrix<T>& dw() const { return parameters_[0].slope; }

    /// \return dL/d bias, of its shape
    const matrix<T>& db() const { return parameters_[1].slope; }

private:
    view<T> outputs_of(Eigen::Index samples) const
    {
        return rows_of(a_, 0, samples);
    }

    std::array<parameter<T>, 2> parameters_;
    std::optional<view<T>> x_;  // what the next backward is for
    matrix<T> a_;
    matrix<T> dx_;
};

}  // namespace chainrule::layers
