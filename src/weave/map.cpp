#include "weave/map.hpp"

#include <boost/algorithm/string/trim.hpp>
#include <cctype>
#include <set>
#include <stdexcept>

#include "course/files.hpp"
#include "weave/picture.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

using step = std::pair<std::size_t, std::size_t>;

std::set<step> references(const std::vector<course::chapter>& all)
{
    std::set<step> found;
    for (std::size_t later = 0; later < all.size(); ++later) {
        std::string text;
        for (const char* ending : {".hpp", ".cpp"}) {
            text += course::read_file(all[later].folder /
                                      (all[later].stem() + ending));
        }
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (text.find("@chapter{" + all[earlier].name + "}") !=
                text.npos) {
                found.insert({earlier, later});
            }
        }
    }
    return found;
}

// Whether there is a way from one chapter to a later one that passes through
// a chapter between them.
bool by_a_detour(const std::set<step>& steps, std::size_t from,
                 std::size_t to)
{
    for (std::size_t via = from + 1; via < to; ++via) {
        if (steps.count({from, via}) != 0 &&
            (steps.count({via, to}) != 0 || by_a_detour(steps, via, to))) {
            return true;
        }
    }
    return false;
}

std::string node(std::size_t i)
{
    return "c" + std::to_string(i);
}

}  // namespace

std::vector<step> steps_between(const std::vector<course::chapter>& all)
{
    const std::set<step> steps = references(all);
    std::vector<step> direct;
    for (const step& s : steps) {
        if (!by_a_detour(steps, s.first, s.second)) {
            direct.push_back(s);
        }
    }
    return direct;
}

std::string promise_of(const course::chapter& c)
{
    const std::string start = "When you have read this chapter you can ";
    const auto lines = course::read_lines(c.folder / (c.stem() + ".hpp"));
    // Its paragraph, wherever that stands and however it is broken. What can be
    // done may stand in a list below it.
    std::string text;
    for (const line& l : lines) {
        if (l.text.starts_with("// ")) {
            const bool item = l.text.starts_with("// - ");
            text += (text.empty() ? "" : " ") +
                    boost::trim_copy(l.text.substr(item ? 5 : 2));
        } else if (text.starts_with(start)) {
            break;
        } else if (text + " " != start) {
            text.clear();
        }
    }
    const std::size_t end = text.find('.');
    if (!text.starts_with(start) || end == text.npos) {
        throw std::runtime_error(lines.front().file +
                                 ":1: expected a paragraph that begins '" +
                                 start + "'");
    }
    std::string promise = text.substr(start.size(), end + 1 - start.size());
    promise[0] = static_cast<char>(std::toupper(promise[0]));
    return promise;
}

std::string weave_map(const std::vector<course::chapter>& all)
{
    // Downwards, so that the names stay readable on a narrow page.
    std::string graph =
        "rankdir=TB; ranksep=0.3;\n"
        "node [shape=box style=rounded fixedsize=false height=0.4];\n";
    std::string list;
    std::string spoken;
    for (std::size_t i = 0; i < all.size(); ++i) {
        graph += node(i) + " [label=\"" + all[i].numbered_title() +
                 "\" URL=\"" + all[i].html() + "\"];\n";
        list +=
            "- \\subpage " + all[i].id() + "<br>" + promise_of(all[i]) + "\n";
    }
    for (const auto& [from, to] : steps_between(all)) {
        graph += node(from) + " -> " + node(to) + ";\n";
        spoken += " " + all[to].numbered_title() + " builds on " +
                  all[from].numbered_title() + ".";
    }
    return "\\htmlonly\n<figure class=\"figure map\">" +
           inline_svg(draw_graph(graph), "map",
                      "The chapters and what they build on." + spoken) +
           "</figure>\n\\endhtmlonly\n\n" + list;
}

}  // namespace chainrule::weave
