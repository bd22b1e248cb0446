/// \file
/// The page of named mistakes: an index, what each is, and which test of an
/// exercise catches it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/syllabus.hpp"

namespace chainrule::weave {

/// Weave the page from the tables that the proofs of the judges compare with.
/// \param chapters in reading order
/// \param tables the folder with NN_stem/mistakes.md; a chapter may have none
/// \return the page as Markdown
/// \throw std::runtime_error with file and line if a line makes no sense
std::string weave_mistakes(const std::vector<course::chapter>& chapters,
                           const std::filesystem::path& tables);

/// The same page for the search: a record in JSON for each exercise.
std::vector<std::string>
mistakes_for_search(const std::vector<course::chapter>& chapters,
                    const std::filesystem::path& tables);

}  // namespace chainrule::weave
