/// \file
/// A literate source, cut into prose and code.
#pragma once

#include <vector>

#include "weave/text.hpp"

namespace chainrule::weave {

/// Lines that are all prose, without their `//`, or all code.
struct block {
    bool prose = false;
    std::vector<line> lines;
};

/// A line that begins with `//` is prose, and so is `// @fold TITLE` or
/// `// @end` within a function; all else is code. Code that only
/// opens or closes the file (includes, namespaces) is left out.
/// \param lines a whole file
/// \return its blocks in order
std::vector<block> cut(const std::vector<line>& lines);

}  // namespace chainrule::weave
