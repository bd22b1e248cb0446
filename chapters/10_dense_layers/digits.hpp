/// \file
/// Ten digits as seven bars, and what it takes to learn them beside the steps.
#pragma once

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "dense_layers.hpp"

namespace chainrule::dense_layers {

/// One digit in each row, and 1 where a bar is on: top, upper left, upper
/// right, middle, lower left, lower right, bottom.
inline table<double> digits_as_bars()
{
    const std::array<std::string, 10> bars{
        "1110111", "0010010", "1011101", "1011011", "0111010",
        "1101011", "1101111", "1010010", "1111111", "1111011"};
    table<double> x(10, 7);
    for (std::size_t n = 0; n < 10; ++n) {
        for (std::size_t i = 0; i < 7; ++i) {
            x(n, i) = bars[n][i] == '1' ? 1 : 0;
        }
    }
    return x;
}

struct two_layers {
    table<double> w1, b1, w2, b2;
};

inline table<double> relu_of(table<double> z)
{
    for (std::size_t n = 0; n < z.rows(); ++n) {
        for (std::size_t j = 0; j < z.cols(); ++j) {
            z(n, j) = std::max(z(n, j), 0.0);
        }
    }
    return z;
}

/// Weights between -1/2 and 1/2, biases of 0.
inline two_layers random_network(std::size_t neurons, std::uint64_t seed)
{
    boost::random::mt19937_64 engine(seed);
    const auto random = [&](table<double> w) {
        for (std::size_t i = 0; i < w.rows(); ++i) {
            for (std::size_t j = 0; j < w.cols(); ++j) {
                w(i, j) = boost::random::uniform_real_distribution<>(
                    -0.5, 0.5)(engine);
            }
        }
        return w;
    };
    const table<double> w1 = random(table<double>(7, neurons));
    return {w1, table<double>(1, neurons), random(table<double>(neurons, 10)),
            table<double>(1, 10)};
}

/// How many digits have the largest output at their own place.
inline int digits_read(const two_layers& net)
{
    const table<double> y =
        sums(relu_of(sums(digits_as_bars(), net.w1, net.b1)), net.w2, net.b2);
    int right = 0;
    for (std::size_t n = 0; n < 10; ++n) {
        std::size_t largest = 0;
        for (std::size_t j = 0; j < 10; ++j) {
            largest = y(n, j) > y(n, largest) ? j : largest;
        }
        right += largest == n ? 1 : 0;
    }
    return right;
}

/// How many neurons inside give 0 for every digit.
inline int dead_neurons(const two_layers& net)
{
    const table<double> z = sums(digits_as_bars(), net.w1, net.b1);
    int dead = 0;
    for (std::size_t j = 0; j < z.cols(); ++j) {
        bool any = false;
        for (std::size_t n = 0; n < z.rows(); ++n) {
            any = any || z(n, j) > 0;
        }
        dead += any ? 0 : 1;
    }
    return dead;
}

inline std::string shape(const table<double>& t)
{
    return std::to_string(t.rows()) + " x " + std::to_string(t.cols());
}

/// \throw std::invalid_argument if their shapes differ
inline void move(table<double>& parameter, const table<double>& slope,
                 double rate)
{
    if (slope.rows() != parameter.rows() ||
        slope.cols() != parameter.cols()) {
        throw std::invalid_argument("move: the slope is " + shape(slope) +
                                    ", the parameter " + shape(parameter));
    }
    for (std::size_t i = 0; i < parameter.rows(); ++i) {
        for (std::size_t j = 0; j < parameter.cols(); ++j) {
            parameter(i, j) -= rate * slope(i, j);
        }
    }
}

}  // namespace chainrule::dense_layers
