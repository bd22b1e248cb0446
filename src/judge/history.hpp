/// \file
/// What an answer gave to everything that it was asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "judge/knowledge.hpp"
#include "judge/subject.hpp"

namespace chainrule::judge {

using instances = std::vector<instance>;

/// What a diagnosis is about.
struct symptom {
    std::string exercise;  ///< "3.1"
    std::string code;      ///< the answer's part of the file, or nothing
    /// Mistakes that are not to be thought of; a proof hides them.
    std::vector<std::string> hidden{};
    /// So many more draws are asked for, where relations have to hold as well.
    std::uint64_t fresh = 0;
};

/// What an answer gave, beside the truth.
struct case_history {
    std::vector<instances> drawn;  ///< with the seeds from first_seed on
    std::vector<instances> fixed;  ///< in the order of the questions
    std::vector<std::string> questions;
    instances yours, truth;  ///< all of them, drawn ones first
    std::size_t on_drawn = 0;
    std::vector<std::size_t> probes;  ///< which of them belong together
    std::optional<answered> end;  ///< where it crashed or threw, if it did
    std::string ended_in;         ///< the question
};

constexpr std::uint64_t first_seed = 1;

/// Put the questions: the drawn one with many seeds, until it does not reply,
/// and all on fixed numbers, if there was a reply to three.
case_history take(const symptom& s, subject& of, knowledge& known);

/// What a mistake or the solution gives to the same, in the same order; nothing
/// if it cannot be compared.
instances given_by(const std::string& player, const symptom& s,
                   const case_history& seen, knowledge& known);

/// Whether so many draws were answered that something can be said.
bool is_enough(const case_history& seen);

}  // namespace chainrule::judge
