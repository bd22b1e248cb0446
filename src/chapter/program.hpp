/// \file
/// What the `main` of every chapter stands on: named sections of output and
/// the options that the workbook uses.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace chainrule {

/// One experiment of a chapter: a name and what it does.
struct section {
    std::string name;            ///< heads its part of the output
    std::function<void()> body;  ///< prints to standard output and draws
};

/// Run the sections in order, each under a line `== name`.
///
/// Options: `--save DIR` writes output.txt and the figures there instead of
/// printing; `--expect FILE` compares what is printed with FILE and names the
/// first line that differs, where [1, 2] in FILE stands for any number between
/// and [...] for any text; `--figures DIR` prints and writes the figures there;
/// `--plot=text` draws them in the terminal. The options of `option.hpp` that
/// exist are taken as well, but not with `--save` and `--expect`, because the
/// book is made from the run without them.
/// \param argc as `main` has it
/// \param argv as `main` has it
/// \param sections in the order of the page
/// \return the exit code for `main`: 0, or another after a message on stderr
int run_chapter(int argc, char** argv, const std::vector<section>& sections);

}  // namespace chainrule
