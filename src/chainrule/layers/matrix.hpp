/// \file
/// Matrices, and their product on several threads. Taught in chapter 10.
#pragma once

#include <Eigen/Core>
#include <concepts>
#include <cstddef>
#include <string>

#include "chainrule/layers/parallel.hpp"

/// Layers of many numbers, fed with many samples at once.
namespace chainrule::layers {

/// A matrix that is stored row by row. A batch has one sample in each row.
/// \tparam T the number type
template <class T>
using matrix =
    Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Rows of a matrix, to read from. The matrix must live longer.
/// \tparam T the number type
template <class T>
using view = Eigen::Map<const matrix<T>>;

/// Rows of a matrix, to write to. The matrix must live longer.
/// \tparam T the number type
template <class T>
using window = Eigen::Map<matrix<T>>;

/// \param m a matrix
/// \param first the first row that is wanted
/// \param count how many rows are wanted
/// \return those rows, not copied
template <class T>
view<T> rows_of(const matrix<T>& m, Eigen::Index first, Eigen::Index count)
{
    return {m.data() + first * m.cols(), count, m.cols()};
}

/// \param m a matrix
/// \return all its rows, not copied
template <class T>
view<T> rows_of(const matrix<T>& m)
{
    return rows_of(m, 0, m.rows());
}

/// A matrix that nobody keeps has no rows to look at later.
template <class T>
view<T> rows_of(const matrix<T>&& m) = delete;
template <class T>
view<T> rows_of(const matrix<T>&& m, Eigen::Index first,
                Eigen::Index count) = delete;

/// \param rows how many rows
/// \param cols how many columns
/// \return for messages, such as "64 x 784"
inline std::string shape(Eigen::Index rows, Eigen::Index cols)
{
    return std::to_string(rows) + " x " + std::to_string(cols);
}

/// \param m an expression of a matrix
/// \return whether all its numbers are finite; exact ones always are
template <class M>
bool all_finite(const M& m)
{
    if constexpr (std::floating_point<typename M::Scalar>) {
        return m.allFinite();
    } else {
        return true;
    }
}

/// The first rows of a matrix that only ever grows, so that a smaller batch
/// needs no new memory.
/// \tparam T the number type
/// \param store the memory; its numbers are lost when it grows
/// \param rows how many rows are needed
/// \param cols how many columns they have
/// \return those rows
template <class T>
window<T> first_rows(matrix<T>& store, Eigen::Index rows, Eigen::Index cols)
{
    if (store.rows() < rows || store.cols() != cols) {
        store.resize(rows, cols);
    }
    return {store.data(), rows, cols};
}

/// out = a b, the rows of out in parts.
/// \tparam A an expression of m x k
/// \tparam B an expression of k x n
/// \tparam Out m x n
/// \param a the left factor
/// \param b the right factor
/// \param out the product; it must share no memory with the factors
template <class A, class B, class Out>
void multiply(const A& a, const B& b, Out&& out)
{
    in_parts(a.rows(), a.rows() * a.cols() * b.cols(),
             [&](Eigen::Index first, Eigen::Index rows) {
                 out.middleRows(first, rows).noalias() =
                     a.middleRows(first, rows) * b;
             });
}

}  // namespace chainrule::layers
