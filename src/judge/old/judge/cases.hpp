/// \file
/// The test cases of exercises, each run in a process of its own.
#pragma once

#include <string>
#include <vector>

#include "judge/child.hpp"

namespace chainrule::judge {

/// A case of the suite `exercise_3_1`.
struct test_case {
    std::string exercise;  ///< "3.1"
    std::string claim;     ///< its name: "one_value_by_hand"
    unsigned long id = 0;  ///< as Boost.Test knows it
};

/// \return all cases of the program, in the order of the file
/// \throws std::logic_error if a suite is not named exercise_N_k
std::vector<test_case> all_cases();

/// Run one in a child.
/// \return what it found, as `finding()` says it
child_report run_case(const test_case& c, const child_limits& limits);

}  // namespace chainrule::judge
