#include "judge/child.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <system_error>
#include <thread>

namespace chainrule::judge {
namespace {

using clock = std::chrono::steady_clock;

std::system_error failure(const char* what)
{
    return {errno, std::generic_category(), what};
}

struct closes {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using temporary_file = std::unique_ptr<std::FILE, closes>;

// Two files without a name: they are gone when the judge is, however it ends.
temporary_file open_temporary()
{
    temporary_file file(std::tmpfile());
    if (!file) {
        throw failure("judge: cannot make a temporary file");
    }
    return file;
}

std::string contents(std::FILE* file, std::size_t most)
{
    std::string text(most, '\0');
    std::rewind(file);
    text.resize(std::fread(text.data(), 1, text.size(), file));
    return text;
}

// The first character of a report, so that an empty one is told from none.
constexpr char mark = '!';

[[noreturn]] void be_the_child(const std::function<std::string()>& work,
                               std::FILE* report, std::FILE* output,
                               const child_limits& limits)
{
    // A group of its own, so that its children end with it. It must not
    // outlive the judge, either.
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit size{limits.output, limits.output};
    ::signal(SIGXFSZ, SIG_IGN);
    // Nobody sits at the other end of its input.
    ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    ::dup2(::fileno(output), STDOUT_FILENO);
    ::dup2(::fileno(output), STDERR_FILENO);
    ::setrlimit(RLIMIT_FSIZE, &size);
    const std::string said = mark + work();
    std::cout.flush();
    std::fflush(nullptr);
    std::fwrite(said.data(), 1, said.size(), report);
    std::fflush(report);
    ::_exit(0);
}

std::size_t memory_of(pid_t child)
{
    std::ifstream statm("/proc/" + std::to_string(child) + "/statm");
    std::size_t pages = 0;
    statm >> pages >> pages;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// Waits for the end of a child, or brings it about.
ending wait_for(pid_t child, const child_limits& limits)
{
    const auto begin = clock::now();
    auto pause = std::chrono::microseconds(100);
    const auto stop = [&](ending why) {
        ::kill(-child, SIGKILL);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        return why;
    };
    for (;;) {
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) {
            ::kill(-child, SIGKILL);
            return WIFSIGNALED(status) ? ending::crashed : ending::left;
        }
        if (clock::now() - begin > limits.time) {
            return stop(ending::too_long);
        }
        if (memory_of(child) > limits.memory) {
            return stop(ending::too_large);
        }
        std::this_thread::sleep_for(pause);
        pause = std::min(pause * 2, std::chrono::microseconds(5000));
    }
}

}  // namespace

child_report run_in_child(const std::function<std::string()>& work,
                          const child_limits& limits)
{
    const temporary_file report = open_temporary();
    const temporary_file output = open_temporary();
    std::cout.flush();
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child < 0) {
        throw failure("judge: cannot start a process");
    }
    if (child == 0) {
        be_the_child(work, report.get(), output.get(), limits);
    }
    child_report result;
    result.end = wait_for(child, limits);
    result.said = contents(report.get(), limits.output);
    result.printed = contents(output.get(), limits.output);
    if (!result.said.empty() && result.end == ending::left) {
        result.end = ending::reported;
        result.said.erase(0, 1);
    }
    return result;
}

}  // namespace chainrule::judge
