#pragma once

#include <array>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;

// ## 2.1 A fourth layer
//
// One more factor on the way to each of the first three weights.
template <field T>
std::array<T, 4> slopes_of_four_layers(const std::array<T, 4>& w, const T& x,
                                       const T& t)
{
    const T y = w[0] * x;
    const T z = w[1] * y;
    const T u = w[2] * z;
    const T d = w[3] * u - t;
    return {d * w[3] * w[2] * w[1] * x, d * w[3] * w[2] * y, d * w[3] * z,
            d * u};
}

// ## 2.2 A bias in the middle
//
// The bias is reached through $w_3$, as $w_2$ is, and ends the product with
// its own slope, which is 1. It also changes $z$, and so `dw3` and the error.
template <field T>
std::array<T, 4> slopes_with_bias(const std::array<T, 3>& w, const T& b,
                                  const T& x, const T& t)
{
    const T y = w[0] * x;
    const T z = w[1] * y + b;
    const T d = w[2] * z - t;
    return {d * w[2] * w[1] * x, d * w[2] * y, d * w[2], d * z};
}

// ## 2.3 Another loss
//
// Only the first factor of the chain is new: the derivative of the loss by
// $e$. The square inside has a slope of its own, $2e$.
template <field T>
std::array<T, 3> slopes_of_square(const std::array<T, 3>& w, const T& x,
                                  const T& t)
{
    const T y = w[0] * x;
    const T z = w[1] * y;
    const T e = w[2] * z;
    const T by_e = (e * e - t) * T(2) * e;
    return {by_e * w[2] * w[1] * x, by_e * w[2] * y, by_e * z};
}

}  // namespace answers
