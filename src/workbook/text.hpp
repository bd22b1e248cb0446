/// \file
/// Files and lines, as every command needs them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::workbook {

/// \return the bytes of a file
/// \throws std::runtime_error naming the file if it cannot be read
std::string read_file(const std::filesystem::path& file);

/// Write a file whole or not at all, whatever interrupts it.
/// \param file where to; its folder is made if it is missing
/// \param text its new bytes
/// \throws std::runtime_error naming the file if it cannot be written
void write_file(const std::filesystem::path& file, const std::string& text);

/// \return the lines of a text, without their ends
std::vector<std::string> lines_of(const std::string& text);

/// \return text without the spaces around it
std::string trimmed(const std::string& text);

/// \return whether text begins so
bool begins_with(const std::string& text, const std::string& start);

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
