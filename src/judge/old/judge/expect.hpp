/// \file
/// What the cases of exercises are written with.
#pragma once

#include <cstdint>
#include <string>

#include "judge/chapter.hpp"

namespace chainrule::judge {

/// End the case unless the observations are the same, value by value.
void expect(const observation& yours, const observation& truth);

/// End the case unless a condition holds that has no value to show.
/// \param holds the condition
/// \param claim what should be, as "at most 5 multiplications a weight"
void expect(bool holds, const std::string& claim);

/// What the case that ran last found, for the judge: "pass" or a first word
/// and what belongs to it, separated by tabs.
std::string finding();

/// Compare the subject of a chapter with the truth on given numbers.
/// \param c the chapter
/// \param observe takes a table and the numbers
/// \param probe the numbers
template <class Table, class Observe, class... Numbers>
void expect_the_truth(const chapter<Table>& c, Observe observe,
                      const Numbers&... probe)
{
    expect(observe(c.subject(), probe...), observe(c.truth(), probe...));
}

/// Compare the subject of a chapter with the truth on seeded probes.
/// \param c the chapter
/// \param number the exercise
template <class Table>
void compare_on_probes(const chapter<Table>& c, const std::string& number)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const exercise<Table>& e = c.find(number);
        random for_subject(seed);
        random for_truth(seed);
        expect(e.observe(c.subject(), for_subject),
               e.observe(c.truth(), for_truth));
    }
}

}  // namespace chainrule::judge
