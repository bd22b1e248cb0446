/// \file
/// Which mistake an answer made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/history.hpp"

namespace chainrule::judge {

/// What was found out about a wrong answer.
struct diagnosis {
    /// The mistakes that it made: none, one, or two at once.
    std::vector<const mistake*> names;
    /// What explains it without a name, or beside one: sentences without their
    /// ends.
    std::vector<std::string> relations;
    /// The small change of the solution that gives the same, if it is one.
    const small_change* change = nullptr;
    /// The mistake that the relations begin from, if it is one.
    const mistake* like = nullptr;
    /// Whether the names and relations explain all that is wrong.
    bool whole = false;
    /// If they do not.
    std::vector<std::string> clues;
    /// What is wrong with its calls of a function of ours, beside what is wrong
    /// with those of the mistake that has the name: sentences without ends.
    std::vector<std::string> calls;
    /// How it came to an end when it was asked, if it did, and which question
    /// that was.
    std::optional<answered> end;
    std::string ended_in;
};

/// Ask a subject more questions, and say what explains its replies. What is
/// said first of these is said: a plain cause that its code shows, the one
/// named mistake that gives all it gave, two at once, and how it is related to
/// the truth or to a named mistake. Names and relations hold on everything
/// that was asked.
diagnosis diagnose(const symptom& s, subject& of);

/// The same, with what is known already.
diagnosis diagnose(const symptom& s, subject& of, knowledge& known);

}  // namespace chainrule::judge
