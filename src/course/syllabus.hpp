/// \file
/// The chapters in reading order.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/exercises.hpp"

namespace chainrule::course {

/// A chapter of the workbook.
struct chapter {
    std::string name;              ///< "03_cached_backprop"
    std::string title;             ///< "Cached backpropagation"
    std::filesystem::path folder;  ///< where its sources are
    std::vector<part> exercises;   ///< of its exercises.hpp, if it has one

    /// \return "cached_backprop"
    std::string stem() const { return name.substr(3); }
    /// \return "3"
    std::string number() const;
    /// \return "3 · Cached backpropagation"
    std::string numbered_title() const { return number() + " · " + title; }
    /// The id of its page: "chapter-03-cached-backprop". Doxygen resolves
    /// no id that begins with a digit, and doubles underscores in file names.
    std::string id() const;
    /// \return the file that Doxygen makes of the page
    std::string html() const { return id() + ".html"; }
};

/// Read the syllabus: the calls of add_chapter in CMakeLists.txt, and the line
/// `// # Title` of every chapter, and the headings of its exercises.
/// \param chapters the folder that has them all
/// \throws std::runtime_error with file and line if a name or a title is wrong
std::vector<chapter> read_syllabus(const std::filesystem::path& chapters);

/// \return the chapter of that name, or null
const chapter* find(const std::vector<chapter>& all, const std::string& name);

}  // namespace chainrule::course
