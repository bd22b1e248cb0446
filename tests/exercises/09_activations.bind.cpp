#include "09_activations.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void leaky_rectifier(missing);
void softsign_back(missing);
void two_layer_slopes(missing);
void asleep(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

table given_answers()
{
    table t{};
    judge::bind(
        t.leaky, [](const auto&... a) requires requires {
            leaky_rectifier(a...);
        } { return leaky_rectifier(a...); });
    judge::bind(
        t.softsign, [](const auto&... a) requires requires {
            softsign_back(a...);
        } { return softsign_back(a...); });
    judge::bind(
        t.slopes, [](const auto&... a) requires requires {
            two_layer_slopes(a...);
        } { return two_layer_slopes(a...); });
    judge::bind(
        t.asleep, [](const auto&... a) requires requires { asleep(a...); } {
            return asleep(a...);
        });
    return t;
}

}  // namespace chainrule::exercises
