#include "weave/claims.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <cctype>
#include <stdexcept>
#include <utility>

#include "course/text.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

const std::string opens = "\\htmlonly";
const std::string closes = "\\endhtmlonly";

std::string place(const course::chapter& c, const char* kind, int number)
{
    return c.id() + "-" + kind + "-" + std::to_string(number);
}

// The end of a formula, of code or of HTML that begins at `at`, or `at`.
std::size_t behind_span(const std::string& text, std::size_t at)
{
    static const std::pair<std::string, std::string> spans[] = {
        {"\\f[", "\\f]"}, {"\\f$", "\\f$"}, {"``", "``"}, {opens, closes}};
    for (const auto& [open, close] : spans) {
        if (text.compare(at, open.size(), open) == 0) {
            const std::size_t end = text.find(close, at + open.size());
            return end == text.npos ? text.size() : end + close.size();
        }
    }
    return at;
}

// A text without the marks that it ends with.
std::string without_last_marks(std::string text)
{
    boost::trim_right(text);
    while (text.ends_with(closes)) {
        text.erase(text.rfind(opens));
        boost::trim_right(text);
    }
    return text;
}

// Whether a sentence may begin behind a text.
bool ends_sentence(const std::string& text)
{
    std::string before = without_last_marks(text);
    // A formula may have the full stop in it.
    for (const char* close : {"\\f]", "\\f$"}) {
        if (before.ends_with(close)) {
            before.resize(before.size() - 3);
        }
    }
    boost::trim_right_if(before, boost::is_any_of("\"*_) \n"));
    return before.empty() ||
           std::string(".?!|").find(before.back()) != std::string::npos;
}

// The length of "- ", "1. " or "| " at the begin of a line.
std::size_t list_mark(const std::string& text)
{
    std::size_t at = 0;
    while (at < text.size() &&
           std::isdigit(static_cast<unsigned char>(text[at])) != 0) {
        ++at;
    }
    if (at > 0 && text.compare(at, 2, ". ") == 0) {
        return at + 2;
    }
    return text.starts_with("- ") || text.starts_with("| ") ? 2 : 0;
}

std::string without_marks(std::string text)
{
    for (std::size_t at; (at = text.find(opens)) != text.npos;) {
        text.erase(at, behind_span(text, at) - at);
    }
    return text;
}

// On a narrow page a long name breaks where its words end.
std::string code_html(const std::string& text)
{
    std::string name = escape_html(text);
    for (const char* mark : {"_", "/"}) {
        boost::replace_all(name, mark, std::string(mark) + "<wbr>");
    }
    return "<code>" + name + "</code>";
}

// One claim: the sentence, the test, what it says of itself, and its lines.
std::string entry(const course::chapter& c, int number,
                  const std::string& section, const std::string& sentence,
                  const test_case& test)
{
    const auto html = [](const std::string& text) {
        return opens + "[block]\n" + text + "\n" + closes + "\n\n";
    };
    std::string text = html("<div class=\"claim\" id=\"" +
                            place(c, "claim", number) + "\">") +
                       sentence + "\n\n";
    const std::string back =
        "<p class=\"test\"><a href=\"" + c.html() + "#" +
        place(c, "proved", number) + "\">" +
        escape_html(section.empty() ? c.title : section) +
        "</a>. Proved by " + code_html(test.name);
    if (test.file.empty()) {
        return text + html(back + ", a test of CTest.</p></div>");
    }
    text += html(back + " in " +
                 code_html(test.file + ":" + std::to_string(test.line)) +
                 ".</p>");
    if (!test.comment.empty()) {
        text +=
            html("<p class=\"kills\">" + escape_html(test.comment) + "</p>");
    }
    return text + html("<details><summary>The test</summary>") +
           "```{.cpp}\n" + test.code + "```\n\n" + html("</details></div>");
}

}  // namespace

std::string last_sentence(const std::string& text)
{
    std::string t = boost::trim_left_copy(without_last_marks(text));
    std::size_t begin = 0;
    for (std::size_t at = 0; at < t.size();) {
        const std::size_t behind = behind_span(t, at);
        if (behind > at) {
            at = behind;
            continue;
        }
        const bool space = t[at] == ' ' || t[at] == '\n';
        const bool item = t[at] == '\n' && list_mark(t.substr(at + 1)) > 0;
        ++at;
        if (space && (item || ends_sentence(t.substr(0, at - 1)))) {
            begin = at;
        }
    }
    t = t.substr(begin);
    return boost::replace_all_copy(
        boost::trim_copy(without_marks(t.substr(list_mark(t)))), "\n", " ");
}

std::string claims::prove(const std::string& test, const std::string& text)
{
    std::string sentence = last_sentence(text);
    // A formula in a paragraph of its own ends the sentence above it.
    if (sentence.starts_with("\\f[")) {
        sentence =
            boost::trim_left_copy(last_sentence(above_) + " " + sentence);
    }
    if (sentence.empty()) {
        throw std::invalid_argument(
            "@proved{" + test +
            "} follows no sentence; write it directly behind one");
    }
    const test_case& found = tests_.find(test, self_.name);
    ++count_;
    list_ += found.full_name() + "\t" + section_ + "\t" + sentence + "\n";
    const std::string name = escape_html(found.name);
    return opens + "<a class=\"proved\" id=\"" +
           place(self_, "proved", count_) + "\" href=\"claims.html#" +
           place(self_, "claim", count_) + "\" title=\"Proved by " + name +
           "\" aria-label=\"Proved by " + name + "\">&#10003;</a>" + closes;
}

std::string weave_claims(const std::vector<course::chapter>& chapters,
                         const std::filesystem::path& pages,
                         const test_cases& tests)
{
    std::string text =
        "# Claims and their tests {#claims}\n\n\\tableofcontents\n\n"
        "A tick behind a sentence of a chapter leads to this page. It names "
        "the test that fails when the sentence is false, says what the test "
        "says of itself, and shows its lines.\n\n";
    for (const course::chapter& c : chapters) {
        int number = 0;
        for (const line& l :
             course::read_lines(pages / (c.name + ".claims.tsv"))) {
            const auto columns = split(l.text, '\t');
            if (number == 0) {
                text += "## " + c.numbered_title() + " {#claims-" + c.id() +
                        "}\n\n";
            }
            text += entry(c, ++number, columns.at(1), columns.at(2),
                          tests.find(columns.at(0), c.name));
        }
    }
    return text;
}

}  // namespace chainrule::weave
