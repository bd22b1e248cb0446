#include <algorithm>

#include "course/text.hpp"
#include "judge/verdict.hpp"

namespace chainrule::judge {
namespace {

constexpr std::size_t columns = 100;
constexpr std::size_t most_lines = 12;

// How many bytes a character of UTF-8 has that begins here; 0 if it is none, or
// one that controls a terminal.
std::size_t character_at(const std::string& text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned first = byte(at);
    if (first < 0x80) {
        return first >= 0x20 && first != 0x7f ? 1 : 0;
    }
    const std::size_t size = first >= 0xf0   ? 4
                             : first >= 0xe0 ? 3
                             : first >= 0xc0 ? 2
                                             : 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80) {
            return 0;
        }
    }
    return first == 0xc2 && byte(at + 1) < 0xa0 ? 0 : size;
}

// What an answer printed or threw may be no text, or move the cursor over the
// verdict.
std::string plain(const std::string& text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = character_at(text, at);
        const bool space = text[at] == '\n' || text[at] == '\t';
        result += size > 0 ? text.substr(at, size) : space ? " " : "?";
        at += std::max<std::size_t>(size, 1);
    }
    return result;
}

// A message may hold a word that is longer than a line. What is left out of
// it, the dots say.
std::vector<std::string> wrapped(const std::string& text,
                                 const std::string& first,
                                 const std::string& next)
{
    auto lines = course::wrapped(plain(text), first, next, columns);
    for (std::string& line : lines) {
        if (line.size() > columns) {
            line.replace(columns - 3, line.npos, "...");
        }
    }
    return lines;
}

}  // namespace

void print(std::ostream& out, const judgement& j, bool colour)
{
    const std::string word = course::word(j.found);
    std::vector<std::string> lines = wrapped(
        j.headline,
        j.exercise + " " + word + (j.headline.empty() ? "" : "  "), "    ");
    for (const std::string& detail : j.details) {
        const auto more = wrapped(detail, "    ", "      ");
        lines.insert(lines.end(), more.begin(), more.end());
    }
    if (lines.size() > most_lines) {
        lines.resize(most_lines);
        lines.back() = "    ...";
    }
    lines[0].replace(j.exercise.size() + 1, word.size(),
                     course::painted(j.found, colour));
    for (const std::string& line : lines) {
        out << line << "\n";
    }
}

void print_json(std::ostream& out, const judgement& j)
{
    std::string details;
    for (const std::string& detail : j.details) {
        details += (details.empty() ? "" : ",") + course::json(plain(detail));
    }
    const auto or_null = [](const std::string& text) {
        return text.empty() ? "null" : course::json(plain(text));
    };
    out << "{\"change\":" << or_null(j.change) << ",\"details\":[" << details
        << "],\"exercise\":" << course::json(j.exercise)
        << ",\"headline\":" << course::json(plain(j.headline))
        << ",\"mistake\":" << or_null(j.mistake)
        << ",\"related\":" << (j.related ? "true" : "false")
        << ",\"verdict\":\"" << course::word(j.found) << "\"}\n";
}

}  // namespace chainrule::judge
