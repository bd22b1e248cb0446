/// \file
/// The truth about slopes, by a way that shares no line with backpropagation.
#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/numbers/dual.hpp"

namespace chainrule::judge {

/// The slopes of a function by each of its parameters, by dual numbers.
/// \tparam T the numbers that are differentiated
/// \param f takes a vector of dual<T> and gives one
/// \param at where
template <field T = double, class Function>
std::vector<T> slopes_by_dual(Function f, const std::vector<T>& at)
{
    std::vector<T> slopes;
    for (std::size_t moving = 0; moving < at.size(); ++moving) {
        std::vector<dual<T>> p;
        for (std::size_t i = 0; i < at.size(); ++i) {
            p.emplace_back(at[i], T(i == moving ? 1 : 0));
        }
        slopes.push_back(f(p).slope);
    }
    return slopes;
}

}  // namespace chainrule::judge
