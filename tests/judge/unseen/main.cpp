// Judges answers that nobody had in mind when the judge was written, and says
// how many of them get a name or a relation.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "course/files.hpp"
#include "course/text.hpp"
#include "judge/chapter.hpp"
#include "judge/generate/unseen.hpp"
#include "judge/verdict.hpp"

namespace {

using namespace chainrule;
using namespace chainrule::judge;
using chainrule::generate::unseen_answer;

struct outcome_of {
    std::string
        found;  // named, changed, related, clue, nothing, passed, broken
    std::string message;
};

std::string kind(const judgement& j)
{
    if (j.found == verdict::pass) {
        return "passed";
    }
    if (j.found != verdict::wrong) {
        return "broken";
    }
    const bool clue = std::any_of(
        j.details.begin(), j.details.end(), [](const std::string& s) {
            return s.starts_with("found: ") || s.starts_with("clue: ") ||
                   s.starts_with("calls: ");
        });
    return !j.change.empty()    ? "changed"
           : j.related          ? "related"
           : !j.mistake.empty() ? "named"
           : clue               ? "clue"
                                : "nothing";
}

// What a child has to say; it may crash.
outcome_of judged(const unseen_answer& a, const std::string& file)
{
    course::write_file(file, "// ## " + a.exercise + "\n" + a.code);
    int ends[2];
    if (::pipe(ends) != 0) {
        throw std::runtime_error("cannot make a pipe");
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        const rlimit seconds{20, 20};
        ::setrlimit(RLIMIT_CPU, &seconds);
        own_code answer("unseen-" + a.id);
        rules r;
        r.answer_file = file;
        const judgement j = judge_exercise(a.exercise, answer, r);
        std::ostringstream text;
        text << kind(j) << "\t" << j.mistake << "\n";
        print(text, j, false);
        const std::string all = text.str();
        static_cast<void>(::write(ends[1], all.data(), all.size()) > 0);
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string text;
    char piece[4096];
    for (ssize_t n = 0; (n = ::read(ends[0], piece, sizeof piece)) > 0;) {
        text.append(piece, static_cast<std::size_t>(n));
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status) || text.empty()) {
        return {"crashed\t", ""};
    }
    const std::size_t end = text.find('\n');
    return {text.substr(0, end), text.substr(end + 1)};
}

}  // namespace

namespace {

// What a row of the table begins with: exercise and id.
std::string key_of(const std::string& row)
{
    return row.substr(0, row.find('\t', row.find('\t') + 1));
}

// Whether the saved table has the same rows for all of these.
bool is_saved(const std::vector<std::string>& rows, const std::string& table)
{
    bool same = true;
    const auto saved = course::lines_of(course::read_file(table));
    for (const std::string& row : rows) {
        if (std::find(saved.begin(), saved.end(), row) == saved.end()) {
            std::cerr << "not in " << table << ":\n" << row << "\n";
            for (const std::string& other : saved) {
                if (key_of(other) == key_of(row)) {
                    std::cerr << other << " (there)\n";
                }
            }
            same = false;
        }
    }
    return same;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::cerr << "usage: NN_stem.unseen FILE learned|counted|all|words\n"
                     "       NN_stem.unseen FILE --compare TABLE\n";
        return 2;
    }
    const std::string which = argv[2];
    const std::string file =
        std::filesystem::temp_directory_path() /
        ("answer." + std::to_string(::getpid()) + ".hpp");
    std::vector<std::string> rows;
    for (const unseen_answer& a : generate::read_unseen(argv[1])) {
        if ((which == "learned" || which == "words") && a.counted) {
            continue;
        }
        if (which == "counted" && !a.counted) {
            continue;
        }
        const outcome_of o = judged(a, file);
        rows.push_back(a.exercise + "\t" + a.id + "\t" + a.words + "\t" +
                       (a.counted ? "counted" : "learned") + "\t" + o.found);
        std::cout << rows.back() << "\n";
        if (which == "words") {
            std::cout << "    | " << a.sentence << "\n" << o.message << "\n";
        }
    }
    std::filesystem::remove(file);
    return argc > 3 && !is_saved(rows, argv[3]) ? 1 : 0;
}
