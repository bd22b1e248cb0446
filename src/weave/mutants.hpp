/// \file
/// The page that says what every judge makes of small changes of right
/// answers.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/syllabus.hpp"

namespace chainrule::weave {

/// Weave the page.
/// \param chapters in reading order
/// \param tests the folder with judge/mutants/scores.tsv and
/// NN_stem/equivalent.md; neither has to be there
/// \return the page as Markdown
/// \throw std::runtime_error with file and line if a line makes no sense
std::string weave_mutants(const std::vector<course::chapter>& chapters,
                          const std::filesystem::path& tests);

}  // namespace chainrule::weave
