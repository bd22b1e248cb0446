/// \file
/// Which mistake an answer made.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "judge/chapter.hpp"
#include "judge/observation.hpp"
#include "judge/subject.hpp"

namespace chainrule::judge {

/// What the truth and the mistakes of an exercise give on drawn numbers. It
/// keeps what it has seen.
class knowledge {
public:
    /// \param exercise as "3.1"
    explicit knowledge(std::string exercise);

    /// \return what a player gives with a seed; empty if it throws
    const std::vector<instance>& of(const std::string& player,
                                    std::uint64_t seed);

    /// The mistakes that an answer could be, judged by several probes.
    /// \param seen what it gave with the seeds from `seed` on
    std::vector<const mistake*>
    matching(const std::vector<std::vector<instance>>& seen,
             std::uint64_t seed);

    /// The question whose numbers are drawn.
    const std::string& drawn() const { return drawn_; }

private:
    std::string exercise_, drawn_;
    std::map<std::pair<std::string, std::uint64_t>, std::vector<instance>>
        seen_;
};

/// What was found out about a wrong answer.
struct diagnosis {
    /// The mistakes that it made: none, one, or two at once.
    std::vector<const mistake*> names;
    /// What explains it without a name, or beside one: sentences without their
    /// ends.
    std::vector<std::string> relations;
    /// The mistake that the relations begin from, if it is one.
    const mistake* like = nullptr;
    /// Whether the names and relations explain all that is wrong.
    bool whole = false;
    /// If they do not.
    std::vector<std::string> clues;
};

/// What a diagnosis is about.
struct symptom {
    std::string exercise;  ///< "3.1"
    std::string code;      ///< the answer's part of the file, or nothing
    /// Mistakes that are not to be thought of; a proof hides them.
    std::vector<std::string> hidden{};
    /// So many more draws are asked for, where relations have to hold as well.
    std::uint64_t fresh = 0;
};

/// Ask a subject more questions, and say what explains its replies. What is
/// said first of these is said: a plain cause that its code shows, the one
/// named mistake that gives all it gave, two at once, and how it is related to
/// the truth or to a named mistake. Names and relations hold on everything
/// that was asked.
diagnosis diagnose(const symptom& s, subject& of);

}  // namespace chainrule::judge
