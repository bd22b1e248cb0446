#include "12_fashion.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void dimensions(missing);
void share_found(missing);
void among_the_best(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

exercises::table given_answers()
{
    exercises::table t{};
    judge::bind(
        t.dimensions, [](const auto&... a) requires requires {
            dimensions(a...);
        } { return dimensions(a...); });
    judge::bind(
        t.found, [](const auto&... a) requires requires {
            share_found(a...);
        } { return share_found(a...); });
    judge::bind(
        t.best, [](const auto&... a) requires requires {
            among_the_best(a...);
        } { return among_the_best(a...); });
    return t;
}

}  // namespace chainrule::exercises
