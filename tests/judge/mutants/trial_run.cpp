#include <algorithm>
#include <cstdlib>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "course/files.hpp"
#include "course/text.hpp"
#include "judge/mutants/trial.hpp"

namespace chainrule::mutants {
namespace {

namespace fs = std::filesystem;
using numbers = std::vector<std::size_t>;

// More of them in one file are not compiled any faster.
constexpr std::size_t most_together = 250;

// What the files of most exercises include.
constexpr const char* headers = R"(#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>
#include "chainrule/numbers/dual.hpp"
#include "judge/plumbing.hpp"
)";

std::string id_of(std::size_t number)
{
    return "mutant_" + std::to_string(number);
}

// The truth and some answers, each in a namespace of its own. Answer and
// questions are said to be from a file of that name, so that a compiler names
// it.
std::string program_of(const trial& t, const numbers& chosen)
{
    using namespace generate;
    const material& m = t.chapter;
    source more;
    more.includes = t.includes;
    const piece& part = m.probes.part(t.exercise);
    std::string code = truth_of(m);
    std::string questions = asked(m.probes, part, "of_truth", "::truth");
    std::vector<entry> players{{t.exercise, "truth", "of_truth"}};
    for (const std::size_t n : chosen) {
        const std::string id = id_of(n);
        code += "namespace " + id + " {\n#line 1 \"" + id + "\"\n" +
                t.answers[n] + "}  // namespace " + id + "\n";
        source probes = m.probes;
        probes.file = id;
        questions += asked(probes, part, "of_" + id, "::" + id);
        players.push_back({t.exercise, id, "of_" + id});
    }
    return includes_of({&m.stub, &m.truth, &m.probes, &more}) + code +
           plumbing_of(m.probes, questions) + players_of(players);
}

int run(const std::string& command)
{
    return std::system(command.c_str());
}

// Compiles until nothing is refused any more.
// \return the answers that are in the program
numbers compile(const trial& t, numbers chosen, const tools& use,
                const std::string& flags, const fs::path& program)
{
    const std::string file = program.string() + ".cpp";
    const std::string said = program.string() + ".txt";
    for (;;) {
        course::write_file(file, program_of(t, chosen));
        if (run(use.compile + " " + flags + " '" + file + "' -o '" +
                program.string() + "' " + use.link + " 2>'" + said + "'") ==
            0) {
            return chosen;
        }
        const auto bad = refused(course::read_file(said));
        const auto end =
            std::remove_if(chosen.begin(), chosen.end(),
                           [&](std::size_t n) { return bad.count(n) > 0; });
        if (end == chosen.end()) {
            throw std::runtime_error(
                "the compiler refuses " + file +
                ", and does not say which answer in it. It printed " + said);
        }
        chosen.erase(end, chosen.end());
    }
}

void run_trial(const fs::path& program, bool checked,
               std::vector<outcome>& found)
{
    const std::string said = program.string() + ".tsv";
    const std::string asan =
        "ASAN_OPTIONS=detect_leaks=0:abort_on_error=1:log_path=/dev/null:"
        "max_allocation_size_mb=1024:quarantine_size_mb=16:"
        "detect_stack_use_after_return=0 UBSAN_OPTIONS=log_path=/dev/null ";
    if (run(asan + "'" + program.string() + "' " +
            (checked ? "checked" : "quick") + " >'" + said + "'") != 0) {
        throw std::runtime_error("the trial " + program.string() +
                                 " did not end well");
    }
    outcome* last = nullptr;
    for (const auto& line : course::lines_of(course::read_file(said))) {
        if (!line.starts_with("mutant_")) {
            last->gave_again = judge::fingerprint_from(line);
            continue;
        }
        const std::size_t tab = line.find('\t');
        last = &found[std::stoul(line.substr(line.find('_') + 1))];
        last->how = static_cast<ending>(line.at(tab + 1) - '0');
        last->gave = judge::fingerprint_from(
            line.substr(std::min(tab + 3, line.size())));
    }
}

}  // namespace

std::set<std::size_t> refused(const std::string& printed)
{
    static const std::regex place(
        "^mutant_([0-9]+):.*(error: |required from |required by |"
        "in instantiation of |requested here)");
    std::set<std::size_t> all;
    std::istringstream in(printed);
    for (std::string line; std::getline(in, line);) {
        std::smatch found;
        if (std::regex_search(line, found, place)) {
            all.insert(std::stoul(found[1]));
        }
    }
    return all;
}

tools with_headers(const tools& use, const fs::path& folder)
{
    const std::string file = (folder / "headers.hpp").string();
    course::write_file(file, headers);
    if (run(use.compile + " -x c++-header '" + file + "' -o '" + file +
            ".gch'") != 0) {
        throw std::runtime_error("the compiler refuses " + file);
    }
    return {use.compile, use.link, use.checked, "-include '" + file + "'"};
}

std::vector<outcome> judge_all(const trial& t, const tools& use,
                               const fs::path& place)
{
    std::vector<outcome> found(t.answers.size());
    const auto batch = [&](const numbers& some, bool checked,
                           const std::string& name) {
        const fs::path program = place.string() + name;
        const std::string& flags = checked ? use.checked : use.quick;
        if (!compile(t, some, use, flags, program).empty()) {
            run_trial(program, checked, found);
        }
    };
    for (std::size_t n = 0; n < found.size();) {
        numbers some;
        for (; n < found.size() && some.size() < most_together; ++n) {
            some.push_back(n);
        }
        batch(some, false, "." + std::to_string(n));
    }
    numbers left;
    for (std::size_t n = 0; n < found.size(); ++n) {
        if (found[n].how == ending::passes) {
            left.push_back(n);
        }
    }
    if (!left.empty()) {
        batch(left, true, ".checked");
    }
    return found;
}

}  // namespace chainrule::mutants
