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
using chainrule::dense_layers::walk_back;

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
// are the targets, one row for each sample. The loss of a sample is half the
// *sum* of the squared errors of all neurons, and the loss of the batch is the
// *mean* over the samples. Take `steps` steps with the rate `rate`, each of
// them with the whole batch, and return the weights and the bias. The chapter's
// `sums` and `walk_back` are there. There is at least one sample. If there are
// no steps, nothing changes.
//
// For three neurons let $W = (2, -2, 3)$ and $b = (3, 6, -4)$. There are two
// samples: $X$ has the rows $(5)$ and $(-3)$, and $T$ the rows $(15, -9, 12)$
// and $(3, 5, -18)$. Then the errors are $(-2, 5, -1)$ and $(-6, 7, 5)$. One
// step with the rate $\frac14$ gives $W = (1, -\frac52, \frac{11}2)$ and
// $b = (4, \frac92, -\frac92)$, and a second one
// $W = (4, -\frac12, -\frac52)$ and $b = (5, \frac72, -\frac{11}2)$.
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
