// What the checkers of chapter 05 are tested with: right gradients, twenty
// mistakes as people make them, and checkers with a defect.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "chainrule/check/gradient_check.hpp"
#include "gradient_check.hpp"

namespace chainrule::gradient_check {

using triple = std::array<double, 3>;

constexpr triple weights{0.9, -0.7, 1.3};
constexpr double x = 1.7;
constexpr double t = -0.4;
constexpr double rate = 0.06;

inline double loss_at(std::span<const double> w)
{
    return loss_of_article<double>({w[0], w[1], w[2]}, x, t);
}

// What mistakes are made from: the layers' outputs and the error.
struct pass {
    double w1, w2, w3, y, z, e, d;
};

inline pass run_forward(const triple& w)
{
    const double y = w[0] * x;
    const double z = w[1] * y;
    const double e = w[2] * z;
    return {w[0], w[1], w[2], y, z, e, e - t};
}

inline triple truth(const triple& w)
{
    const pass p = run_forward(w);
    return {p.d * p.w3 * p.w2 * x, p.d * p.w3 * p.y, p.d * p.z};
}

inline triple scaled(const triple& g, double factor)
{
    return {factor * g[0], factor * g[1], factor * g[2]};
}

struct mistake {
    const char* name;
    triple gradient;
};

// Twenty wrong gradients of three scalar layers, as learners write them.
inline std::vector<mistake> mistakes()
{
    const auto [w1, w2, w3, y, z, e, d] = run_forward(weights);
    const triple g = truth(weights);
    const double new_w3 = w3 - rate * d * z;
    const double new_w2 = w2 - rate * d * new_w3 * y;
    const triple next{w1 - rate * g[0], w2 - rate * g[1], w3 - rate * g[2]};
    const double thresholded = (e > 0 ? 1 : -1) - t;
    return {
        {"stale weights", {d * new_w3 * new_w2 * x, d * new_w3 * y, d * z}},
        {"walking forwards", {d * x, d * w1 * y, d * w1 * w2 * z}},
        {"own weight twice", {g[0] * w1, g[1] * w2, g[2] * w3}},
        {"both of these",
         {d * w1 * w3 * x, d * w1 * w2 * w3 * y, d * w1 * w2 * w3 * w3 * z}},
        {"sign flipped", scaled(g, -1)},
        {"forgotten half", scaled(g, 2)},
        {"error missing", scaled(g, 1 / d)},
        {"loss for its derivative", scaled(g, d / 2)},
        {"input missing", {g[0] / x, g[1], g[2]}},
        {"output for input", {d * w3 * w2 * y, d * w3 * z, d * e}},
        {"skipped link", {d * w2 * x, d * y, g[2]}},
        {"delta rule everywhere", {d * x, d * y, g[2]}},
        {"swapped partials", {d * w3 * w2 * w1, d * w3 * w2, d * w3}},
        {"sums for products", {(d + w3 + w2) * x, (d + w3) * y, g[2]}},
        {"weight off by one", {d * w2 * w1 * x, d * w2 * y, g[2]}},
        {"first layer frozen", {0, g[1], g[2]}},
        {"last layer only", {0, 0, g[2]}},
        {"rate applied twice", scaled(g, rate)},
        {"thresholded output", scaled(g, thresholded / d)},
        {"gradient after the step", truth(next)},
    };
}

// A checker says whether a gradient of a function is right.
using checker = std::function<bool(const scalar_function&, triple, triple)>;

inline bool library_check(const scalar_function& f, triple at,
                          triple gradient)
{
    return check_gradient(f, at, gradient).passed();
}

inline double slope_along(const scalar_function& f, triple at, std::size_t i,
                          double h)
{
    triple up = at;
    triple down = at;
    up[i] += h;
    down[i] -= h;
    return (f(up) - f(down)) / (2 * h);
}

// Four checkers with a defect each, as found in programs in use.
inline bool compares_sizes(const scalar_function& f, triple at, triple g)
{
    for (std::size_t i = 0; i < 3; ++i) {
        const double slope = slope_along(f, at, i, 1e-5);
        if (!agree(std::abs(g[i]), std::abs(slope), 1e-6)) {
            return false;
        }
    }
    return true;
}

inline bool has_absolute_bound(const scalar_function& f, triple at, triple g)
{
    for (std::size_t i = 0; i < 3; ++i) {
        if (!(std::abs(g[i] - slope_along(f, at, i, 1e-5)) < 1e-2)) {
            return false;
        }
    }
    return true;
}

inline bool never_restores(const scalar_function& f, triple at, triple g)
{
    for (std::size_t i = 0; i < 3; ++i) {
        const double h = 1e-5;
        at[i] += h;
        const double up = f(at);
        at[i] -= 2 * h;
        const double down = f(at);
        if (!agree((up - down) / (2 * h), g[i], 1e-6)) {
            return false;
        }
    }
    return true;
}

inline bool looks_one_way(const scalar_function& f, triple at, triple g)
{
    triple up = at;
    triple down = at;
    for (std::size_t i = 0; i < 3; ++i) {
        up[i] += 1e-5;
        down[i] -= 1e-5;
    }
    return agree((f(up) - f(down)) / 2e-5, g[0] + g[1] + g[2], 1e-6);
}

// A function and a gradient, and whether the two belong together.
struct exhibit {
    scalar_function f;
    triple at, gradient;
    bool right;
};

inline std::vector<exhibit> bank()
{
    std::vector<exhibit> all{{loss_at, weights, truth(weights), true}};
    for (const mistake& m : mistakes()) {
        all.push_back({loss_at, weights, m.gradient, false});
    }
    // The same network in small: a bound that is not relative sees nothing.
    const auto small = [](std::span<const double> w) {
        return 1e-4 * loss_at(w);
    };
    all.push_back({small, weights, scaled(truth(weights), 1e-4), true});
    all.push_back({small, weights, {0, 0, 0}, false});
    // Two slopes exchanged: their sum is what it was.
    const triple g = truth(weights);
    all.push_back({loss_at, weights, {g[1], g[0], g[2]}, false});
    return all;
}

inline int misjudged(const checker& check)
{
    int count = 0;
    for (const exhibit& e : bank()) {
        count += check(e.f, e.at, e.gradient) == e.right ? 0 : 1;
    }
    return count;
}

}  // namespace chainrule::gradient_check
