#pragma once

#include <functional>
#include <vector>

#include "chainrule/numbers/rational.hpp"

namespace chainrule::exercises {

using values = std::vector<double>;
using curve = std::function<rational(const rational&)>;
using landscape = std::function<double(const values&)>;

struct table {
    rational (*four_point)(const curve& f, const rational& x,
                           const rational& h);
    bool (*agree)(const values& a, const values& b, const double& tolerance);
    bool (*right)(const landscape& f, const values& at,
                  const values& gradient);
};

table given_answers();

}  // namespace chainrule::exercises
