#include "weave/exercises.hpp"

#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <cctype>
#include <map>

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

struct part {
    line heading;
    std::vector<line> lines;
};

// The parts of a file, by number. A part begins with a heading such as
// "// ## 3.1 Title" and ends before the next one, or where the namespace does.
std::map<std::string, part> parts_of(const fs::path& file,
                                     const std::string& marker)
{
    std::map<std::string, part> parts;
    part* current = nullptr;
    for (const line& l : read_lines(file)) {
        if (l.text.starts_with(marker)) {
            const std::string title =
                boost::trim_copy(l.text.substr(marker.size()));
            const std::string number = title.substr(0, title.find(' '));
            current = &parts[number];
            current->heading = {l.file, l.number, title};
        } else if (l.text.starts_with("}  // namespace")) {
            current = nullptr;
        } else if (current != nullptr) {
            current->lines.push_back(l);
        }
    }
    return parts;
}

// "1. text", and what goes on below it, as one line each.
std::vector<line> numbered(const std::vector<line>& lines)
{
    std::vector<line> items;
    for (const line& l : lines) {
        const std::string text = boost::trim_copy(l.text);
        const std::string next = std::to_string(items.size() + 1) + ". ";
        if (text.starts_with(next)) {
            items.push_back({l.file, l.number, text.substr(next.size())});
        } else if (!text.empty() && !items.empty()) {
            items.back().text += " " + text;
        }
    }
    return items;
}

}  // namespace

std::vector<exercise> read_exercises(const fs::path& chapter, problems& found)
{
    if (!fs::exists(chapter / "exercises.hpp")) {
        return {};
    }
    auto hints = parts_of(chapter / "hints.md", "## ");
    auto solutions = parts_of(chapter / "solutions.hpp", "// ## ");
    std::vector<exercise> all;
    for (auto& [number, p] : parts_of(chapter / "exercises.hpp", "// ## ")) {
        exercise e{number, p.heading, p.lines, {}, {}};
        e.hints = numbered(hints[number].lines);
        if (e.hints.size() != 3) {
            found.add(p.heading, "exercise " + number + " has " +
                                     std::to_string(e.hints.size()) +
                                     " hints in hints.md; give three");
        }
        e.solution = solutions[number].lines;
        if (e.solution.empty()) {
            found.add(p.heading,
                      "solutions.hpp has no part '" + number + "'");
        }
        all.push_back(std::move(e));
    }
    return all;
}

}  // namespace chainrule::weave
