/// \file
/// Lines and paragraphs, as every command needs them.
#pragma once

#include <string>
#include <vector>

namespace chainrule::workbook {

/// \return the lines of a text, without their ends
std::vector<std::string> lines_of(const std::string& text);

/// A line of the book as a terminal can show it: formulas lose their dollars
/// and commands.
std::string without_markup(std::string text);

/// Break a text at spaces.
/// \param text one paragraph
/// \param indent what every line begins with
/// \param columns how long a line may be
std::string wrapped(const std::string& text, const std::string& indent,
                    std::size_t columns = 78);

}  // namespace chainrule::workbook
