#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "chainrule/numbers/counted.hpp"

namespace chainrule::exercises {

using number = counted<double>;
using values = std::vector<double>;
using numbers = std::vector<number>;

struct table {
    std::pair<values, values> (*with_biases)(const values& w, const values& b,
                                             const double& x,
                                             const double& t);
    std::pair<numbers, numbers> (*counted_with_biases)(const numbers& w,
                                                       const numbers& b,
                                                       const number& x,
                                                       const number& t);
    values (*fourth_power)(const values& w, const double& x, const double& t);
    numbers (*counted_fourth_power)(const numbers& w, const number& x,
                                    const number& t);
    double (*shared_weight)(const double& w, std::size_t n, const double& x,
                            const double& t);
};

table given_answers();

}  // namespace chainrule::exercises
