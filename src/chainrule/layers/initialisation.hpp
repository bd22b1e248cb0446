/// \file
/// Weights to begin with. Taught in chapter 11.
#pragma once

#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <stdexcept>
#include <string>

#include "chainrule/layers/matrix.hpp"
#include "chainrule/numbers/spelled.hpp"

namespace chainrule::layers {

namespace detail {

/// \param inputs how many rows
/// \param outputs how many columns
/// \param start the function that was called
/// \throws std::invalid_argument if there are no rows or columns, or more
///     than 2^30 weights
inline void check_size(Eigen::Index inputs, Eigen::Index outputs,
                       const char* start)
{
    const auto fail = [&](const std::string& what) {
        throw std::invalid_argument(std::string(start) + ": there are " +
                                    what);
    };
    if (inputs < 1) {
        fail(std::to_string(inputs) + " inputs; give at least 1");
    }
    if (outputs < 1) {
        fail(std::to_string(outputs) + " outputs; give at least 1");
    }
    constexpr Eigen::Index most = 1 << 30;
    if (outputs > most / inputs) {
        fail(shape(inputs, outputs) + " weights; give at most " +
             std::to_string(most) + " in all");
    }
}

}  // namespace detail

/// Random weights around 0. Boost's distribution, because that of the
/// standard library differs between libraries.
/// \return the weights, inputs x outputs
/// \throws std::invalid_argument if the variance is negative or not finite,
///     or inputs or outputs is less than 1, or there are more than 2^30
///     weights
template <field T, class Engine>
matrix<T> normal(Eigen::Index inputs, Eigen::Index outputs, double variance,
                 Engine& engine)
{
    detail::check_size(inputs, outputs, "normal");
    if (!(variance >= 0) || !std::isfinite(variance)) {
        throw std::invalid_argument("normal: the variance is " +
                                    spelled(variance) +
                                    "; give a number of at least 0");
    }
    boost::random::normal_distribution<double> draw(0, std::sqrt(variance));
    matrix<T> w(inputs, outputs);
    for (Eigen::Index i = 0; i < inputs; ++i) {
        for (Eigen::Index j = 0; j < outputs; ++j) {
            w(i, j) = static_cast<T>(draw(engine));
        }
    }
    return w;
}

/// For tanh and sigmoid: variance 2 / (inputs + outputs), a compromise
/// between values that keep their size going up and slopes that keep it going
/// down. X. Glorot, Y. Bengio, AISTATS 2010, equation 12.
/// \return the weights, inputs x outputs
/// \throws std::invalid_argument as `normal`
template <field T, class Engine>
matrix<T> glorot(Eigen::Index inputs, Eigen::Index outputs, Engine& engine)
{
    detail::check_size(inputs, outputs, "glorot");
    return normal<T>(inputs, outputs,
                     2.0 / static_cast<double>(inputs + outputs), engine);
}

/// For relu, which silences half of its inputs: variance 2 / inputs. K. He
/// et al., ICCV 2015, equation 10.
/// \return the weights, inputs x outputs
/// \throws std::invalid_argument as `normal`
template <field T, class Engine>
matrix<T> he(Eigen::Index inputs, Eigen::Index outputs, Engine& engine)
{
    detail::check_size(inputs, outputs, "he");
    return normal<T>(inputs, outputs, 2.0 / static_cast<double>(inputs),
                     engine);
}

}  // namespace chainrule::layers
