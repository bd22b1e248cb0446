/// \file
/// What is wrong with the calls that an answer made of a function of ours.
#pragma once

#include <string>
#include <vector>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// Compare the calls of an answer with those of the solution, and say what is
/// never done that is always done there, or the other way round. More calls
/// than there, or others in another order, are no matter. Every sentence holds
/// on all instances.
/// - A function of a number, called at sums of the numbers that are given:
///   "f is never called at x - h, but at x".
/// - A function of a list that is given, which is moved entry by entry: "what
///   was moved is not put back before the next number of at is moved".
/// \param yours what the answer gave
/// \param truth what is right, of the same instances
/// \param solution what the solution gave to them
/// \return sentences without their ends; none if calls are not known
std::vector<std::string> said_of_calls(const std::vector<instance>& yours,
                                       const std::vector<instance>& truth,
                                       const std::vector<instance>& solution);

}  // namespace chainrule::judge
