/// \file
/// A brace that is missing, found by how the code is indented: a compiler
/// notices it lines later.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chainrule::workbook {

/// A brace without its other half.
struct lone_brace {
    std::size_t line = 0;  ///< where it stands, from 0
    bool opens = false;
    std::size_t noticed = 0;  ///< the line that shows that it is alone
};

/// Find the brace that is missing, if not as many are closed as are opened.
/// What stands in comments, and between quotation marks on one line, does not
/// count.
/// \param lines of code
/// \return the first place where braces and indentation disagree; nothing if
/// the braces balance
std::optional<lone_brace>
find_lone_brace(const std::vector<std::string>& lines);

}  // namespace chainrule::workbook
