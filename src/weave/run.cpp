#include "weave/run.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/trim.hpp>

namespace chainrule::weave {
namespace {

const std::string mark = "== ";

// `key = value` with anything before the first " = " as the key.
std::optional<std::pair<std::string, std::string>>
key_and_value(const std::string& text)
{
    const std::size_t at = text.find(" = ");
    if (at == text.npos) {
        return std::nullopt;
    }
    return std::pair(boost::trim_copy(text.substr(0, at)),
                     boost::trim_copy(text.substr(at + 3)));
}

void drop_blank_ends(std::vector<std::string>& lines)
{
    while (!lines.empty() && boost::trim_copy(lines.back()).empty()) {
        lines.pop_back();
    }
}

}  // namespace

run::run(const std::filesystem::path& file)
{
    problems found;
    for (const line& l : course::read_lines(file)) {
        if (l.text.starts_with(mark)) {
            const std::string name =
                boost::trim_copy(l.text.substr(mark.size()));
            if (find(name) != nullptr) {
                found.add(l, "a second section is named '" + name + "'");
            }
            sections_.push_back({l, name, {}});
        } else if (!sections_.empty()) {
            sections_.back().lines.push_back(l.text);
        } else if (!boost::trim_copy(l.text).empty()) {
            found.add(l, "output before the first '== section' line");
        }
    }
    for (output& section : sections_) {
        drop_blank_ends(section.lines);
    }
    found.raise();
}

const output* run::find(const std::string& name) const
{
    for (const output& section : sections_) {
        if (section.name == name) {
            return &section;
        }
    }
    return nullptr;
}

std::string run::value(const std::string& key) const
{
    // Of a key with a section, only the keys of that section are told.
    const std::string asked = key.substr(0, key.rfind('/') + 1);
    std::vector<std::string> found;
    std::vector<std::string> all;
    std::string value;
    for (const output& section : sections_) {
        for (const std::string& text : section.lines) {
            const auto pair = key_and_value(text);
            if (!pair) {
                continue;
            }
            const std::string full = section.name + "/" + pair->first;
            if (full.starts_with(asked)) {
                all.push_back(full);
            }
            if (key == pair->first || key == full) {
                found.push_back(full);
                value = pair->second;
            }
        }
    }
    if (found.empty()) {
        throw std::invalid_argument(
            "the run printed no value '" + key +
            "'; it printed: " + boost::join(all, ", "));
    }
    if (found.size() > 1) {
        throw std::invalid_argument(
            "the value '" + key +
            "' was printed more than once: " + boost::join(found, ", "));
    }
    return value;
}

std::vector<std::string> run::names() const
{
    std::vector<std::string> all;
    for (const output& section : sections_) {
        all.push_back(section.name);
    }
    return all;
}

}  // namespace chainrule::weave
