#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;

// ## 1.1 A weight for a product
//
// All four slopes share the error. The second factor is what the parameter is
// multiplied by in $e$. For the third weight that is the product of the
// inputs, whatever these are.
template <field T>
std::array<T, 4> slopes_with_product(const std::array<T, 3>& w, const T& b,
                                     const std::array<T, 2>& x, const T& t)
{
    const T both = x[0] * x[1];
    const T d = w[0] * x[0] + w[1] * x[1] + w[2] * both + b - t;
    return {d * x[0], d * x[1], d * both, d};
}

// ## 1.2 All at once
//
// With the error in a variable of its own nothing can move in between.
template <field T>
std::array<T, 2> step_all_at_once(T w, T b, const T& x, const T& t,
                                  const T& rate)
{
    const T d = w * x + b - t;
    return {w - rate * d * x, b - rate * d};
}

// ## 1.3 A batch
//
// The slope of a mean is the mean of the slopes. Each sample has an error of
// its own.
template <field T>
std::array<T, 2> slopes_of_batch(const T& w, const T& b,
                                 const std::vector<T>& x,
                                 const std::vector<T>& t)
{
    T dw = T(0);
    T db = T(0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const T d = w * x[i] + b - t[i];
        dw = dw + d * x[i];
        db = db + d;
    }
    const T n = T(static_cast<int>(x.size()));
    return {dw / n, db / n};
}

}  // namespace answers
