/// \file
/// What can be said of a wrong answer that has no name.
#pragma once

#include <string>
#include <vector>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// Which values are right, and how the wrong ones are related to the true
/// ones: a sign, a constant, a number that was given as a factor too many, too
/// few or in another's place, another value's place. Only what holds on every
/// probe is said, and at most three sentences.
/// \param yours what the answer gave, on several probes
/// \param truth what is right on the same probes
std::vector<std::string> clues(const std::vector<instance>& yours,
                               const std::vector<instance>& truth);

}  // namespace chainrule::judge
