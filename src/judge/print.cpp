#include <algorithm>

#include "course/text.hpp"
#include "judge/verdict.hpp"

namespace chainrule::judge {
namespace {

constexpr std::size_t columns = 100;
constexpr std::size_t most_lines = 12;

// A message may hold a word that is longer than a line.
std::vector<std::string> wrapped(const std::string& text,
                                 const std::string& first,
                                 const std::string& next)
{
    auto lines = course::wrapped(text, first, next, columns);
    for (std::string& line : lines) {
        line = line.substr(0, columns);
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
    lines.resize(std::min(lines.size(), most_lines));
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
        details += (details.empty() ? "" : ",") + course::json(detail);
    }
    out << "{\"details\":[" << details
        << "],\"exercise\":" << course::json(j.exercise)
        << ",\"headline\":" << course::json(j.headline) << ",\"mistake\":"
        << (j.mistake.empty() ? "null" : course::json(j.mistake))
        << ",\"related\":" << (j.related ? "true" : "false")
        << ",\"verdict\":\"" << course::word(j.found) << "\"}\n";
}

}  // namespace chainrule::judge
