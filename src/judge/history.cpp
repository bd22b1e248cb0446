#include "judge/history.hpp"

#include <algorithm>
#include <cmath>

#include "judge/plumbing.hpp"

namespace chainrule::judge {
namespace {

constexpr std::uint64_t probes = 30;
constexpr std::size_t least_probes = 3;
// Draws of many instances show enough sooner.
constexpr std::uint64_t some_probes = 8;
constexpr std::size_t many_instances = 160;
constexpr std::uint64_t first_fresh = 5000;

instances joined(instances a, const instances& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// Values in the order of the truth; what is missing is not a number.
instance in_order(const instance& yours, const instance& truth)
{
    instance ordered{truth.probe, truth.given, {}, {}, yours.calls};
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

// Whether it gave something, and if it crashed or threw, that it did.
bool is_reply(case_history& all, const answered& a,
              const std::string& question)
{
    if (a.end == ending::replied && a.said.end == outcome::returned) {
        return true;
    }
    if (a.end != ending::replied || a.said.end == outcome::threw) {
        all.end = a;
        all.ended_in = question;
    }
    return false;
}

case_history take_drawn(const symptom& s, subject& of, knowledge& known)
{
    case_history all;
    for (std::uint64_t i = 0;
         i < probes && (i < some_probes || all.truth.size() < many_instances);
         ++i) {
        answered a = of.ask(s.exercise, known.drawn(), first_seed + i);
        if (!is_reply(all, a, known.drawn())) {
            break;
        }
        add(all, a.said.instances, known.lesson(first_seed + i), i);
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
            known.lesson(first_fresh + i), first_fresh + i);
    }
    for (const question& q : find_player(s.exercise, "truth")->questions) {
        if (q.fixed == nullptr) {
            continue;
        }
        answered a = of.ask(s.exercise, q.name, 0);
        if (!is_reply(all, a, q.name)) {
            break;
        }
        own_code truth("truth", true);
        add(all, a.said.instances,
            truth.ask(s.exercise, q.name, 0).said.instances,
            probes + all.fixed.size());
        all.questions.push_back(q.name);
        all.fixed.push_back(std::move(a.said.instances));
    }
}

}  // namespace

bool is_enough(const case_history& seen)
{
    return seen.drawn.size() >= least_probes;
}

case_history take(const symptom& s, subject& of, knowledge& known)
{
    case_history all = take_drawn(s, of, known);
    if (is_enough(all)) {
        take_fixed(all, s, of, known);
    }
    return all;
}

instances given_by(const std::string& player, const symptom& s,
                   const case_history& seen, knowledge& known)
{
    instances gave;
    for (std::uint64_t i = 0; i < seen.drawn.size(); ++i) {
        gave = joined(std::move(gave), known.of(player, first_seed + i));
    }
    for (std::uint64_t i = 0; i < s.fresh; ++i) {
        gave = joined(std::move(gave), known.of(player, first_fresh + i));
    }
    own_code code(player);
    for (const std::string& question : seen.questions) {
        gave = joined(std::move(gave),
                      code.ask(s.exercise, question, 0).said.instances);
    }
    if (gave.size() != seen.truth.size()) {
        return {};
    }
    for (std::size_t k = 0; k < gave.size(); ++k) {
        gave[k] = in_order(gave[k], seen.truth[k]);
    }
    return gave;
}

}  // namespace chainrule::judge
