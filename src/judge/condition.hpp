/// \file
/// Where an answer is wrong, in terms of what the lesson knows.
#pragma once

#include <string>
#include <vector>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// What is said of the places where an answer is wrong.
struct places {
    std::vector<std::string> sentences;  ///< without their ends
    bool whole = false;  ///< whether they tell every wrong place from others
};

/// Say where an answer of yes or no is wrong, by what the truth calls known of
/// each instance ("whether the lengths differ"): which condition it answers
/// instead, or what decides where it wrongly says yes, and where no. Of other
/// values it is said where they are wrong, by that or by the size of a list
/// that is given. Instances that are asked under different names are looked at
/// together.
/// \param yours,truth on the same instances, of which many are right
places condition(const std::vector<instance>& yours,
                 const std::vector<instance>& truth);

/// Say where an answer is not what a mistake gives, which is most of it.
/// \param mistaken what the mistake gives
/// \param truth has what is known
places condition(const std::vector<instance>& yours,
                 const std::vector<instance>& mistaken,
                 const std::vector<instance>& truth);

}  // namespace chainrule::judge
