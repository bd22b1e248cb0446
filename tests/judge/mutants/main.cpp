// Judges the judges: it makes every small change of every right answer that it
// knows, and says which of them a judge lets pass.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "course/equivalents.hpp"
#include "course/files.hpp"
#include "course/syllabus.hpp"
#include "course/text.hpp"
#include "judge/mutants/mutant.hpp"
#include "judge/mutants/told.hpp"

namespace {

namespace fs = std::filesystem;
using namespace chainrule;
using namespace chainrule::mutants;

struct options {
    fs::path source, work;
    tools use;
    std::string only;  // an exercise or a chapter
    int tenth = -1;    // all of them
    bool save = false, exact = false;
};

struct score {
    std::string chapter, exercise;
    std::size_t made = 0, compiled = 0, wrong = 0, broken = 0, equivalent = 0;
    std::string bad;  // what to say of those that pass
    std::vector<told_change> told;
};

// -------------------------------------------------------------- the trial

struct task {
    std::string chapter, exercise;
};

// What was let pass, in the form in which equivalents are written.
std::string told(const std::string& exercise, const mutant& m)
{
    return "## " + exercise + " " + m.file + "\n- " + m.lines.before +
           "\n+ " + m.lines.after + "\n";
}

// Counts what became of a mutant.
// \return whether it passed
bool count_ending(score& s, ending how)
{
    ++s.made;
    s.compiled += how != ending::not_compiled;
    s.wrong += how == ending::wrong;
    s.broken += how == ending::broken;
    s.equivalent += how == ending::passes;
    return how == ending::passes;
}

// What passes and is not listed, and what is listed and does not pass. What
// compiles depends on the compiler, so the latter is told for one alone.
std::string compared(const std::vector<mutant>& passing,
                     const std::vector<course::equivalent>& listed,
                     const fs::path& list, const std::string& exercise,
                     bool exact)
{
    std::string bad;
    const auto is_same = [&](const mutant& m, const course::equivalent& e) {
        return e.exercise == exercise && e.file == m.file &&
               e.before == m.lines.before && e.after == m.lines.after;
    };
    for (const mutant& m : passing) {
        const bool known = std::any_of(
            listed.begin(), listed.end(),
            [&](const course::equivalent& e) { return is_same(m, e); });
        bad += known ? "" : told(exercise, m);
    }
    for (const course::equivalent& e : listed) {
        const bool passes =
            !exact || e.exercise != exercise ||
            std::any_of(passing.begin(), passing.end(),
                        [&](const mutant& m) { return is_same(m, e); });
        bad += passes ? ""
                      : list.string() + ":" + std::to_string(e.line) +
                            ": no such change passes: " + e.after + "\n";
    }
    return bad;
}

score judge_judge(const task& t, const options& o)
{
    const fs::path tests = o.source / "tests" / t.chapter;
    const auto chapter =
        generate::read_material(o.source / "chapters" / t.chapter, tests);
    trial all{chapter, t.exercise, {}, {}};
    const auto mutants = all_mutants(o.source, t.chapter, all);
    const auto found = judge_all(all, o.use, o.work / t.exercise);
    score s;
    s.chapter = t.chapter;
    s.exercise = t.exercise;
    s.told = worth_telling(t.exercise, mutants, found);
    std::vector<mutant> passing;
    for (std::size_t i = 0; i < mutants.size(); ++i) {
        if (mutants[i].file == "mistakes.md") {
            continue;
        }
        if (mutants[i].lines.before.empty()) {
            s.bad += found[i].how == ending::passes
                         ? ""
                         : t.exercise + " " + mutants[i].file +
                               ": the right answer does not pass\n";
        } else if (count_ending(s, found[i].how)) {
            passing.push_back(mutants[i]);
        }
    }
    const fs::path list = tests / "equivalent.md";
    s.bad += compared(passing, course::read_equivalents(list), list,
                      t.exercise, o.exact || o.save);
    return s;
}

std::string row(const score& s)
{
    std::ostringstream out;
    out << s.exercise << "\t" << s.made << "\t" << s.compiled << "\t"
        << s.wrong << "\t" << s.broken << "\t" << s.equivalent << "\n";
    return out.str();
}

std::vector<task> tasks(const options& o)
{
    std::vector<task> all;
    std::size_t count = 0;
    for (const course::chapter& c :
         course::read_syllabus(o.source / "chapters")) {
        const fs::path stub =
            o.source / "chapters" / c.name / "exercises.hpp";
        if (!fs::exists(stub)) {
            continue;
        }
        for (const auto& part : generate::read_source(stub).parts) {
            const bool wanted =
                o.only.empty() || o.only == c.name || o.only == part.exercise;
            const bool turn = o.tenth < 0 || int(count % 10) == o.tenth;
            if (wanted && turn) {
                all.push_back({c.name, part.exercise});
            }
            ++count;
        }
    }
    return all;
}

std::vector<score> judge_judges(const std::vector<task>& all,
                                const options& o)
{
    std::vector<score> scores(all.size());
    std::atomic<std::size_t> next = 0;
    std::mutex printing;
    const auto work = [&] {
        for (std::size_t i = next++; i < all.size(); i = next++) {
            try {
                scores[i] = judge_judge(all[i], o);
            } catch (const std::exception& error) {
                scores[i].exercise = all[i].exercise;
                scores[i].bad = std::string(error.what()) + "\n";
            }
            const std::lock_guard<std::mutex> one(printing);
            std::cout << row(scores[i]) << scores[i].bad << std::flush;
        }
    };
    std::vector<std::thread> workers;
    for (unsigned n = std::max(1U, std::thread::hardware_concurrency());
         n > 0; --n) {
        workers.emplace_back(work);
    }
    for (std::thread& w : workers) {
        w.join();
    }
    return scores;
}

// ------------------------------------------------------------ the command

constexpr const char* usage =
    "usage: mutants --source FOLDER --work FOLDER --compile COMMAND --link "
    "WORDS\n"
    "               --checked WORDS [--only 3.1 | --only NN_stem | --tenth N]"
    "\n               [--exact | --save]\n";

options read_options(int argc, char** argv)
{
    options o;
    std::map<std::string, std::string> given;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--save") {
            o.save = true;
        } else if (name == "--exact") {
            o.exact = true;
        } else if (i + 1 < argc) {
            given[name] = argv[++i];
        }
    }
    o.source = given["--source"];
    o.work = given["--work"];
    o.use = {given["--compile"], given["--link"], given["--checked"], ""};
    o.only = given["--only"];
    const std::string tenth = given["--tenth"];
    if (tenth == "today") {
        o.tenth = static_cast<int>(std::time(nullptr) / 86400 % 10);
    } else if (!tenth.empty()) {
        o.tenth = std::stoi(tenth);
    }
    if (o.source.empty() || o.work.empty() || o.use.compile.empty()) {
        throw std::invalid_argument(usage);
    }
    return o;
}

// The place of an exercise among others: 3.1 comes before 10.1.
std::pair<int, int> place_of(const std::string& exercise)
{
    return {std::stoi(exercise),
            std::stoi(exercise.substr(exercise.find('.') + 1))};
}

// What is told of an exercise must be what its table has.
int compare_told(const score& s, const fs::path& table)
{
    std::vector<told_change> saved = read_changes(table);
    saved.erase(std::remove_if(saved.begin(), saved.end(),
                               [&](const told_change& t) {
                                   return t.exercise != s.exercise;
                               }),
                saved.end());
    const bool same = std::equal(
        saved.begin(), saved.end(), s.told.begin(), s.told.end(),
        [](const told_change& a, const told_change& b) {
            return a.fault == b.fault && judge::is_near(a.gave, b.gave);
        });
    if (!same) {
        std::cerr << table.string() << " has other changes of " << s.exercise
                  << "; the target save_mutants makes it anew\n";
    }
    return same ? 0 : 1;
}

void save_told(const score& s, const fs::path& table)
{
    std::map<std::pair<int, int>, std::string> rows;
    for (const told_change& t : read_changes(table)) {
        rows[place_of(t.exercise)] += row_of(t);
    }
    rows[place_of(s.exercise)].clear();
    for (const told_change& t : s.told) {
        rows[place_of(s.exercise)] += row_of(t);
    }
    std::string text;
    for (const auto& [place, lines] : rows) {
        text += lines;
    }
    course::write_file(table, text);
}

// The rows of these exercises must be those of the tables, or become them.
int compare(const std::vector<score>& scores, const options& o)
{
    const fs::path table = o.source / "tests/judge/mutants/scores.tsv";
    std::map<std::pair<int, int>, std::string> rows;
    for (const course::line& l : course::read_lines(table)) {
        rows[place_of(l.text)] = l.text + "\n";
    }
    int bad = 0;
    for (const score& s : scores) {
        bad += s.bad.empty() ? 0 : 1;
        std::string& known = rows[place_of(s.exercise)];
        const fs::path told = o.source / "tests" / s.chapter / "changes.tsv";
        if (o.save) {
            known = row(s);
            save_told(s, told);
            continue;
        }
        bad += o.exact ? compare_told(s, told) : 0;
        if (o.exact && known != row(s)) {
            std::cerr << table.string() << " has " << known
                      << "and these are " << row(s);
            ++bad;
        }
    }
    if (o.save) {
        std::string text;
        for (const auto& [place, line] : rows) {
            text += line;
        }
        course::write_file(table, text);
    }
    return bad == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        options o = read_options(argc, argv);
        o.use = with_headers(o.use, o.work);
        return compare(judge_judges(tasks(o), o), o);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 2;
    }
}
