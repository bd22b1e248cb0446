#include <iomanip>
#include <iostream>
#include <stdexcept>

#include "course/exercises.hpp"
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
    const request r = asked_for(all, asked);
    if (r.exercise.empty()) {
        throw std::runtime_error("which exercise of chapter " +
                                 r.of.number() + "? Ask for " +
                                 r.of.exercises.front().number + " to " +
                                 r.of.exercises.back().number + ".");
    }
    return r;
}

course::exercise exercise_of(const request& r)
{
    for (const course::exercise& e : course::read_exercises(r.of.folder)) {
        if (e.number == r.exercise) {
            return e;
        }
    }
    throw std::logic_error("no exercise " + r.exercise);
}

}  // namespace

int hint(const setting& s, const std::string& asked)
{
    const request r = one_exercise(chapters_of(s.source), asked);
    const auto hints = exercise_of(r).hints;
    progress p = load_progress(s.answers);
    const auto seen = static_cast<std::size_t>(p.hints[r.exercise]);
    const std::size_t now = std::min(seen + 1, hints.size());
    for (std::size_t i = 0; i < now; ++i) {
        std::cout << "Hint " << i + 1 << " of " << hints.size() << "\n";
        for (const std::string& line :
             course::wrapped(without_markup(hints[i].text), "  ", "  ")) {
            std::cout << line << "\n";
        }
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
    const course::exercise e = exercise_of(r);
    std::cout << e.heading.text << "\n";
    for (const course::line& l : e.solution) {
        std::cout << l.text << "\n";
    }
    const fs::path file = answer_file(s.answers, r.of);
    if (fs::is_regular_file(file)) {
        const auto own =
            course::parts_of(course::lines_of(course::read_file(file)));
        if (const course::part* p = course::find(own, r.exercise)) {
            std::cout << "Yours is in " << shown_name(s.answers, r.of)
                      << ", line " << p->first + 1 << ".\n";
        }
    }
    return 0;
}

int reset(const setting& s, const std::string& asked)
{
    const request r = asked_for(chapters_of(s.source), asked);
    const fs::path old = reset_answers(s.answers, r);
    progress p = load_progress(s.answers);
    for (const std::string& number : r.exercises()) {
        p.verdicts.erase(number);
        p.hints.erase(number);
    }
    p.judged.erase(r.of.name);
    save_progress(s.answers, p);
    std::cout << shown_name(s.answers, r.of) << ": "
              << (r.exercise.empty() ? "all exercises are"
                                     : "exercise " + r.exercise + " is")
              << " as in the beginning.\n";
    if (!old.empty()) {
        std::cout << "What was there is kept in "
                  << shown_name(s.answers, r.of) << old.extension().string()
                  << ".\n";
    }
    return 0;
}

int status(const setting& s)
{
    const progress p = load_progress(s.answers);
    std::vector<std::string> numbers;
    std::size_t passed = 0;
    for (const chapter& c : chapters_of(s.source)) {
        std::cout << std::setw(2) << c.number() << "  " << c.title << "\n";
        for (const course::part& e : c.exercises) {
            const auto v = p.verdict_on(e.number);
            std::cout << "      " << std::left << std::setw(5) << e.number
                      << std::setw(40) << e.title << std::right
                      << (v ? course::painted(*v, s.colour) : "-") << "\n";
            passed += v == course::verdict::pass;
            numbers.push_back(e.number);
        }
    }
    std::cout << "\n"
              << passed << " of " << numbers.size() << " exercises pass.";
    if (const next_exercise next = next_of(p, numbers);
        !next.number.empty()) {
        std::cout << " Next: ./workbook check " << next.number;
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
        course::write_file(probe, "");
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
