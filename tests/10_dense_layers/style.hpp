// The exercises of chapter 10 by indices alone, without a product.
#pragma once

#include <vector>

#include "10_dense_layers/dense_layers.hpp"

namespace answers {

using chainrule::dense_layers::layer_slopes;
using chainrule::dense_layers::table;

template <class T>
layer_slopes<T> residual_back(table<T> x, table<T> w, table<T> b, table<T> da)
{
    layer_slopes<T> s{table<T>(w.rows(), w.cols()), table<T>(1, w.cols()),
                      da};
    for (std::size_t n = 0; n < x.rows(); ++n) {
        for (std::size_t j = 0; j < w.cols(); ++j) {
            T z = b(0, j);
            for (std::size_t k = 0; k < w.rows(); ++k) {
                z += x(n, k) * w(k, j);
            }
            if (!(z > T(0))) {
                continue;
            }
            s.db(0, j) += da(n, j);
            for (std::size_t k = 0; k < w.rows(); ++k) {
                s.dw(k, j) += x(n, k) * da(n, j);
                s.dx(n, k) += da(n, j) * w(k, j);
            }
        }
    }
    return s;
}

template <class T>
table<T> shared_weights_slope(table<T> x, table<T> w, table<T> dz)
{
    table<T> dw(w.rows(), w.cols());
    for (std::size_t n = 0; n < x.rows(); ++n) {
        for (std::size_t i = 0; i < w.rows(); ++i) {
            for (std::size_t k = 0; k < w.rows(); ++k) {
                for (std::size_t j = 0; j < w.cols(); ++j) {
                    // z(n, j) has the terms x(n, i) w(i, k) w(k, j).
                    dw(i, k) += dz(n, j) * x(n, i) * w(k, j);
                    dw(k, j) += dz(n, j) * x(n, i) * w(i, k);
                }
            }
        }
    }
    return dw;
}

template <class T>
table<T> slope_of_pieces(std::vector<table<T>> parts, std::vector<int> sizes)
{
    int all = 0;
    for (int size : sizes) {
        all += size;
    }
    table<T> sum(parts.front().rows(), parts.front().cols());
    for (std::size_t k = 0; k < sum.rows(); ++k) {
        for (std::size_t j = 0; j < sum.cols(); ++j) {
            for (std::size_t i = 0; i < parts.size(); ++i) {
                sum(k, j) += T(sizes[i]) * parts[i](k, j);
            }
            sum(k, j) = sum(k, j) / T(all);
        }
    }
    return sum;
}

template <class T>
struct both {
    table<T> w, b;
};

template <class T>
both<T> train_layer(table<T> w, table<T> b, table<T> x, table<T> t, T rate,
                    int steps)
{
    const int samples = static_cast<int>(x.rows());
    while (steps-- > 0) {
        table<T> new_w = w;
        table<T> new_b = b;
        for (std::size_t n = 0; n < x.rows(); ++n) {
            for (std::size_t j = 0; j < w.cols(); ++j) {
                T error = b(0, j) - t(n, j);
                for (std::size_t i = 0; i < w.rows(); ++i) {
                    error += x(n, i) * w(i, j);
                }
                const T move = rate * error / T(samples);
                new_b(0, j) -= move;
                for (std::size_t i = 0; i < w.rows(); ++i) {
                    new_w(i, j) -= move * x(n, i);
                }
            }
        }
        w = new_w;
        b = new_b;
    }
    return {w, b};
}

}  // namespace answers
