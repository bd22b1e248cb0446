#include <algorithm>
#include <iostream>
#include <map>
#include <optional>

#include "course/exercises.hpp"
#include "course/files.hpp"
#include "course/text.hpp"
#include "workbook/answers.hpp"
#include "workbook/braces.hpp"
#include "workbook/build.hpp"
#include "workbook/commands.hpp"
#include "workbook/digest.hpp"
#include "workbook/process.hpp"
#include "workbook/progress.hpp"

namespace chainrule::workbook {
namespace {

namespace fs = std::filesystem;

// Why the judge was not asked about some exercises.
void say_broken(const setting& s, const request& r, const std::string& why,
                const std::vector<std::string>& more = {})
{
    if (s.json) {
        std::string details;
        for (const std::string& line : more) {
            details += (details.empty() ? "" : ",") + course::json(line);
        }
        for (const std::string& number : r.exercises()) {
            std::cout << "{\"change\":null,\"details\":[" << details
                      << "],\"exercise\":" << course::json(number)
                      << ",\"headline\":" << course::json(why)
                      << ",\"mistake\":null,\"related\":false,\"verdict\":\""
                      << course::word(course::verdict::broken) << "\"}\n";
        }
        return;
    }
    std::cout << (r.exercise.empty() ? r.of.number() : r.exercise) << " "
              << course::painted(course::verdict::broken, s.colour) << "  "
              << why << "\n";
    for (const std::string& line : more) {
        std::cout << line << "\n";
    }
}

// A brace that is missing in what was asked for, which a compiler is late to
// notice.
std::vector<std::string> about_braces(const setting& s, const request& r,
                                      const std::string& name)
{
    auto lines =
        course::lines_of(course::read_file(answer_file(s.answers, r.of)));
    std::size_t first = 0;
    if (!r.exercise.empty()) {
        const auto parts = course::parts_of(lines);
        const auto* part = course::find(parts, r.exercise);
        if (part == nullptr) {
            return {};
        }
        first = part->first;
        lines = {lines.begin() + static_cast<std::ptrdiff_t>(first),
                 lines.begin() + static_cast<std::ptrdiff_t>(part->last)};
    }
    const auto found = find_lone_brace(lines);
    if (!found) {
        return {};
    }
    const auto number = [&](std::size_t line) {
        return std::to_string(first + line + 1);
    };
    return {name + ":" + number(found->line) +
            (found->opens ? ": this { has no } before line " +
                                number(found->noticed) + "."
                          : ": this } has no {.")};
}

// The compiler's complaints, in few lines or in all.
void say_not_compiled(const setting& s, const request& r,
                      const std::string& said)
{
    const std::string name = shown_name(s.answers, r.of);
    const auto braces = about_braces(s, r, name);
    // What a compiler says behind such a place is about the brace.
    auto lines = digest(said, answer_file(s.answers, r.of).string(), name,
                        braces.empty() ? 10 : 4);
    const bool built = !lines.empty();
    if (built) {
        lines.insert(lines.begin(), braces.begin(), braces.end());
    }
    for (std::string& line : lines) {
        line = "  " + line;
    }
    if (s.full || !built) {
        const auto all = course::lines_of(said);
        lines.insert(lines.end(), all.begin(), all.end());
    }
    say_broken(s, r,
               built ? name + " does not compile:"
                     : "the judge was not built:",
               lines);
}

// What the judge said, exercise by exercise, as it wrote it when the last was
// judged.
std::map<std::string, course::verdict> read_verdicts(const fs::path& file)
{
    std::map<std::string, course::verdict> all;
    if (fs::exists(file)) {
        for (const std::string& line :
             course::lines_of(course::read_file(file))) {
            const std::size_t tab = line.find('\t');
            if (const auto v = course::verdict_named(line.substr(tab + 1))) {
                all[line.substr(0, tab)] = *v;
            }
        }
    }
    return all;
}

void remember_broken(progress& p, const request& r)
{
    for (const std::string& number : r.exercises()) {
        p.verdicts[number] = course::verdict::broken;
    }
}

// Run the judge of a chapter. An exercise without a verdict is broken,
// whatever was said of it before: an answer may end its judge.
int run_judge(const setting& s, const request& r,
              const std::vector<std::string>& more, progress& p)
{
    const fs::path made = s.build / "judge" / r.of.name;
    const fs::path verdicts = made.string() + ".verdicts";
    fs::remove(verdicts);
    std::vector<std::string> judge{made.string(), "--verdicts",
                                   verdicts.string()};
    judge.insert(judge.end(), more.begin(), more.end());
    if (s.colour || s.json) {
        judge.push_back(s.json ? "--json" : "--colour");
    }
    const int ended = run(judge).code;
    if (interrupted()) {
        return 1;
    }
    // What is there after another end may have been written by the answer.
    const bool judged = ended == 0 || ended == 1;
    const auto said = judged ? read_verdicts(verdicts)
                             : std::map<std::string, course::verdict>();
    int code = 0;
    for (const std::string& number : r.exercises()) {
        const auto v = said.find(number);
        if (v == said.end()) {
            say_broken(s, {r.of, number},
                       "The judge ended without a verdict (exit code " +
                           std::to_string(ended) +
                           "). Does the answer end other processes?");
        }
        p.verdicts[number] =
            v == said.end() ? course::verdict::broken : v->second;
        code = p.verdicts[number] == course::verdict::pass ? code : 1;
    }
    return code;
}

// Judge the answers of a program: all, or one.
int judge_program(const setting& s, const request& r,
                  const std::string& subject, progress& p)
{
    std::vector<std::string> more{
        "--subject", (s.build / "judge" / subject).string(), "--answer",
        answer_file(s.answers, r.of).string()};
    if (!r.exercise.empty()) {
        more.insert(more.end(), {"--exercise", r.exercise});
    }
    return run_judge(s, r, more, p);
}

// A file that was begun before an exercise was added has no part for it.
bool has_part(const setting& s, const request& r)
{
    const auto lines =
        course::lines_of(course::read_file(answer_file(s.answers, r.of)));
    const auto parts = course::parts_of(lines);
    return course::find(parts, r.exercise) != nullptr;
}

std::string about_missing_part(const setting& s, const request& r)
{
    return shown_name(s.answers, r.of) + " has no line '// ## " + r.exercise +
           "'. Copy the exercise from chapters/" + r.of.name +
           "/exercises.hpp.";
}

// The whole file does not compile: those of its exercises that do are judged.
// \return the code, or nothing if what is wrong is wrong for all of them
std::optional<int> judge_each(const setting& s, const request& r, progress& p)
{
    const auto all = build_each(s, r);
    if (std::none_of(all.begin(), all.end(), [](const build_alone& a) {
            return a.found != build_alone::fault::its_own;
        })) {
        return std::nullopt;
    }
    int code = 0;
    for (const build_alone& a : all) {
        if (a.found == build_alone::fault::none) {
            code = std::max(code, judge_program(s, a.asked, a.subject, p));
        } else if (!has_part(s, a.asked)) {
            say_broken(s, a.asked, about_missing_part(s, a.asked));
            remember_broken(p, a.asked);
            code = 1;
        } else if (a.found == build_alone::fault::missing) {
            code = run_judge(s, a.asked, {"--missing", a.asked.exercise}, p);
        } else {
            say_not_compiled(s, a.asked, a.built.output);
            remember_broken(p, a.asked);
            code = 1;
        }
    }
    return code;
}

// Judge all that can be judged.
// \return the code; nothing if nothing could be
std::optional<int> judge_built(const setting& s, const request& r,
                               const outcome& built, progress& p)
{
    if (built.code == 0) {
        for (const std::string& line :
             warnings(built.output, answer_file(s.answers, r.of).string(),
                      shown_name(s.answers, r.of))) {
            (s.json ? std::cerr : std::cout) << line << "\n";
        }
        return judge_program(s, r, r.of.name + ".subject", p);
    }
    if (fault_in(s, r, built) != build_alone::fault::other) {
        if (const auto code = judge_each(s, r, p)) {
            return code;
        }
    }
    say_not_compiled(s, r, built.output);
    remember_broken(p, r);
    return std::nullopt;
}

// One line that says what to do next.
void say_next(const setting& s, const request& r, const progress& p)
{
    const next_exercise next = next_of(p, r.exercises());
    if (!next.number.empty()) {
        std::cout << "Next: " << (next.mend ? "mend " : "begin ")
                  << next.number << " in " << shown_name(s.answers, r.of)
                  << ". ./workbook hint " << next.number << " helps.\n";
    } else if (r.exercise.empty()) {
        std::cout << "Chapter " << r.of.number()
                  << " is done. ./workbook shows what comes next.\n";
    }
}

int check_one(const setting& s, const std::vector<chapter>& all,
              const request& r)
{
    if (begin_answers(s.answers, r.of) && !s.json) {
        std::cout << "Made " << shown_name(s.answers, r.of)
                  << " with the exercises of chapter " << r.of.number()
                  << ".\nOpen it, put your answer where it says todo, and "
                     "run this again.\n";
    }
    progress p = load_progress(s.answers);
    if (const std::string complaint = complaint_about(s.answers, all, r.of);
        !complaint.empty()) {
        say_broken(s, r, complaint);
        remember_broken(p, r);
        save_progress(s.answers, p);
        return 1;
    }
    const std::string mark =
        mark_of(course::read_file(answer_file(s.answers, r.of)));
    const outcome built = build_judge(s, r.of);
    if (interrupted()) {
        return 1;
    }
    const std::optional<int> code = judge_built(s, r, built, p);
    if (interrupted()) {
        return 1;
    }
    p.judged[r.of.name] = mark;
    save_progress(s.answers, p);
    if (code && !s.json) {
        say_next(s, r, p);
    }
    return code.value_or(1);
}

// What changed since it was judged; else the first chapter that is not done.
std::vector<request> what_changed(const setting& s,
                                  const std::vector<chapter>& all)
{
    const progress p = load_progress(s.answers);
    std::vector<request> changed;
    std::optional<chapter> next;
    for (const chapter& c : all) {
        const fs::path file = answer_file(s.answers, c);
        const auto known = p.judged.find(c.name);
        if (fs::is_regular_file(file) &&
            (known == p.judged.end() ||
             known->second != mark_of(course::read_file(file)))) {
            changed.push_back({c, ""});
        }
        const bool done = std::all_of(
            c.exercises.begin(), c.exercises.end(), [&](const auto& e) {
                return p.verdict_on(e.number) == course::verdict::pass;
            });
        if (!done && !next) {
            next = c;
        }
    }
    if (changed.empty() && next) {
        changed.push_back({*next, ""});
    }
    return changed;
}

}  // namespace

int check(const setting& s, const std::string& asked)
{
    const auto all = chapters_of(s.source);
    const std::vector<request> requests =
        asked.empty() ? what_changed(s, all)
                      : std::vector<request>{asked_for(all, asked)};
    if (requests.empty() && !s.json) {
        std::cout << "Every exercise of the workbook passes, and nothing has "
                     "changed.\n";
    }
    int code = 0;
    for (const request& r : requests) {
        code = std::max(code, check_one(s, all, r));
    }
    return code;
}

}  // namespace chainrule::workbook
