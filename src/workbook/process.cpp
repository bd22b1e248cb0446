#include "workbook/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <string_view>
#include <system_error>

extern char** environ;

namespace chainrule::workbook {
namespace {

volatile std::sig_atomic_t was_interrupted = 0;

// Reads until the other side is closed. Asks for patience, once, if nothing
// comes for a while.
std::string read_all(int from, std::string patience,
                     std::chrono::milliseconds a_while)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        pollfd ready{from, POLLIN, 0};
        if (!patience.empty() &&
            ::poll(&ready, 1, static_cast<int>(a_while.count())) == 0) {
            std::cout << patience << std::endl;
            patience.clear();
        }
        const ssize_t n = ::read(from, piece.data(), piece.size());
        if (n > 0) {
            text.append(piece.data(), static_cast<std::size_t>(n));
        } else if (n == 0 || errno != EINTR) {
            return text;
        }
    }
}

// A child that was stopped, by whatever means but the terminal's, is ended:
// it would never end by itself.
int wait_for(pid_t child)
{
    int status = 0;
    for (;;) {
        const pid_t known = ::waitpid(child, &status, WUNTRACED);
        if (known < 0 && errno == EINTR) {
            continue;
        }
        if (known < 0 || !WIFSTOPPED(status)) {
            break;
        }
        if (WSTOPSIG(status) == SIGSTOP) {
            ::kill(child, SIGKILL);
        }
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

pid_t start(const std::vector<std::string>& arguments,
            posix_spawn_file_actions_t* actions)
{
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments) {
        argv.push_back(const_cast<char*>(argument.c_str()));
    }
    argv.push_back(nullptr);
    std::cout.flush();
    pid_t child = 0;
    if (const int error = ::posix_spawnp(&child, argv[0], actions, nullptr,
                                         argv.data(), environ);
        error != 0) {
        throw std::system_error(error, std::generic_category(),
                                "cannot start " + arguments[0]);
    }
    return child;
}

}  // namespace

outcome run(const std::vector<std::string>& arguments)
{
    return {wait_for(start(arguments, nullptr)), ""};
}

outcome run_quietly(const std::vector<std::string>& arguments,
                    const std::string& patience,
                    std::chrono::milliseconds a_while)
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    const pid_t child = start(arguments, &actions);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    const std::string output = read_all(ends[0], patience, a_while);
    ::close(ends[0]);
    return {wait_for(child), output};
}

void end_on_interrupts()
{
    struct sigaction end {};
    end.sa_handler = [](int) {
        constexpr std::string_view text =
            "\nworkbook: interrupted. Nothing is lost, and the same command "
            "goes on from here.\n";
        const ssize_t written =
            ::write(STDERR_FILENO, text.data(), text.size());
        ::_exit(written < 0 ? 1 : 130);
    };
    ::sigaction(SIGINT, &end, nullptr);
}

void remember_interrupts()
{
    struct sigaction remember {};
    remember.sa_handler = [](int) { was_interrupted = 1; };
    ::sigaction(SIGINT, &remember, nullptr);
    ::sigaction(SIGTERM, &remember, nullptr);
}

bool interrupted()
{
    return was_interrupted != 0;
}

// A build inherits the lock, so that it is held for as long as one is at work,
// even if this program is killed.
build_lock::build_lock(const std::filesystem::path& build)
    : file_(::open((build / ".lock").c_str(), O_RDWR | O_CREAT, 0666))
{
    if (file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        std::cerr << "Another ./workbook is building. Waiting for it ..."
                  << std::endl;
        ::flock(file_, LOCK_EX);
    }
}

build_lock::~build_lock()
{
    ::close(file_);
}

}  // namespace chainrule::workbook
