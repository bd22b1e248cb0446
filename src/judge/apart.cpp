#include "judge/apart.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>

namespace chainrule::judge {
namespace {

constexpr unsigned long of_their_own =
    CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC;

// As the kernel has it. The C library does since 2.36 only.
struct attributes_of_mounts {
    std::uint64_t set = 0, clear = 0, propagation = 0, user_namespace = 0;
};
constexpr long set_attributes_of_mounts = 442;
constexpr std::uint64_t read_only = 1;

// Each of these may be refused by itself.
void shut_in()
{
    const char* const nothing = "none";
    ::mount(nothing, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    ::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC,
            nullptr);
    ::mount(nothing, "/dev/pts", "tmpfs", 0, "size=4k");
    attributes_of_mounts attributes;
    attributes.set = read_only;
    ::syscall(set_attributes_of_mounts, AT_FDCWD, "/", AT_RECURSIVE,
              &attributes, sizeof attributes);
}

// The first process of a namespace is deaf to its own signals, abort() among
// them. So it is none that runs an answer.
[[noreturn]] void keep(pid_t child, int& how)
{
    ::close_range(0, ~0U, 0);
    for (;;) {
        int status = 0;
        const pid_t known = ::waitpid(-1, &status, WUNTRACED);
        if (known == child || known < 0) {
            how = status;
            ::_exit(0);
        }
    }
}

}  // namespace

pid_t fork_apart(int& how)
{
    // Without a stack of its own it goes on here, as a fork does.
    const long apart =
        ::syscall(SYS_clone, of_their_own | SIGCHLD, 0, 0, 0, 0);
    const auto keeper = apart >= 0 ? static_cast<pid_t>(apart) : ::fork();
    if (keeper != 0) {
        return keeper;
    }
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (apart == 0) {
        shut_in();
    }
    const pid_t child = ::fork();
    if (child != 0) {
        keep(child, how);
    }
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    return 0;
}

}  // namespace chainrule::judge
