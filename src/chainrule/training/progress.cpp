#include "chainrule/training/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ostream>
#include <sstream>
#include <string>
#include <system_error>

#include "chainrule/numbers/spelled.hpp"

namespace chainrule {
namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

extern "C" void ask_to_stop(int)
{
    asked_to_stop = 1;
}

}  // namespace

bool prints_to_terminal()
{
    return isatty(STDOUT_FILENO) == 1;
}

progress::progress(std::ostream& out, bool terminal, std::size_t epochs)
    : out_(out), terminal_(terminal),
      epochs_(std::max<std::size_t>(epochs, 1))
{}

progress::~progress()
{
    if (line_is_open_) {
        out_ << "\n" << std::flush;
    }
}

void progress::draw_bar(std::size_t epoch, double loss)
{
    constexpr std::size_t width = 40;
    const std::size_t done = std::min(epoch * width / epochs_, width);
    std::ostringstream bar;
    bar << "\r[" << std::string(done, '=') << std::string(width - done, ' ')
        << "] epoch " << epoch << " of " << epochs_ << ", loss "
        << spelled(loss, 3) << "   ";
    out_ << bar.str() << std::flush;
    line_is_open_ = epoch < epochs_;
    out_ << (line_is_open_ ? "" : "\n");
}

void progress::show(std::size_t epoch, double loss)
{
    // One of ten lines or one of forty bars: printing must not cost more
    // than the training does.
    const std::size_t parts = terminal_ ? 40 : 10;
    if (epoch * parts / epochs_ == (epoch - 1) * parts / epochs_) {
        return;
    }
    if (terminal_) {
        draw_bar(epoch, loss);
        return;
    }
    std::ostringstream line;
    line << "epoch " << epoch << " of " << epochs_ << ": loss "
         << spelled(loss, 3) << "\n";
    out_ << line.str() << std::flush;
}

interrupt::interrupt()
{
    asked_to_stop = 0;
    struct sigaction action {};
    action.sa_handler = ask_to_stop;
    sigemptyset(&action.sa_mask);
    // The handler is used once; after that Ctrl-C ends the program again.
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    if (sigaction(SIGINT, &action, nullptr) != 0) {
        throw std::system_error(errno, std::generic_category(),
                                "interrupt: cannot catch Ctrl-C");
    }
}

interrupt::~interrupt()
{
    std::signal(SIGINT, SIG_DFL);
}

bool interrupt::requested() const
{
    return asked_to_stop != 0;
}

}  // namespace chainrule
