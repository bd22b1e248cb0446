/// \file
/// Two named mistakes made at once.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// Find the two of several mistakes whose effects, taken together, are what an
/// answer gave. In every quantity either the two differences from the truth
/// add up to yours, or the two ratios multiply to it; where only one of them
/// has an effect, that is its value. Both must have an effect.
/// \param yours, truth on the same instances
/// \param mistakes what each gives there
/// \return the two, or nothing if no two fit or several do
std::vector<std::size_t>
two_at_once(const std::vector<instance>& yours,
            const std::vector<instance>& truth,
            const std::vector<std::vector<instance>>& mistakes);

}  // namespace chainrule::judge
