/// \file
/// What the truth and the named mistakes give.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "judge/chapter.hpp"
#include "judge/observation.hpp"

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

    /// \return the truth with a seed, and what it calls known
    const std::vector<instance>& lesson(std::uint64_t seed);

    /// The mistakes that an answer could be, judged by several probes.
    /// \param seen what it gave with the seeds from `seed` on
    std::vector<const mistake*>
    matching(const std::vector<std::vector<instance>>& seen,
             std::uint64_t seed);

    const std::string& exercise() const { return exercise_; }

    /// The question whose numbers are drawn.
    const std::string& drawn() const { return drawn_; }

private:
    std::string exercise_, drawn_;
    std::map<std::pair<std::string, std::uint64_t>, std::vector<instance>>
        seen_;
};

}  // namespace chainrule::judge
