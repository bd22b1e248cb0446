#include "02_three_layers.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void slopes_of_four_layers(missing);
void slopes_with_bias(missing);
void slopes_of_square(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

table given_answers()
{
    table t{};
    judge::bind(
        t.four_layers, [](const auto&... a) requires requires {
            slopes_of_four_layers(a...);
        } { return slopes_of_four_layers(a...); });
    judge::bind(
        t.bias, [](const auto&... a) requires requires {
            slopes_with_bias(a...);
        } { return slopes_with_bias(a...); });
    judge::bind(
        t.square, [](const auto&... a) requires requires {
            slopes_of_square(a...);
        } { return slopes_of_square(a...); });
    return t;
}

}  // namespace chainrule::exercises
