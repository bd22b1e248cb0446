/// \file
/// What the learner has reached, in a small text file beside the answers.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "course/verdict.hpp"

namespace chainrule::workbook {

/// Verdicts, hints taken, and what was judged last.
struct progress {
    std::map<std::string, course::verdict> verdicts;  ///< by "3.1"
    std::map<std::string, int> hints;                 ///< "3.1": 2 taken
    std::map<std::string, std::string> judged;  ///< chapter: mark of its file

    /// \return the verdict on "3.1", or nothing
    std::optional<course::verdict> verdict_on(const std::string& e) const;
};

/// \return what the file says; nothing if it is missing or spoilt
progress load_progress(const std::filesystem::path& answers);

/// \throws std::runtime_error if it cannot be written
void save_progress(const std::filesystem::path& answers, const progress& p);

/// The exercise that comes next: one to mend before one to begin.
struct next_exercise {
    std::string number;  ///< "3.1"; nothing if all pass
    bool mend = false;   ///< whether it was tried, and does not pass
};

/// \param p what has been reached
/// \param exercises their numbers, in order
next_exercise next_of(const progress& p,
                      const std::vector<std::string>& exercises);

/// \return a mark that changes with the bytes of a text (FNV-1a)
std::string mark_of(const std::string& text);

}  // namespace chainrule::workbook
