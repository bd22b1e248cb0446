/// \file
/// Where the trainings of chapter 07 begin.
#pragma once

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cstddef>
#include <vector>

namespace chainrule::layer_and_network {

using starts = std::vector<std::vector<double>>;

// A thousand starts with weights of these sizes; signs are left to chance.
inline starts thousand_starts(std::size_t seed, std::size_t depth,
                              double least, double most)
{
    boost::random::mt19937_64 engine(seed);
    const boost::random::uniform_real_distribution<double> size(least, most);
    const boost::random::uniform_real_distribution<double> coin(-1, 1);
    starts all(1000, std::vector<double>(depth));
    for (std::vector<double>& start : all) {
        for (double& w : start) {
            w = coin(engine) < 0 ? -size(engine) : size(engine);
        }
    }
    return all;
}

}  // namespace chainrule::layer_and_network
