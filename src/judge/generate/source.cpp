#include "judge/generate/source.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <stdexcept>

#include "course/exercises.hpp"
#include "course/files.hpp"

namespace chainrule::generate {
namespace {

bool is_comment(const std::string& line)
{
    const std::size_t begin = line.find_first_not_of(' ');
    return begin != line.npos && line.compare(begin, 2, "//") == 0;
}

bool is_blank(const std::string& line)
{
    return line.find_first_not_of(" \t\r") == line.npos;
}

// Text on one line, without comments, and with single spaces.
std::string on_one_line(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        std::istringstream words(line.substr(0, line.find("//")));
        for (std::string word; words >> word;) {
            text += (text.empty() ? "" : " ") + word;
        }
    }
    return text;
}

// The same without the bodies of functions: each becomes a semicolon. A body
// is a brace behind a closing parenthesis, or behind a word after one.
std::string without_bodies(const std::string& text)
{
    std::string kept;
    int depth = 0;
    for (const char c : text) {
        const std::size_t last = kept.find_last_not_of(' ');
        const bool function = last != kept.npos &&
                              (kept[last] == ')' || kept.ends_with("const "));
        if (c == '{' && (depth > 0 || function)) {
            if (depth++ == 0) {
                kept.erase(last + 1);
                kept += ";";
            }
        } else if (c == '}' && depth > 0) {
            --depth;
        } else if (depth == 0) {
            kept += c;
        }
    }
    return kept;
}

// The name that is declared: before the parenthesis of a function, or behind
// the word struct or class.
std::string declared_name(const std::string& text)
{
    // Not that of a template: template <class T>.
    for (const std::string word : {"struct ", "class "}) {
        const std::size_t at = text.find(word);
        if (at != text.npos && at < text.find_first_of("({") &&
            (at == 0 || text[at - 1] == ' ')) {
            const std::size_t begin = at + word.size();
            return text.substr(begin,
                               text.find_first_of(" {:;", begin) - begin);
        }
    }
    const std::size_t end = text.find('(');
    std::size_t begin = end == text.npos ? 0 : end;
    while (begin > 0 &&
           (std::isalnum(static_cast<unsigned char>(text[begin - 1])) ||
            text[begin - 1] == '_')) {
        --begin;
    }
    return end == text.npos ? "" : text.substr(begin, end - begin);
}

}  // namespace

const piece& source::part(const std::string& exercise) const
{
    const auto found =
        std::find_if(parts.begin(), parts.end(),
                     [&](const piece& p) { return p.exercise == exercise; });
    if (found == parts.end()) {
        throw std::runtime_error(file + ": no part '// ## " + exercise +
                                 "' is there");
    }
    return *found;
}

source read_source(const std::filesystem::path& file)
{
    source s;
    s.file = file.string();
    auto lines = course::lines_of(course::read_file(file));
    const auto parts = course::parts_of(lines);
    for (std::string& line : lines) {
        if (line.starts_with("#include")) {
            s.includes.push_back(line);
            line.clear();
        } else if (line.starts_with("#pragma once") ||
                   line.starts_with("namespace answers {")) {
            line.clear();
        }
    }
    const auto cut = [&](std::size_t first, std::size_t last) {
        const auto at = lines.begin() + static_cast<std::ptrdiff_t>(first);
        return std::vector<std::string>(
            at, at + static_cast<std::ptrdiff_t>(last - first));
    };
    s.before = {"", 1, cut(0, parts.empty() ? lines.size() : parts[0].first)};
    for (const course::part& p : parts) {
        s.parts.push_back({p.number, p.first + 1, cut(p.first, p.last)});
    }
    return s;
}

std::vector<declaration> declarations_of(const piece& part)
{
    std::vector<declaration> all;
    int depth = 0;
    bool fresh = true;
    for (std::size_t i = 0; i < part.lines.size(); ++i) {
        const std::string& line = part.lines[i];
        if (depth == 0 && (is_blank(line) || is_comment(line))) {
            fresh = true;
            continue;
        }
        if (fresh) {
            all.push_back({false, "", {part.exercise, part.first + i, {}}});
            fresh = false;
        }
        declaration& d = all.back();
        d.text.lines.push_back(line);
        d.asked = d.asked || line.find("todo(") != line.npos;
        depth += static_cast<int>(std::count(line.begin(), line.end(), '{')) -
                 static_cast<int>(std::count(line.begin(), line.end(), '}'));
    }
    for (declaration& d : all) {
        d.name = declared_name(on_one_line(d.text.lines));
    }
    return all;
}

std::string contract_of(const piece& part)
{
    std::string text;
    for (const declaration& d : declarations_of(part)) {
        text += (text.empty() ? "" : " ") +
                without_bodies(on_one_line(d.text.lines));
    }
    return text;
}

}  // namespace chainrule::generate
