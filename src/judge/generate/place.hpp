/// \file
/// Where the book says what a mistake is about.
#pragma once

#include <filesystem>
#include <string>

#include "course/syllabus.hpp"

namespace chainrule::generate {

/// \param folder of a chapter
/// \return the chapter, with its title
/// \throws std::runtime_error if no line of the syllabus has it
course::chapter chapter_in(const std::filesystem::path& folder);

/// The page of a chapter, with the anchor of a section as the weaver names it.
/// \param section its heading, or the title for the whole page
/// \return as "chapter-03-x.html#chapter-03-x-one-walk-back"
std::string place_of(const course::chapter& c, const std::string& section);

}  // namespace chainrule::generate
