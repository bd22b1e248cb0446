/// \file
/// What a compiler said, in a few lines that point into the answer file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace chainrule::workbook {

/// \param said all output of a build that failed
/// \param file the answer file, as the build names it
/// \param name how it is shown, as "answers/03_cached_backprop.hpp"
/// \param most how many lines; the first error is there whatever its length
/// \return the errors, each with its place in the answer file; where the
/// compiler complains elsewhere, the place in the answer that led there.
/// Empty if no error has to do with the file.
std::vector<std::string> digest(const std::string& said,
                                const std::string& file,
                                const std::string& name,
                                std::size_t most = 10);

/// \return whether a compiler was ended by the limits of compile_answer.sh
bool is_beyond_limits(const std::string& said);

/// \return whether an error stands in that file itself
bool has_error_in(const std::string& said, const std::string& file);

/// The warnings about the answer file, each once and whole.
std::vector<std::string> warnings(const std::string& said,
                                  const std::string& file,
                                  const std::string& name,
                                  std::size_t most = 3);

}  // namespace chainrule::workbook
