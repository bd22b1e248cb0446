/// \file
/// The chapters that have exercises, and the parts of their files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::workbook {

/// One exercise of a chapter.
struct exercise {
    std::string number;  ///< "3.1"
    std::string title;   ///< "A bias in each layer"
};

/// A chapter with exercises.
struct chapter {
    std::string name;                 ///< "03_cached_backprop"
    std::string title;                ///< "Cached backpropagation"
    std::filesystem::path folder;     ///< where its sources are
    std::vector<exercise> exercises;  ///< in order
    /// \return its number, as "3"
    std::string number() const;
};

/// \param source the folder of the workbook
/// \return its chapters in order, those without exercises left out
std::vector<chapter> chapters_of(const std::filesystem::path& source);

/// What a learner asks for: a chapter, or one exercise of it.
struct request {
    chapter of;
    std::string exercise;  ///< "3.1", or nothing for the whole chapter
};

/// Find what "3", "03", "03_cached_backprop", "3.1" or "cached_backprop" means.
/// \throws std::runtime_error that lists what there is
request find(const std::vector<chapter>& all, const std::string& asked);

/// The lines of one exercise in a file whose parts begin with "// ## 3.1":
/// from there to the next part, or to the end of the namespace.
struct part {
    std::size_t first = 0;  ///< line, from 0
    std::size_t last = 0;   ///< the line behind it
};

/// \param lines of the file
/// \param number "3.1"
/// \param heading what a part begins with: "// ## " in C++, "## " in hints
/// \return where it is; empty if it is not there
part part_of(const std::vector<std::string>& lines, const std::string& number,
             const std::string& heading = "// ## ");

}  // namespace chainrule::workbook
