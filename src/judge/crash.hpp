/// \file
/// How an answer came to its end, in words.
#pragma once

#include <string>

#include "judge/subject.hpp"

namespace chainrule::judge {

/// What happened to an answer that did not reply, in a sentence.
/// \param a what is known of it
/// \param limits what it was allowed
std::string what_happened(const answered& a, const process_limits& limits);

/// What a sanitizer or a checked container printed.
/// \param printed all that the answer printed
/// \param answer_file its file, as the compiler was given it
/// \return what it was and where in the answer; empty if there is nothing
std::string found_by_sanitizers(const std::string& printed,
                                const std::string& answer_file);

/// What an exception that nobody caught was about, in a sentence.
/// \param what its own words
std::string what_was_thrown(const std::string& what);

/// Where in the answer something came from.
/// \param frames of a stack, as "FILE:LINE", the innermost first
/// \return "at " and the place; empty if none is in the answer
std::string first_place(const std::string& frames,
                        const std::string& answer_file);

}  // namespace chainrule::judge
