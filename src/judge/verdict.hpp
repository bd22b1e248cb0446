/// \file
/// The verdict on one exercise, and how it is told.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "course/verdict.hpp"
#include "judge/subject.hpp"

namespace chainrule::judge {

using course::verdict;

/// A verdict with its reasons.
struct judgement {
    std::string exercise;
    verdict found = verdict::pass;
    std::string headline;              ///< behind the verdict, enough alone
    std::vector<std::string> details;  ///< what follows, a paragraph each
    std::string mistake;   ///< its id, if it has a name; "a+b" if it has two
    bool related = false;  ///< whether relations explain all that is wrong
    /// The small change of the solution that gives the same, in words.
    std::string change{};
};

/// How an exercise is judged.
struct rules {
    process_limits limits;
    std::string answer_file;            ///< as the compiler was given it
    std::vector<std::string> hidden{};  ///< mistakes that get no name
};

/// Judge one exercise: put all its questions, the drawn one with twenty
/// seeds, until a reply is not the true one.
/// \param number the exercise
/// \param who answers
judgement judge_exercise(const std::string& number, subject& who,
                         const rules& r);

/// Put one question of an exercise.
/// \return what is wrong with the reply to it; a pass if nothing is. It has no
/// name yet.
judgement judge_question(const std::string& number,
                         const std::string& question, subject& who,
                         const rules& r);

/// Print a judgement: at most 12 lines of at most 100 columns.
/// \param out where to
/// \param j what
/// \param colour whether the verdict is coloured
void print(std::ostream& out, const judgement& j, bool colour);

/// Print a judgement as a line of JSON:
/// `{"details": ["with w = (2, 3), x = 5"], "exercise": "3.1",
///   "headline": "dw1: yours 2, true 30.", "mistake": "bias-left-out",
///   "change": null, "related": false, "verdict": "WRONG"}`, where the mistake
/// is null if it has no name, and the change if no small change of the
/// solution gives the same.
void print_json(std::ostream& out, const judgement& j);

}  // namespace chainrule::judge
