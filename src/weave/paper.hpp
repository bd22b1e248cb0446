/// \file
/// The whole book as one page, from which a browser prints a PDF.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/syllabus.hpp"

namespace chainrule::weave {

/// Put the first page, the chapters, the mistakes, the claims and the page
/// about the article behind each other. Links between them lead within the
/// page, and answers to questions of the text are open.
/// \param chapters in reading order
/// \param html the folder of the built book
/// \return the page, to be saved in that folder
/// \throw std::runtime_error naming the page that has no contents
std::string weave_paper(const std::vector<course::chapter>& chapters,
                        const std::filesystem::path& html);

}  // namespace chainrule::weave
