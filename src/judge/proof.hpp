/// \file
/// The judge is judged: every mistake must be caught under its own name.
#pragma once

#include <filesystem>

namespace chainrule::judge {

/// Judge our solution, and every named mistake as if it were an answer.
///
/// The solution must pass, each mistake must be WRONG under its own name, each
/// question must catch at least one of them, and on a thousand other probes
/// none may get a wrong name or pass. What was found is a table that the book
/// shows: a line "case" with exercise, question and the ids that it catches,
/// separated by tabs.
/// \param table the file that has it already
/// \param save whether to write it anew instead of comparing
/// \return 0, or 1 after a line for each thing that is not so
int prove(const std::filesystem::path& table, bool save);

}  // namespace chainrule::judge
