#pragma once

#include <array>
#include <vector>

namespace chainrule::exercises {

using two = std::array<double, 2>;
using three = std::array<double, 3>;
using four = std::array<double, 4>;
using values = std::vector<double>;

struct table {
    four (*three_inputs)(const three& w, const double& b, const three& x,
                         const double& t);
    two (*all_at_once)(const double& w, const double& b, const double& x,
                       const double& t, const double& rate);
    two (*batch)(const double& w, const double& b, const values& x,
                 const values& t);
};

table given_answers();

}  // namespace chainrule::exercises
