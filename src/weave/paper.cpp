#include "weave/paper.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <regex>
#include <stdexcept>

#include "course/files.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

std::string between(const fs::path& file, const std::string& text,
                    const std::string& from, const std::string& to)
{
    const std::size_t begin = text.find(from);
    const std::size_t end = text.find(to, begin);
    if (begin == text.npos || end == text.npos) {
        throw std::runtime_error(file.string() + ": nothing between '" +
                                 from + "' and '" + to + "'");
    }
    return text.substr(begin, end - begin);
}

// One page with its title, under an anchor of its own.
std::string sheet(const fs::path& html, const std::string& name)
{
    const fs::path file = html / name;
    const std::string text = course::read_file(file);
    const std::string title =
        between(file, text, "<h1 class=\"title\">", "</h1>");
    return "<section class=\"sheet\" id=\"" + name + "\">" + title + "</h1>" +
           between(file, text, "<div class=\"contents\">",
                   "<!-- contents -->") +
           "</section>\n";
}

// Links to pages that are printed lead to them, and to their anchors.
std::string linked_within(std::string text,
                          const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        text =
            boost::replace_all_copy(text, "href=\"" + name + "#", "href=\"#");
        text = boost::replace_all_copy(text, "href=\"" + name + "\"",
                                       "href=\"#" + name + "\"");
    }
    return text;
}

}  // namespace

std::string weave_paper(const std::vector<course::chapter>& chapters,
                        const fs::path& html)
{
    std::vector<std::string> names{"index.html"};
    for (const course::chapter& c : chapters) {
        names.push_back(c.html());
    }
    names.insert(names.end(), {"mistakes.html", "claims.html", "about.html"});
    const fs::path first = html / names.front();
    std::string sheets;
    for (const std::string& name : names) {
        sheets += sheet(html, name);
    }
    static const std::regex answer(
        "<details>(\\s*<summary>(Answer|Which test))");
    return between(first, course::read_file(first), "<!DOCTYPE", "</head>") +
           "</head>\n<body class=\"paper\">\n" +
           linked_within(
               std::regex_replace(sheets, answer, "<details open>$1"),
               names) +
           "</body>\n</html>\n";
}

}  // namespace chainrule::weave
