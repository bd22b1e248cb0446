/// \file
/// The judge is judged: every mistake must be caught under its own name.
#pragma once

#include <filesystem>

namespace chainrule::judge {

/// Judge every named mistake as if it were an answer.
///
/// Each must be WRONG under its own name, each case must catch at least one
/// of them, and on a thousand other probes none may get a wrong name or pass.
/// Writes STEM.mistakes (exercise, id, title, remedy, section) and
/// STEM.cases (exercise, case, then the ids that it catches), separated by
/// tabs, for the book.
/// \param stem where to
/// \return 0, or 1 after a line for each thing that is not so
int prove(const std::filesystem::path& stem);

}  // namespace chainrule::judge
