#include "course/equivalents.hpp"

#include <algorithm>
#include <stdexcept>

#include "course/text.hpp"

namespace chainrule::course {

std::vector<equivalent> read_equivalents(const std::filesystem::path& file)
{
    std::vector<equivalent> all;
    if (!std::filesystem::exists(file)) {
        return all;
    }
    equivalent next;
    bool reading = false;
    for (const line& l : read_lines(file)) {
        const std::string rest =
            l.text.size() > 2 ? trimmed(l.text.substr(2)) : "";
        if (l.text.starts_with("## ")) {
            const std::size_t space = rest.find(' ', 1);
            next = {trimmed(rest.substr(0, space)),
                    trimmed(rest.substr(std::min(space, rest.size()))),
                    "",
                    "",
                    "",
                    0};
        } else if (l.text.starts_with("- ") && !next.reason.empty()) {
            next.before = rest;
            reading = false;
        } else if (l.text.starts_with("+") && !next.before.empty()) {
            next.after = rest;
            next.line = static_cast<std::size_t>(l.number);
            all.push_back(next);
            reading = false;
        } else if (!l.text.empty() && !next.exercise.empty() &&
                   !l.text.starts_with("- ")) {
            next.reason = reading ? next.reason + " " + l.text : l.text;
            next.before.clear();
            reading = true;
        } else if (!l.text.empty() && !l.text.starts_with("# ")) {
            throw std::runtime_error(l.file + ":" + std::to_string(l.number) +
                                     ": '" + l.text +
                                     "' is no heading, reason or change");
        }
    }
    return all;
}

}  // namespace chainrule::course
