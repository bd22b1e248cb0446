/// \file
/// Weights to begin with. Taught in chapter 11.
#pragma once

#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <stdexcept>
#include <string>

#include "chainrule/layers/matrix.hpp"

namespace chainrule::layers {

/// Random weights around 0. Boost's distribution, because that of the
/// standard library differs between libraries.
/// \tparam T the number type
/// \tparam Engine such as boost::random::mt19937_64
/// \param inputs how many rows
/// \param outputs how many columns
/// \param variance of each weight
/// \param engine where the random bits come from
/// \return the weights, inputs x outputs
/// \throws std::invalid_argument if the variance is negative or not finite
template <class T, class Engine>
matrix<T> normal(Eigen::Index inputs, Eigen::Index outputs, double variance,
                 Engine& engine)
{
    if (!(variance >= 0) || !std::isfinite(variance)) {
        throw std::invalid_argument("normal: the variance is " +
                                    std::to_string(variance) +
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
/// \tparam T the number type
/// \tparam Engine such as boost::random::mt19937_64
/// \param inputs how many rows
/// \param outputs how many columns
/// \param engine where the random bits come from
/// \return the weights, inputs x outputs
template <class T, class Engine>
matrix<T> glorot(Eigen::Index inputs, Eigen::Index outputs, Engine& engine)
{
    return normal<T>(inputs, outputs,
                     2.0 / static_cast<double>(inputs + outputs), engine);
}

/// For relu, which silences half of its inputs: variance 2 / inputs. K. He
/// et al., ICCV 2015, equation 10.
/// \tparam T the number type
/// \tparam Engine such as boost::random::mt19937_64
/// \param inputs how many rows
/// \param outputs how many columns
/// \param engine where the random bits come from
/// \return the weights, inputs x outputs
template <class T, class Engine>
matrix<T> he(Eigen::Index inputs, Eigen::Index outputs, Engine& engine)
{
    return normal<T>(inputs, outputs, 2.0 / static_cast<double>(inputs),
                     engine);
}

}  // namespace chainrule::layers
