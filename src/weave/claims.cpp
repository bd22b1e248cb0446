#include "weave/claims.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <cctype>
#include <stdexcept>

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

// Whether a sentence may begin behind the space at `at`.
bool ends_before(const std::string& text, std::size_t at)
{
    const std::string before = boost::trim_right_copy_if(
        text.substr(0, at), boost::is_any_of("\"*_)"));
    return before.empty() || before.ends_with(closes) ||
           std::string(".?!|").find(before.back()) != std::string::npos;
}

// "- " or "1. " at the begin of a line.
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

std::string code_html(const std::string& text)
{
    return "<code>" + escape_html(text) + "</code>";
}

// One claim: the sentence, the test, what it says of itself, and its lines.
std::string entry(const course::chapter& c, int number,
                  const std::string& sentence, const test_case& test)
{
    const auto html = [](const std::string& text) {
        return opens + "[block]\n" + text + "\n" + closes + "\n\n";
    };
    std::string text = html("<div class=\"claim\" id=\"" +
                            place(c, "claim", number) + "\">") +
                       sentence + "\n\n";
    const std::string back = "<p class=\"test\"><a href=\"" + c.html() + "#" +
                             place(c, "proved", number) +
                             "\">In the chapter</a>. Proved by " +
                             code_html(test.full_name());
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
    std::string t = boost::trim_copy(text);
    while (t.ends_with(closes)) {
        t = boost::trim_right_copy(t.substr(0, t.rfind(opens)));
    }
    std::size_t begin = t.size();
    while (begin > 0) {
        --begin;
        const bool space = t[begin] == ' ' || t[begin] == '\n';
        const bool item =
            t[begin] == '\n' && list_mark(t.substr(begin + 1)) > 0;
        if (space && (item || ends_before(t, begin))) {
            ++begin;
            break;
        }
    }
    t = t.substr(begin);
    return boost::replace_all_copy(boost::trim_copy(t.substr(list_mark(t))),
                                   "\n", " ");
}

std::string claims::prove(const std::string& test, const std::string& text)
{
    const std::string sentence = last_sentence(text);
    if (sentence.empty()) {
        throw std::invalid_argument(
            "@proved{" + test +
            "} follows no sentence; write it directly behind one");
    }
    const test_case& found = tests_.find(test, self_.name);
    ++count_;
    list_ += found.full_name() + "\t" + sentence + "\n";
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
        "# Claims and their tests {#claims}\n\n"
        "A tick behind a sentence of a chapter leads to this page. It names "
        "the test that fails when the sentence is false, says what the test "
        "says of itself, and shows its lines.\n\n";
    for (const course::chapter& c : chapters) {
        int number = 0;
        for (const line& l :
             course::read_lines(pages / (c.name + ".claims.tsv"))) {
            const std::size_t tab = l.text.find('\t');
            if (number == 0) {
                text += "## " + c.numbered_title() + " {#claims-" + c.id() +
                        "}\n\n";
            }
            text += entry(c, ++number, l.text.substr(tab + 1),
                          tests.find(l.text.substr(0, tab), c.name));
        }
    }
    return text;
}

}  // namespace chainrule::weave
