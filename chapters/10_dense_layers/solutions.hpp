#pragma once

#include <cstddef>
#include <vector>

#include "10_dense_layers/dense_layers.hpp"
#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;
using chainrule::ordered_field;
using chainrule::dense_layers::layer_slopes;
using chainrule::dense_layers::product;
using chainrule::dense_layers::sums;
using chainrule::dense_layers::table;
using chainrule::dense_layers::transposed;
using chainrule::dense_layers::walk_back;

// ## 10.1 A way around
//
// The input has a part in the outputs in two ways, so its slope is a sum. What
// passes the rectifier is masked; what goes around it is not.
template <ordered_field T>
layer_slopes<T> residual_back(const table<T>& x, const table<T>& w,
                              const table<T>& b, const table<T>& da)
{
    const table<T> z = sums(x, w, b);
    table<T> dz = da;
    for (std::size_t n = 0; n < z.rows(); ++n) {
        for (std::size_t j = 0; j < z.cols(); ++j) {
            dz(n, j) = T(0) < z(n, j) ? da(n, j) : T(0);
        }
    }
    layer_slopes<T> s = walk_back(x, w, dz);
    for (std::size_t n = 0; n < x.rows(); ++n) {
        for (std::size_t k = 0; k < x.cols(); ++k) {
            s.dx(n, k) = s.dx(n, k) + da(n, k);
        }
    }
    return s;
}

// ## 10.2 The same weights twice
//
// Each use has a slope of its own, as if the weights were two tables. What is
// used twice hears twice: the slopes are added.
template <field T>
table<T> shared_weights_slope(const table<T>& x, const table<T>& w,
                              const table<T>& dz)
{
    const table<T> upper = product(transposed(product(x, w)), dz);
    const table<T> lower = product(transposed(x), product(dz, transposed(w)));
    table<T> dw = upper;
    for (std::size_t k = 0; k < dw.rows(); ++k) {
        for (std::size_t j = 0; j < dw.cols(); ++j) {
            dw(k, j) = upper(k, j) + lower(k, j);
        }
    }
    return dw;
}

// ## 10.3 A batch in pieces
//
// A mean times its number of samples is a sum, and sums can be added.
template <field T>
table<T> slope_of_pieces(const std::vector<table<T>>& parts,
                         const std::vector<int>& sizes)
{
    table<T> whole(parts[0].rows(), parts[0].cols());
    T samples = T(0);
    for (const int size : sizes) {
        samples = samples + T(size);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t k = 0; k < whole.rows(); ++k) {
            for (std::size_t j = 0; j < whole.cols(); ++j) {
                whole(k, j) =
                    whole(k, j) + parts[i](k, j) * T(sizes[i]) / samples;
            }
        }
    }
    return whole;
}

// ## 10.4 Train a layer
//
// The slope by each sum is its error over the number of samples. Everything
// moves after both slopes are there.
template <field T>
struct trained {
    table<T> w, b;
};

template <field T>
trained<T> train_layer(table<T> w, table<T> b, const table<T>& x,
                       const table<T>& t, const T& rate, int steps)
{
    const T samples = T(static_cast<int>(x.rows()));
    for (int step = 0; step < steps; ++step) {
        table<T> dz = sums(x, w, b);
        for (std::size_t n = 0; n < dz.rows(); ++n) {
            for (std::size_t j = 0; j < dz.cols(); ++j) {
                dz(n, j) = (dz(n, j) - t(n, j)) / samples;
            }
        }
        const layer_slopes<T> s = walk_back(x, w, dz);
        for (std::size_t j = 0; j < w.cols(); ++j) {
            for (std::size_t i = 0; i < w.rows(); ++i) {
                w(i, j) = w(i, j) - rate * s.dw(i, j);
            }
            b(0, j) = b(0, j) - rate * s.db(0, j);
        }
    }
    return {w, b};
}

}  // namespace answers
