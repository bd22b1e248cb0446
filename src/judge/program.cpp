#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <vector>

#include "judge/apart.hpp"
#include "judge/subject.hpp"

namespace chainrule::judge {
namespace {

using clock = std::chrono::steady_clock;

// What is no reply to the request leaves the one before it.
ending read_reply(const std::string& line, const request& r, reply& said)
{
    try {
        reply next = reply_from(line);
        if (next.number != r.number ||
            (next.end == outcome::going_on && !r.steps)) {
            return ending::garbled;
        }
        said = std::move(next);
        return ending::replied;
    } catch (const std::runtime_error&) {
        return ending::garbled;
    }
}

std::system_error failure(const std::string& what)
{
    return {errno, std::generic_category(), "judge: " + what};
}

// What the child is given, as descriptors of the judge.
struct ends {
    int requests, replies, output;
};

// Between fork and exec only what needs no memory. A session of its own keeps
// the child off the terminal.
[[noreturn]] void become(const char* file, const ends& of,
                         const process_limits& limits)
{
    ::setsid();
    const rlimit output{limits.output, limits.output};
    ::setrlimit(RLIMIT_FSIZE, &output);
    const rlimit core{0, 0};
    ::setrlimit(RLIMIT_CORE, &core);
    struct sysinfo now {};
    ::sysinfo(&now);
    const rlimit processes{now.procs + 64UL, now.procs + 64UL};
    ::setrlimit(RLIMIT_NPROC, &processes);
    ::signal(SIGXFSZ, SIG_IGN);
    ::signal(SIGPIPE, SIG_DFL);
    // All of the judge's own descriptors lie above the two.
    ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    ::dup2(of.output, STDOUT_FILENO);
    ::dup2(of.output, STDERR_FILENO);
    ::dup2(of.requests, requests_descriptor);
    ::dup2(of.replies, replies_descriptor);
    ::close_range(replies_descriptor + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    char* const arguments[] = {const_cast<char*>("answer"), nullptr};
    ::execv(file, arguments);
    ::_exit(127);
}

// A descriptor that is none of the first ten, which the child is given.
int moved_up(int descriptor)
{
    const int up = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 10);
    ::close(descriptor);
    if (up < 0) {
        throw failure("no more descriptors");
    }
    return up;
}

std::array<int, 2> open_pipe()
{
    std::array<int, 2> both{};
    if (::pipe2(both.data(), O_CLOEXEC) != 0) {
        throw failure("cannot make a pipe");
    }
    return {moved_up(both[0]), moved_up(both[1])};
}

std::size_t memory_of(const std::vector<pid_t>& all)
{
    std::size_t sum = 0;
    for (const pid_t one : all) {
        std::ifstream statm("/proc/" + std::to_string(one) + "/statm");
        std::size_t pages = 0;
        statm >> pages >> pages;
        sum += pages;
    }
    return sum * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// The children of all threads of a process, and theirs. The judge itself has
// those that lost their parents.
void add_descendants(pid_t of, std::vector<pid_t>& all)
{
    std::error_code gone;
    for (const auto& thread : std::filesystem::directory_iterator(
             "/proc/" + std::to_string(of) + "/task", gone)) {
        std::ifstream list(thread.path() / "children");
        for (pid_t child = 0; list >> child;) {
            all.push_back(child);
            add_descendants(child, all);
        }
    }
}

std::vector<pid_t> descendants()
{
    std::vector<pid_t> all;
    add_descendants(::getpid(), all);
    return all;
}

std::chrono::nanoseconds processor_time_of(const std::vector<pid_t>& all)
{
    std::chrono::nanoseconds sum{};
    for (const pid_t one : all) {
        clockid_t id{};
        timespec used{};
        if (::clock_getcpuclockid(one, &id) == 0 &&
            ::clock_gettime(id, &used) == 0) {
            sum += std::chrono::seconds(used.tv_sec) +
                   std::chrono::nanoseconds(used.tv_nsec);
        }
    }
    return sum;
}

// Everything that descends from the judge: a child that leaves its group or
// its session is handed to the judge when its parent ends. All are stopped
// before any is ended, so that none begins others meanwhile.
void end_descendants()
{
    for (std::vector<pid_t> known;;) {
        const std::vector<pid_t> all = descendants();
        bool more = false;
        for (const pid_t child : all) {
            ::kill(child, SIGSTOP);
            more = more || std::find(known.begin(), known.end(), child) ==
                               known.end();
        }
        known = all;
        if (more) {
            continue;
        }
        for (const pid_t child : all) {
            ::kill(child, SIGKILL);
        }
        if (::waitpid(-1, nullptr, 0) < 0 && errno == ECHILD) {
            return;
        }
    }
}

}  // namespace

program::program(std::filesystem::path file, const process_limits& limits)
    : file_(std::move(file)), limits_(limits),
      how_(static_cast<int*>(::mmap(nullptr, sizeof(int),
                                    PROT_READ | PROT_WRITE,
                                    MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
{
    if (how_ == MAP_FAILED) {
        throw failure("cannot share memory");
    }
}

program::~program()
{
    // It takes a process of AddressSanitizer 10 ms to go, which are not waited
    // for here.
    static const struct last_wait {
        ~last_wait()
        {
            end_descendants();
            // A search for leaks looks into its own process.
            ::prctl(PR_SET_DUMPABLE, 1);
        }
    } when_all_is_judged;
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
    }
    ::munmap(how_, sizeof(int));
    close_all();
}

void program::close_all()
{
    for (int* descriptor : {&to_, &from_, &output_}) {
        if (*descriptor >= 0) {
            ::close(*descriptor);
        }
        *descriptor = -1;
    }
}

// The next question starts it anew.
void program::forget_the_end()
{
    end();
    close_all();
    pending_.clear();
    ended_ = ending::replied;
}

void program::start()
{
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    // No other process may look into this one, nor write to what it has open.
    ::prctl(PR_SET_DUMPABLE, 0);
    const auto requests = open_pipe();
    const auto replies = open_pipe();
    output_ = moved_up(::memfd_create("printed", MFD_CLOEXEC));
    const std::string file = file_.string();
    *how_ = 0;
    child_ = fork_apart(*how_);
    if (child_ < 0) {
        throw failure("cannot start a process");
    }
    if (child_ == 0) {
        become(file.c_str(), {requests[0], replies[1], output_}, limits_);
    }
    ::close(requests[0]);
    ::close(replies[1]);
    to_ = requests[1];
    from_ = replies[0];
}

void program::end()
{
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
        end_descendants();
        child_ = 0;
    }
}

std::size_t program::printed_size() const
{
    struct stat state {};
    ::fstat(output_, &state);
    return static_cast<std::size_t>(state.st_size);
}

std::string program::printed_since(std::size_t begin) const
{
    const std::size_t size = printed_size();
    std::string text(std::min(size - std::min(begin, size), limits_.output),
                     '\0');
    const ssize_t n =
        ::pread(output_, text.data(), text.size(), static_cast<off_t>(begin));
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    return text;
}

// Reads until there is a whole line, or the end of patience.
ending program::wait_for_line(std::string& line)
{
    const auto begin = clock::now();
    std::optional<std::chrono::nanoseconds> used;  // when it began to wait
    std::array<char, 65536> piece{};
    for (int pause = 1;; pause = std::min(2 * pause, 50)) {
        if (const std::size_t end = pending_.find('\n');
            end != pending_.npos) {
            line = pending_.substr(0, end);
            pending_.erase(0, end + 1);
            return ending::replied;
        }
        pollfd ready{from_, POLLIN, 0};
        bool closed = false;
        if (::poll(&ready, 1, pause) > 0) {
            const ssize_t n = ::read(from_, piece.data(), piece.size());
            pending_.append(piece.data(), n > 0 ? std::size_t(n) : 0);
            if (pending_.size() > limits_.reply) {
                return ending::garbled;
            }
            if (n > 0) {
                continue;
            }
            closed = true;
        }
        if (const auto gone = how_it_left(closed)) {
            return *gone;
        }
        const auto all = descendants();
        const auto now_used = processor_time_of(all);
        used = used.value_or(now_used);
        if (all.size() > limits_.processes) {
            return ending::too_many;
        }
        if (memory_of(all) > limits_.memory) {
            return ending::too_large;
        }
        if (now_used - *used > limits_.time ||
            clock::now() - begin > 10 * limits_.time) {
            return ending::too_long;
        }
    }
}

// A pipe is closed by a process that ends, or by an answer that closes what
// is not its own; and a process may leave its end of the pipe to others.
std::optional<ending> program::how_it_left(bool closed) const
{
    if (closed) {
        ::usleep(1000);
    }
    siginfo_t gone{};
    ::waitid(P_PID, static_cast<id_t>(child_), &gone,
             WEXITED | WNOWAIT | WNOHANG);
    if (gone.si_pid != child_) {
        return std::nullopt;
    }
    const bool kept_to_the_end = gone.si_code == CLD_EXITED;
    return !kept_to_the_end    ? ending::crashed
           : WIFSTOPPED(*how_) ? ending::stopped
           : WIFEXITED(*how_)  ? ending::left
                               : ending::crashed;
}

answered program::ask(const std::string& exercise,
                      const std::string& question, std::uint64_t seed)
{
    return put({0, exercise, question, seed, false, calls_});
}

std::vector<instance>
program::given_before_the_end(const std::string& exercise,
                              const std::string& question, std::uint64_t seed)
{
    limits_.time = std::min(limits_.time, std::chrono::milliseconds(1000));
    forget_the_end();
    answered again = put({0, exercise, question, seed, true, false});
    if (again.end != ending::replied) {
        forget_the_end();
    }
    return std::move(again.said.instances);
}

answered program::put(request r)
{
    if (ended_ != ending::replied) {
        return {ended_, {}, ""};
    }
    // What it prints as it starts, before it is asked, belongs to the first.
    const std::size_t begin = child_ == 0 ? 0 : printed_size();
    if (child_ == 0) {
        start();
    }
    r.number = ++number_;
    const std::string asked = to_line(r) + "\n";
    const auto asked_at = clock::now();
    answered a;
    std::string line;
    // If it is gone already, waiting for its reply says how.
    static_cast<void>(::write(to_, asked.data(), asked.size()) > 0);
    do {
        a.end = clock::now() - asked_at > 10 * limits_.time
                    ? ending::too_long
                    : wait_for_line(line);
        if (a.end == ending::replied) {
            a.end = read_reply(line, r, a.said);
        }
    } while (a.end == ending::replied && a.said.end == outcome::going_on);
    if (a.end != ending::replied) {
        ended_ = a.end;
        end();
    }
    a.printed = printed_since(begin);
    return a;
}

}  // namespace chainrule::judge
