/// \file
/// What was woven must stand on the page: nothing lost on the way.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::weave {

/// Compare the woven pages with the pages of the book: how many blocks of
/// code, figures, outputs, marks, folds, exercises and things to try each has.
/// \param pages the folder of NN_stem.md
/// \param html the folder of the book
/// \return a line for each count that differs
/// \throw std::runtime_error if the book has none of the pages
std::vector<std::string> missing_parts(const std::filesystem::path& pages,
                                       const std::filesystem::path& html);

}  // namespace chainrule::weave
