#include "table.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void slopes_of_product(missing);
void learns(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

table given_answers()
{
    table t{};
    const auto product = [](const auto&... a) requires requires
    {
        slopes_of_product(a...);
    }
    {
        return slopes_of_product(a...);
    };
    judge::bind(t.product, product);
    judge::bind(t.counted_product, product);
    judge::bind(
        t.learns, [](const auto&... a) requires requires { learns(a...); } {
            return learns(a...);
        });
    return t;
}

}  // namespace chainrule::exercises
