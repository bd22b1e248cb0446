// The exercises of chapter 02 with what is passed on in one variable.
#pragma once

#include <array>
#include <cstddef>

namespace answers {

template <class T>
std::array<T, 4> slopes_of_four_layers(std::array<T, 4> w, T x, T t)
{
    std::array<T, 4> slopes;
    T a = x;
    for (std::size_t i = 0; i < 4; ++i) {
        slopes[i] = a;
        a *= w[i];
    }
    T r = a - t;
    for (std::size_t i = 4; i-- > 0;) {
        slopes[i] *= r;
        r *= w[i];
    }
    return slopes;
}

template <class T>
std::array<T, 4> slopes_with_bias(std::array<T, 3> w, T b, T x, T t)
{
    const T z = b + x * w[0] * w[1];
    T r = w[2] * z - t;
    const T dw3 = z * r;
    r *= w[2];
    return {x * w[1] * r, x * w[0] * r, r, dw3};
}

template <class T>
std::array<T, 3> slopes_of_square(std::array<T, 3> w, T x, T t)
{
    const T e = x * w[0] * w[1] * w[2];
    const T r = x * (e * e * e - e * t) * T(2);
    return {w[1] * w[2] * r, w[0] * w[2] * r, w[0] * w[1] * r};
}

}  // namespace answers
