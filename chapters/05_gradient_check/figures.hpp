/// \file
/// How the figures of this chapter are drawn.
#pragma once

#include <cmath>
#include <vector>

#include "plots/figure.hpp"

namespace chainrule::gradient_check {

inline void draw_chords()
{
    std::vector<point> curve;
    for (int i = 8; i <= 31; ++i) {
        curve.push_back({i / 10.0, std::pow(i / 10.0, 3)});
    }
    figure("chords")
        .x_axis("x")
        .y_axis("x cubed")
        .curve("curve", curve)
        .curve("forward, slope 19", {{2, 8}, {3, 27}})
        .curve("central, slope 13", {{1, 1}, {3, 27}})
        .guide("tangent, slope 12", {{1.25, -1}, {3.1, 21.2}})
        .draw();
}

inline void draw_two_faults(const std::vector<point>& in_place,
                            const std::vector<point>& late)
{
    figure("two-faults")
        .x_axis("training step")
        .y_axis("error of dw1 that is seen, in %", scale::logarithmic)
        .curve("check in place", in_place)
        .curve("late check", late)
        .draw();
}

// Each argument gives the error for a step.
template <class Forward, class Central, class InFloat>
void draw_u_curves(Forward forward, Central central, InFloat in_float)
{
    const auto curve = [](auto error) {
        std::vector<point> points;
        for (double h = 1; h > 9e-13; h /= std::pow(10, 0.2)) {
            points.push_back({h, error(h)});
        }
        return points;
    };
    figure("u-curves")
        .x_axis("step h", scale::logarithmic)
        .y_axis("relative error", scale::logarithmic)
        .curve("forward", curve(forward))
        .curve("central", curve(central))
        .curve("in float", curve(in_float))
        .guide("root", {{1.5e-8, 1e-8}, {1.5e-8, 1}})
        .guide("cube root", {{6.1e-6, 1e-10}, {6.1e-6, 1}})
        .draw();
}

}  // namespace chainrule::gradient_check
