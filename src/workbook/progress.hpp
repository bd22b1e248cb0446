/// \file
/// What the learner has reached, in a small text file beside the answers.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace chainrule::workbook {

/// Verdicts, hints taken, and what was judged last.
struct progress {
    std::map<std::string, std::string> verdicts;  ///< "3.1": "PASS"
    std::map<std::string, int> hints;             ///< "3.1": 2 taken
    std::map<std::string, std::string> judged;  ///< chapter: mark of its file
};

/// \return what the file says; nothing if it is missing or spoilt
progress load_progress(const std::filesystem::path& answers);

/// \throws std::runtime_error if it cannot be written
void save_progress(const std::filesystem::path& answers, const progress& p);

/// \return a mark that changes with the bytes of a text (FNV-1a)
std::string mark_of(const std::string& text);

}  // namespace chainrule::workbook
