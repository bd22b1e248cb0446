#include "11_losses_and_optimizers.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void softmax_back(missing);
void nesterov_step(missing);
void weighted_error(missing);
void priced_step(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

exercises::table given_answers()
{
    exercises::table t{};
    judge::bind(
        t.softmax, [](const auto&... a) requires requires {
            softmax_back(a...);
        } { return softmax_back(a...); });
    judge::bind(
        t.nesterov, [](const auto&... a) requires requires {
            nesterov_step(a...);
        } { return nesterov_step(a...); });
    judge::bind(
        t.weighted, [](const auto&... a) requires requires {
            weighted_error(a...);
        } { return weighted_error(a...); });
    judge::bind(
        t.priced, [](const auto&... a) requires requires {
            priced_step(a...);
        } { return priced_step(a...); });
    return t;
}

}  // namespace chainrule::exercises
