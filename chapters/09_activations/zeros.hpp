/// \file
/// Where a function of two numbers is zero, for the pictures of chapter 09.
#pragma once

#include <cstddef>
#include <vector>

#include "plots/figure.hpp"

namespace chainrule::activations {

using lines = std::vector<std::vector<point>>;

// The places of the square from -1/2 to 3/2 where f is zero, in branches from
// left to right. They are looked for column by column, so a steep line may be
// missed.
template <class F>
lines zeros(F f)
{
    const auto place = [](int i) { return -0.5 + 0.02 * i; };
    lines branches;
    std::size_t before = 0;
    for (int i = 0; i <= 100; ++i) {
        std::vector<point> found;
        for (int j = 0; j < 100; ++j) {
            const double here = f(place(i), place(j));
            const double next = f(place(i), place(j + 1));
            if ((here < 0) != (next < 0)) {
                const double part = here / (here - next);
                found.push_back({place(i), place(j) + 0.02 * part});
            }
        }
        if (found.size() != before) {
            branches.resize(branches.size() + found.size());
        }
        before = found.size();
        for (std::size_t k = 0; k < before; ++k) {
            branches[branches.size() - before + k].push_back(found[k]);
        }
    }
    return branches;
}

}  // namespace chainrule::activations
