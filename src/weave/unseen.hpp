/// \file
/// The page that says what the judges make of answers that nobody listed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/syllabus.hpp"

namespace chainrule::weave {

/// Weave the page.
/// \param chapters in reading order
/// \param tests the folder with judge/unseen/unseen.tsv, which need not be
/// there
/// \return the page as Markdown
/// \throw std::runtime_error with file and line if a line makes no sense
std::string weave_unseen(const std::vector<course::chapter>& chapters,
                         const std::filesystem::path& tests);

}  // namespace chainrule::weave
