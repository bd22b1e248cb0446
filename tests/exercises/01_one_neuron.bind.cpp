#include "01_one_neuron.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void slopes_of_three_inputs(missing);
void step_all_at_once(missing);
void slopes_of_batch(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

table given_answers()
{
    table t{};
    judge::bind(
        t.three_inputs, [](const auto&... a) requires requires {
            slopes_of_three_inputs(a...);
        } { return slopes_of_three_inputs(a...); });
    judge::bind(
        t.all_at_once, [](const auto&... a) requires requires {
            step_all_at_once(a...);
        } { return step_all_at_once(a...); });
    judge::bind(
        t.batch, [](const auto&... a) requires requires {
            slopes_of_batch(a...);
        } { return slopes_of_batch(a...); });
    return t;
}

}  // namespace chainrule::exercises
