#include "weave/mutants.hpp"

#include <map>
#include <stdexcept>

#include "course/equivalents.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t columns = 6;

// How many were made, compiled, WRONG, BROKEN and equivalent, by exercise.
using scores = std::map<std::string, std::vector<long>>;

scores read_scores(const fs::path& file)
{
    scores all;
    if (!fs::exists(file)) {
        return all;
    }
    for (const line& l : course::read_lines(file)) {
        const auto field = split(l.text, '\t');
        if (field.size() != columns) {
            throw std::runtime_error(l.file + ":" + std::to_string(l.number) +
                                     ": '" + l.text + "' is no score");
        }
        for (std::size_t i = 1; i < columns; ++i) {
            all[field[0]].push_back(std::stol(field[i]));
        }
    }
    return all;
}

std::string html(const std::string& tags)
{
    return "\\htmlonly[block]\n" + tags + "\n\\endhtmlonly\n\n";
}

std::string row(const std::string& name, const std::vector<long>& counts)
{
    std::string text = "\n<tr><th scope=\"row\">" + name;
    for (const long n : counts) {
        text += "<td>" + std::to_string(n);
    }
    return text;
}

std::string table(const std::vector<course::chapter>& chapters,
                  const scores& of)
{
    std::string rows;
    std::vector<long> sum(columns - 1, 0);
    for (const course::chapter& c : chapters) {
        for (const course::part& exercise : c.exercises) {
            const auto found = of.find(exercise.number);
            if (found == of.end()) {
                continue;
            }
            rows += row(exercise.number, found->second);
            for (std::size_t i = 0; i < sum.size(); ++i) {
                sum[i] += found->second[i];
            }
        }
    }
    return html("<table class=\"caught\"><tr><th>exercise<th>made<th>compiled"
                "<th>WRONG<th>BROKEN<th>equivalent" +
                rows + row("all", sum) + "\n</table>");
}

std::string code(const std::string& text)
{
    return "<code>" + escape_html(text) + "</code>";
}

// The equivalents of a chapter, under their reasons.
std::string reasons(const std::vector<course::equivalent>& all)
{
    std::string text;
    const course::equivalent* last = nullptr;
    for (const course::equivalent& e : all) {
        const bool same = last != nullptr && last->reason == e.reason &&
                          last->exercise == e.exercise &&
                          last->file == e.file;
        if (!same) {
            text += std::string(last == nullptr ? "" : "</ul>") + "\n<p>" +
                    e.exercise + ", " + code(e.file) + ": " +
                    escape_html(e.reason) + "</p><ul>";
        }
        text += "\n<li>" + code(e.before) + " \u2192 " + code(e.after);
        last = &e;
    }
    return text + "</ul>";
}

}  // namespace

std::string weave_mutants(const std::vector<course::chapter>& chapters,
                          const fs::path& tests)
{
    std::string text =
        "# What every judge lets pass {#mutants}\n\n"
        "A judge is judged by answers that are nearly right. A program takes "
        "right answers to an exercise (our solution, and others in another "
        "style) and makes one small change at a time: an operator, an "
        "operand dropped or doubled, another name of the same type, a "
        "constant, a sign, a condition, a statement left out or exchanged "
        "with the next, arguments exchanged, an index or the end of a loop "
        "moved by one, a loop turned round, a call left out, a type that "
        "keeps less. An answer that was changed so is called a **mutant**. "
        "Some wrong answers that passed once are counted among them. Each "
        "that compiles is put the questions of its exercise. The judge must "
        "refuse it, unless the change makes no difference on any input that "
        "the exercise allows.\n\n"
        "WRONG and BROKEN say how mutants were refused: by a value, or by a "
        "crash, an exception or a loop without an end. Those in the last "
        "column passed, and are equivalent; they are listed below, each with "
        "the reason. A program makes all of them again and fails if any "
        "other passes.\n\n" +
        table(chapters, read_scores(tests / "judge/mutants/scores.tsv")) +
        "## Changes that make no difference {#mutants-equivalent}\n\n";
    for (const course::chapter& c : chapters) {
        const auto all =
            course::read_equivalents(tests / c.name / "equivalent.md");
        if (!all.empty()) {
            text +=
                html("<details><summary>" + escape_html(c.numbered_title()) +
                     ": " + std::to_string(all.size()) + "</summary>" +
                     reasons(all) + "</details>");
        }
    }
    return text;
}

}  // namespace chainrule::weave
