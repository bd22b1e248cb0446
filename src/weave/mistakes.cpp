#include "weave/mistakes.hpp"

#include <algorithm>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <map>
#include <set>
#include <stdexcept>

#include "course/mistakes.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

using mistake = course::named_mistake;

struct test_case {
    std::string exercise, claim;
    std::set<std::string> caught;
};

struct table {
    std::vector<mistake> mistakes;
    std::vector<test_case> cases;
};

void add_row(table& t, const line& l)
{
    const auto field = split(l.text, '\t');
    if (field[0] != "case" || field.size() < 3) {
        throw std::runtime_error(l.file + ":" + std::to_string(l.number) +
                                 ": '" + l.text + "' is no case");
    }
    t.cases.push_back({field[1],
                       boost::replace_all_copy(field[2], "_", " "),
                       {field.begin() + 3, field.end()}});
}

// Named mistakes, and which question catches which.
table read_table(const fs::path& tests)
{
    table t;
    if (fs::exists(tests / "mistakes.md")) {
        t.mistakes = course::read_mistakes(tests / "mistakes.md");
        for (const line& l : course::read_lines(tests / "scores.tsv")) {
            add_row(t, l);
        }
    }
    return t;
}

std::string anchor(const std::string& exercise, const std::string& id)
{
    return "mistake-" + slug(exercise) + "-" + id;
}

std::string link(const std::string& to, const std::string& text)
{
    return "\\ref " + to + " \"" + text + "\"";
}

// The exercises of a table, in order.
std::vector<std::string> exercises_of(const table& t)
{
    std::vector<std::string> all;
    for (const mistake& m : t.mistakes) {
        if (all.empty() || all.back() != m.exercise) {
            all.push_back(m.exercise);
        }
    }
    return all;
}

// A section of a chapter, or the chapter if it is its title.
std::string place(const course::chapter& c, const std::string& section)
{
    const bool whole = section == c.title;
    return link(whole ? c.id() : c.id() + "-" + slug(section), section);
}

// Markdown would take an open tag for a paragraph.
std::string html(const std::string& tags)
{
    return "\\htmlonly[block]\n" + tags + "\n\\endhtmlonly\n\n";
}

// Lines of code without the spaces that all of them begin with. Line ends are
// written out, because Markdown would indent the lines of a list.
std::string code(const std::vector<std::string>& lines)
{
    std::size_t common = std::string::npos;
    for (const std::string& l : lines) {
        common = std::min(common, l.find_first_not_of(' '));
    }
    std::string text;
    for (const std::string& l : lines) {
        text += (text.empty() ? "" : "&#10;") +
                escape_html(l.substr(std::min(common, l.size())));
    }
    return "<pre>" + text + "</pre>";
}

// The lines of the solution that a mistake changes, beside its own.
std::string changed(const mistake& m)
{
    std::string text;
    for (const course::hunk& h : m.hunks) {
        text += "<div><div>Wrong" +
                (h.wrong.empty() ? "<p>Nothing.</p>" : code(h.wrong)) +
                "</div><div>Ours" + code(h.right) + "</div></div>";
    }
    return html("<details class=\"lines\"><summary>Wrong and right "
                "lines</summary>" +
                text + "</details>");
}

std::string described(const course::chapter& c, const table& t,
                      const std::string& exercise)
{
    std::string text;
    for (const mistake& m : t.mistakes) {
        if (m.exercise == exercise) {
            text +=
                "- \\anchor " + anchor(exercise, m.id) + " `" + m.id +
                "` **" + escape_html(m.title) + "** " +
                escape_html(m.remedy) + " (" + place(c, m.section) + ")\n\n" +
                boost::replace_all_copy(changed(m), "\n\\end", "\n  \\end")
                    .insert(0, "  ");
        }
    }
    return text + "\n";
}

// A row for each mistake, a column for each case. Written as HTML, because
// Markdown's tables say their classes in every cell.
std::string caught_by(const table& t, const std::string& exercise)
{
    std::string legend;
    std::string head = "<tr><th>caught by";
    std::vector<const test_case*> cases;
    for (const test_case& c : t.cases) {
        if (c.exercise == exercise) {
            const std::string letter(1,
                                     static_cast<char>('a' + cases.size()));
            cases.push_back(&c);
            legend += "- " + letter + ": " + c.claim + "\n";
            head += "<th>" + letter;
        }
    }
    std::string rows;
    for (const mistake& m : t.mistakes) {
        if (m.exercise == exercise) {
            rows += "\n<tr><th scope=\"row\"><code>" + m.id + "</code>";
            for (const test_case* c : cases) {
                rows += c->caught.count(m.id) ? "<td>×" : "<td>";
            }
        }
    }
    return html("<details><summary>Which test catches which</summary>") +
           legend + "\n" +
           html("<table class=\"caught\">" + head + rows +
                "\n</table></details>");
}

// Every name, with the exercises that know it.
std::string index(const std::map<std::string, std::vector<mistake>>& by_id)
{
    std::string text = html("<div class=\"columns\">");
    for (const auto& [id, all] : by_id) {
        std::vector<std::string> links;
        std::transform(all.begin(), all.end(), std::back_inserter(links),
                       [&, &id = id](const mistake& m) {
                           return link(anchor(m.exercise, id), m.exercise);
                       });
        text += "- `" + id + "` " + boost::join(links, ", ") + "\n";
    }
    return text + "\n" + html("</div>");
}

}  // namespace

std::string weave_mistakes(const std::vector<course::chapter>& chapters,
                           const fs::path& tables)
{
    std::string text;
    std::map<std::string, std::vector<mistake>> by_id;
    std::size_t count = 0;
    for (const course::chapter& c : chapters) {
        const table t = read_table(tables / c.name);
        if (t.mistakes.empty()) {
            continue;
        }
        text +=
            "## " + c.numbered_title() + " {#mistakes-" + c.id() + "}\n\n";
        for (const std::string& exercise : exercises_of(t)) {
            text += "### Exercise " + exercise + " {#mistakes-" +
                    slug(exercise) + "}\n\n" + described(c, t, exercise) +
                    caught_by(t, exercise) +
                    link(c.id() + "-exercise-" + slug(exercise),
                         "To the exercise") +
                    "\n\n";
        }
        for (const mistake& m : t.mistakes) {
            by_id[m.id].push_back(m);
            ++count;
        }
    }
    return "# Mistakes by name {#mistakes}\n\n"
           "When an answer is wrong, `./workbook check` runs it on three "
           "random probes beside every wrong answer that it knows. If "
           "exactly one of them gives the same numbers on all three, the "
           "mistake has a name. Otherwise the judge says that it does not "
           "know. These are the " +
           std::to_string(count) +
           " names. A test proves for each that it is told from all others, "
           "on a thousand further probes.\n\n"
           "## Index {#mistakes-index}\n\n" +
           index(by_id) + text;
}

std::vector<std::string>
mistakes_for_search(const std::vector<course::chapter>& chapters,
                    const fs::path& tables)
{
    std::vector<std::string> records;
    for (const course::chapter& c : chapters) {
        const table t = read_table(tables / c.name);
        if (t.mistakes.empty()) {
            continue;
        }
        for (const std::string& exercise : exercises_of(t)) {
            std::string text;
            for (const mistake& m : t.mistakes) {
                text += m.exercise == exercise
                            ? m.id + " " + m.title + " " + m.remedy + " "
                            : "";
            }
            records.push_back(
                "{\"page\":\"mistakes.html\",\"title\":\"Mistakes by "
                "name\",\"section\":\"Exercise " +
                exercise + "\",\"anchor\":\"mistakes-" + slug(exercise) +
                "\",\"text\":" + json(text) + "}");
        }
    }
    return records;
}

}  // namespace chainrule::weave
