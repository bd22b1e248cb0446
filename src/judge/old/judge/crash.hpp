/// \file
/// How an answer came to its end, in words.
#pragma once

#include <string>

#include "judge/child.hpp"

namespace chainrule::judge {

/// What happened to a child that did not report, in a sentence.
/// \param r what is known of it
/// \param limits what it was allowed
std::string what_happened(const child_report& r, const child_limits& limits);

/// What a sanitizer or a checked container printed.
/// \param printed all that the child printed
/// \return what it was and where in the answer; empty if there is nothing
std::string found_by_sanitizers(const std::string& printed);

}  // namespace chainrule::judge
