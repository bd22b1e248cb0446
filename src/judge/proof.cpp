#include "judge/proof.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "course/files.hpp"
#include "judge/chapter.hpp"
#include "judge/diagnosis.hpp"
#include "judge/plumbing.hpp"
#include "judge/verdict.hpp"

namespace chainrule::judge {
namespace {

// Three neighbours are a probe, so that no draw is computed twice.
constexpr std::uint64_t first_probe = 1000;
constexpr std::uint64_t last_probe = 1999;

int complain(const std::string& what)
{
    std::cerr << "proof: " << what << "\n";
    return 1;
}

// A wrong name is worse than none, so none may come up on any probe.
int prove_names(const std::string& exercise)
{
    int bad = 0;
    knowledge known(exercise);
    for (std::uint64_t seed = first_probe; seed <= last_probe; ++seed) {
        for (const mistake& m : mistakes()) {
            if (m.exercise != exercise) {
                continue;
            }
            std::vector<std::vector<instance>> seen;
            bool passes = true;
            for (std::uint64_t s = seed; s < seed + 3; ++s) {
                seen.push_back(known.of(m.id, s));
                passes = passes &&
                         !first_difference(seen.back(), known.of("truth", s));
            }
            const auto names = known.matching(seen, seed);
            if (passes) {
                bad += complain(exercise + " " + m.id + " passes with seed " +
                                std::to_string(seed));
            } else if (names.size() == 1 && names[0] != &m) {
                bad += complain(exercise + " " + m.id + " is called " +
                                names[0]->id + " with seed " +
                                std::to_string(seed));
            }
        }
    }
    return bad;
}

int prove_solution(const std::string& exercise)
{
    own_code solution("solution");
    const judgement j = judge_exercise(exercise, solution, {});
    return j.found == verdict::pass
               ? 0
               : complain(exercise + ": the solution is judged " +
                          course::word(j.found) + " " + j.headline);
}

int prove_mistake(const mistake& m)
{
    own_code wrong(m.id);
    const judgement j = judge_exercise(m.exercise, wrong, {});
    return j.found == verdict::wrong && j.mistake == m.id
               ? 0
               : complain(std::string(m.exercise) + " " + m.id +
                          " is judged " + course::word(j.found) + " [" +
                          j.mistake + "] " + j.headline);
}

// What is said of a mistake that has lost its name has to be true of it on a
// hundred draws that it was not found on.
int prove_relations(const std::string& exercise)
{
    int bad = 0;
    knowledge known(exercise);
    for (const mistake& m : mistakes()) {
        if (m.exercise != exercise) {
            continue;
        }
        own_code wrong(m.id);
        symptom s{m.exercise, "", {m.id}};
        const diagnosis found = diagnose(s, wrong, known);
        s.fresh = 100;
        const diagnosis kept = diagnose(s, wrong, known);
        // With more to go by, what holds may be said in another form.
        const bool same =
            found.relations == kept.relations && found.names == kept.names;
        if (!same && !kept.whole) {
            bad += complain(
                exercise + " " + m.id +
                ": a relation does not hold on fresh draws: " +
                (found.relations.empty() ? "a pair of names"
                                         : found.relations[0]) +
                " / " +
                (kept.relations.empty() ? "nothing" : kept.relations[0]));
        }
        for (const std::string& said : found.calls) {
            if (std::count(kept.calls.begin(), kept.calls.end(), said) == 0) {
                bad += complain(exercise + " " + m.id +
                                ": not so on fresh draws: " + said);
            }
        }
    }
    return bad;
}

// A row of the table: which mistakes a question catches.
std::string caught_by(const std::string& exercise, const question& q)
{
    std::string row;
    for (const mistake& m : mistakes()) {
        own_code wrong(m.id);
        if (m.exercise == exercise &&
            judge_question(exercise, q.name, wrong, {}).found !=
                verdict::pass) {
            row += std::string("\t") + m.id;
        }
    }
    return row;
}

}  // namespace

int prove(const std::filesystem::path& table, bool save)
{
    int bad = 0;
    std::size_t questions = 0;
    std::ostringstream proved;
    for (const mistake& m : mistakes()) {
        bad += prove_mistake(m);
    }
    for (const exercise& e : exercises()) {
        bad += prove_solution(e.number) + prove_names(e.number) +
               prove_relations(e.number);
        for (const question& q : find_player(e.number, "truth")->questions) {
            const std::string row = caught_by(e.number, q);
            proved << "case\t" << e.number << "\t" << q.name << row << "\n";
            ++questions;
            if (row.empty()) {
                bad += complain(std::string(e.number) + " " + q.name +
                                " catches nothing");
            }
        }
    }
    if (save) {
        course::write_file(table, proved.str());
    } else if (course::read_file(table) != proved.str()) {
        bad += complain(table.string() +
                        " is not what was proved; --save writes it anew");
    }
    std::cout << mistakes().size() << " mistakes, " << questions
              << " questions, " << bad << " bad\n";
    return bad == 0 ? 0 : 1;
}

}  // namespace chainrule::judge
