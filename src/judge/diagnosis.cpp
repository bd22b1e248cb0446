#include "judge/diagnosis.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "judge/condition.hpp"
#include "judge/plain_cause.hpp"
#include "judge/plumbing.hpp"
#include "judge/relation.hpp"
#include "judge/two_names.hpp"

namespace chainrule::judge {
namespace {

constexpr std::uint64_t first_seed = 1;
constexpr std::uint64_t probes = 30;
constexpr std::size_t least_probes = 3;
// Draws of many instances show enough sooner.
constexpr std::uint64_t some_probes = 8;
constexpr std::size_t many_instances = 160;
constexpr std::uint64_t first_fresh = 5000;

using instances = std::vector<instance>;

instances joined(instances a, const instances& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// What an answer gave to everything that it was asked, beside the truth.
struct case_history {
    std::vector<instances> drawn;  // with the seeds from first_seed on
    std::vector<instances> fixed;  // in the order of the questions
    std::vector<std::string> questions;
    instances yours, truth;  // all of them, drawn ones first
    std::size_t on_drawn = 0;
    std::vector<std::size_t> probes;  // which of them belong together
};

// Values in the order of the truth; what is missing is not a number.
instance in_order(const instance& yours, const instance& truth)
{
    instance ordered{truth.probe, truth.given, {}, {}};
    for (std::size_t i = 0; i < truth.values.size(); ++i) {
        const bool there = i < yours.values.size() &&
                           yours.values[i].name == truth.values[i].name;
        ordered.values.push_back(
            {truth.values[i].name,
             there ? yours.values[i].value : std::nan("")});
    }
    return ordered;
}

void add(case_history& all, const instances& yours, const instances& truth,
         std::size_t probe)
{
    for (std::size_t k = 0; k < std::min(yours.size(), truth.size()); ++k) {
        all.yours.push_back(in_order(yours[k], truth[k]));
        all.truth.push_back(truth[k]);
        all.probes.push_back(probe);
    }
}

case_history take(const symptom& s, subject& of, knowledge& known)
{
    case_history all;
    for (std::uint64_t i = 0;
         i < probes && (i < some_probes || all.truth.size() < many_instances);
         ++i) {
        answered a = of.ask(s.exercise, known.drawn(), first_seed + i);
        if (a.end != ending::replied || a.said.end != outcome::returned) {
            break;
        }
        add(all, a.said.instances, known.of("truth", first_seed + i), i);
        all.drawn.push_back(std::move(a.said.instances));
    }
    all.on_drawn = all.truth.size();
    return all;
}

// Questions on fixed numbers show what drawn ones need not: edges, and numbers
// that are not whole. Fresh draws are for a proof.
void take_fixed(case_history& all, const symptom& s, subject& of,
                knowledge& known)
{
    for (std::uint64_t i = 0; i < s.fresh; ++i) {
        add(all,
            of.ask(s.exercise, known.drawn(), first_fresh + i).said.instances,
            known.of("truth", first_fresh + i), first_fresh + i);
    }
    for (const question& q : find_player(s.exercise, "truth")->questions) {
        if (q.fixed == nullptr) {
            continue;
        }
        answered a = of.ask(s.exercise, q.name, 0);
        if (a.end != ending::replied || a.said.end != outcome::returned) {
            break;
        }
        own_code truth("truth");
        add(all, a.said.instances,
            truth.ask(s.exercise, q.name, 0).said.instances,
            probes + all.fixed.size());
        all.questions.push_back(q.name);
        all.fixed.push_back(std::move(a.said.instances));
    }
}

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
        if (m.exercise != s.exercise ||
            std::count(s.hidden.begin(), s.hidden.end(), m.id) > 0) {
            continue;
        }
        instances gave;
        for (std::uint64_t i = 0; i < seen.drawn.size(); ++i) {
            gave = joined(std::move(gave), known.of(m.id, first_seed + i));
        }
        for (std::uint64_t i = 0; i < s.fresh; ++i) {
            gave = joined(std::move(gave), known.of(m.id, first_fresh + i));
        }
        own_code code(m.id);
        for (const std::string& question : seen.questions) {
            gave = joined(std::move(gave),
                          code.ask(s.exercise, question, 0).said.instances);
        }
        if (gave.size() != seen.truth.size()) {
            continue;
        }
        for (std::size_t k = 0; k < gave.size(); ++k) {
            gave[k] = in_order(gave[k], seen.truth[k]);
        }
        all.push_back({&m, std::move(gave)});
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
    constexpr double price_of_a_name = 1.2;
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
        double scale = 0;
        for (const quantity& q : t) {
            scale =
                is_count(q.name) ? scale : std::max(scale, std::abs(q.value));
        }
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

}  // namespace

knowledge::knowledge(std::string exercise) : exercise_(std::move(exercise))
{
    const player* truth = find_player(exercise_, "truth");
    if (truth == nullptr) {
        throw std::logic_error("judge: no truth of exercise " + exercise_);
    }
    for (const question& q : truth->questions) {
        if (q.drawn != nullptr) {
            drawn_ = q.name;
        }
    }
}

const std::vector<instance>& knowledge::of(const std::string& player,
                                           std::uint64_t seed)
{
    const auto known = seen_.find({player, seed});
    if (known != seen_.end()) {
        return known->second;
    }
    own_code code(player);
    return seen_[{player, seed}] =
               code.ask(exercise_, drawn_, seed).said.instances;
}

std::vector<const mistake*>
knowledge::matching(const std::vector<std::vector<instance>>& seen,
                    std::uint64_t seed)
{
    std::vector<const mistake*> all;
    for (const mistake& m : mistakes()) {
        bool fits = m.exercise == exercise_;
        for (std::size_t i = 0; fits && i < seen.size(); ++i) {
            fits = alike(seen[i], of(m.id, seed + i));
        }
        if (fits) {
            all.push_back(&m);
        }
    }
    return all;
}

namespace {

// What the numbers say, if they are those of no mistake alone.
void explain_numbers(diagnosis& d, const symptom& s, const case_history& seen,
                     knowledge& known)
{
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
        const places where = condition(seen.yours, seen.truth);
        d.relations.insert(d.relations.begin(), where.sentences.begin(),
                           where.sentences.end());
        d.whole = where.whole;
    }
    if (!d.whole) {
        say_what_is_right(d, seen);
    }
}

}  // namespace

diagnosis diagnose(const symptom& s, subject& of)
{
    diagnosis d;
    knowledge known(s.exercise);
    case_history seen = take(s, of, known);
    std::vector<const mistake*> names;
    std::optional<std::string> cause = integer_division(s.code);
    const bool enough = seen.drawn.size() >= least_probes;
    if (enough) {
        take_fixed(seen, s, of, known);
        names = matching(s, seen, known);
    }
    if (names.size() == 1 &&
        (!cause || names[0]->id == std::string("integer-division"))) {
        d.names = names;
        d.whole = true;
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
    }
    return d;
}

}  // namespace chainrule::judge
