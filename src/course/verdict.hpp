/// \file
/// What is said of an answer, in one set of words for all programs.
#pragma once

#include <optional>
#include <string>

namespace chainrule::course {

/// What is said of an answer.
enum class verdict { pass, wrong, not_started, broken };

/// \return "PASS", "WRONG", "NOT STARTED" or "BROKEN"
std::string word(verdict v);

/// \return the verdict that a word means, or nothing
std::optional<verdict> verdict_named(const std::string& word);

/// \return its word, in its colour if that is wanted
std::string painted(verdict v, bool colour);

}  // namespace chainrule::course
