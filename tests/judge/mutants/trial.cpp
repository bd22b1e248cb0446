// The main of a trial: it has the truth of an exercise and many answers, puts
// all questions to each answer in a process of its own, and says how it ended.
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>

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
    std::vector<instance> truth;
};

std::vector<asked> all_questions(const player& truth, std::uint64_t most)
{
    std::vector<asked> all;
    for (const question& q : truth.questions) {
        for (std::uint64_t seed = 1; seed <= (q.drawn ? most : 1); ++seed) {
            observation noted(true);
            ask(q, seed, noted);
            all.push_back({&q, seed, std::move(noted.instances)});
        }
    }
    return all;
}

ending judge_player(const player& p, const std::vector<asked>& all)
{
    for (const asked& a : all) {
        observation noted;
        try {
            ask(*find_question(p, a.what->name), a.seed, noted);
        } catch (...) {
            return is_broken;
        }
        if (first_difference(noted.instances, a.truth) ||
            !has_names_of(noted.instances, a.truth)) {
            return is_wrong;
        }
    }
    return passes;
}

// Loops without an end, memory without an end, and crashes are broken.
ending judge_apart(const player& p, const std::vector<asked>& all,
                   bool checked)
{
    const pid_t child = ::fork();
    if (child == 0) {
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
        ::_exit(judge_player(p, all));
    }
    int how = 0;
    if (child < 0 || ::waitpid(child, &how, 0) < 0) {
        std::cerr << "trial: cannot start a process\n";
        std::exit(2);
    }
    return WIFEXITED(how) && WEXITSTATUS(how) <= is_broken
               ? static_cast<ending>(WEXITSTATUS(how))
               : is_broken;
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
