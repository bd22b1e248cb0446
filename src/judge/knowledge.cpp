#include "judge/knowledge.hpp"

#include <stdexcept>

#include "judge/plumbing.hpp"
#include "judge/subject.hpp"

namespace chainrule::judge {

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

}  // namespace chainrule::judge
