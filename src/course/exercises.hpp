/// \file
/// The exercises of a chapter: contract, hints and solution, by number.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/text.hpp"

namespace chainrule::course {

/// A piece of a file that is cut by exercises. It begins with a heading, such
/// as "// ## 3.1 A bias in each layer", and ends before the next one or where
/// the namespace does.
struct part {
    std::string number;     ///< "3.1"
    std::string title;      ///< "A bias in each layer"
    std::size_t first = 0;  ///< the line of its heading, from 0
    std::size_t last = 0;   ///< the line behind it
};

/// \param lines of a file
/// \param heading what a part begins with: "// ## " in C++, "## " in Markdown
/// \return its parts, as they stand
std::vector<part> parts_of(const std::vector<std::string>& lines,
                           const std::string& heading = "// ## ");

/// \return the part of that number, or null
const part* find(const std::vector<part>& all, const std::string& number);

/// One exercise, from three files.
struct exercise {
    std::string number;          ///< "3.1"
    std::string title;           ///< "A bias in each layer"
    line heading;                ///< where it stands in exercises.hpp
    std::vector<line> contract;  ///< what follows it there
    std::vector<line> hints;     ///< a line each, from hints.md
    std::vector<line> solution;  ///< the same part of solutions.hpp
};

/// Read exercises.hpp, hints.md and solutions.hpp of a chapter.
/// \param chapter the folder NN_stem
/// \return the exercises in order; none if there is no exercises.hpp
/// \throws std::runtime_error if one of the other two files is missing
std::vector<exercise> read_exercises(const std::filesystem::path& chapter);

}  // namespace chainrule::course
