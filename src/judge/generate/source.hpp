/// \file
/// A file of code that is cut in parts, one for each exercise.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::generate {

/// Lines of a file that follow each other.
struct piece {
    std::string exercise;   ///< "3.1"; nothing before the first part
    std::size_t first = 0;  ///< number of its first line, from 1
    std::vector<std::string> lines;
};

/// What stands before the first part, and the parts, each of which begins
/// with "// ## 3.1" and ends before the next or where a namespace ends.
struct source {
    std::string file;
    std::vector<std::string> includes;  ///< whole lines
    piece before;                       ///< without them, and without pragmas
    std::vector<piece> parts;

    /// \throws std::runtime_error naming the file if there is no such part
    const piece& part(const std::string& exercise) const;
};

source read_source(const std::filesystem::path& file);

/// A declaration of a stub: a function or a class, with the comment above it
/// left out.
struct declaration {
    bool asked = false;  ///< whether it is to be written: it says todo
    std::string name;
    piece text;
};

/// The declarations of a part, which are apart by empty lines outside of
/// braces.
std::vector<declaration> declarations_of(const piece& part);

/// The declarations of a stub on one line, bodies of functions left out.
std::string contract_of(const piece& part);

}  // namespace chainrule::generate
