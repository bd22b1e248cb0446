#include "workbook/text.hpp"

#include <regex>
#include <sstream>

namespace chainrule::workbook {

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        lines.push_back(line);
    }
    return lines;
}

std::string without_markup(std::string text)
{
    const std::vector<std::pair<const char*, const char*>> rules{
        {R"(\\[tdc]?frac\{([^{}]*)\}\{([^{}]*)\})", "$1/$2"},
        {R"(\\[tdc]?frac(\d)(\d))", "$1/$2"},
        {R"(\\cdot|\\times)", "*"},
        {R"(\\lambda)", "lambda"},
        {R"(\\[,;! ])", ""},
        {R"(_\{([^{}]*)\})", "_$1"},
        {R"(\^\{([^{}]*)\})", "^$1"},
        {R"(\\([a-z]+))", "$1"},
        {R"([$`])", ""}};
    for (const auto& [pattern, by] : rules) {
        text = std::regex_replace(text, std::regex(pattern), by);
    }
    return text;
}

std::string wrapped(const std::string& text, const std::string& indent,
                    std::size_t columns)
{
    std::string all;
    std::string line = indent;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        if (line != indent && line.size() + 1 + word.size() > columns) {
            all += line + "\n";
            line = indent;
        }
        line += (line == indent ? "" : " ") + word;
    }
    return all + line + "\n";
}

}  // namespace chainrule::workbook
