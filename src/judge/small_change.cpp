#include "judge/small_change.hpp"

#include <algorithm>

#include "judge/fingerprint.hpp"
#include "judge/plumbing.hpp"

namespace chainrule::judge {
namespace {

// What comes of all that a print has, or nothing if it was not all replied to.
fingerprint print_of(const case_history& seen, knowledge& known,
                     std::size_t fixed_questions)
{
    fingerprint print;
    if (seen.drawn.size() < printed_draws ||
        seen.fixed.size() < fixed_questions) {
        return print;
    }
    for (std::size_t i = 0; i < printed_draws; ++i) {
        add_to(print, seen.drawn[i], known.of("truth", first_seed + i),
               first_seed + i);
    }
    for (std::size_t k = 0; k < seen.fixed.size(); ++k) {
        own_code truth("truth");
        add_to(
            print, seen.fixed[k],
            truth.ask(known.exercise(), seen.questions[k], 0).said.instances,
            number_of_fixed(k));
    }
    return print;
}

}  // namespace

const small_change* change_like(const case_history& seen, knowledge& known)
{
    std::size_t fixed = 0;
    for (const question& q :
         find_player(known.exercise(), "truth")->questions) {
        fixed += q.fixed != nullptr ? 1 : 0;
    }
    const fingerprint yours = print_of(seen, known, fixed);
    for (const small_change& c : small_changes()) {
        if (known.exercise() == c.exercise && !yours.empty() &&
            is_near(yours, fingerprint_from(c.gave))) {
            return &c;
        }
    }
    return nullptr;
}

}  // namespace chainrule::judge
