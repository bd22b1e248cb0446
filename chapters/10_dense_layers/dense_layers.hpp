// # Dense layers
//
// The network of @chapter{12_fashion} has a layer of 128 neurons, and each of
// them hears 784 numbers. It has @value{weights of 784 x 128} weights. Shown 64
// pictures at a time, it does @value{multiplications for 64 pictures}
// multiplications. @chapter{09_activations} gave each number a name, and that
// will not do here. How can such a layer be written in one formula, and its
// walk back in three?
//
// @experiment a layer as a picture
//
// When you have read this chapter you can write a layer of many neurons for
// many samples at once, say where each sum on its walk back comes from, train
// with it, and choose a test that catches a wrong walk back.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::dense_layers {

// ## Tables, and a product on paper
//
// A **matrix** is a table of numbers. We write it with a capital letter, and
// its entries with the small one: $x_{ni}$ is the entry of $X$ in row $n$ and
// column $i$. A table with 2 rows and 3 columns has the **shape** $2 \times 3$.
//
// Put the inputs of a neuron side by side, and its weights one under the other.
// What the neuron adds up, before its bias, is the **dot product** of the two:
// first times first, plus second times second, and so on.
//
// $$ \begin{pmatrix} 1 & 2 \end{pmatrix}
//    \begin{pmatrix} 3 \\ 5 \end{pmatrix} = 1 \cdot 3 + 2 \cdot 5 = 13 $$
//
// The **product** of two tables does this with each row of the left one and
// each column of the right one. Here are two samples in two rows, and two
// neurons in two columns:
//
// $$ \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
//    \begin{pmatrix} 3 & 1 \\ 5 & 0 \end{pmatrix}
//  = \begin{pmatrix} 1 \cdot 3 + 2 \cdot 5 & 1 \cdot 1 + 2 \cdot 0
//    \\ 3 \cdot 3 + 4 \cdot 5 & 3 \cdot 1 + 4 \cdot 0 \end{pmatrix}
//  = \begin{pmatrix} 13 & 1 \\ 29 & 3 \end{pmatrix} $$
//
// The row says which sample, the column says which neuron. The rows of the left
// table have to be as long as the columns of the right one.
//
// @predict Exchange the two factors. Is the product the same?
// @answer No. Its first entry is $3 \cdot 1 + 1 \cdot 3 = 6$, and not 13.
// @endpredict
//
// The **transpose** of a table has its rows for columns. It is written with a
// small $T$:
//
// $$ \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^T
//  = \begin{pmatrix} 1 & 3 \\ 2 & 4 \end{pmatrix} $$
//
// In code a table has a number of rows, a number of columns, and a way to get
// at each entry.
//
// @fold The class table
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
// @end

template <field T>
table<T> product(const table<T>& a, const table<T>& b)
{
    if (a.cols() != b.rows()) {
        throw std::invalid_argument(
            "product: the left factor has " + std::to_string(a.cols()) +
            " columns, the right one " + std::to_string(b.rows()) + " rows");
    }
    table<T> c(a.rows(), b.cols());
    for (std::size_t n = 0; n < a.rows(); ++n) {
        for (std::size_t i = 0; i < a.cols(); ++i) {
            for (std::size_t j = 0; j < b.cols(); ++j) {
                c(n, j) = c(n, j) + a(n, i) * b(i, j);
            }
        }
    }
    return c;
}

template <field T>
table<T> transposed(const table<T>& a)
{
    table<T> t(a.cols(), a.rows());
    for (std::size_t n = 0; n < a.rows(); ++n) {
        for (std::size_t i = 0; i < a.cols(); ++i) {
            t(i, n) = a(n, i);
        }
    }
    return t;
}

// ## Forward
//
// These are the letters of this chapter:
//
// | symbol | what it is | shape |
// |--------|------------|-------|
// | $N$, $n$ | how many samples there are in a **batch**, and one of them | |
// | $I$, $i$ | how many inputs a sample has, and one of them | |
// | $J$, $j$ | how many neurons the layer has, and one of them | |
// | $X$ | the inputs, one sample in each row | $N \times I$ |
// | $W$ | the weights, one neuron in each column | $I \times J$ |
// | $b$ | the biases, one for each neuron | $1 \times J$ |
// | $Z = XW + b$ | the sums; $b$ is added to each row of $XW$ | $N \times J$ |
// | $\bar Z$, $\bar W$, $\bar X$, $\bar b$ | the slopes of the loss by these | as without the bar |
// | $\lambda$ | how much large weights cost | |
// | $p$, $q$ | two numbers that make an activation | |
// | $V$, $D$ | any tables, for a test | $N \times I$, $N \times J$ |
//
// A layer in which every neuron hears every input is called **dense**.
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
// One entry of $Z$ is
//
// $$ z_{nj} = x_{n1} w_{1j} + x_{n2} w_{2j} + \dots + x_{nI} w_{Ij} + b_j. $$
//
// From above comes the slope of the loss by each $z_{nj}$. We write
// $\bar z_{nj}$ for it, all of them together are the table $\bar Z$, and in
// code it is `dz`. A bar always means: the slope of the loss by this.
//
// Now take the rules of @chapter{03_cached_backprop}. For each number ask in
// which sums it is used, and what it is multiplied by there. Multiply along
// each way, and add the ways.
//
// - The weight $w_{ij}$ is used in $z_{nj}$ for *every sample* $n$, times
//   $x_{ni}$. So its slope is $x_{1i} \bar z_{1j} + x_{2i} \bar z_{2j} +
//   \dots$, over all samples. That is column $i$ of $X$ with column $j$ of
//   $\bar Z$. A product takes *rows* of its left factor, so $X$ has to be
//   turned around: $X^T \bar Z$.
// - The bias $b_j$ is used in $z_{nj}$ for every sample, times 1. So its slope
//   is column $j$ of $\bar Z$, added up.
// - The input $x_{ni}$ is used in $z_{nj}$ for *every neuron* $j$, times
//   $w_{ij}$. So its slope is $\bar z_{n1} w_{i1} + \bar z_{n2} w_{i2} +
//   \dots$, over all neurons. That is row $n$ of $\bar Z$ with row $i$ of $W$.
//   A product takes *columns* of its right factor, so $W$ has to be turned
//   around: $\bar Z W^T$.
//
// So the walk back has three formulas:
//
// $$ \begin{aligned} \bar W &= X^T \bar Z
//    \\ \bar X &= \bar Z \, W^T
//    \\ \bar b &= \text{the rows of } \bar Z \text{ added up} \end{aligned} $$
//
// @predict For one sample, one input and one neuron all tables have a single
// entry. What do the three formulas say then?
// @answer The slope by the weight is the input times what comes back. The slope
// by the bias is what comes back. The slope by the input is the weight times
// what comes back. That is the layer of @chapter{03_cached_backprop}, with a
// bias.
// @endpredict
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

// The sums over the samples are a part of these formulas. So nothing has to be
// added up afterwards, and nothing has to be set to zero before, as
// @chapter{07_layer_and_network} had to. The suite compares all three with
// dual numbers in eighteen shapes.
// @proved{slopes_equal_dual_numbers_modulo_p_in_every_shape}

// @experiment two samples by hand
// @experiment two slips
// @experiment make the shapes fit
// @experiment learning digits
// @experiment options
// @experiment what a weak probe hides
// @experiment one test that needs no formula
// @experiment what it costs

}  // namespace chainrule::dense_layers
