#include "weave/experiments.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <stdexcept>

namespace chainrule::weave {

experiments::experiments(const std::vector<line>& program, problems& found)
{
    const std::string heading = "// ## ";
    const std::string mark = "// @section ";
    all_.push_back({"", false, {}, ""});
    for (const line& l : program) {
        const bool marked = l.text.starts_with(mark);
        if (marked || l.text.starts_with(heading)) {
            const std::string name = boost::trim_copy(
                l.text.substr(marked ? mark.size() : heading.size()));
            for (const section& s : all_) {
                // That no two headings read the same is the page's affair.
                if ((marked || s.marked) && slug(s.name) == slug(name)) {
                    found.add(l, "a second section is named '" + name + "'");
                }
            }
            all_.push_back({name, marked, {}, ""});
        }
        if (!marked) {
            all_.back().lines.push_back(l);
        }
    }
}

std::vector<line> experiments::take(const line& where,
                                    const std::string& name)
{
    std::vector<std::string> names;
    for (section& s : all_) {
        if (s.name.empty()) {
            continue;
        }
        if (slug(s.name) != slug(name)) {
            names.push_back(s.name);
            continue;
        }
        if (!s.taken.empty()) {
            throw std::invalid_argument("the section '" + name +
                                        "' stands at " + s.taken +
                                        " already");
        }
        s.taken = where.file + ":" + std::to_string(where.number);
        return s.lines;
    }
    throw std::invalid_argument("the program has no section '" + name +
                                "'; it has: " + boost::join(names, ", "));
}

std::vector<line> experiments::rest() const
{
    std::vector<line> lines;
    for (const section& s : all_) {
        if (s.taken.empty()) {
            lines.insert(lines.end(), s.lines.begin(), s.lines.end());
        }
    }
    return lines;
}

}  // namespace chainrule::weave
