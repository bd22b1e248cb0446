#include "judge/proof.hpp"

#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "course/files.hpp"
#include "judge/verdict.hpp"

namespace chainrule::judge {
namespace {

constexpr std::uint64_t other_probes = 1000;

int complain(const std::string& what)
{
    std::cerr << "proof: " << what << "\n";
    return 1;
}

bool catches(const test_case& c)
{
    const child_report r = run_case(c, {});
    return r.end != ending::reported || r.said != "pass";
}

// A wrong name is worse than none, so none may come up on any probe.
int prove_names(const std::string& exercise)
{
    int bad = 0;
    for (std::uint64_t seed = 1; seed <= other_probes; ++seed) {
        for (const std::string& complaint :
             the_judged().wrong_names(exercise, 1000 * seed)) {
            bad += complain(exercise + " " + complaint + " with seed " +
                            std::to_string(1000 * seed));
        }
    }
    return bad;
}

int prove_mistake(std::size_t index, const mistake_text& m,
                  std::map<unsigned long, std::vector<std::string>>& caught)
{
    the_judged().choose(index);
    std::vector<test_case> cases = all_cases();
    std::erase_if(cases,
                  [&](const auto& c) { return c.exercise != m.exercise; });
    for (const test_case& c : cases) {
        if (catches(c)) {
            caught[c.id].push_back(m.id);
        }
    }
    const judgement j = judge_exercise(the_judged(), m.exercise, cases, {});
    if (j.found != verdict::wrong || j.mistake != m.id) {
        return complain(m.exercise + " " + m.id + " is judged " +
                        name_of(j.found) + " [" + j.mistake + "] " +
                        j.headline);
    }
    return 0;
}

}  // namespace

int prove(const std::filesystem::path& table, bool save)
{
    const auto mistakes = the_judged().mistakes();
    std::map<unsigned long, std::vector<std::string>> caught;
    std::set<std::string> ids;
    int bad = 0;
    std::ostringstream proved;
    for (std::size_t i = 0; i < mistakes.size(); ++i) {
        const mistake_text& m = mistakes[i];
        bad += prove_mistake(i, m, caught);
        if (!ids.insert(m.exercise + m.id).second) {
            bad += complain(m.id + " names two mistakes");
        }
        proved << "mistake\t" << m.exercise << "\t" << m.id << "\t" << m.title
               << "\t" << m.remedy << "\t" << m.section << "\n";
    }
    for (const std::string& number : the_judged().exercises()) {
        bad += prove_names(number);
    }
    for (const test_case& c : all_cases()) {
        proved << "case\t" << c.exercise << "\t" << c.claim;
        for (const std::string& id : caught[c.id]) {
            proved << "\t" << id;
        }
        proved << "\n";
        if (caught[c.id].empty()) {
            bad += complain(c.exercise + " " + c.claim + " catches nothing");
        }
    }
    if (save) {
        course::write_file(table, proved.str());
    } else if (course::read_file(table) != proved.str()) {
        bad += complain(table.string() +
                        " is not what was proved; --save writes it anew");
    }
    std::cout << mistakes.size() << " mistakes, " << all_cases().size()
              << " cases, " << bad << " bad\n";
    return bad == 0 ? 0 : 1;
}

}  // namespace chainrule::judge
