/// \file
/// Where a wrong answer says yes, and where it says no.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// Say when an answer of yes or no is wrong, in terms of what the lesson knows
/// of each instance ("whether the lengths differ"): which condition it answers
/// instead, or which decides where it is wrong. Instances that are asked under
/// different names are looked at together.
/// \param yours,truth on the same instances, of which many are right
/// \return a sentence without its end, if one condition or two explain all
std::optional<std::string> condition(const std::vector<instance>& yours,
                                     const std::vector<instance>& truth);

}  // namespace chainrule::judge
