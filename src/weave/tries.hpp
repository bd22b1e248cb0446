/// \file
/// What a chapter tells its reader to try.
#pragma once

#include "course/syllabus.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {

/// Complain of `./workbook run N --name` where the program of chapter N
/// declares no `option<T> x{"name", ...}`.
/// \param c chapter N; other chapters' programs are not looked at
/// \param found receives what is wrong
void refuse_unknown_options(const course::chapter& c, problems& found);

}  // namespace chainrule::weave
