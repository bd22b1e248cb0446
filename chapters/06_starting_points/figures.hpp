/// \file
/// What the figures of this chapter show, and how they are drawn.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "plots/figure.hpp"
#include "starting_points.hpp"

namespace chainrule::starting_points {

// Runs in the plane of the first weight and the other two.
struct map_of_starts {
    std::vector<point> starts;
    std::vector<std::vector<point>> learned;
    std::vector<std::vector<point>> stuck;
    double largest_change = 0;  // of the difference of two squares
};

// Follows the run from (w1, w23, w23), and adds it to the map.
inline void follow(map_of_starts& map, double w1, double w23, double rate)
{
    const auto difference = [](const weights<double>& w) {
        return w[1] * w[1] - w[0] * w[0];
    };
    weights<double> w{w1, w23, w23};
    const double before = difference(w);
    std::vector<point> line{{w1, w23}};
    map.starts.push_back({w1, w23});
    for (int k = 0; k < 4000; ++k) {
        const weights<double> next = step(w, rate);
        // At a large rate a run may leave the picture. It ends there.
        w = std::abs(product(next)) < 10 ? next : w;
        map.largest_change =
            std::max(map.largest_change, std::abs(difference(w) - before));
        const point last = line.back();
        if (std::hypot(w[0] - last.x, w[1] - last.y) > 0.03) {
            line.push_back({w[0], w[1]});
        }
    }
    line.push_back({w[0], w[1]});
    const bool ended_well = std::abs(product(w) + 1) < 0.01;
    (ended_well ? map.learned : map.stuck).push_back(line);
}

inline map_of_starts follow_starts(double rate)
{
    map_of_starts map;
    for (const double c : {0.2, 0.4, 0.6, 0.8, 1.0, 1.2}) {
        follow(map, 1.2, c + 0.05, rate);
        follow(map, c - 0.1, 1.3, rate);
        follow(map, -c, 0.02, rate);
    }
    return map;
}

inline void draw_map(const map_of_starts& map)
{
    std::vector<point> goal;
    for (double w1 = -1.5; w1 < -0.5; w1 += 0.02) {
        goal.push_back({w1, std::sqrt(-1 / w1)});
    }
    figure f("map-of-starts");
    f.x_axis("first weight").y_axis("second and third weight");
    if (!map.learned.empty()) {
        f.curves("learns", map.learned);
    }
    if (!map.stuck.empty()) {
        f.curves("stuck", map.stuck);
    }
    f.marks("start", map.starts)
        .curve("goal", goal)
        .guide("all equal", {{0, 0}, {1.25, 1.25}})
        .draw();
}

inline void draw_escape(const std::vector<point>& two,
                        const std::vector<point>& three,
                        const std::vector<point>& law)
{
    figure("escape")
        .x_axis("asymmetry", scale::logarithmic)
        .y_axis("epochs", scale::logarithmic)
        .marks("three tied", three)
        .marks("two tied", two)
        .guide("the law", law)
        .draw();
}

}  // namespace chainrule::starting_points
