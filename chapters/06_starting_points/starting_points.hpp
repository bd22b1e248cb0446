// # Starting points
//
// When you have read this chapter you can say from the starting weights
// alone whether the article's network will learn, and in which epoch.
//
// In a comment of its program the article remarks that it does not work to
// start all three weights at 0.2333. It gives no reason. The remark is right,
// and the reason leads far: to a place where the slope is zero and nothing
// is learned, to the few starts that run into it, and to the many that pass
// it slowly.
//
// | symbol | what it is |
// |--------|------------|
// | $w_1, w_2, w_3$ | the weights, $p = w_1 w_2 w_3$ their product |
// | $g_i$ | the derivative of the loss by $w_i$ |
// | $\eta$ | the learning rate, 0.05 as before |
// | $k$ | the number of steps taken, two in an epoch |
// | $u$ | the smallest weight, with a sign that is chosen below |
// | $c_2, c_3$ | how far the squares of the other two lie above $u^2$ |
#pragma once

#include <algorithm>
#include <array>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <limits>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::starting_points {

// ## One step, all weights alike
//
// In @chapter{04_training} we saw that both samples of the article have the
// same gradient. With $x = 1$ and $t = -1$ it is
//
// $$ g_1 = (p + 1) \, w_2 w_3, \quad g_2 = (p + 1) \, w_1 w_3, \quad
//    g_3 = (p + 1) \, w_1 w_2. $$
//
// The three lines are one line with the names exchanged. The code below
// keeps to that, and so it treats equal weights equally, down to the last
// bit. That will matter.
template <field T>
using weights = std::array<T, 3>;

template <field T>
T product(const weights<T>& w)
{
    return w[0] * w[1] * w[2];
}

template <field T>
weights<T> step(const weights<T>& w, const T& rate)
{
    const T d = product(w) + T(1);
    return {w[0] - rate * (d * (w[1] * w[2])),
            w[1] - rate * (d * (w[0] * w[2])),
            w[2] - rate * (d * (w[0] * w[1]))};
}

// ## Three weights are one
//
// Chapter 04 also found a law: a step changes $w_i^2 - w_j^2$ by
// $\eta^2 (g_i^2 - g_j^2)$. A run to a given place takes about $1 / \eta$
// steps, so over the whole run the difference of the squares moves by
// something of the order of $\eta$. Make $\eta$ small, and it is conserved.
//
// Two quantities of three weights are then known for the whole run, and one
// number is left to follow. We follow the smallest weight, because the
// others can never reach zero before it does: their squares lie above its
// square by the constants $c_2$ and $c_3$. So *only the smallest weight can
// ever change its sign*.
//
// Let $Q$ be the size of the product of the other two,
//
// $$ Q(u) = \sqrt{(u^2 + c_2)(u^2 + c_3)}, $$
//
// and give $u$ the size of the smallest weight and the sign that makes
// $p = -u \, Q(u)$. The network has learned where $u \, Q = 1$. A start with
// $u > 0$ has the right sign of the product, one with $u < 0$ the wrong one.
struct valley {
    double u;       // the smallest weight; positive: the right sign
    double c2, c3;  // the squares of the others minus its square

    double others(double at) const
    {
        return std::sqrt((at * at + c2) * (at * at + c3));
    }
};

inline valley valley_of(weights<double> w)
{
    std::sort(w.begin(), w.end(),
              [](double a, double b) { return std::abs(a) < std::abs(b); });
    const double sign = w[1] * w[2] > 0 ? -1 : 1;
    const auto above = [&](double v) {
        return (std::abs(v) - std::abs(w[0])) *
               (std::abs(v) + std::abs(w[0]));
    };
    return {sign * w[0], above(w[1]), above(w[2])};
}

// ## Where the run ends
//
// One step moves $u$ by $\eta \, (1 - uQ) \, Q$. This is never negative below
// the goal, so $u$ rises until $uQ = 1$. There is one way to fail. To come
// from a negative $u$ to a positive one, the run has to pass $u = 0$, and if
// $Q$ is zero there, it stands still.
//
// @predict At $u = 0$, when is $Q$ zero?
// @answer When $c_2 = 0$: when the two smallest weights have the same size.
// @endpredict
inline bool learns(const weights<double>& w)
{
    const valley v = valley_of(w);
    return v.u > 0 || v.c2 > 0;
}

// ## When it ends
//
// A stretch $du$ takes $du / (\eta \, (1 - uQ) \, Q)$ steps. Sum over all
// stretches, and half of the sum is the number of epochs:
//
// $$ \text{epochs} = \frac{1}{2 \eta} \int_{u_\text{start}}^{u_\text{end}}
//    \frac{du}{(1 - uQ) \, Q}. $$
//
// The end is where $p$ comes within 0.01 of $-1$. Boost finds that place and
// adds up the integral. Near $u = 0$ the integrand may have a narrow peak, so
// the sum is taken on a scale that is fine near zero.
inline double where_product_is(const valley& v, double size)
{
    const auto excess = [&](double u) { return u * v.others(u) - size; };
    const auto [low, high] = boost::math::tools::bisect(
        excess, 0.0, 1 + std::abs(v.u),
        boost::math::tools::eps_tolerance<double>(48));
    return (low + high) / 2;
}

inline double steps_between(const valley& v, double from, double to,
                            double rate)
{
    using boost::math::quadrature::gauss_kronrod;
    const double fine = std::sqrt(v.c2) + 1e-12;
    const auto on_scale = [&](double s) {
        const double u = fine * std::sinh(s);
        const double q = v.others(u);
        return fine * std::cosh(s) / (rate * (1 - u * q) * q);
    };
    return gauss_kronrod<double, 31>::integrate(
        on_scale, std::asinh(from / fine), std::asinh(to / fine), 12, 1e-9);
}

inline double epochs_to_learn(const weights<double>& w, double rate)
{
    if (!learns(w)) {
        return std::numeric_limits<double>::infinity();
    }
    const valley v = valley_of(w);
    const double size = v.u * v.others(v.u);
    if (std::abs(size - 1) < 0.01) {
        return 0;
    }
    const double end = where_product_is(v, size < 1 ? 0.99 : 1.01);
    return steps_between(v, v.u, end, rate) / 2;
}

}  // namespace chainrule::starting_points
