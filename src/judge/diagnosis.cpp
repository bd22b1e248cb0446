#include "judge/diagnosis.hpp"

#include <stdexcept>

#include "judge/clue.hpp"
#include "judge/plumbing.hpp"

namespace chainrule::judge {
namespace {

constexpr std::uint64_t first_seed = 1;
constexpr std::size_t probes = 3;

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

diagnosis diagnose(const std::string& exercise, subject& of)
{
    knowledge known(exercise);
    std::vector<std::vector<instance>> seen;
    std::vector<instance> yours, truth;
    for (std::uint64_t i = 0; i < probes; ++i) {
        answered a = of.ask(exercise, known.drawn(), first_seed + i);
        if (a.end != ending::replied) {
            return {};
        }
        const auto& t = known.of("truth", first_seed + i);
        yours.insert(yours.end(), a.said.instances.begin(),
                     a.said.instances.end());
        truth.insert(truth.end(), t.begin(), t.end());
        seen.push_back(std::move(a.said.instances));
    }
    const auto matches = known.matching(seen, first_seed);
    if (matches.size() == 1) {
        return {matches.front(), {}};
    }
    return {nullptr, yours.size() == truth.size()
                         ? clues(yours, truth)
                         : std::vector<std::string>()};
}

}  // namespace chainrule::judge
