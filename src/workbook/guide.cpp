#include <boost/algorithm/string/trim.hpp>
#include <iomanip>
#include <iostream>
#include <stdexcept>

#include "course/files.hpp"
#include "workbook/answers.hpp"
#include "workbook/commands.hpp"
#include "workbook/process.hpp"
#include "workbook/progress.hpp"
#include "workbook/text.hpp"

namespace chainrule::workbook {
namespace {

namespace fs = std::filesystem;

// hint and solution are about one exercise.
request one_exercise(const std::vector<chapter>& all,
                     const std::string& asked)
{
    const request r = find(all, asked);
    if (r.exercise.empty()) {
        throw std::runtime_error("which exercise of chapter " +
                                 r.of.number() + "? Ask for " +
                                 r.of.exercises.front().number + " to " +
                                 r.of.exercises.back().number + ".");
    }
    return r;
}

// The three hints of an exercise: "1. text", and what goes on below it.
std::vector<std::string> hints_of(const request& r)
{
    const auto lines = lines_of(read_file(r.of.folder / "hints.md"));
    const part p = part_of(lines, r.exercise, "## ");
    std::vector<std::string> hints;
    for (std::size_t i = p.first + 1; i < p.last; ++i) {
        const std::string start = std::to_string(hints.size() + 1) + ". ";
        if (lines[i].starts_with(start)) {
            hints.push_back(lines[i].substr(start.size()));
        } else if (!boost::trim_copy(lines[i]).empty() && !hints.empty()) {
            hints.back() += " " + boost::trim_copy(lines[i]);
        }
    }
    return hints;
}

std::string verdict_of(const progress& p, const std::string& exercise)
{
    const auto found = p.verdicts.find(exercise);
    return found == p.verdicts.end() ? "-" : found->second;
}

std::string painted(const setting& s, const std::string& verdict)
{
    if (!s.colour || verdict == "-") {
        return verdict;
    }
    const char* colour = verdict == "PASS"          ? "\033[32m"
                         : verdict == "NOT STARTED" ? "\033[33m"
                                                    : "\033[31m";
    return colour + verdict + "\033[0m";
}

}  // namespace

int hint(const setting& s, const std::string& asked)
{
    const request r = one_exercise(chapters_of(s.source), asked);
    const auto hints = hints_of(r);
    progress p = load_progress(s.answers);
    const auto seen = static_cast<std::size_t>(p.hints[r.exercise]);
    const std::size_t now = std::min(seen + 1, hints.size());
    for (std::size_t i = 0; i < now; ++i) {
        std::cout << "Hint " << i + 1 << " of " << hints.size() << "\n"
                  << wrapped(without_markup(hints[i]), "  ");
    }
    if (seen >= hints.size()) {
        std::cout << "That is all. ./workbook solution " << r.exercise
                  << " shows ours.\n";
    }
    p.hints[r.exercise] = static_cast<int>(now);
    save_progress(s.answers, p);
    return 0;
}

int solution(const setting& s, const std::string& asked)
{
    const request r = one_exercise(chapters_of(s.source), asked);
    const auto lines = lines_of(read_file(r.of.folder / "solutions.hpp"));
    const part p = part_of(lines, r.exercise);
    for (std::size_t i = p.first; i < p.last; ++i) {
        std::cout << lines[i] << "\n";
    }
    const fs::path file = answer_file(s.answers, r.of);
    if (fs::is_regular_file(file)) {
        const part own = part_of(lines_of(read_file(file)), r.exercise);
        if (own.last != 0) {
            std::cout << "Yours is in answers/" << r.of.name << ".hpp, line "
                      << own.first + 1 << ".\n";
        }
    }
    return 0;
}

int reset(const setting& s, const std::string& asked)
{
    const request r = find(chapters_of(s.source), asked);
    const fs::path old = reset_answers(s.answers, r);
    progress p = load_progress(s.answers);
    for (const exercise& e : r.of.exercises) {
        if (r.exercise.empty() || r.exercise == e.number) {
            p.verdicts.erase(e.number);
            p.hints.erase(e.number);
        }
    }
    p.judged.erase(r.of.name);
    save_progress(s.answers, p);
    std::cout << "answers/" << r.of.name << ".hpp: "
              << (r.exercise.empty() ? "all exercises are"
                                     : "exercise " + r.exercise + " is")
              << " as in the beginning.\n";
    if (!old.empty()) {
        std::cout << "What was there is kept in answers/"
                  << old.filename().string() << ".\n";
    }
    return 0;
}

int status(const setting& s)
{
    const progress p = load_progress(s.answers);
    std::string wrong;
    std::string fresh;
    int passed = 0;
    int all = 0;
    for (const chapter& c : chapters_of(s.source)) {
        std::cout << std::setw(2) << c.number() << "  " << c.title << "\n";
        for (const exercise& e : c.exercises) {
            const std::string verdict = verdict_of(p, e.number);
            std::cout << "      " << std::left << std::setw(5) << e.number
                      << std::setw(40) << e.title << std::right
                      << painted(s, verdict) << "\n";
            passed += verdict == "PASS";
            ++all;
            if (verdict == "-" || verdict == "NOT STARTED") {
                fresh = fresh.empty() ? e.number : fresh;
            } else if (verdict != "PASS") {
                wrong = wrong.empty() ? e.number : wrong;
            }
        }
    }
    std::cout << "\n" << passed << " of " << all << " exercises pass.";
    if (const std::string next = wrong.empty() ? fresh : wrong;
        !next.empty()) {
        std::cout << " Next: ./workbook check " << next;
    }
    std::cout << "\n";
    return 0;
}

int doctor(const setting& s)
{
    const auto look = [](const std::string& what, bool there,
                         const std::string& remedy) {
        std::cout << std::left << std::setw(24) << what << std::right
                  << (there ? "ok" : "missing: " + remedy) << "\n";
        return there;
    };
    const auto on_path = [&](const std::string& name,
                             const std::string& package) {
        const bool there =
            run_quietly({"sh", "-c", "command -v " + name}).code == 0;
        return look(name, there, "apt install " + package);
    };
    bool well = true;
    well &= on_path("c++", "g++");
    well &= on_path("cmake", "cmake");
    well &= look("Boost.Test",
                 fs::exists("/usr/include/boost/test/unit_test.hpp"),
                 "apt install libboost-test-dev");
    on_path("ninja", "ninja-build");
    on_path("mold", "mold");
    on_path("gnuplot", "gnuplot-nox");
    on_path("doxygen", "doxygen");
    on_path("clangd", "clangd");
    std::error_code error;
    fs::create_directories(s.answers, error);
    const fs::path probe = s.answers / ".writable";
    bool writable = true;
    try {
        write_file(probe, "");
    } catch (const std::exception&) {
        writable = false;
    }
    fs::remove(probe, error);
    well &= look("answers can be written", writable,
                 "is " + s.answers.string() + " yours?");
    const auto space = fs::space(s.build, error);
    well &= look("500 MB of disk", error || space.available > 500'000'000,
                 "make room for " + s.build.string());
    return well ? 0 : 1;
}

}  // namespace chainrule::workbook
