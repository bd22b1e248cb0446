#include "04_training.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void repaired_step(missing);
void step_with_decay(missing);
void settled_since(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

table given_answers()
{
    table t{};
    judge::bind(
        t.repaired, [](const auto&... a) requires requires {
            repaired_step(a...);
        } { return repaired_step(a...); });
    judge::bind(
        t.decay, [](const auto&... a) requires requires {
            step_with_decay(a...);
        } { return step_with_decay(a...); });
    judge::bind(
        t.settled, [](const auto&... a) requires requires {
            settled_since(a...);
        } { return settled_since(a...); });
    return t;
}

}  // namespace chainrule::exercises
