// # Dense layers
//
// When you have read this chapter you can write a layer of many neurons for
// many samples at once, say where each transpose and each sum on its walk back
// comes from, and choose a test that no wrong one passes.
//
// @chapter{09_activations} had two inputs and a handful of neurons, and gave
// each number a name. Real networks have thousands. So give names to whole
// tables.
//
// | symbol | what it is | shape |
// |--------|------------|-------|
// | $N$ | samples in a **batch** | |
// | $X$ | the inputs, one sample in each row | $N \times k$ |
// | $W$ | the weights, one neuron in each column | $k \times m$ |
// | $b$ | the biases | $1 \times m$ |
// | $Z = XW + b$ | the sums, with $b$ added to each row | $N \times m$ |
// | $A = \varphi(Z)$ | the outputs | $N \times m$ |
// | $\bar Z$ | the slopes of the loss by $Z$; in code `dz` | $N \times m$ |
//
// A layer in which every output hears of every input is called **dense**.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::dense_layers {

// ## A table of numbers
//
// This is all that we need of a matrix: a number of rows, a number of columns,
// and a way to get at each entry.
template <field T>
class table {
public:
    table(std::size_t rows, std::size_t cols)
        : rows_(rows), cols_(cols), entries_(rows * cols, T(0))
    {}

    table(std::initializer_list<std::initializer_list<T>> all)
        : rows_(all.size()), cols_(all.size() == 0 ? 0 : all.begin()->size())
    {
        for (const auto& row : all) {
            entries_.insert(entries_.end(), row.begin(), row.end());
        }
    }

    std::size_t rows() const { return rows_; }
    std::size_t cols() const { return cols_; }
    T& operator()(std::size_t i, std::size_t j)
    {
        return entries_[i * cols_ + j];
    }
    const T& operator()(std::size_t i, std::size_t j) const
    {
        return entries_[i * cols_ + j];
    }
    bool operator==(const table&) const = default;

private:
    std::size_t rows_, cols_;
    std::vector<T> entries_;
};

// ## Products and what is turned around
//
// Entry $(i, j)$ of a product is row $i$ of the left factor times column $j$
// of the right one. The **transpose** of a table has its rows for columns.
template <field T>
table<T> product(const table<T>& a, const table<T>& b)
{
    if (a.cols() != b.rows()) {
        throw std::invalid_argument(
            "product: the left factor has " + std::to_string(a.cols()) +
            " columns, the right one " + std::to_string(b.rows()) + " rows");
    }
    table<T> c(a.rows(), b.cols());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t k = 0; k < a.cols(); ++k) {
            for (std::size_t j = 0; j < b.cols(); ++j) {
                c(i, j) = c(i, j) + a(i, k) * b(k, j);
            }
        }
    }
    return c;
}

template <field T>
table<T> transposed(const table<T>& a)
{
    table<T> t(a.cols(), a.rows());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.cols(); ++j) {
            t(j, i) = a(i, j);
        }
    }
    return t;
}

// ## Forward
//
// Neuron $j$ of sample $n$ has the sum $z_{nj} = \sum_k x_{nk} w_{kj} + b_j$.
template <field T>
table<T> sums(const table<T>& x, const table<T>& w, const table<T>& b)
{
    table<T> z = product(x, w);
    for (std::size_t n = 0; n < z.rows(); ++n) {
        for (std::size_t j = 0; j < z.cols(); ++j) {
            z(n, j) = z(n, j) + b(0, j);
        }
    }
    return z;
}

// ## Back: read the indices
//
// Ask for each number: which sums has it a part in? Add up over those.
//
// - The weight $w_{kj}$ has a part in $z_{nj}$ for *every sample* $n$, with
//   the factor $x_{nk}$. So its slope is $\sum_n x_{nk} \bar z_{nj}$. The sum
//   runs over the *first* index of both. A product sums over the second index
//   of its left factor. So turn $X$ around: $X^T \bar Z$.
// - The bias $b_j$ has a part in $z_{nj}$ for every sample, with the factor
//   1. So its slope is $\sum_n \bar z_{nj}$: the rows of $\bar Z$ added up.
// - The input $x_{nk}$ has a part in $z_{nj}$ for *every neuron* $j$, with the
//   factor $w_{kj}$. So its slope is $\sum_j \bar z_{nj} w_{kj}$, over the
//   second index of both. Turn $W$ around: $\bar Z W^T$.
//
// $$ \frac{\partial L}{\partial W} = X^T \bar Z, \qquad \frac{\partial L}{\partial b} = \sum_n \bar z_n, \qquad \bar X = \bar Z \, W^T. $$
//
// @predict For one sample, one input and one neuron all tables have a single
// entry. What do the three formulas say then?
// @answer The slope by the weight is the input times what comes down, the
// slope by the bias is what comes down, and the slope by the input is the
// weight times what comes down. That is @chapter{09_activations}.
// @endpredict
//
// The sums over the samples are a part of the formulas. Nothing has to be
// added up afterwards, and nothing has to be set to zero before.
template <field T>
struct layer_slopes {
    table<T> dw, db, dx;
};

template <field T>
layer_slopes<T> walk_back(const table<T>& x, const table<T>& w,
                          const table<T>& dz)
{
    table<T> db(1, dz.cols());
    for (std::size_t n = 0; n < dz.rows(); ++n) {
        for (std::size_t j = 0; j < dz.cols(); ++j) {
            db(0, j) = db(0, j) + dz(n, j);
        }
    }
    return {product(transposed(x), dz), db, product(dz, transposed(w))};
}

}  // namespace chainrule::dense_layers
