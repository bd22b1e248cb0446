/// \file
/// Matrices, and their product on several threads. Taught in chapter 10.
#pragma once

#include <Eigen/Core>
#include <concepts>
#include <cstddef>
#include <stdexcept>
#include <string>

#include "chainrule/layers/parallel.hpp"
#include "chainrule/numbers/concepts.hpp"

/// Layers of many numbers, fed with many samples at once.
namespace chainrule::layers {

/// A matrix that is stored row by row. A batch has one sample in each row.
template <field T>
using matrix =
    Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A matrix or some rows of one, to read from during a call. Nothing is
/// copied.
template <field T>
using matrix_view = Eigen::Ref<const matrix<T>>;

/// The same to write to.
template <field T>
using matrix_ref = Eigen::Ref<matrix<T>>;

/// A shape for messages, such as "64 x 784".
inline std::string shape(Eigen::Index rows, Eigen::Index cols)
{
    return std::to_string(rows) + " x " + std::to_string(cols);
}

/// The shape of a matrix, for messages.
template <class M>
std::string shape(const Eigen::EigenBase<M>& m)
{
    return shape(m.rows(), m.cols());
}

/// Whether all numbers of a matrix are finite; exact ones always are.
template <class M>
bool all_finite(const M& m)
{
    if constexpr (std::floating_point<typename M::Scalar>) {
        return m.allFinite();
    } else {
        return true;
    }
}

/// Rows of memory that only ever grows, so that a smaller batch after a
/// larger one asks for none.
/// \param memory its numbers are lost when it grows
/// \return its first rows
template <field T>
Eigen::Map<matrix<T>> resized(matrix<T>& memory, Eigen::Index rows,
                              Eigen::Index cols)
{
    if (memory.rows() < rows || memory.cols() != cols) {
        memory.resize(rows, cols);
    }
    return {memory.data(), rows, cols};
}

/// out = a b, the rows of out in parts.
/// \param a m x k
/// \param b k x n
/// \param out m x n; it must share no memory with the factors
/// \throws std::invalid_argument if the shapes do not fit
template <class A, class B, class Out>
void multiply(const A& a, const B& b, Out&& out)
{
    if (a.cols() != b.rows() || out.rows() != a.rows() ||
        out.cols() != b.cols()) {
        throw std::invalid_argument("multiply: " + shape(a) + " times " +
                                    shape(b) + " does not give " +
                                    shape(out));
    }
    in_parts(a.rows(), a.rows() * a.cols() * b.cols(),
             [&](Eigen::Index first, Eigen::Index rows) {
                 out.middleRows(first, rows).noalias() =
                     a.middleRows(first, rows) * b;
             });
}

}  // namespace chainrule::layers
