/// \file
/// What the learner can ask for. Each command prints, and returns the exit
/// code: 0 if all is well, 1 if an answer is not, 2 on wrong use.
#pragma once

#include <filesystem>
#include <string>

namespace chainrule::workbook {

/// Where everything is, and how to print.
struct setting {
    std::filesystem::path source;   ///< the workbook
    std::filesystem::path build;    ///< its build folder
    std::filesystem::path answers;  ///< the learner's files
    bool colour = false;            ///< whether verdicts are coloured
    bool full = false;  ///< whether to show all that a compiler said
    bool json = false;  ///< whether verdicts are lines of JSON
};

/// Judge answers.
/// \param asked "3", "3.1", or nothing for what changed since the last time
int check(const setting& s, const std::string& asked);

/// Judge whenever an answer file is saved, until Ctrl-C.
/// \param asked as for check
int watch(const setting& s, const std::string& asked);

/// Show the next hint to an exercise.
int hint(const setting& s, const std::string& asked);

/// Show our answer to an exercise.
int solution(const setting& s, const std::string& asked);

/// Put exercises back to their beginning, and keep what was there.
int reset(const setting& s, const std::string& asked);

/// Show what has been reached and what comes next.
int status(const setting& s);

/// Begin a chapter: two folders and a line in the syllabus, which build, run
/// and are judged as they are.
/// \param name NN_stem, with a number that no chapter has
/// \throws std::runtime_error if it is no such name, or is taken
int new_chapter(const setting& s, const std::string& name);

/// Look at the machine.
int doctor(const setting& s);

}  // namespace chainrule::workbook
