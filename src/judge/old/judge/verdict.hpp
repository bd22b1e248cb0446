/// \file
/// The verdict on one exercise, and how it is told.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "judge/cases.hpp"
#include "judge/chapter.hpp"

namespace chainrule::judge {

/// What is said of an answer.
enum class verdict { pass, wrong, not_started, broken };

/// "PASS", "WRONG", "NOT STARTED" or "BROKEN".
const char* name_of(verdict v);

/// A verdict with its reasons.
struct judgement {
    std::string exercise;
    verdict found = verdict::pass;
    std::string headline;              ///< behind the verdict, enough alone
    std::vector<std::string> details;  ///< what follows, a paragraph each
    std::string mistake;               ///< its id, if it has a name
};

/// Judge one exercise of a chapter.
/// \param chapter whose subject is judged
/// \param number the exercise
/// \param cases its test cases
/// \param limits what each may use
judgement judge_exercise(const judged& chapter, const std::string& number,
                         const std::vector<test_case>& cases,
                         const child_limits& limits);

/// Print a judgement: at most 12 lines of at most 100 columns.
/// \param out where to
/// \param j what
/// \param colour whether the verdict is coloured
void print(std::ostream& out, const judgement& j, bool colour);

}  // namespace chainrule::judge
