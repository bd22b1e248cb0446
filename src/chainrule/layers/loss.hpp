/// \file
/// How wrong the outputs of a network are, and the slope of that. Taught in
/// chapter 11.
///
/// Each loss has a forward and a backward, as a layer has. Both losses are
/// means over the batch, so that the learning rate does not depend on its
/// size.
#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "chainrule/layers/matrix.hpp"
#include "chainrule/numbers/concepts.hpp"

namespace chainrule::layers {

/// The right class of each sample, counted from 0.
using labels = std::vector<int>;

namespace detail {

/// \throws std::invalid_argument if there are none: they have no mean
inline void check_batch(Eigen::Index samples, Eigen::Index numbers,
                        const char* loss)
{
    if (samples == 0 || numbers == 0) {
        throw std::invalid_argument(
            std::string(loss) + ": the batch is empty, " +
            shape(samples, numbers) +
            "; give at least one sample of at least one number");
    }
}

/// \throws std::logic_error if no samples are remembered
inline void check_remembered(Eigen::Index samples, const char* loss)
{
    if (samples == 0) {
        throw std::logic_error(std::string(loss) +
                               "::backward: no outputs are remembered; call "
                               "forward first");
    }
}

}  // namespace detail

/// The mean squared error 1/(N K) sum (y - t)^2 of N samples of K numbers.
template <field T>
class mean_squared_error {
public:
    /// How targets are stored: what the outputs should be, N x K.
    using targets = matrix<T>;

    /// \param y the outputs, N x K
    /// \param t what they should be
    /// \throws std::invalid_argument if the shapes differ, or there are no
    ///     numbers
    T forward(matrix_view<T> y, matrix_view<T> t)
    {
        detail::check_batch(y.rows(), y.cols(), "mean_squared_error");
        if (y.rows() != t.rows() || y.cols() != t.cols()) {
            throw std::invalid_argument(
                "mean_squared_error: the outputs are " +
                shape(y.rows(), y.cols()) + ", and the targets are " +
                shape(t.rows(), t.cols()));
        }
        rows_ = y.rows();
        auto d = resized(d_, rows_, y.cols());
        d = y - t;
        return d.squaredNorm() / chainrule::detail::as_number<T>(d.size());
    }

    /// \return dL/dy = 2 (y - t) / (N K), to be used once
    /// \throws std::logic_error if no forward came before
    matrix_view<T> backward()
    {
        detail::check_remembered(rows_, "mean_squared_error");
        auto d = resized(d_, std::exchange(rows_, 0), d_.cols());
        d *= T(2) / chainrule::detail::as_number<T>(d.size());
        return d;
    }

private:
    matrix<T> d_;
    Eigen::Index rows_ = 0;
};

/// Softmax with cross-entropy: p = e^z / sum e^z in each row, and the loss is
/// the mean of -log p at the right class. Together, because the slope of the
/// two is p - y and loses no digit; see Goodfellow, Bengio, Courville, *Deep
/// Learning* (2016), section 6.2.2.3.
template <field T>
class softmax_cross_entropy {
public:
    /// How targets are stored: the right class of each sample.
    using targets = labels;

    /// \param z the outputs, N x K, finite: the largest number of a row is
    ///     subtracted first, so that no e^z is too large
    /// \param y the right classes, N numbers from 0 to K - 1
    /// \return the loss, infinite if the outputs of one row are further
    ///     apart than the largest T; the slopes are right even then
    /// \throws std::invalid_argument if there is another number of labels,
    ///     or there are no numbers
    /// \throws std::out_of_range if a label is no class
    T forward(matrix_view<T> z, std::span<const int> y)
    {
        detail::check_batch(z.rows(), z.cols(), "softmax_cross_entropy");
        check(z, y);
        y_.assign(y.begin(), y.end());
        auto p = resized(p_, z.rows(), z.cols());
        T sum = T(0);
        for (Eigen::Index i = 0; i < z.rows(); ++i) {
            const T shift = largest(z.row(i));
            p.row(i) = (z.row(i).array() - shift).exp();
            const T total = p.row(i).sum();
            using std::log;
            const int right = y[static_cast<std::size_t>(i)];
            sum = sum + log(total) - (z(i, right) - shift);
            p.row(i) /= total;
        }
        return sum / chainrule::detail::as_number<T>(z.rows());
    }

    /// \return dL/dz = (p - y) / N, where y is 1 at the right class and 0
    ///     elsewhere, to be used once
    /// \throws std::logic_error if no forward came before
    matrix_view<T> backward()
    {
        const auto rows = static_cast<Eigen::Index>(y_.size());
        detail::check_remembered(rows, "softmax_cross_entropy");
        auto p = resized(p_, rows, p_.cols());
        for (Eigen::Index i = 0; i < rows; ++i) {
            p(i, y_[static_cast<std::size_t>(i)]) -= T(1);
        }
        p *= T(1) / chainrule::detail::as_number<T>(rows);
        y_.clear();
        return p;
    }

private:
    // Numbers without an order, such as residues, cannot be too large.
    template <class Row>
    static T largest(const Row& z)
    {
        if constexpr (ordered_field<T>) {
            return z.maxCoeff();
        } else {
            return T(0);
        }
    }

    static void check(matrix_view<T> z, std::span<const int> y)
    {
        if (z.rows() != static_cast<Eigen::Index>(y.size())) {
            throw std::invalid_argument(
                "softmax_cross_entropy: " + std::to_string(z.rows()) +
                " samples, and " + std::to_string(y.size()) + " labels");
        }
        for (std::size_t i = 0; i < y.size(); ++i) {
            if (y[i] < 0 || y[i] >= z.cols()) {
                throw std::out_of_range(
                    "softmax_cross_entropy: the label of sample " +
                    std::to_string(i) + " is " + std::to_string(y[i]) +
                    ", and there are classes 0 to " +
                    std::to_string(z.cols() - 1));
            }
        }
    }

    matrix<T> p_;
    labels y_;
};

}  // namespace chainrule::layers
