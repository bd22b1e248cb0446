/// \file
/// What a learner asks for.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/syllabus.hpp"

namespace chainrule::workbook {

using course::chapter;

/// \param source the folder of the workbook
/// \return its chapters that have exercises, in order
std::vector<chapter> chapters_of(const std::filesystem::path& source);

/// A chapter, or one exercise of it.
struct request {
    chapter of;
    std::string exercise;  ///< "3.1", or nothing for the whole chapter

    /// \return the numbers of the exercises that are meant
    std::vector<std::string> exercises() const;
};

/// Find what "3", "03", "03_cached_backprop", "cached_backprop", "3.1" or the
/// name of an answer file, wherever it is, means.
/// \throws std::runtime_error that lists what there is
request asked_for(const std::vector<chapter>& all, const std::string& asked);

}  // namespace chainrule::workbook
