/// \file
/// Other programs: a build, a judge.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::workbook {

/// How a program ended.
struct outcome {
    int code = 0;        ///< its exit code, or 128 plus the signal
    std::string output;  ///< what it printed, if that was asked for
};

/// Run a program and wait for it. It shares the terminal, so Ctrl-C ends it
/// as well.
/// \param arguments the program, found on the path, and what it is given
/// \throws std::system_error if it cannot be started
outcome run(const std::vector<std::string>& arguments);

/// Run a program and keep what it prints.
/// \param arguments the program, found on the path, and what it is given
/// \param patience shown once if nothing is printed for a while
/// \param a_while how long that is
/// \throws std::system_error if it cannot be started
outcome
run_quietly(const std::vector<std::string>& arguments,
            const std::string& patience = "",
            std::chrono::milliseconds a_while = std::chrono::seconds(2));

/// From now on Ctrl-C ends this program with a word to the user.
void end_on_interrupts();

/// From now on Ctrl-C does not end this program, but is remembered.
void remember_interrupts();

/// \return whether there was a Ctrl-C since then
bool interrupted();

/// Holds the build folder, so that two commands do not build at once. Waits,
/// and says so, while another has it.
class build_lock {
public:
    explicit build_lock(const std::filesystem::path& build);
    ~build_lock();
    build_lock(const build_lock&) = delete;
    build_lock& operator=(const build_lock&) = delete;

private:
    int file_;
};

}  // namespace chainrule::workbook
