#include "judge/generate/code.hpp"

#include <algorithm>
#include <stdexcept>

#include "course/files.hpp"
#include "course/text.hpp"
#include "judge/generate/macros.hpp"
#include "judge/generate/place.hpp"

namespace chainrule::generate {

namespace {

// Made by the target save_mutants, so a new chapter has none.
std::vector<std::string> rows_of(const std::filesystem::path& file)
{
    return std::filesystem::exists(file)
               ? course::lines_of(course::read_file(file))
               : std::vector<std::string>();
}

}  // namespace

material read_material(const std::filesystem::path& chapter,
                       const std::filesystem::path& tests)
{
    const auto mistakes = tests / "mistakes.md";
    return {chapter_in(chapter),
            read_source(chapter / "exercises.hpp"),
            read_source(chapter / "solutions.hpp"),
            read_source(tests / "probes.hpp"),
            read_source(tests / "truth.hpp"),
            mistakes.string(),
            course::read_mistakes(mistakes),
            rows_of(tests / "changes.tsv"),
            {},
            ""};
}

namespace {

struct question {
    std::string name;
    bool drawn = false;
};

std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result + "\"";
}

// "3.1" and "own-weight" as part of a name: 3_1, own_weight.
std::string as_name(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '.' || c == '-'; },
        '_');
    return text;
}

// Lines of a file, so that a compiler names their place.
std::string placed(const std::string& file, std::size_t first,
                   const std::vector<std::string>& lines)
{
    std::string text =
        "#line " + std::to_string(first) + " " + quoted(file) + "\n";
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

std::string placed(const source& s, const piece& p)
{
    return placed(s.file, p.first, p.lines);
}

}  // namespace

std::string includes_of(const std::vector<const source*>& all)
{
    std::vector<std::string> lines;
    for (const source* s : all) {
        for (const std::string& line : s->includes) {
            if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
                lines.push_back(line);
            }
        }
    }
    std::string text = "#include \"judge/plumbing.hpp\"\n"
                       "#include \"judge/known.hpp\"\n";
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

// ------------------------------------------------------------- questions

namespace {

// The questions of a part are its functions `void NAME(observation& o)` and
// `void NAME(observation& o, draws& any)`.
std::vector<question> questions_of(const source& probes, const piece& part)
{
    std::string text;
    for (const std::string& line : part.lines) {
        text += line + " ";
    }
    std::vector<question> all;
    const std::string begin = "void ";
    for (std::size_t at = text.find(begin); at != text.npos;
         at = text.find(begin, at + 1)) {
        const std::size_t open = text.find('(', at);
        const std::size_t close = text.find(')', at);
        if (open == text.npos || close == text.npos) {
            break;
        }
        const std::string parameters =
            text.substr(open + 1, close - open - 1);
        const auto commas =
            std::count(parameters.begin(), parameters.end(), ',');
        const bool drawn = parameters.find("draws&") != parameters.npos;
        if (parameters.starts_with("observation& ") &&
            commas == (drawn ? 1 : 0)) {
            all.push_back(
                {text.substr(at + begin.size(), open - at - begin.size()),
                 drawn});
        }
    }
    const auto drawn = std::count_if(all.begin(), all.end(),
                                     [](auto& q) { return q.drawn; });
    if (drawn != 1 || all.size() < 2) {
        throw std::runtime_error(
            probes.file + ":" + std::to_string(part.first) + ": exercise " +
            part.exercise + " has " + std::to_string(all.size()) +
            " questions, " + std::to_string(drawn) +
            " of them drawn. It needs one 'void NAME(observation& o, draws& "
            "any)', and at least one 'void NAME(observation& o)'");
    }
    return all;
}

// What the probes may say without more ado. These names come before those of
// an answer, so there are few.
constexpr const char* known_names =
    "using chainrule::counted;\n"
    "using chainrule::judge::digits;\n"
    "using chainrule::judge::draws;\n"
    "using chainrule::judge::list;\n"
    "using chainrule::judge::multiplications;\n"
    "using chainrule::judge::observation;\n"
    "using chainrule::judge::question;\n";

}  // namespace

std::string asked(const source& probes, const piece& part,
                  const std::string& player, const std::string& answers)
{
    std::string text = "namespace " + player + " {\nusing namespace " +
                       answers + ";\n" + placed(probes, part) +
                       "const question questions[] = {\n";
    for (const question& q : questions_of(probes, part)) {
        text += "    {" + quoted(q.name) + ", " +
                (q.drawn ? "nullptr, " + q.name : q.name + ", nullptr") +
                "},\n";
    }
    return text + "};\n}  // namespace " + player + "\n";
}

std::string plumbing_of(const source& probes, const std::string& questions)
{
    return std::string("namespace plumbing {\n") + known_names +
           placed(probes, probes.before) + questions +
           "}  // namespace plumbing\n";
}

namespace {

std::string space_of(const std::string& exercise, const std::string& id)
{
    return "of_" + as_name(exercise) + "_" + as_name(id);
}

// A subject may have one of its exercises alone, counted from 1, so that
// another one that does not compile does no harm.
std::string if_asked(std::size_t exercise)
{
    return "#if !defined(CHAINRULE_ONLY) || CHAINRULE_ONLY == " +
           std::to_string(exercise) + "\n";
}

}  // namespace

std::string players_of(const std::vector<entry>& all, bool in_subject)
{
    std::string text = "namespace chainrule::judge {\n"
                       "std::span<const player> players()\n{\n"
                       "    static const player all[] = {\n";
    std::size_t count = 0;
    for (const entry& e : all) {
        const std::string line = "        {" + quoted(e.exercise) + ", " +
                                 quoted(e.id) + ", plumbing::" + e.space +
                                 "::questions},\n";
        text += in_subject ? if_asked(++count) + line + "#endif\n" : line;
    }
    return text + "    };\n    return all;\n}\n"
                  "}  // namespace chainrule::judge\n";
}

// ----------------------------------------------------------- the subject

std::string subject_of(const material& m)
{
    const std::string includes = "// Made from " + m.probes.file + ".\n" +
                                 includes_of({&m.probes}) +
                                 "#include CHAINRULE_ANSWERS\n"
                                 "// Whatever an answer makes a macro, is "
                                 "none where it is asked.\n";
    std::string text = "// There even if the answer file has lost it.\n"
                       "namespace answers {}\n";
    std::string questions;
    std::vector<entry> entries;
    for (const piece& part : m.probes.parts) {
        const std::string space = space_of(part.exercise, "answer");
        entries.push_back({part.exercise, "answer", space});
        questions += if_asked(entries.size()) +
                     asked(m.probes, part, space, "::answers") + "#endif\n";
    }
    text += plumbing_of(m.probes, questions) + players_of(entries, true);
    return includes + without_macros(text) + text;
}

// ------------------------------------------------------------- the judge

std::string truth_of(const material& m)
{
    std::string text = "namespace truth {\nusing chainrule::judge::known;\n" +
                       placed(m.stub, m.stub.before);
    text += placed(m.truth, m.truth.before);
    for (const piece& part : m.stub.parts) {
        for (const declaration& d : declarations_of(part)) {
            if (!d.asked) {
                text += placed(m.stub, d.text);
            }
        }
        text += placed(m.truth, m.truth.part(part.exercise));
    }
    return text + "}  // namespace truth\n";
}

std::vector<std::string> with_mistake(std::vector<std::string> lines,
                                      const course::named_mistake& wrong,
                                      const std::string& where)
{
    for (const course::hunk& h : wrong.hunks) {
        const std::size_t at = course::place_of(h, lines, where);
        const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(at);
        const auto next = lines.erase(
            begin, begin + static_cast<std::ptrdiff_t>(h.right.size()));
        lines.insert(next, h.wrong.begin(), h.wrong.end());
    }
    return lines;
}

namespace {

std::string changed(const material& m, const course::named_mistake& wrong)
{
    piece part = m.solution.part(wrong.exercise);
    part.lines = with_mistake(part.lines, wrong, m.mistakes_file);
    return placed(m.solution, part);
}

// The whole solution, or with one of its parts exchanged.
std::string solution_of(const material& m, const std::string& space,
                        const std::string& exercise = "",
                        const std::string& exchanged = "")
{
    std::string text =
        "namespace " + space + " {\n" + placed(m.solution, m.solution.before);
    for (const piece& part : m.solution.parts) {
        text +=
            part.exercise == exercise ? exchanged : placed(m.solution, part);
    }
    return text + "}  // namespace " + space + "\n";
}

std::string texts_of(const material& m)
{
    std::string text = "namespace chainrule::judge {\n"
                       "std::span<const exercise> exercises()\n{\n"
                       "    static const exercise all[] = {\n";
    for (const piece& part : m.stub.parts) {
        text += "        {" + quoted(part.exercise) + ", " +
                quoted(contract_of(part)) + "},\n";
    }
    text += "    };\n    return all;\n}\n"
            "std::span<const mistake> mistakes()\n{\n"
            "    static const mistake all[] = {\n";
    for (const course::named_mistake& wrong : m.mistakes) {
        text += "        {" + quoted(wrong.exercise) + ", " +
                quoted(wrong.id) + ", " + quoted(wrong.title) + ", " +
                quoted(wrong.remedy) + ", " + quoted(wrong.section) + ", " +
                quoted(place_of(m.of, wrong.section)) + "},\n";
    }
    text += "    };\n    return all;\n}\n"
            "std::span<const small_change> small_changes()\n{\n";
    if (m.changes.empty()) {
        return text + "    return {};\n}\n}  // namespace chainrule::judge\n";
    }
    text += "    static const small_change all[] = {\n";
    for (const std::string& row : m.changes) {
        const std::size_t first = row.find('\t');
        const std::size_t second = row.find('\t', first + 1);
        text += "        {" + quoted(row.substr(0, first)) + ", " +
                quoted(row.substr(first + 1, second - first - 1)) + ", " +
                quoted(row.substr(second + 1)) + "},\n";
    }
    return text + "    };\n    return all;\n}\n"
                  "}  // namespace chainrule::judge\n";
}

// What an answer may use without naming it.
constexpr const char* unseen_includes =
    "#include <algorithm>\n#include <array>\n#include <cmath>\n"
    "#include <functional>\n#include <map>\n#include <memory>\n"
    "#include <numeric>\n#include <optional>\n#include <string>\n"
    "#include <utility>\n#include <vector>\n";

}  // namespace

std::string judge_of(const material& m)
{
    std::string answers;
    std::string questions;
    std::vector<entry> entries;
    const auto add = [&](const std::string& exercise, const std::string& id,
                         const std::string& space) {
        const std::string player = space_of(exercise, id);
        questions +=
            asked(m.probes, m.probes.part(exercise), player, "::" + space);
        entries.push_back({exercise, id, player});
    };
    answers += truth_of(m) + solution_of(m, "solution");
    for (const piece& part : m.stub.parts) {
        add(part.exercise, "truth", "truth");
        add(part.exercise, "solution", "solution");
    }
    for (const course::named_mistake& wrong : m.mistakes) {
        const std::string space =
            "mistake_" + as_name(wrong.exercise) + "_" + as_name(wrong.id);
        answers += solution_of(m, space, wrong.exercise, changed(m, wrong));
        add(wrong.exercise, wrong.id, space);
    }
    for (std::size_t i = 0; i < m.unseen.size(); ++i) {
        const unseen_answer& a = m.unseen[i];
        const std::string space = "unseen_" + std::to_string(i);
        answers +=
            "namespace " + space + " {\n" +
            placed(m.stub.file, m.stub.before.first, m.stub.before.lines) +
            placed(m.unseen_file, a.line, course::lines_of(a.code)) +
            "}  // namespace " + space + "\n";
        add(a.exercise, "unseen-" + a.id, space);
    }
    return "// Made from the files of the chapter; see CONTRIBUTING.md.\n" +
           includes_of({&m.stub, &m.solution, &m.truth, &m.probes}) +
           (m.unseen.empty() ? "" : unseen_includes) +
           "#include \"judge/chapter.hpp\"\n" + answers +
           plumbing_of(m.probes, questions) + players_of(entries) +
           texts_of(m);
}

}  // namespace chainrule::generate
