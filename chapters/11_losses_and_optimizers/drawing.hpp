/// \file
/// What the figures show, and some of the figures.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "chainrule/layers/optimizer.hpp"
#include "plots/figure.hpp"
#include "spirals.hpp"

namespace chainrule::losses_and_optimizers {

inline std::vector<point> by_layer(const std::array<double, 11>& sizes)
{
    std::vector<point> points;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        points.push_back({static_cast<double>(i), sizes[i]});
    }
    return points;
}

// \param longer what the rate is multiplied by
inline std::vector<point> middles(const std::vector<result>& all,
                                  double longer)
{
    std::vector<point> points;
    for (const result& r : all) {
        points.push_back({r.rate * longer, r.middle()});
    }
    return points;
}

// Of two losses by z.
template <class First, class Second>
void draw_slopes(First by_entropy, Second by_square)
{
    std::vector<point> squared;
    std::vector<point> entropy;
    for (double z = -10; z <= 4; z += 0.25) {
        squared.push_back({z, by_square(z)});
        entropy.push_back({z, by_entropy(z)});
    }
    figure("certain-and-wrong")
        .x_axis("z; large is right")
        .y_axis("slope of the loss by z")
        .curve("cross-entropy", entropy)
        .curve("squared error", squared)
        .draw();
}

using results = std::vector<result>;

inline void draw_race(const results& plain, const results& momentum,
                      const results& longer, const results& adam)
{
    figure("race")
        .x_axis("rate; with momentum rate / (1 - keep)", scale::logarithmic)
        .y_axis("loss after 100 epochs", scale::logarithmic)
        .curve("plain", middles(plain, 1))
        .curve("momentum 0.9", middles(momentum, 10))
        .curve("momentum 0.95", middles(longer, 20))
        .curve("adam", middles(adam, 1))
        .draw();
}

inline void draw_points(const spirals& data)
{
    std::array<std::vector<point>, 2> of_class;
    for (std::size_t n = 0; n < data.y.size(); ++n) {
        const auto row = data.x.row(static_cast<Eigen::Index>(n));
        of_class[n % 2].push_back({row[0], row[1]});
    }
    figure("two-spirals")
        .x_axis("first input")
        .y_axis("second input")
        .marks("class 0", of_class[0])
        .marks("class 1", of_class[1])
        .draw();
}

inline void draw_answer(const spirals& data, double rate, std::size_t epochs)
{
    auto net = spiral_net(1);
    trained(net, layers::adam(rate), data, epochs, 1);
    figure("spirals").picture(map_of(net, data), shade::by_sign).draw();
}

}  // namespace chainrule::losses_and_optimizers
