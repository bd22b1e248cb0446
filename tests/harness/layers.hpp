/// \file
/// What the suites of the layers share: random matrices, true slopes, and
/// layers that are called without a network.
#pragma once

#include <boost/random/mersenne_twister.hpp>
#include <functional>

#include "chainrule/layers/layer.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/residue.hpp"
// Before the first use of dual<residue>: what a concept was once found to be
// is not asked again.
#include "harness/stand_ins.hpp"

namespace chainrule::layers {

using slope = dual<residue>;

/// Numbers modulo p, or made of them.
template <class T = residue>
matrix<T> random_matrix(Eigen::Index rows, Eigen::Index cols)
{
    static boost::random::mt19937_64 engine(10);
    matrix<T> m(rows, cols);
    for (Eigen::Index i = 0; i < m.size(); ++i) {
        m.data()[i] = T(random_residue(engine));
    }
    return m;
}

template <class To, class From>
matrix<To> as(const matrix<From>& m)
{
    return m.unaryExpr([](const From& n) { return To(n); });
}

/// The true slope of a scalar function by each number of a matrix: one run
/// on dual numbers for each.
inline matrix<residue>
true_slopes(const matrix<residue>& at,
            const std::function<slope(const matrix<slope>&)>& f)
{
    matrix<residue> slopes(at.rows(), at.cols());
    for (Eigen::Index i = 0; i < at.size(); ++i) {
        matrix<slope> moved = as<slope>(at);
        moved.data()[i] = variable(at.data()[i]);
        slopes.data()[i] = f(moved).slope;
    }
    return slopes;
}

/// Row times column, in plain loops: a truth that shares nothing with Eigen,
/// and that is compiled in a fraction of the memory.
template <class T>
matrix<T> product(const matrix<T>& a, const matrix<T>& b)
{
    matrix<T> c = matrix<T>::Zero(a.rows(), b.cols());
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
        for (Eigen::Index k = 0; k < a.cols(); ++k) {
            for (Eigen::Index j = 0; j < b.cols(); ++j) {
                c(i, j) = c(i, j) + a(i, k) * b(k, j);
            }
        }
    }
    return c;
}

/// What one layer makes of x.
template <class T>
matrix<T> outputs_of(const layer<T>& one, const matrix<T>& x)
{
    matrix<T> y(x.rows(), one.outputs(x.cols()));
    one.forward(x, y);
    return y;
}

/// dL/dx of one layer.
template <class T>
matrix<T> input_slopes_of(layer<T>& one, const matrix<T>& x,
                          const matrix<T>& dy)
{
    matrix<T> dx(x.rows(), x.cols());
    one.backward(x, outputs_of(one, x), dy, dx);
    return dx;
}

}  // namespace chainrule::layers
