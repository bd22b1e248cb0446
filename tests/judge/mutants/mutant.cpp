#include "judge/mutants/mutant.hpp"

#include <set>

#include "judge/mutants/answers.hpp"

namespace chainrule::mutants {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> asked_for(const generate::piece& stub)
{
    std::vector<std::string> names;
    for (const generate::declaration& d : generate::declarations_of(stub)) {
        names.push_back(d.name);
    }
    return names;
}

// What is asked for by other exercises is judged there, and what a stub gives
// is not changed.
std::set<std::string> left_alone(const generate::source& stub,
                                 const std::string& exercise)
{
    std::set<std::string> names;
    for (const generate::piece& part : stub.parts) {
        for (const generate::declaration& d :
             generate::declarations_of(part)) {
            if (part.exercise != exercise || !d.asked) {
                names.insert(d.name);
            }
        }
    }
    return names;
}

// Every change of what an exercise needs of a file.
// \return the answer as it is
mutant add_mutants(const answers& of, const std::string& file,
                   const std::vector<std::string>& names,
                   const std::set<std::string>& others,
                   std::vector<mutant>& all)
{
    const auto definitions = of.needed_for(names);
    std::string whole;
    for (const auto& d : definitions) {
        whole += d.text;
    }
    const auto members = members_in(whole);
    std::size_t begin = 0;
    for (const auto& d : definitions) {
        const std::string before = whole.substr(0, begin);
        begin += d.text.size();
        if (d.name.empty() || others.count(d.name) > 0) {
            continue;
        }
        for (const change& c : changes_of(d.text, members)) {
            all.push_back({file, lines_of(d.text, c),
                           before + changed(d.text, c) + whole.substr(begin),
                           c.fault});
        }
    }
    return {file, {}, whole};
}

struct original {
    std::string name;
    fs::path file;
};

std::vector<original> originals(const fs::path& source,
                                const std::string& chapter)
{
    std::vector<original> all{
        {"solutions.hpp", source / "chapters" / chapter / "solutions.hpp"},
        {"style.hpp", source / "tests" / chapter / "style.hpp"}};
    const fs::path odd =
        source / "tests/judge/right_answers" / (chapter + ".hpp");
    if (fs::exists(odd)) {
        all.push_back({"right_answers", odd});
    }
    return all;
}

// The solution with the lines of a slip in it.
std::string with_slip(const generate::source& solution,
                      const course::named_mistake& slip,
                      const std::string& where)
{
    std::string text;
    const auto add = [&](const std::vector<std::string>& lines) {
        for (const std::string& line : lines) {
            text += line + "\n";
        }
    };
    add(solution.before.lines);
    for (const generate::piece& part : solution.parts) {
        add(part.exercise == slip.exercise
                ? generate::with_mistake(part.lines, slip, where)
                : part.lines);
    }
    return text;
}

// Wrong answers that no single change makes.
void add_slips(const generate::material& m, const std::string& exercise,
               const fs::path& file, std::vector<mutant>& all)
{
    if (!fs::exists(file)) {
        return;
    }
    for (const course::named_mistake& slip : course::read_mistakes(file)) {
        if (slip.exercise == exercise) {
            all.push_back({file.filename(),
                           {slip.id, ""},
                           with_slip(m.solution, slip, file.string())});
        }
    }
}

}  // namespace

std::vector<mutant> all_mutants(const fs::path& source,
                                const std::string& chapter, trial& all)
{
    const generate::source& stub = all.chapter.stub;
    std::vector<mutant> mutants, unchanged;
    for (const original& from : originals(source, chapter)) {
        const answers right(from.file);
        all.includes.insert(all.includes.end(), right.includes().begin(),
                            right.includes().end());
        unchanged.push_back(
            add_mutants(right, from.name, asked_for(stub.part(all.exercise)),
                        left_alone(stub, all.exercise), mutants));
    }
    add_slips(all.chapter, all.exercise,
              source / "tests" / chapter / "slips.md", mutants);
    add_slips(all.chapter, all.exercise, all.chapter.mistakes_file, mutants);
    mutants.insert(mutants.end(), unchanged.begin(), unchanged.end());
    for (const mutant& m : mutants) {
        all.answers.push_back(m.code);
    }
    return mutants;
}

}  // namespace chainrule::mutants
