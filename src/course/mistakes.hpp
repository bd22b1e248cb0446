/// \file
/// The named mistakes of a chapter, each a change of its solution.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::course {

/// Lines of the solution, and what stands there instead.
struct hunk {
    std::size_t line = 0;  ///< of its first line in the file of mistakes
    std::vector<std::string> right, wrong;
};

/// A mistake, as a reader is told of it, and as code.
struct named_mistake {
    std::size_t line = 0;  ///< of its heading in the file
    std::string exercise;  ///< "3.1"
    std::string id;        ///< "own-weight-twice"
    std::string title;     ///< what is wrong, a sentence of its own
    std::string remedy;    ///< what to try, without the solution
    std::string section;   ///< of the chapter, where to read
    std::vector<hunk> hunks;
};

/// Read a file of mistakes:
///
///     ## 3.1 bias-left-out (The forward pass)
///     The walk up leaves the biases out.
///     Try: Add b[i] where layer i makes its output.
///     -        a.push_back(w[i] * a[i] + b[i]);
///     +        a.push_back(w[i] * a[i]);
///
/// The heading has exercise, name, and the section of the chapter to read. A
/// text may go on in the next line, empty lines do not count, and several
/// hunks may follow each other.
/// \throws std::runtime_error with file and line if something is missing
std::vector<named_mistake> read_mistakes(const std::filesystem::path& file);

/// Where the lines of a hunk stand among others. Spaces at their ends do not
/// count.
/// \return the place of the first
/// \throws std::runtime_error beginning with `where` unless they stand there
/// exactly once
std::size_t place_of(const hunk& h, const std::vector<std::string>& lines,
                     const std::string& where);

}  // namespace chainrule::course
