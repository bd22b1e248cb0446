/// \file
/// The programs that hold answers, and why they could not be built.
#pragma once

#include <string>
#include <vector>

#include "workbook/commands.hpp"
#include "workbook/process.hpp"
#include "workbook/request.hpp"

namespace chainrule::workbook {

/// Build the judge of a chapter, and a program of all its answers.
outcome build_judge(const setting& s, const chapter& c);

/// What came of building an exercise without some of the others.
struct build_alone {
    /// What it did not compile for: an error in the answer; a function that
    /// is not there, or cannot be called as the contract says; or something
    /// that is not in its text.
    enum class fault { none, its_own, missing, other };

    request asked;
    std::string subject;  ///< the name of the program
    fault found = fault::none;
    outcome built;
};

/// Why a build failed.
build_alone::fault fault_in(const setting& s, const request& r,
                            const outcome& built);

/// Build each exercise that is asked for by itself; and if that fails, with
/// those that did compile, because it may use what they define.
std::vector<build_alone> build_each(const setting& s, const request& r);

}  // namespace chainrule::workbook
