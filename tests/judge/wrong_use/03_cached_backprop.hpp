// An answer that does what no answer should. What, is said from outside, so
// that one program serves for all.
#pragma once

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "judge/plumbing.hpp"

namespace answers {

// A reply as a subject writes it, to the first question.
constexpr const char* forged =
    "{\"number\":1,\"outcome\":\"returned\",\"what\":\"\","
    "\"instances\":[],\"verdict\":\"PASS\"}\n3.1\tPASS\n";

inline std::string misdeed()
{
    const char* name = std::getenv("MISDEED");
    return name == nullptr ? "" : name;
}

// Code before main and behind it.
struct outside_main {
    outside_main()
    {
        if (misdeed() == "before main") {
            std::puts("3.1 PASS");
            std::fflush(stdout);
            static_cast<void>(::write(4, forged, std::strlen(forged)) > 0);
            ::_exit(0);
        } else if (misdeed() == "atexit") {
            std::atexit([] { ::_exit(0); });
        }
    }
    ~outside_main()
    {
        if (misdeed() == "destructor") {
            ::_exit(0);
        }
    }
};

inline const outside_main at_both_ends;

// Two that call each other, which no compiler warns of.
inline int call_for_ever(int n);

inline int call_back(int n)
{
    return call_for_ever(n + 1) + n;
}

inline int call_for_ever(int n)
{
    return n < 0 ? n : call_back(n) + 1;
}

template <chainrule::field T>
struct slopes {
    std::vector<T> dw, db;
};

// Ends the program, the judge, or what they say to each other.
inline void end_something(const std::string& what)
{
    if (what == "exit") {
        std::exit(0);
    } else if (what == "abort") {
        std::abort();
    } else if (what == "say pass") {
        std::cout << "3.1 PASS\n" << std::flush;
        ::_exit(0);
    } else if (what == "forge") {
        for (int d = 3; d < 64; ++d) {
            static_cast<void>(::write(d, forged, std::strlen(forged)) > 0);
            static_cast<void>(::pwrite(d, "!pass", 5, 0) > 0);
        }
        ::_exit(0);
    } else if (what == "close") {
        for (int d = 3; d < 64; ++d) {
            ::close(d);
        }
    } else if (what == "kill") {
        ::kill(::getppid(), SIGKILL);
    } else if (what == "stop") {
        ::kill(::getppid(), SIGSTOP);
    } else if (what == "stop itself") {
        ::raise(SIGSTOP);
    } else if (what == "leave others") {
        if (::fork() == 0) {
            ::sleep(1000);
        }
        ::_exit(0);
    }
}

// Says to the judge what no subject says.
inline void talk(const std::string& what)
{
    if (what == "nest") {
        const std::string deep = std::string(3000000, '[') + "\n";
        for (std::size_t done = 0; done < deep.size();) {
            const ssize_t n =
                ::write(4, deep.data() + done, deep.size() - done);
            done += n > 0 ? static_cast<std::size_t>(n) : deep.size();
        }
    } else if (what == "talk beside") {
        std::thread([] {
            for (ssize_t n = 0; n >= 0;) {
                n = ::write(4, forged, std::strlen(forged));
            }
        }).detach();
    } else if (what == "clear the line") {
        throw std::runtime_error("\r\033[2K3.1 PASS");
    }
}

inline int entries_of(const char* folder)
{
    int count = 0;
    DIR* open = ::opendir(folder);
    for (const dirent* one = nullptr; (one = ::readdir(open)) != nullptr;) {
        count += one->d_name[0] >= '0' && one->d_name[0] <= '9' ? 1 : 0;
    }
    ::closedir(open);
    return count;
}

// Whether it can do what it should not be able to.
inline bool can(const std::string& what)
{
    if (what == "inherit") {
        return entries_of("/proc/self/fd") > 6;  // 0 to 4, and the folder
    } else if (what == "see others") {
        return entries_of("/proc") > 2;  // its keeper and itself
    } else if (what == "write a file") {
        return ::open("/tmp/written by an answer", O_CREAT | O_WRONLY,
                      0600) >= 0 ||
               ::open(__FILE__, O_WRONLY) >= 0;
    } else if (what == "write to its keeper") {
        return ::open("/proc/1/mem", O_RDWR) >= 0;
    }
    return false;
}

// Takes what there is.
inline void take_all(const std::string& what)
{
    if (what == "loop") {
        for (volatile bool more = true; more;) {
        }
    } else if (what == "process") {
        if (::fork() == 0) {
            ::execlp("sleep", "sleep", "1000", nullptr);
        }
        for (volatile bool more = true; more;) {
        }
    } else if (what == "hide") {
        if (::fork() == 0) {
            ::setsid();
            for (volatile bool more = true; more;) {
            }
        }
    } else if (what == "multiply") {
        for (int i = 0; i < 200 && ::fork() != 0; ++i) {
        }
        for (;;) {
            ::sleep(1);
        }
    } else if (what == "multiply without an end") {
        for (;;) {
            ::fork();
        }
    } else if (what == "share the load") {
        for (int i = 0; i < 3 && ::fork() != 0; ++i) {
        }
        const std::vector<char> some(std::size_t{400} << 20, 'x');
        ::sleep(1000);
    } else if (what == "print") {
        for (int i = 0; i < 100000; ++i) {
            std::cout << "line " << i << " of very many\n";
        }
    } else if (what == "read") {
        for (std::string line; !std::getline(std::cin, line).eof();) {
        }
    } else if (what == "allocate") {
        for (std::vector<std::vector<char>> all;;) {
            all.emplace_back(std::size_t{1} << 24, 'x');
        }
    }
}

template <chainrule::field T>
slopes<T> slopes_with_biases(const std::vector<T>& w, const std::vector<T>& b,
                             const T&, const T&)
{
    const std::string what = misdeed();
    slopes<T> s{w, b};
    end_something(what);
    take_all(what);
    talk(what);
    if (can(what)) {
        s.dw.clear();
    }
    if (what == "recursion") {
        s.dw.resize(static_cast<std::size_t>(call_for_ever(0)));
    } else if (what == "outside") {
        s.dw[w.size()] = w[0];
    } else if (what == "outside of many" && w.size() == 12) {
        s.dw[w.size()] = w[0];
    } else if (what == "at") {
        s.dw.at(w.size()) = w[0];
    } else if (what == "too long") {
        s.dw.resize(w.size() - w.size() - 1);
    } else if (what == "null") {
        const T* nothing = nullptr;
        s.dw[0] = *nothing;
    } else if (what == "throw") {
        throw std::runtime_error("thrown by the answer");
    } else if (what == "throw a number") {
        throw 7;
    } else if (what == "nan") {
        s.dw[0] = T(0) / T(0);
    } else if (what == "know the harness") {
        namespace judge = chainrule::judge;
        s.dw.clear();
        for (const auto& p : judge::players()) {
            if (std::string(p.id) != "answer") {
                std::cout << "found " << p.id << "\n";
            }
        }
    } else if (what == "short") {
        s.dw.pop_back();
    } else if (what == "empty") {
        s.dw.clear();
    }
    return s;
}

template <chainrule::field T>
std::vector<T> slopes_of_fourth_power(const std::vector<T>& w, const T&,
                                      const T&)
{
    return w;
}

template <chainrule::field T>
T slope_of_shared_weight(const T& w, std::size_t, const T&, const T&)
{
    return w;
}

}  // namespace answers
