/// \file
/// A loss that is steep one way and flat the other, and walks down to its
/// bottom.
#pragma once

#include <functional>
#include <vector>

#include "losses_and_optimizers.hpp"

namespace chainrule::losses_and_optimizers {

struct place {
    double w1 = 1;
    double w2 = 1;
    double loss() const { return (w1 * w1 + 25 * w2 * w2) / 2; }
};

// A way to take a step: it is told both weights and both slopes.
using stepper = std::function<void(place&, double dw1, double dw2)>;

inline stepper plain(double rate)
{
    return [rate](place& at, double dw1, double dw2) {
        at.w1 -= rate * dw1;
        at.w2 -= rate * dw2;
    };
}

inline std::vector<place> walk(place at, int steps, const stepper& step)
{
    std::vector<place> path{at};
    for (int i = 0; i < steps; ++i) {
        step(at, at.w1, 25 * at.w2);
        path.push_back(at);
    }
    return path;
}

inline stepper with_momentum(double rate, double keep)
{
    return [=, v = place{0, 0}](place& at, double dw1, double dw2) mutable {
        momentum_step(at.w1, v.w1, dw1, rate, keep);
        momentum_step(at.w2, v.w2, dw2, rate, keep);
    };
}

inline stepper with_adam(double rate)
{
    return [=, m1 = adam_memory<double>(), m2 = adam_memory<double>()](
               place& at, double dw1, double dw2) mutable {
        adam_step(at.w1, m1, dw1, rate);
        adam_step(at.w2, m2, dw2, rate);
    };
}

}  // namespace chainrule::losses_and_optimizers
