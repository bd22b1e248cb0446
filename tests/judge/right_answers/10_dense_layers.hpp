// The exercises of chapter 10 for double only: a way for each sample, the
// walk back of the chapter called twice, and a running mean.
#pragma once

#include <vector>

#include "10_dense_layers/dense_layers.hpp"

namespace answers {

using namespace chainrule::dense_layers;
using numbers = table<double>;

inline void add(numbers& to, const numbers& what, double factor = 1)
{
    for (std::size_t i = 0; i < to.rows(); ++i) {
        for (std::size_t j = 0; j < to.cols(); ++j) {
            to(i, j) += factor * what(i, j);
        }
    }
}

inline layer_slopes<double> residual_back(const numbers& x, const numbers& w,
                                          const numbers& b, const numbers& da)
{
    numbers below = da;
    const numbers z = sums(x, w, b);
    for (std::size_t i = 0; i < z.rows(); ++i) {
        for (std::size_t j = 0; j < z.cols(); ++j) {
            below(i, j) *= z(i, j) > 0;
        }
    }
    auto s = walk_back(x, w, below);
    add(s.dx, da);
    return s;
}

inline numbers shared_weights_slope(const numbers& x, const numbers& w,
                                    const numbers& dz)
{
    auto upper = walk_back(product(x, w), w, dz);
    const auto lower = walk_back(x, w, upper.dx);
    add(upper.dw, lower.dw);
    return upper.dw;
}

inline numbers slope_of_pieces(const std::vector<numbers>& parts,
                               const std::vector<int>& sizes)
{
    numbers mean(parts[0].rows(), parts[0].cols());
    double samples = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        samples += sizes[i];
        numbers step = parts[i];
        add(step, mean, -1);
        add(mean, step, sizes[i] / samples);
    }
    return mean;
}

struct weights_and_bias {
    numbers w, b;
};

// By recursion: one step, and then the rest.
inline weights_and_bias train_layer(const numbers& w, const numbers& b,
                                    const numbers& x, const numbers& t,
                                    double rate, int steps)
{
    if (steps == 0) {
        return {w, b};
    }
    numbers dz = sums(x, w, b);
    add(dz, t, -1);
    const auto s = walk_back(x, w, dz);
    const double part = -rate / static_cast<double>(x.rows());
    numbers next_w = w;
    numbers next_b = b;
    add(next_w, s.dw, part);
    add(next_b, s.db, part);
    return train_layer(next_w, next_b, x, t, rate, steps - 1);
}

}  // namespace answers
