/// \file
/// What an exercise says until somebody begins it.
#pragma once

#include <stdexcept>
#include <string>

namespace chainrule {

/// Thrown where an exercise has not been begun.
struct not_started : std::logic_error {
    using std::logic_error::logic_error;
};

/// Stands in an exercise until it is solved.
/// \param exercise its number, as "3.1"
/// \throws not_started always
[[noreturn]] inline void todo(const char* exercise)
{
    throw not_started(std::string("exercise ") + exercise +
                      " is not started");
}

}  // namespace chainrule
