// The derivatives of chapter 02 by dual numbers, which know no chain rule of
// ours.
#include <array>
#include <vector>

#include "judge/truth.hpp"

using chainrule::judge::slopes_by_dual;

// ## 2.1
template <field T>
std::vector<T> slopes_of_four_layers(const std::array<T, 4>& w, const T& x,
                                     const T& t)
{
    const auto loss = [&](const auto& p) {
        const auto d = p[3] * p[2] * p[1] * p[0] * x - t;
        return d * d / 2;
    };
    const T u = w[2] * w[1] * w[0] * x;
    known("y", w[0] * x);
    known("z", w[1] * w[0] * x);
    known("u", u);
    known("e", w[3] * u);
    known("d", w[3] * u - t);
    return slopes_by_dual<T>(loss, {w[0], w[1], w[2], w[3]});
}

// ## 2.2
template <field T>
std::vector<T> slopes_with_bias(const std::array<T, 3>& w, const T& b,
                                const T& x, const T& t)
{
    const auto loss = [&](const auto& p) {
        const auto d = p[3] * (p[1] * p[0] * x + p[2]) - t;
        return d * d / 2;
    };
    const T z = w[1] * w[0] * x + b;
    known("y", w[0] * x);
    known("z", z);
    known("z - b", z - b);
    known("e", w[2] * z);
    known("d", w[2] * z - t);
    return slopes_by_dual<T>(loss, {w[0], w[1], b, w[2]});
}

// ## 2.3
template <field T>
std::vector<T> slopes_of_square(const std::array<T, 3>& w, const T& x,
                                const T& t)
{
    const auto loss = [&](const auto& p) {
        const auto e = p[2] * p[1] * p[0] * x;
        const auto d = e * e - t;
        return d * d / 2;
    };
    const T e = w[2] * w[1] * w[0] * x;
    known("y", w[0] * x);
    known("z", w[1] * w[0] * x);
    known("e", e);
    known("(e e - t)", e * e - t);
    known("(e - t)", e - t);
    return slopes_by_dual<T>(loss, {w[0], w[1], w[2]});
}
