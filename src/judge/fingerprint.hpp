/// \file
/// What an answer gave, as a few numbers that can be kept in a table.
#pragma once

#include <map>
#include <string>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// One number for each variable that an exercise asks for, of all its values in
/// all instances, and one for all counts. Answers that give the same but for
/// rounding have prints that differ by less than `as_near`.
using fingerprint = std::map<std::string, double>;

constexpr double as_near = 1e-9;

/// A print has the drawn question with so many seeds from 1 on, which are the
/// numbers of these questions.
constexpr std::size_t printed_draws = 8;

/// The number of a question on fixed numbers.
/// \param k how many such questions are before it
constexpr std::size_t number_of_fixed(std::size_t k)
{
    return 100 + k;
}

/// Whether two are prints of the same.
bool is_near(const fingerprint& a, const fingerprint& b);

/// As text: "dw1=0.5", tab, "dw2=-0.25", and back.
std::string text_of(const fingerprint& print);
fingerprint fingerprint_from(const std::string& text);

/// Add what an answer gave to a question.
/// \param print what it gave before
/// \param yours what it gave now
/// \param truth what is right there
/// \param question a number that no other question has
void add_to(fingerprint& print, const std::vector<instance>& yours,
            const std::vector<instance>& truth, std::size_t question);

}  // namespace chainrule::judge
