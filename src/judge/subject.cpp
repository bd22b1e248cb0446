// The main of a subject: the program that holds the learner's answer. It
// knows the questions and nothing of what is right.
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "chapter/todo.hpp"
#include "judge/message.hpp"
#include "judge/plumbing.hpp"
#include "judge/thrown.hpp"

// How the sanitizers report is asked from the program by these names. Leaks
// are not looked for: that would need more rights than containers give. Nor is
// the use of a stack frame that has gone, which newer compilers look for: after
// many exceptions it takes ten times as long as all the rest.
extern "C" const char* __asan_default_options()
{
    return "detect_leaks=0:handle_abort=1:abort_on_error=1:color=never:"
           "max_allocation_size_mb=1024:quarantine_size_mb=16:"
           "detect_stack_use_after_return=0:" SYMBOLIZER;
}

extern "C" const char* __ubsan_default_options()
{
    return "abort_on_error=1:print_stacktrace=1:color=never";
}

namespace {

using namespace chainrule;
using namespace chainrule::judge;

void write_all(const std::string& text)
{
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t n = ::write(replies_descriptor, text.data() + done,
                                  text.size() - done);
        if (n <= 0) {
            ::_exit(1);
        }
        done += static_cast<std::size_t>(n);
    }
}

reply answer(const request& r)
{
    const player* p = find_player(r.exercise, "answer");
    const question* q =
        p == nullptr ? nullptr : find_question(*p, r.question);
    if (q == nullptr) {
        return {r.number, outcome::threw, "there is no such question", {}};
    }
    observation noted;
    if (r.steps) {
        noted.after_each = [&] {
            write_all(
                to_line({r.number, outcome::going_on, "", noted.instances}) +
                "\n");
        };
    }
    try {
        ask(*q, r.seed, noted);
        return {r.number, outcome::returned, "", std::move(noted.instances)};
    } catch (const not_started&) {
        return {r.number, outcome::not_started, "", {}};
    } catch (const std::exception& error) {
        return {r.number, outcome::threw, error.what(),
                std::move(noted.instances), where_thrown()};
    } catch (...) {
        return {r.number, outcome::threw, "it is no std::exception",
                std::move(noted.instances), where_thrown()};
    }
}

}  // namespace

int main()
{
    std::FILE* requests = ::fdopen(requests_descriptor, "r");
    if (requests == nullptr) {
        std::cerr << "This program holds an answer, and is started by a "
                     "judge.\n";
        return 2;
    }
    std::string line;
    for (int c = std::fgetc(requests); c != EOF; c = std::fgetc(requests)) {
        if (c != '\n') {
            line += static_cast<char>(c);
            continue;
        }
        const request asked = request_from(line);
        const reply r = answer(asked);
        std::cout.flush();
        std::fflush(nullptr);
        write_all(to_line(r, asked.calls) + "\n");
        line.clear();
    }
    ::_exit(0);
}
