/// \file
/// Files, read and written as a whole.
#pragma once

#include <filesystem>
#include <string>

namespace chainrule::course {

/// \return the bytes of a file
/// \throws std::runtime_error naming the file if it cannot be read
std::string read_file(const std::filesystem::path& file);

/// Write a file whole or not at all, whatever interrupts it.
/// \param file where to; its folder is made if it is missing
/// \param text its new bytes
/// \throws std::runtime_error naming the file if it cannot be written
void write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace chainrule::course
