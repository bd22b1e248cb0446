/// \file
/// The layer in which every output hears of every input.
/// Taught in chapter 10.
#pragma once

#include <array>
#include <stdexcept>
#include <utility>

#include "chainrule/layers/layer.hpp"

namespace chainrule::layers {

namespace detail {

/// \throws std::invalid_argument if these cannot be weights and bias
template <field T>
void check_dense(const matrix<T>& w, const matrix<T>& b)
{
    if (w.size() == 0) {
        throw std::invalid_argument(
            "dense: the weights are " + shape(w) +
            "; give at least one input and one output");
    }
    if (b.rows() != 1 || b.cols() != w.cols()) {
        throw std::invalid_argument(
            "dense: the bias is " + shape(b) + "; for weights of " +
            shape(w) + " it must be 1 x " + std::to_string(w.cols()));
    }
    if (!all_finite(w) || !all_finite(b)) {
        throw std::invalid_argument(
            "dense: a weight or a bias is not finite; give numbers");
    }
}

}  // namespace detail

/// Z = X W + b for a batch X of N samples, one in each row.
///
/// Going back: dW = X^T dZ, db = the sum of the rows of dZ, dX = dZ W^T. See
/// Goodfellow, Bengio, Courville, *Deep Learning* (2016), section 6.5.6, or
/// chapter 10.
template <field T>
class dense : public layer<T> {
public:
    /// \param w inputs x outputs; the bias starts at 0
    /// \throws std::invalid_argument if there are none, or one is not finite
    explicit dense(const matrix<T>& w)
        : dense(w, matrix<T>::Zero(1, w.cols()))
    {}

    /// \param w inputs x outputs
    /// \param b 1 x outputs
    /// \throws std::invalid_argument if there are no weights, the shapes do
    ///     not fit, or a number is not finite
    dense(const matrix<T>& w, const matrix<T>& b)
        : parameters_{
              parameter<T>{"w", w, matrix<T>::Zero(w.rows(), w.cols())},
              parameter<T>{"b", b, matrix<T>::Zero(1, w.cols())}}
    {
        detail::check_dense(w, b);
    }

    Eigen::Index inputs() const override { return w().rows(); }
    Eigen::Index outputs(Eigen::Index) const override { return w().cols(); }

    void forward(matrix_view<T> x, matrix_ref<T> z) const override
    {
        multiply(x, w(), z);
        z.rowwise() += b().row(0);
    }

    void backward(matrix_view<T> x, matrix_view<T>, matrix_view<T> dz,
                  std::optional<matrix_ref<T>> dx) override
    {
        multiply(x.transpose(), dz, parameters_[0].slope);
        parameters_[1].slope = dz.colwise().sum();
        if (dx) {
            multiply(dz, w().transpose(), *dx);
        }
    }

    std::span<parameter<T>> parameters() override { return parameters_; }

    /// The weights, inputs x outputs.
    const matrix<T>& w() const { return parameters_[0].value; }
    /// The bias, 1 x outputs.
    const matrix<T>& b() const { return parameters_[1].value; }
    /// dL/dw, of the shape of w.
    const matrix<T>& dw() const { return parameters_[0].slope; }
    /// dL/db, of the shape of b.
    const matrix<T>& db() const { return parameters_[1].slope; }

private:
    std::array<parameter<T>, 2> parameters_;
};

}  // namespace chainrule::layers
