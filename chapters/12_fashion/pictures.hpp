/// \file
/// Images beside each other, to be drawn.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "fashion.hpp"

namespace chainrule::fashion {

inline const char* name_of(Eigen::Index c)
{
    return class_names[static_cast<std::size_t>(c)];
}

inline std::vector<float> picture(const examples<float>& of, std::size_t i)
{
    const auto row = of.x.row(static_cast<Eigen::Index>(i));
    return {row.begin(), row.end()};
}

// With a line of white between them.
inline std::vector<std::vector<double>>
side_by_side(const std::vector<std::vector<float>>& pictures,
             std::size_t across)
{
    constexpr std::size_t side = 28;
    const std::size_t down = (pictures.size() + across - 1) / across;
    std::vector<std::vector<double>> all(
        down * (side + 1), std::vector<double>(across * (side + 1)));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        for (std::size_t p = 0; p < side * side; ++p) {
            all[i / across * (side + 1) + p / side]
               [i % across * (side + 1) + p % side] = pictures[i][p];
        }
    }
    return all;
}

// The first images of each class, in columns.
inline std::vector<std::vector<double>>
of_each_class(const examples<float>& of, std::size_t count)
{
    std::vector<std::vector<float>> some(10 * count);
    for (std::size_t c = 0; c < 10; ++c) {
        std::size_t i = 0;
        for (std::size_t row = 0; row < count; ++i) {
            if (of.y.at(i) == static_cast<int>(c)) {
                some[row++ * 10 + c] = picture(of, i);
            }
        }
    }
    return side_by_side(some, 10);
}

// The neurons whose weights moved most: their weights at first, and below them
// those of now.
inline std::vector<std::vector<double>>
of_neurons(const layers::matrix<float>& first,
           const layers::matrix<float>& now, std::size_t count)
{
    std::vector<float> moved;
    for (Eigen::Index j = 0; j < now.cols(); ++j) {
        moved.push_back((now.col(j) - first.col(j)).norm());
    }
    std::vector<std::vector<float>> some;
    for (const layers::matrix<float>* w : {&first, &now}) {
        for (const std::size_t j : largest(moved, count)) {
            const auto column = w->col(static_cast<Eigen::Index>(j));
            some.emplace_back(column.begin(), column.end());
        }
    }
    return side_by_side(some, count);
}

}  // namespace chainrule::fashion
