#include "workbook/text.hpp"

#include <regex>
#include <vector>

namespace chainrule::workbook {

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

}  // namespace chainrule::workbook
