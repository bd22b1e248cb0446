#include "judge/condition.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "judge/variable.hpp"

namespace chainrule::judge {
namespace {

using flags = std::vector<unsigned char>;

// A condition and where it holds.
struct clause {
    std::string text;  // as a sentence goes on: "the lengths differ"
    flags holds;
};

// Places that are to be told from others: where yours is wrong, or says yes.
struct places_of {
    flags here;    // at these it happens
    flags within;  // only these are looked at
};

bool is_flag(const quantity& q)
{
    return q.name.rfind("whether ", 0) == 0;
}

// What is known of each instance, and its opposite.
std::vector<clause> clauses_of(const std::vector<const instance*>& of)
{
    std::vector<clause> all;
    for (const quantity& q : of[0]->known) {
        if (!is_flag(q)) {
            continue;
        }
        const std::string text = q.name.substr(8);
        clause yes{text, {}};
        clause no{"not (" + text + ")", {}};
        for (const instance* in : of) {
            const auto here = std::find_if(
                in->known.begin(), in->known.end(),
                [&](const quantity& o) { return o.name == q.name; });
            if (here == in->known.end()) {
                break;
            }
            yes.holds.push_back(here->value != 0);
            no.holds.push_back(here->value == 0);
        }
        if (yes.holds.size() == of.size()) {
            all.push_back(std::move(yes));
            all.push_back(std::move(no));
        }
    }
    return all;
}

bool tells(const flags& holds, const places_of& p)
{
    for (std::size_t k = 0; k < holds.size(); ++k) {
        if (p.within[k] && holds[k] != p.here[k]) {
            return false;
        }
    }
    return true;
}

flags combined(const flags& a, const flags& b, bool both)
{
    flags all(a.size());
    for (std::size_t k = 0; k < a.size(); ++k) {
        all[k] = both ? (a[k] && b[k]) : (a[k] || b[k]);
    }
    return all;
}

// Those that can stand in a sentence with "and", because they hold wherever
// it happens, or with "or", because it happens wherever they hold.
std::vector<clause> usable(const std::vector<clause>& all, const places_of& p,
                           bool both)
{
    std::vector<clause> kept;
    for (const clause& c : all) {
        bool fits = true;
        bool tells_anything = false;
        for (std::size_t k = 0; k < c.holds.size(); ++k) {
            if (!p.within[k]) {
                continue;
            }
            fits = fits && (both ? c.holds[k] || !p.here[k]
                                 : !c.holds[k] || p.here[k]);
            tells_anything = tells_anything || bool(c.holds[k]) != both;
        }
        if (fits && tells_anything) {
            kept.push_back(c);
        }
    }
    return kept;
}

// How many kinds of places there are, as the clauses tell them apart, where
// it happens and where it does not.
std::pair<std::size_t, std::size_t> kinds(const std::vector<clause>& all,
                                          const places_of& p)
{
    std::set<flags> here;
    std::set<flags> elsewhere;
    for (std::size_t k = 0; k < p.here.size(); ++k) {
        if (!p.within[k]) {
            continue;
        }
        flags kind;
        for (const clause& c : all) {
            kind.push_back(c.holds[k]);
        }
        (p.here[k] ? here : elsewhere).insert(kind);
    }
    return {here.size(), elsewhere.size()};
}

// The shortest sentence of up to three clauses. The more clauses, the more
// kinds of places have to bear it out.
std::optional<std::string> sentence(const std::vector<clause>& all,
                                    const places_of& p)
{
    const auto [here, elsewhere] = kinds(all, p);
    for (const std::size_t most : {1U, 2U, 3U}) {
        if (here < most || elsewhere < 2 * most - 1) {
            return std::nullopt;
        }
        for (const bool both : {true, false}) {
            const auto some = usable(all, p, both);
            std::optional<std::string> found;
            const std::function<void(std::size_t, const clause&, std::size_t)>
                extend = [&](std::size_t from, const clause& so_far,
                             std::size_t used) {
                    if (found || used > most) {
                        return;
                    }
                    if (used > 0 && tells(so_far.holds, p)) {
                        found = so_far.text;
                        return;
                    }
                    for (std::size_t k = from; k < some.size(); ++k) {
                        const clause next =
                            used == 0 ? some[k]
                                      : clause{so_far.text +
                                                   (both ? " and " : " or ") +
                                                   some[k].text,
                                               combined(so_far.holds,
                                                        some[k].holds, both)};
                        extend(k + 1, next, used + 1);
                    }
                };
            extend(0, {}, 0);
            if (found) {
                return found;
            }
        }
    }
    return std::nullopt;
}

// Of all answers of yes or no: yours and the true ones.
struct answers {
    flags yours, truth;
    std::vector<const instance*> of;
};

answers collect(const std::vector<instance>& yours,
                const std::vector<instance>& truth)
{
    answers a;
    for (std::size_t k = 0; k < truth.size(); ++k) {
        const auto& t = truth[k].values;
        for (std::size_t i = 0; i < t.size(); ++i) {
            if (is_flag(t[i])) {
                a.yours.push_back(yours[k].values[i].value != 0);
                a.truth.push_back(t[i].value != 0);
                a.of.push_back(&truth[k]);
            }
        }
    }
    return a;
}

flags where(const flags& a, const flags& b, bool first, bool second)
{
    flags all;
    for (std::size_t k = 0; k < a.size(); ++k) {
        all.push_back(bool(a[k]) == first && bool(b[k]) == second);
    }
    return all;
}

bool any(const flags& f)
{
    return std::find(f.begin(), f.end(), 1) != f.end();
}

// Where the answer is yes, and where it is wrong.
places of_flags(const answers& a)
{
    places found;
    const flags everywhere(a.yours.size(), 1);
    if (!any(where(a.yours, a.yours, true, true)) ||
        !any(where(a.yours, a.yours, false, false))) {
        found.sentences = {std::string("yours always says ") +
                           (a.yours[0] ? "yes" : "no")};
        found.whole = true;
        return found;
    }
    if (a.yours == where(a.truth, a.truth, false, false)) {
        found.sentences = {"yours says no where yes is right, and yes where "
                           "no is right"};
        found.whole = true;
        return found;
    }
    const auto clauses = clauses_of(a.of);
    if (const auto s = sentence(clauses, {a.yours, everywhere})) {
        found.sentences = {"yours says yes exactly where " + *s};
        found.whole = true;
        return found;
    }
    found.whole = true;
    for (const bool yes : {true, false}) {
        const flags wrong = where(a.yours, a.truth, yes, !yes);
        if (!any(wrong)) {
            continue;
        }
        const flags within = where(a.truth, a.truth, !yes, !yes);
        const std::string says = yes ? "yes" : "no";
        if (wrong == within) {
            found.sentences.push_back("yours always says " + says);
        } else if (const auto s = sentence(clauses, {wrong, within})) {
            found.sentences.push_back("yours wrongly says " + says +
                                      " exactly where " + *s);
        } else {
            found.whole = false;
        }
    }
    return found;
}

// Whether the sizes on one side of a limit are the wrong ones, and there are
// two sizes at least for which all is right.
std::optional<std::string> limit(const std::string& list,
                                 const std::set<std::size_t>& right,
                                 const std::set<std::size_t>& wrong)
{
    if (right.size() < 2 || wrong.empty()) {
        return std::nullopt;
    }
    if (*right.rbegin() < *wrong.begin()) {
        return list + " has more than " + std::to_string(*right.rbegin()) +
               " numbers";
    }
    if (*wrong.rbegin() < *right.begin()) {
        return list + " has fewer than " + std::to_string(*right.begin()) +
               " numbers";
    }
    return std::nullopt;
}

// Where a list that is given is too long or too short for the answer.
std::optional<std::string> size(const std::vector<const instance*>& of,
                                const flags& wrong)
{
    for (const variable& list : variables_of(of[0]->given)) {
        std::set<std::size_t> sizes[2];
        std::size_t seen = 0;
        for (std::size_t k = 0; k < of.size(); ++k) {
            for (const variable& v : variables_of(of[k]->given)) {
                if (v.name == list.name && v.is == variable::shape::list) {
                    sizes[wrong[k]].insert(v.values.size());
                    ++seen;
                }
            }
        }
        if (seen == of.size()) {
            if (auto s = limit(list.name, sizes[0], sizes[1])) {
                return s;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

places condition(const std::vector<instance>& yours,
                 const std::vector<instance>& truth)
{
    const answers a = collect(yours, truth);
    if (a.yours.size() >= 8 && any(where(a.truth, a.truth, true, true)) &&
        any(where(a.truth, a.truth, false, false)) && a.yours != a.truth) {
        return of_flags(a);
    }
    flags wrong;
    std::vector<const instance*> of;
    for (std::size_t k = 0; k < truth.size(); ++k) {
        wrong.push_back(first_difference({yours[k]}, {truth[k]}).has_value());
        of.push_back(&truth[k]);
    }
    places found;
    if (truth.size() < 8 || !any(wrong)) {
        return found;
    }
    const flags everywhere(wrong.size(), 1);
    auto s = sentence(clauses_of(of), {wrong, everywhere});
    if (!s) {
        s = size(of, wrong);
    }
    if (s) {
        found.sentences = {"yours is wrong exactly where " + *s};
        // What is right at an edge only is not explained by the edge.
        found.whole = std::count(wrong.begin(), wrong.end(), 0) * 7 >=
                      static_cast<std::ptrdiff_t>(wrong.size());
    }
    return found;
}

places condition(const std::vector<instance>& yours,
                 const std::vector<instance>& mistaken,
                 const std::vector<instance>& truth)
{
    flags other;
    std::vector<const instance*> of;
    for (std::size_t k = 0; k < truth.size(); ++k) {
        other.push_back(!alike({yours[k]}, {mistaken[k]}));
        of.push_back(&truth[k]);
    }
    places found;
    const auto count = std::count(other.begin(), other.end(), 1);
    if (count < 2 || 2 * count > static_cast<std::ptrdiff_t>(other.size())) {
        return found;
    }
    const flags everywhere(other.size(), 1);
    const auto s = sentence(clauses_of(of), {other, everywhere});
    if (s) {
        found.sentences = {"yours is another exactly where " + *s};
        found.whole = true;
    }
    return found;
}

}  // namespace chainrule::judge
