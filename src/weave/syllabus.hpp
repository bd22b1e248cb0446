/// \file
/// The chapters in reading order, with their titles.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::weave {

/// A chapter as links to it need it.
struct chapter {
    std::string name;   ///< NN_stem
    std::string title;  ///< "3 · Cached backpropagation"

    std::string stem() const { return name.substr(3); }
    /// The id of its page: "chapter-03-cached-backprop". Doxygen resolves
    /// no id that begins with a digit, and doubles underscores in file names.
    std::string id() const;
    /// The file that Doxygen makes of the page.
    std::string html() const { return id() + ".html"; }
};

/// Read the syllabus and the title line of every chapter.
/// \param file one NN_stem a line
/// \param folder where the chapters are
/// \throw std::runtime_error with file and line if a title is missing
std::vector<chapter> read_syllabus(const std::filesystem::path& file,
                                   const std::filesystem::path& folder);

/// \return the chapter of that name, or null
const chapter* find(const std::vector<chapter>& all, const std::string& name);

}  // namespace chainrule::weave
