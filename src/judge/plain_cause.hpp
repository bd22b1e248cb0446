/// \file
/// What is seen of a wrong answer without knowing the lesson.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/group.hpp"
#include "judge/observation.hpp"

namespace chainrule::judge {

/// What a quantity is instead of the true one: always 0, never set, in
/// reversed or another order, or what was given, as if nothing had been done.
/// \param name of the quantity
std::optional<std::string> plain_cause(const evidence& e,
                                       const std::string& name);

/// Whether numbers were kept in an int or a float, judged by an answer that
/// is right on numbers that are whole.
/// \param yours,truth on instances of all kinds
std::optional<std::string> narrow_numbers(const std::vector<instance>& yours,
                                          const std::vector<instance>& truth);

/// A division of whole numbers that does not come out even, as the code of an
/// answer has it: "1 / 3" is 0, and so is "1 / x.size()".
/// \param code the part of the exercise
std::optional<std::string> integer_division(const std::string& code);

}  // namespace chainrule::judge
