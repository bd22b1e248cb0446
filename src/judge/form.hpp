/// \file
/// The forms that a relation may have.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/group.hpp"

namespace chainrule::judge {

/// A relation in words, and how long it is: a factor counts about 1.
struct found {
    std::string text;
    double cost = 0;
};

/// What a group is compared with.
struct compared {
    const std::vector<double>& values;  ///< in the cells of the group
    const std::string& called;          ///< "the true one"
    int degree = 4;                     ///< how many factors are looked for
};

/// Find the shortest of: a product of known numbers, and that product times or
/// beside what is compared with; another number in the place of one of the
/// lesson; and, if four factors are looked for, all these as sums of two.
/// \param g its explainers are known
/// \return nothing if all that hold are too long to mean something
std::optional<found> shortest_form(group& g, const compared& with);

}  // namespace chainrule::judge
