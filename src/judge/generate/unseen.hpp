/// \file
/// Answers that were written without knowing the judge.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::generate {

/// One of them.
struct unseen_answer {
    std::string exercise;  ///< "3.1"
    std::string id;
    std::string words;     ///< "wrong two odd"
    std::string sentence;  ///< what is wrong with it
    std::string code;
    std::size_t line = 0;  ///< of its code in the file
    bool counted = false;  ///< or one that the judge may be made from
};

/// Read a file of them. Each begins with `## 3.1 id wrong one odd` or
/// `## 3.1 id right`; there follow a sentence, and code between two lines of
/// three backquotes. Of each exercise every second one is counted.
/// \throws std::runtime_error with file and line if it has another form
std::vector<unseen_answer> read_unseen(const std::filesystem::path& file);

}  // namespace chainrule::generate
