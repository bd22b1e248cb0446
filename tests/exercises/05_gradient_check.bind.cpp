#include "05_gradient_check.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void four_point_difference(missing);
void gradients_agree(missing);
void gradient_is_right(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

table given_answers()
{
    table t{};
    judge::bind(
        t.four_point, [](const auto&... a) requires requires {
            four_point_difference(a...);
        } { return four_point_difference(a...); });
    judge::bind(
        t.agree, [](const auto&... a) requires requires {
            gradients_agree(a...);
        } { return gradients_agree(a...); });
    judge::bind(
        t.right, [](const auto&... a) requires requires {
            gradient_is_right(a...);
        } { return gradient_is_right(a...); });
    return t;
}

}  // namespace chainrule::exercises
