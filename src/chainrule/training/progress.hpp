/// \file
/// How far a training has come, and how to stop it. Taught in chapter 07.
#pragma once

#include <cstddef>
#include <iosfwd>

namespace chainrule {

/// Whether standard output goes to a terminal.
bool prints_to_terminal();

/// Shows how far a training has come: a bar that is drawn over itself on a
/// terminal, and elsewhere a plain line at every tenth part.
class progress {
public:
    /// \param terminal whether a line can be drawn over
    /// \param epochs how many there will be, at least 1
    progress(std::ostream& out, bool terminal, std::size_t epochs);

    /// Ends the line of a bar that did not come to its end.
    ~progress();

    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;

    /// \param epoch the epoch that has ended, from 1
    /// \param loss its mean loss
    void show(std::size_t epoch, double loss);

private:
    void draw_bar(std::size_t epoch, double loss);

    std::ostream& out_;
    bool terminal_;
    bool line_is_open_ = false;
    std::size_t epochs_;
};

/// While one of these lives, Ctrl-C asks the training to stop instead of
/// ending the program. A second Ctrl-C ends it. There is one at a time.
class interrupt {
public:
    /// \throws std::system_error if the signal cannot be caught
    interrupt();
    ~interrupt();
    interrupt(const interrupt&) = delete;
    interrupt& operator=(const interrupt&) = delete;

    /// Whether Ctrl-C was pressed.
    bool requested() const;
};

}  // namespace chainrule
