#include "judge/diagnosis.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "judge/calls.hpp"
#include "judge/condition.hpp"
#include "judge/plain_cause.hpp"
#include "judge/plumbing.hpp"
#include "judge/relation.hpp"
#include "judge/small_change.hpp"
#include "judge/two_names.hpp"

namespace chainrule::judge {
namespace {

// Mistakes that fit all questions on drawn numbers have to fit the others.
std::vector<const mistake*>
matching(const symptom& s, const case_history& seen, knowledge& known)
{
    std::vector<const mistake*> all;
    for (const mistake* m : known.matching(seen.drawn, first_seed)) {
        bool fit = std::count(s.hidden.begin(), s.hidden.end(), m->id) == 0;
        for (std::size_t k = 0; fit && k < seen.fixed.size(); ++k) {
            own_code code(m->id);
            fit = alike(
                seen.fixed[k],
                code.ask(s.exercise, seen.questions[k], 0).said.instances);
        }
        if (fit) {
            all.push_back(m);
        }
    }
    return all;
}

// A mistake that could be part of the answer, and what it gives.
struct candidate {
    const mistake* name;
    instances gave;
};

std::vector<candidate> candidates(const symptom& s, const case_history& seen,
                                  knowledge& known)
{
    std::vector<candidate> all;
    for (const mistake& m : mistakes()) {
        if (m.exercise == s.exercise &&
            std::count(s.hidden.begin(), s.hidden.end(), m.id) == 0) {
            candidate c{&m, given_by(m.id, s, seen, known)};
            if (!c.gave.empty()) {
                all.push_back(std::move(c));
            }
        }
    }
    return all;
}

std::vector<std::vector<variable>> variables_in(const instances& all)
{
    std::vector<std::vector<variable>> made;
    for (const instance& i : all) {
        made.push_back(variables_of(i.values));
    }
    return made;
}

void relate(diagnosis& d, const case_history& drawn,
            const std::vector<candidate>& others)
{
    evidence e;
    e.drawn = drawn.on_drawn;
    for (std::size_t k = 0; k < drawn.truth.size(); ++k) {
        e.scenes.emplace_back(drawn.truth[k], drawn.probes[k]);
    }
    e.yours = variables_in(drawn.yours);
    relating all(e);
    explanation best = all.to({variables_in(drawn.truth)});
    const mistake* name = nullptr;
    // A name has to make it much shorter, and no other may do as well.
    constexpr double price_of_a_name = 2;
    double least = best.whole ? best.cost : 1e9;
    bool alone = true;
    for (const candidate& c : others) {
        if (best.whole && best.cost <= price_of_a_name) {
            break;
        }
        const explanation x = all.to({variables_in(c.gave), "that", 2, true});
        const double cost = x.cost + price_of_a_name;
        if (!x.whole || !x.differs || x.cost > 3 || cost > least) {
            continue;
        }
        alone = cost < least - 0.01;
        least = cost;
        best = x;
        name = c.name;
    }
    if (name != nullptr && !alone) {
        best = all.to({variables_in(drawn.truth)});
        name = nullptr;
    }
    d.relations = sentences(best);
    d.whole = best.whole && !d.relations.empty();
    if (d.relations.empty()) {
        name = nullptr;
    }
    if (name != nullptr) {
        d.relations.front() = std::string("as if: ") + name->title + " [" +
                              name->id + "] And beside that " +
                              d.relations.front();
        d.like = name;
    }
}

// Whether every value that a mistake changes is wrong in yours as well.
bool is_expressed(const case_history& seen, const instances& mistaken)
{
    std::size_t places = 0;
    std::size_t both = 0;
    for (std::size_t k = 0; k < seen.truth.size(); ++k) {
        if (first_difference({mistaken[k]}, {seen.truth[k]})) {
            ++places;
            both +=
                first_difference({seen.yours[k]}, {seen.truth[k]}) ? 1 : 0;
        }
    }
    return places > 0 && both == places;
}

// Where it is wrong, or where it is not what a named mistake gives.
void tell_places(diagnosis& d, const case_history& seen,
                 const std::vector<candidate>& others)
{
    places where = condition(seen.yours, seen.truth);
    if (!where.whole) {
        for (const candidate& c : others) {
            if (!is_expressed(seen, c.gave)) {
                continue;
            }
            const places beside = condition(seen.yours, c.gave, seen.truth);
            if (!beside.whole || beside.sentences.size() != 1) {
                continue;
            }
            if (d.like != nullptr) {
                // Two mistakes do as well, so neither is told.
                d.like = nullptr;
                where = condition(seen.yours, seen.truth);
                break;
            }
            d.like = c.name;
            where = beside;
        }
    }
    if (d.like != nullptr) {
        where.sentences[0] = std::string("as if: ") + d.like->title + " [" +
                             d.like->id + "] And beside that " +
                             where.sentences[0];
        d.relations.clear();
    }
    d.relations.insert(d.relations.begin(), where.sentences.begin(),
                       where.sentences.end());
    d.whole = where.whole;
}

bool is_always_zero(const case_history& drawn)
{
    std::size_t numbers = 0;
    for (const instance& i : drawn.yours) {
        for (const quantity& q : i.values) {
            if (is_count(q.name)) {
                continue;
            }
            if (q.value != 0) {
                return false;
            }
            ++numbers;
        }
    }
    return numbers > 0;
}

void say_what_is_right(diagnosis& d, const case_history& drawn)
{
    std::map<std::string, bool> right;
    for (std::size_t k = 0; k < drawn.truth.size(); ++k) {
        const auto& t = drawn.truth[k].values;
        const double scale = scale_of(t);
        for (std::size_t i = 0; i < t.size(); ++i) {
            if (!is_count(t[i].name)) {
                bool& r = right.emplace(t[i].name, true).first->second;
                r = r && is_right(t[i].name, drawn.yours[k].values[i].value,
                                  t[i].value, scale);
            }
        }
    }
    std::string names;
    for (const auto& [name, is_right_everywhere] : right) {
        if (is_right_everywhere) {
            names += (names.empty() ? "" : ", ") + name;
        }
    }
    if (!names.empty() && names.size() < 60) {
        d.clues.push_back("right on every probe: " + names);
    }
}

// What its calls show, and those of the one named mistake do not.
void tell_calls(diagnosis& d, const symptom& s, const case_history& seen,
                knowledge& known)
{
    const auto is_called = [](const instance& i) {
        return !i.calls || !i.calls->empty();
    };
    const auto& first = known.of("solution", first_seed);
    if (std::none_of(first.begin(), first.end(), is_called)) {
        return;
    }
    const auto right = given_by("solution", s, seen, known);
    d.calls = said_of_calls(seen.yours, seen.truth, right);
    if (d.names.size() != 1) {
        return;
    }
    const auto of_name = said_of_calls(
        given_by(d.names[0]->id, s, seen, known), seen.truth, right);
    d.calls.erase(std::remove_if(d.calls.begin(), d.calls.end(),
                                 [&](const std::string& said) {
                                     return std::count(of_name.begin(),
                                                       of_name.end(),
                                                       said) > 0;
                                 }),
                  d.calls.end());
}

// What the numbers say, if they are those of no mistake alone.
void explain_numbers(diagnosis& d, const symptom& s, const case_history& seen,
                     knowledge& known)
{
    d.change = change_like(seen, known);
    if (d.change != nullptr) {
        d.whole = true;
        return;
    }
    const auto others = candidates(s, seen, known);
    std::vector<instances> gave;
    for (const candidate& c : others) {
        gave.push_back(c.gave);
    }
    // Two opposite effects make 0, and are no two mistakes.
    if (!is_always_zero(seen)) {
        for (const std::size_t k :
             two_at_once(seen.yours, seen.truth, gave)) {
            d.names.push_back(others[k].name);
        }
    }
    if (!d.names.empty()) {
        d.whole = true;
        return;
    }
    relate(d, seen, others);
    if (!d.whole) {
        tell_places(d, seen, others);
    }
    if (!d.whole) {
        say_what_is_right(d, seen);
    }
}

}  // namespace

diagnosis diagnose(const symptom& s, subject& of)
{
    knowledge known(s.exercise);
    return diagnose(s, of, known);
}

diagnosis diagnose(const symptom& s, subject& of, knowledge& known)
{
    diagnosis d;
    of.tell_calls();
    const case_history seen = take(s, of, known);
    d.end = seen.end;
    d.ended_in = seen.ended_in;
    const bool enough = is_enough(seen);
    std::optional<std::string> cause = integer_division(s.code);
    std::vector<const mistake*> names;
    if (enough) {
        names = matching(s, seen, known);
    }
    if (names.size() == 1 &&
        (!cause || names[0]->id == std::string("integer-division"))) {
        d.names = names;
        d.whole = true;
        tell_calls(d, s, seen, known);
        return d;
    }
    if (enough && !cause) {
        cause = narrow_numbers(seen.yours, seen.truth);
    }
    if (cause) {
        d.relations.push_back(*cause);
        d.whole = true;
    } else if (enough) {
        explain_numbers(d, s, seen, known);
        tell_calls(d, s, seen, known);
    }
    return d;
}

}  // namespace chainrule::judge
