#include "judge/clue.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace chainrule::judge {
namespace {

// One value of the answer on one probe, with all that may explain it.
struct sighting {
    double yours, truth;
    const observation* of;  // the truth on that probe
};

using sightings = std::vector<sighting>;

double given(const sighting& s, const std::string& name)
{
    for (const quantity& q : s.of->given) {
        if (q.name == name) {
            return q.value;
        }
    }
    return std::nan("");
}

template <class Holds>
bool always(const sightings& all, Holds holds)
{
    return std::all_of(all.begin(), all.end(), holds);
}

// Counts and answers of yes or no have no factors.
bool has_factors(const quantity& q)
{
    return q.name.rfind("whether ", 0) != 0 &&
           q.name.rfind("number of ", 0) != 0;
}

// Every value by its name, on all probes that have it.
std::map<std::string, sightings> gather(const std::vector<observation>& yours,
                                        const std::vector<observation>& truth)
{
    std::map<std::string, sightings> by_name;
    for (std::size_t p = 0; p < truth.size(); ++p) {
        const auto& t = truth[p].values;
        const auto& y = yours[p].values;
        for (std::size_t i = 0; i < std::min(t.size(), y.size()); ++i) {
            if (t[i].name == y[i].name && has_factors(t[i])) {
                by_name[t[i].name].push_back(
                    {y[i].value, t[i].value, &truth[p]});
            }
        }
    }
    return by_name;
}

bool is_right(const sightings& all)
{
    return always(all, [](const sighting& s) { return s.yours == s.truth; });
}

// " is 2 times the true one", or nothing.
std::string constant_factor(const sightings& all)
{
    if (always(all, [](const sighting& s) { return s.yours == 0; })) {
        return " is always 0";
    }
    const double factor = all[0].yours / all[0].truth;
    if (!std::isfinite(factor) || !always(all, [&](const sighting& s) {
            return s.yours == factor * s.truth;
        })) {
        return "";
    }
    return factor == -1 ? " has the wrong sign"
                        : " is " + digits(factor) + " times the true one";
}

std::string constant_distance(const sightings& all)
{
    const double off = all[0].yours - all[0].truth;
    const bool same = always(
        all, [&](const sighting& s) { return s.yours - s.truth == off; });
    return same ? " is " + digits(std::abs(off)) + " too " +
                      (off > 0 ? "large" : "small")
                : "";
}

std::string given_factor(const sightings& all)
{
    for (const quantity& q : all[0].of->given) {
        if (always(all, [&](const sighting& s) {
                return s.yours == s.truth * given(s, q.name);
            })) {
            return " has the factor " + q.name + " too many";
        }
        if (always(all, [&](const sighting& s) {
                return s.yours * given(s, q.name) == s.truth;
            })) {
            return " lacks the factor " + q.name;
        }
    }
    return "";
}

std::string exchanged_factor(const sightings& all)
{
    for (const quantity& q : all[0].of->given) {
        for (const quantity& r : all[0].of->given) {
            if (q.name != r.name && always(all, [&](const sighting& s) {
                    return s.yours * given(s, r.name) ==
                           s.truth * given(s, q.name);
                })) {
                return " has the factor " + q.name + " in place of " + r.name;
            }
        }
    }
    return "";
}

std::string place_of_another(const sightings& all)
{
    for (const quantity& q : all[0].of->values) {
        if (has_factors(q) && always(all, [&](const sighting& s) {
                const auto& v = s.of->values;
                return std::any_of(v.begin(), v.end(), [&](const auto& o) {
                    return o.name == q.name && o.value == s.yours;
                });
            })) {
            return " has the value that belongs to " + q.name;
        }
    }
    return "";
}

std::string explanation(const sightings& all)
{
    for (const auto& explain :
         {constant_factor, place_of_another, given_factor, exchanged_factor,
          constant_distance}) {
        if (const std::string text = explain(all); !text.empty()) {
            return text;
        }
    }
    return "";
}

}  // namespace

std::vector<std::string> clues(const std::vector<observation>& yours,
                               const std::vector<observation>& truth)
{
    std::string right;
    std::map<std::string, std::string> explained;
    std::size_t wrong = 0;
    for (const auto& [name, all] : gather(yours, truth)) {
        // Many formulas give the same number once. Only a formula that fits
        // several observations explains anything.
        if (all.size() < 2) {
            continue;
        }
        if (is_right(all)) {
            right += (right.empty() ? "" : ", ") + name;
            continue;
        }
        ++wrong;
        if (const std::string text = explanation(all); !text.empty()) {
            std::string& names = explained[text];
            names += (names.empty() ? "" : ", ") + name;
        }
    }
    std::vector<std::string> said;
    if (!right.empty() && wrong > 0 && right.size() < 60) {
        said.push_back("right on every probe: " + right);
    }
    for (const auto& [text, names] : explained) {
        if (said.size() < 3) {
            said.push_back(names + text + ", on every probe");
        }
    }
    return said;
}

}  // namespace chainrule::judge
