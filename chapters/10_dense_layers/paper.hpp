/// \file
/// Tables as they stand on paper, and ways to multiply two of them.
#pragma once

#include <cstddef>
#include <iostream>
#include <string>

#include "dense_layers.hpp"

namespace chainrule::dense_layers {

template <class T>
void print(const std::string& name, const table<T>& t)
{
    for (std::size_t n = 0; n < t.rows(); ++n) {
        std::cout << name << " row " << n + 1 << " =";
        for (std::size_t j = 0; j < t.cols(); ++j) {
            std::cout << " " << t(n, j);
        }
        std::cout << "\n";
    }
}

/// How many products of a table of n x j and one of i x j have the shape
/// n x i, in both orders, each of them turned around or not.
inline int products_of_the_right_shape(std::size_t n, std::size_t i,
                                       std::size_t j)
{
    struct shape {
        std::size_t rows, cols;
    };
    const auto turned = [](shape s, bool turn) {
        return turn ? shape{s.cols, s.rows} : s;
    };
    int fit = 0;
    for (const bool turn_d : {false, true}) {
        for (const bool turn_w : {false, true}) {
            const shape d = turned({n, j}, turn_d);
            const shape w = turned({i, j}, turn_w);
            fit += d.cols == w.rows && d.rows == n && w.cols == i;
            fit += w.cols == d.rows && w.rows == n && d.cols == i;
        }
    }
    return fit;
}

}  // namespace chainrule::dense_layers
