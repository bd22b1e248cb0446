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
    const mistake* name = nullptr;   ///< nothing if none or several match
    std::vector<std::string> clues;  ///< if it has no name
};

/// Ask a subject three more questions, and say what explains its replies.
diagnosis diagnose(const std::string& exercise, subject& of);

}  // namespace chainrule::judge
