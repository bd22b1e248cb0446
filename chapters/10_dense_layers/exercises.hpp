#pragma once

#include <vector>

#include "10_dense_layers/dense_layers.hpp"
#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::ordered_field;
using chainrule::todo;
using chainrule::dense_layers::layer_slopes;
using chainrule::dense_layers::product;
using chainrule::dense_layers::sums;
using chainrule::dense_layers::table;
using chainrule::dense_layers::transposed;

// ## 10.1 A way around
//
// In deep networks a layer often adds to its input instead of replacing it:
//
// $$ A = X + \mathrm{relu}(Z), \qquad Z = XW + b. $$
//
// $W$ is square. Given $\bar A$, return the slopes by $W$, $b$ and $X$. The
// `product`, `transposed` and `sums` of the chapter are there.
//
// For one sample $X = (2)$, $W = (3)$, $b = (1)$ and $\bar A = (5)$ they are
// 10, 5 and 20.
template <ordered_field T>
layer_slopes<T> residual_back(const table<T>& x, const table<T>& w,
                              const table<T>& b, const table<T>& da)
{
    todo("10.1");
}

// ## 10.2 The same weights twice
//
// Two layers without bias and activation share one square table of weights:
// $Z = (XW) W$. Given $\bar Z$, return the slope by $W$.
//
// For $X = (2)$, $W = (3)$ and $\bar Z = (5)$ the loss moves as $5 \cdot 2
// w^2$, so the slope is 60.
template <field T>
table<T> shared_weights_slope(const table<T>& x, const table<T>& w,
                              const table<T>& dz)
{
    todo("10.2");
}

// ## 10.3 A batch in pieces
//
// A batch was too large for the memory, so it was cut into pieces. `parts[i]`
// is the slope by a table of weights for piece `i` alone, as the *mean* over
// its `sizes[i]` samples. Return the slope for the whole batch, again a mean.
// There is at least one piece, and none is empty.
//
// For the pieces $(4)$ and $(8)$ of 3 samples and 1 it is $(5)$.
template <field T>
table<T> slope_of_pieces(const std::vector<table<T>>& parts,
                         const std::vector<int>& sizes)
{
    todo("10.3");
}

// ## 10.4 Train a layer
//
// Let a dense layer without activation learn a batch: $X$ are the inputs, $T$
// are the targets, one row for each sample. The loss is half the sum of the
// squared errors of a sample, as a *mean* over the samples. Take `steps` steps
// with the rate `rate`, each of them with the whole batch, and return the
// weights and the bias. There is at least one sample.
//
// For $X = (2)$, $W = (3)$, $b = (1)$, $T = (5)$ and the rate $\frac14$ the
// error is 2, and one step gives $W = (2)$ and $b = (\frac12)$.
template <field T>
struct trained {
    table<T> w, b;
};

template <field T>
trained<T> train_layer(table<T> w, table<T> b, const table<T>& x,
                       const table<T>& t, const T& rate, int steps)
{
    todo("10.4");
}

}  // namespace answers
