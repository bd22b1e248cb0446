/// \file
/// What the probes of a chapter are written with, and how they are found.
#pragma once

#include <span>
#include <vector>

#include "chainrule/numbers/counted.hpp"
#include "judge/draws.hpp"
#include "judge/observation.hpp"

namespace chainrule::judge {

/// A question to an answer, on numbers that are fixed or drawn. One of the
/// two functions is there.
struct question {
    const char* name;  ///< a claim: "one_layer_will_do"
    void (*fixed)(observation&);
    void (*drawn)(observation&, draws&);
};

/// Somebody who answers the questions of an exercise: the learner, the truth,
/// the solution, or a mistake.
struct player {
    const char* exercise;  ///< "3.1"
    const char* id;  ///< "answer", "truth", "solution" or that of a mistake
    std::span<const question> questions;
};

/// All that this program has; the generated file of a chapter defines it.
std::span<const player> players();

/// \return the player, or null
const player* find_player(const std::string& exercise, const std::string& id);

/// \return its question of that name, or null
const question* find_question(const player& p, const std::string& name);

/// Ask a question.
/// \param seed decides what is drawn
/// \param noted receives what was seen, also if the answer throws
void ask(const question& q, std::uint64_t seed, observation& noted);

/// The numbers, the largest first. What std::sort needs takes a compiler 40 ms
/// wherever it is called.
std::vector<double> largest_first(std::vector<double> numbers);

/// The multiplications and divisions of a call.
/// \param call works on counted numbers
template <class Call>
long long multiplications(Call call)
{
    const operations cost = count(call);
    return cost.multiplications + cost.divisions;
}

}  // namespace chainrule::judge
