#include "table.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void slopes_with_biases(missing);
void slopes_of_fourth_power(missing);
void slope_of_shared_weight(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

table given_answers()
{
    table t{};
    const auto with_biases = [](const auto&... a) requires requires
    {
        slopes_with_biases(a...).dw;
        slopes_with_biases(a...).db;
    }
    {
        const auto s = slopes_with_biases(a...);
        return std::pair(s.dw, s.db);
    };
    const auto fourth_power = [](const auto&... a) requires requires
    {
        slopes_of_fourth_power(a...);
    }
    {
        return slopes_of_fourth_power(a...);
    };
    const auto shared_weight = [](const auto&... a) requires requires
    {
        slope_of_shared_weight(a...);
    }
    {
        return slope_of_shared_weight(a...);
    };
    judge::bind(t.with_biases, with_biases);
    judge::bind(t.counted_with_biases, with_biases);
    judge::bind(t.fourth_power, fourth_power);
    judge::bind(t.counted_fourth_power, fourth_power);
    judge::bind(t.shared_weight, shared_weight);
    return t;
}

}  // namespace chainrule::exercises
