// The slopes of the sum over the samples, and a bias that moves along its own.
#pragma once

#include <cstddef>

#include "10_dense_layers/dense_layers.hpp"

namespace answers {

using chainrule::dense_layers::table;

// ## 10.4
template <class T>
struct trained {
    table<T> w, b;
};

template <class T>
trained<T> train_layer(table<T> w, table<T> b, const table<T>& x,
                       const table<T>& t, const T& rate, int steps)
{
    for (int step = 0; step < steps; ++step) {
        table<T> e = chainrule::dense_layers::sums(x, w, b);
        for (std::size_t n = 0; n < e.rows(); ++n) {
            for (std::size_t j = 0; j < e.cols(); ++j) {
                e(n, j) = e(n, j) - t(n, j);
            }
        }
        for (std::size_t n = 0; n < e.rows(); ++n) {
            for (std::size_t j = 0; j < e.cols(); ++j) {
                for (std::size_t i = 0; i < x.cols(); ++i) {
                    w(i, j) = w(i, j) - rate * x(n, i) * e(n, j);
                }
                b(0, j) = b(0, j) + rate * e(n, j);
            }
        }
    }
    return {w, b};
}

}  // namespace answers
