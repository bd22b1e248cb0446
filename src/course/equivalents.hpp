/// \file
/// Changes of right answers that are right as well, each with the reason.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::course {

/// A change that makes no difference.
struct equivalent {
    std::string exercise, file;  ///< "3.1", "solutions.hpp"
    std::string before, after;   ///< its lines, each on one line
    std::string reason;
    std::size_t line = 0;  ///< in the file of equivalents
};

/// Read a file of them:
///
///     ## 3.1 solutions.hpp
///     Every entry is written before it is read.
///     - slopes<T> s{w, b};
///     + slopes<T> s{b, w};
///     + slopes<T> s{w, w};
///
/// \return nothing if there is no such file
/// \throws std::runtime_error with file and line if a line makes no sense
std::vector<equivalent> read_equivalents(const std::filesystem::path& file);

}  // namespace chainrule::course
