/// \file
/// Named values put back together: w1, w2 and w3 are the list w.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// A number, a list or a table.
struct variable {
    enum class shape { number, list, table };
    std::string name;  ///< "w"; of a list of one entry too
    shape is = shape::number;
    std::size_t rows = 1, cols = 1;    ///< a list has one row
    std::vector<double> values;        ///< row by row
    std::vector<std::string> entries;  ///< "w1", "w2", as they were noted

    double at(std::size_t i, std::size_t j) const
    {
        return values[i * cols + j];
    }
};

/// Put values together by their names: "dw1", "dw2" are a list, "x(0, 0)",
/// "x(0, 1)" a table, and all others numbers. What a call was given does not
/// belong to its name: "forward(3)" is "forward", and if it comes again
/// "forward, time 2".
std::vector<variable> variables_of(const std::vector<quantity>& values);

/// \return that of a name, or null
const variable* find(const std::vector<variable>& all,
                     const std::string& name);

}  // namespace chainrule::judge
