/// \file
/// Changes of the solution that a judge can tell from what they give.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "judge/mutants/mutant.hpp"

namespace chainrule::mutants {

/// What a judge says of all answers that give the same.
struct told_change {
    std::string exercise;
    std::string fault;  ///< "a factor left out in `b - d`"
    judge::fingerprint gave;
};

/// The wrong changes of the solution that give what no named mistake gives.
/// Where many give the same, nothing can be said; of a few, the shortest is
/// said. Those that part on other draws are left out.
std::vector<told_change> worth_telling(const std::string& exercise,
                                       const std::vector<mutant>& all,
                                       const std::vector<outcome>& found);

/// A row of the table tests/NN_stem/changes.tsv: exercise, fault, print.
std::string row_of(const told_change& t);

/// Read such a table.
/// \return nothing if there is no such file
std::vector<told_change> read_changes(const std::filesystem::path& file);

}  // namespace chainrule::mutants
