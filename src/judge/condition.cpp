#include "judge/condition.hpp"

#include <algorithm>

namespace chainrule::judge {
namespace {

using flags = std::vector<char>;

// A condition and where it holds.
struct clause {
    std::string text;  // as a sentence goes on: "the lengths differ"
    flags holds;
};

// Answers of yes or no in all instances.
struct answers {
    flags yours, truth;
    std::vector<clause> clauses;
};

bool is_flag(const quantity& q)
{
    return q.name.rfind("whether ", 0) == 0;
}

answers collect(const std::vector<instance>& yours,
                const std::vector<instance>& truth)
{
    answers a;
    std::vector<const instance*> of;
    for (std::size_t k = 0; k < truth.size(); ++k) {
        const auto& t = truth[k].values;
        for (std::size_t i = 0; i < t.size(); ++i) {
            if (is_flag(t[i]) && i < yours[k].values.size()) {
                a.yours.push_back(yours[k].values[i].value != 0);
                a.truth.push_back(t[i].value != 0);
                of.push_back(&truth[k]);
            }
        }
    }
    if (of.empty()) {
        return a;
    }
    for (const quantity& q : of[0]->known) {
        if (!is_flag(q)) {
            continue;
        }
        clause c{q.name.substr(8), {}};
        for (const instance* in : of) {
            const auto here = std::find_if(
                in->known.begin(), in->known.end(),
                [&](const quantity& o) { return o.name == q.name; });
            if (here == in->known.end()) {
                break;
            }
            c.holds.push_back(here->value != 0);
        }
        if (c.holds.size() == of.size()) {
            a.clauses.push_back(std::move(c));
        }
    }
    return a;
}

flags combined(const flags& a, const flags& b, bool both)
{
    flags all;
    for (std::size_t k = 0; k < a.size(); ++k) {
        all.push_back(both ? (a[k] && b[k]) : (a[k] || b[k]));
    }
    return all;
}

flags negated(flags a)
{
    std::transform(a.begin(), a.end(), a.begin(),
                   [](char c) { return static_cast<char>(!c); });
    return a;
}

bool is_constant(const flags& f)
{
    return std::count(f.begin(), f.end(), f[0]) ==
           static_cast<std::ptrdiff_t>(f.size());
}

// One clause, its opposite, and two with "and" or "or" between them.
std::vector<clause> sentences_of(const std::vector<clause>& all)
{
    std::vector<clause> one;
    for (const clause& c : all) {
        one.push_back(c);
        one.push_back({"not (" + c.text + ")", negated(c.holds)});
    }
    std::vector<clause> made = one;
    for (std::size_t a = 0; a < one.size(); ++a) {
        for (std::size_t b = a + 1; b < one.size(); ++b) {
            if (a / 2 == b / 2) {
                continue;
            }
            for (const bool both : {true, false}) {
                made.push_back(
                    {one[a].text + (both ? " and " : " or ") + one[b].text,
                     combined(one[a].holds, one[b].holds, both)});
            }
        }
    }
    return made;
}

}  // namespace

std::optional<std::string> condition(const std::vector<instance>& yours,
                                     const std::vector<instance>& truth)
{
    const answers a = collect(yours, truth);
    if (a.yours.size() < 8 || a.yours == a.truth || is_constant(a.truth)) {
        return std::nullopt;
    }
    if (is_constant(a.yours)) {
        return std::string("yours always says ") +
               (a.yours[0] ? "yes" : "no");
    }
    if (a.yours == negated(a.truth)) {
        return "yours says yes where it should say no, and no where yes";
    }
    flags wrong;
    for (std::size_t k = 0; k < a.yours.size(); ++k) {
        wrong.push_back(a.yours[k] != a.truth[k]);
    }
    for (const clause& c : sentences_of(a.clauses)) {
        if (is_constant(c.holds)) {
            continue;
        }
        if (c.holds == a.yours && c.holds != a.truth) {
            return "yours says yes exactly where " + c.text;
        }
        if (c.holds == wrong) {
            return "yours is wrong exactly where " + c.text;
        }
    }
    // What it should deny, and what it should grant, each for itself.
    for (const bool yes : {false, true}) {
        for (const clause& c : sentences_of(a.clauses)) {
            bool exact = true;
            std::size_t times = 0;
            for (std::size_t k = 0; k < wrong.size(); ++k) {
                const bool mine = bool(a.truth[k]) == yes;
                exact = exact && (mine ? c.holds[k] == wrong[k] : !wrong[k]);
                times += mine && wrong[k] ? 1 : 0;
            }
            if (exact && times >= 2) {
                return std::string("where ") + (yes ? "yes" : "no") +
                       " is right, yours is wrong exactly if " + c.text;
            }
        }
    }
    return std::nullopt;
}

}  // namespace chainrule::judge
