/// \file
/// Code that an answer cannot change by macros.
#pragma once

#include <string>

namespace chainrule::generate {

/// Lines that undefine every name of a text that begins with a small letter.
/// Macros of the standard library have capitals, but for a few, which are
/// kept.
/// \param text code
std::string without_macros(const std::string& text);

}  // namespace chainrule::generate
