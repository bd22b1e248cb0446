/// \file
/// The book's text as a terminal can show it.
#pragma once

#include <string>

namespace chainrule::workbook {

/// A line of the book as a terminal can show it: formulas lose their dollars
/// and commands.
std::string without_markup(const std::string& text);

}  // namespace chainrule::workbook
