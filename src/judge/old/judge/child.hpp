/// \file
/// Run a piece of code that may do anything at all, and live.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace chainrule::judge {

/// How a child ended.
enum class ending {
    reported,  ///< it said what it found
    left,      ///< it ended the process by itself, as exit() does
    crashed,   ///< a signal ended it
    too_long,  ///< it did not end within the limit
    too_large  ///< it used more memory than the limit
};

/// What a child did.
struct child_report {
    ending end = ending::reported;
    std::string said;     ///< what its function returned
    std::string printed;  ///< what it printed, up to the limit
};

/// What a child may use.
struct child_limits {
    std::chrono::milliseconds time{10000};
    std::size_t memory = std::size_t{1} << 30;  ///< bytes in use
    std::size_t output = std::size_t{1} << 16;  ///< bytes printed
};

/// Run a function in a process of its own.
/// \param work returns what is to be reported; may print, crash, exit, loop
/// \param limits what it may use
/// \return what it did
/// \throws std::system_error if no process can be made
child_report run_in_child(const std::function<std::string()>& work,
                          const child_limits& limits);

}  // namespace chainrule::judge
