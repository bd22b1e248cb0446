#include <algorithm>
#include <sstream>

#include "judge/verdict.hpp"

namespace chainrule::judge {
namespace {

// Text broken into lines of at most 100 columns.
std::vector<std::string> wrapped(const std::string& text,
                                 const std::string& first,
                                 const std::string& next)
{
    std::vector<std::string> lines;
    std::string line = first;
    std::istringstream in(text);
    bool empty = true;
    for (std::string word; in >> word;) {
        if (!empty && line.size() + 1 + word.size() > 100) {
            lines.push_back(line);
            line = next;
            empty = true;
        }
        line += (empty ? "" : " ") + word.substr(0, 90);
        empty = false;
    }
    lines.push_back(line);
    return lines;
}

}  // namespace

void print(std::ostream& out, const judgement& j, bool colour)
{
    const char* paint = j.found == verdict::pass          ? "\033[32m"
                        : j.found == verdict::not_started ? "\033[33m"
                                                          : "\033[31m";
    const std::string name = name_of(j.found);
    std::vector<std::string> lines = wrapped(
        j.headline,
        j.exercise + " " + name + (j.headline.empty() ? "" : "  "), "    ");
    for (const std::string& detail : j.details) {
        const auto more = wrapped(detail, "    ", "      ");
        lines.insert(lines.end(), more.begin(), more.end());
    }
    lines.resize(std::min<std::size_t>(lines.size(), 12));
    if (colour) {
        lines[0].replace(j.exercise.size() + 1, name.size(),
                         paint + name + "\033[0m");
    }
    for (const std::string& line : lines) {
        out << line << "\n";
    }
}

}  // namespace chainrule::judge
