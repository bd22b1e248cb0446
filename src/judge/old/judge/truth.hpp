/// \file
/// The truth about slopes, by a way that shares no line with backpropagation.
#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/numbers/dual.hpp"

namespace chainrule::judge {

/// The slopes of a function by each of its parameters, by dual numbers.
/// \param f takes a vector of dual<double> and gives one
/// \param at where
template <class Function>
std::vector<double> slopes_by_dual(Function f, const std::vector<double>& at)
{
    std::vector<double> slopes;
    for (std::size_t moving = 0; moving < at.size(); ++moving) {
        std::vector<dual<double>> p;
        for (std::size_t i = 0; i < at.size(); ++i) {
            p.emplace_back(at[i], i == moving ? 1.0 : 0.0);
        }
        slopes.push_back(f(p).slope);
    }
    return slopes;
}

}  // namespace chainrule::judge
