/// \file
/// All answers that are put to the judge of an exercise.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "judge/mutants/changes.hpp"
#include "judge/mutants/trial.hpp"

namespace chainrule::mutants {

/// An answer, and what was changed in it: nothing, if it has no lines.
struct mutant {
    std::string file;     ///< "solutions.hpp", or "mistakes.md"
    changed_lines lines;  ///< of a slip the first is its name
    std::string code;
    std::string fault{};  ///< in words, of a change
};

/// Every change of the solution, of the style and of the right answers, then
/// the slips of the chapter, its named mistakes, and behind them the right
/// answers as they are.
/// \param source the folder of the workbook
/// \param chapter "03_cached_backprop"
/// \param all its exercise; the headers and the code go in there, too
std::vector<mutant> all_mutants(const std::filesystem::path& source,
                                const std::string& chapter, trial& all);

}  // namespace chainrule::mutants
