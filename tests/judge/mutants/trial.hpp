/// \file
/// Answers in great number, compiled together and judged one by one.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "judge/fingerprint.hpp"
#include "judge/generate/code.hpp"

namespace chainrule::mutants {

/// How an answer was judged.
enum class ending { passes, wrong, broken, not_compiled };

/// What became of an answer.
struct outcome {
    ending how = ending::not_compiled;
    /// What it gave, if it is wrong and answered all; and once more on other
    /// draws.
    judge::fingerprint gave{}, gave_again{};
};

/// What makes a program of a file.
struct tools {
    std::string compile;  ///< a command, to which the file is added
    std::string link;     ///< what follows the file
    std::string checked;  ///< options that find uses of what is not there
    std::string quick;    ///< options instead of these
};

/// Compile the headers that most trials need once.
/// \param folder where to; it may be new
/// \return the same tools, which use them where nothing is checked
tools with_headers(const tools& use, const std::filesystem::path& folder);

/// Answers to an exercise, each with all that it needs.
struct trial {
    const generate::material& chapter;
    std::string exercise;
    std::vector<std::string> includes;
    std::vector<std::string> answers;
};

/// Compile answers, without those that do not compile, and put every question
/// of the exercise to each.
/// \param t what
/// \param use the compiler; what passes without checks is tried with them
/// \param place a name for files that are made
/// \throws std::runtime_error if a compiler does not say which answer it
/// refuses
std::vector<outcome> judge_all(const trial& t, const tools& use,
                               const std::filesystem::path& place);

/// The answers that a compiler refuses, by what it printed: in the code of
/// answer 12 it was told that the file is mutant_12.
std::set<std::size_t> refused(const std::string& printed);

}  // namespace chainrule::mutants
