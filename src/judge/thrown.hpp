/// \file
/// Where an exception came from, which it does not say itself.
#pragma once

#include <string>

namespace chainrule::judge {

/// The stack of the last exception that this program threw: a line "FILE:LINE"
/// for each frame, the innermost first, "??:0" where it is not known.
std::string where_thrown();

}  // namespace chainrule::judge
