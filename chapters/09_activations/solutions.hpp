#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;
using chainrule::ordered_field;

// ## 9.1 A rectifier that leaks
//
// One factor serves both ways: the output is the factor times $z$, and so the
// slope is the factor times the slope.
template <ordered_field T>
std::array<T, 2> leaky_rectifier(const T& z, const T& da, const T& leak)
{
    const T factor = T(0) < z ? T(1) : leak;
    return {factor * z, factor * da};
}

// ## 9.2 Known by its output
//
// $1 - |a| = 1 - |z| / (1 + |z|) = 1 / (1 + |z|)$, and the slope is the
// square of it.
template <ordered_field T>
T softsign_back(const T& a, const T& da)
{
    const T rest = T(1) - (a < T(0) ? -a : a);
    return da * rest * rest;
}

// ## 9.3 Two layers with a bias
//
// The derivative of the activation is $2z + 3$, so $z$ has to be remembered.
template <field T>
std::array<T, 4> two_layer_slopes(const T& w1, const T& b1, const T& w2,
                                  const T& b2, const T& x, const T& t)
{
    const T z = w1 * x + b1;
    const T a = z * z + T(3) * z;
    const T de = w2 * a + b2 - t;
    const T dz = de * w2 * (T(2) * z + T(3));
    return {dz * x, dz, de * a, de};
}

// ## 9.4 Who sleeps
//
// A neuron counts if no sample wakes it.
template <ordered_field T>
int asleep(const std::vector<T>& w, const std::vector<T>& b,
           const std::vector<T>& samples)
{
    int count = 0;
    for (std::size_t j = 0; j < w.size(); ++j) {
        const auto wakes = [&](const T& x) { return T(0) < w[j] * x + b[j]; };
        if (std::none_of(samples.begin(), samples.end(), wakes)) {
            ++count;
        }
    }
    return count;
}

}  // namespace answers
