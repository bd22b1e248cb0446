#include "weave/tries.hpp"

#include <boost/algorithm/string/join.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace chainrule::weave {
namespace {

std::set<std::string> declared_in(const std::vector<line>& lines)
{
    static const std::regex option(
        "option<[^>]*>\\s+\\w+\\{\\s*\"([^\"]+)\"");
    std::string all;
    for (const line& l : lines) {
        all += l.text + "\n";
    }
    std::set<std::string> names{"--help", "--plot"};
    for (std::sregex_iterator i(all.begin(), all.end(), option), end;
         i != end; ++i) {
        names.insert("--" + (*i)[1].str());
    }
    return names;
}

}  // namespace

void refuse_unknown_options(const course::chapter& c, problems& found)
{
    std::vector<line> lines;
    for (const char* ending : {".hpp", ".cpp"}) {
        const auto more = course::read_lines(c.folder / (c.stem() + ending));
        lines.insert(lines.end(), more.begin(), more.end());
    }
    const std::set<std::string> known = declared_in(lines);
    const std::regex command("\\./workbook run 0?" + c.number() +
                             "((?: [^`]*)?)");
    static const std::regex option("--[a-z][a-z-]*");
    for (const line& l : lines) {
        std::smatch words;
        if (!l.text.starts_with("//") ||
            !std::regex_search(l.text, words, command)) {
            continue;
        }
        const std::string rest = words[1];
        for (std::sregex_iterator i(rest.begin(), rest.end(), option), end;
             i != end; ++i) {
            if (known.count(i->str()) == 0) {
                found.add(l, "the program has no option " + i->str() +
                                 "; it has " + boost::join(known, ", "));
            }
        }
    }
}

}  // namespace chainrule::weave
