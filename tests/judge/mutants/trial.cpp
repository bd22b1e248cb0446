// The main of a trial: it has the truth of an exercise and many answers, puts
// all questions to each answer in a process of its own, and says how it ended.
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "judge/fingerprint.hpp"
#include "judge/plumbing.hpp"

namespace {

using namespace chainrule::judge;

// As many as the judge asks for.
constexpr std::uint64_t seeds = 20;

// Much more processor time than any right answer needs for all questions.
constexpr timeval patience{0, 150000};
constexpr timeval patience_where_checked{4, 0};

enum ending { passes = 0, is_wrong = 1, is_broken = 2 };

struct asked {
    const question* what;
    std::uint64_t seed;
    std::size_t number;  // that a fingerprint has it by
    std::vector<instance> truth;
};

std::vector<asked> all_questions(const player& truth, std::uint64_t most)
{
    std::vector<asked> all;
    std::size_t fixed = 0;
    for (const question& q : truth.questions) {
        const std::size_t first = q.drawn ? 1 : number_of_fixed(fixed++);
        for (std::uint64_t seed = 1; seed <= (q.drawn ? most : 1); ++seed) {
            observation noted(true);
            ask(q, seed, noted);
            all.push_back(
                {&q, seed, first + seed - 1, std::move(noted.instances)});
        }
    }
    return all;
}

void write(int to, const std::string& text)
{
    static_cast<void>(::write(to, text.data(), text.size()) > 0);
}

// Tells how it ended as soon as that is certain, and what a wrong answer gave
// when it has answered all, in a line of its own for other draws.
void judge_player(const player& p, const std::vector<asked>& all, int to)
{
    bool right = true;
    fingerprint gave, gave_again;
    for (const asked& a : all) {
        observation noted;
        try {
            ask(*find_question(p, a.what->name), a.seed, noted);
        } catch (...) {
            write(to, right ? std::to_string(is_broken) : "");
            return;
        }
        if (right && (first_difference(noted.instances, a.truth) ||
                      !has_names_of(noted.instances, a.truth))) {
            right = false;
            write(to, std::to_string(is_wrong));
        }
        const bool again = a.what->drawn && a.seed > printed_draws;
        add_to(again ? gave_again : gave, noted.instances, a.truth, a.number);
    }
    write(to, right ? std::to_string(passes)
                    : "\t" + text_of(gave) + "\n" + text_of(gave_again));
}

// Loops without an end, memory without an end, and crashes are broken.
// \return how it ended, and behind it what it gave
std::string judge_apart(const player& p, const std::vector<asked>& all,
                        bool checked)
{
    int ends[2] = {-1, -1};
    const bool made = ::pipe(ends) == 0;
    const pid_t child = made ? ::fork() : -1;
    if (child == 0) {
        ::close(ends[0]);
        const itimerval time{{0, 0},
                             checked ? patience_where_checked : patience};
        ::setitimer(ITIMER_PROF, &time, nullptr);
        const rlimit core{0, 0};
        ::setrlimit(RLIMIT_CORE, &core);
        const rlimit processor{8, 8};
        ::setrlimit(RLIMIT_CPU, &processor);
        if (!checked) {
            const rlimit memory{std::size_t{1} << 30, std::size_t{1} << 30};
            ::setrlimit(RLIMIT_AS, &memory);
        }
        ::close(STDOUT_FILENO);
        ::close(STDERR_FILENO);
        judge_player(p, all, ends[1]);
        ::_exit(0);
    }
    if (child < 0) {
        std::cerr << "trial: cannot start a process\n";
        std::exit(2);
    }
    ::close(ends[1]);
    std::string told;
    char piece[4096];
    for (ssize_t n = 0; (n = ::read(ends[0], piece, sizeof piece)) > 0;) {
        told.append(piece, static_cast<std::size_t>(n));
    }
    ::close(ends[0]);
    int how = 0;
    ::waitpid(child, &how, 0);
    const bool whole = WIFEXITED(how) && WEXITSTATUS(how) == 0;
    return told.empty() || (!whole && told[0] == char('0' + passes))
               ? std::to_string(is_broken)
               : told;
}

}  // namespace

// A program that is checked for uses of memory wants more of it than it uses.
int main(int argc, char** argv)
{
    const bool checked = argc > 1 && std::string(argv[1]) == "checked";
    const auto all = all_questions(
        players()[0], argc > 2 ? std::strtoul(argv[2], nullptr, 10) : seeds);
    for (const player& p : players().subspan(1)) {
        std::cout << p.id << "\t" << judge_apart(p, all, checked)
                  << std::endl;
    }
}
