#include "10_dense_layers.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

// Found if the answer file has no function of that name.
namespace answers_fallback {
using chainrule::judge::missing;
void residual_back(missing);
void shared_weights_slope(missing);
void slope_of_pieces(missing);
}  // namespace answers_fallback

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

namespace chainrule::exercises {

using namespace ::answers;
using namespace ::answers_fallback;

exercises::table given_answers()
{
    exercises::table t{};
    judge::bind(
        t.residual, [](const auto&... a) requires requires {
            residual_back(a...);
        } { return residual_back(a...); });
    judge::bind(
        t.shared, [](const auto&... a) requires requires {
            shared_weights_slope(a...);
        } { return shared_weights_slope(a...); });
    judge::bind(
        t.pieces, [](const auto&... a) requires requires {
            slope_of_pieces(a...);
        } { return slope_of_pieces(a...); });
    return t;
}

}  // namespace chainrule::exercises
