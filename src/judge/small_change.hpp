/// \file
/// Answers that give what a small change of the solution gives.
#pragma once

#include "judge/chapter.hpp"
#include "judge/history.hpp"

namespace chainrule::judge {

/// \return the change that gives what an answer gave to all that a fingerprint
/// has, or null; also if it did not reply to all of that
const small_change* change_like(const case_history& seen, knowledge& known);

}  // namespace chainrule::judge
