#include "workbook/text.hpp"

#include <cctype>

namespace chainrule::workbook {
namespace {

// What a command such as \frac is given behind a place: a digit, or what
// stands in braces. The place moves behind it.
std::string argument(const std::string& text, std::size_t& at)
{
    if (at >= text.size() || text[at] != '{') {
        const bool digit =
            at < text.size() &&
            std::isdigit(static_cast<unsigned char>(text[at])) != 0;
        return digit ? text.substr(at++, 1) : "";
    }
    const std::size_t begin = ++at;
    for (int depth = 1; at < text.size(); ++at) {
        depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
        if (depth == 0) {
            return text.substr(begin, at++ - begin);
        }
    }
    return text.substr(begin);
}

// A command from its backslash on. The place moves behind it.
std::string command(const std::string& text, std::size_t& at)
{
    const std::size_t begin = ++at;
    while (at < text.size() &&
           std::isalpha(static_cast<unsigned char>(text[at])) != 0) {
        ++at;
    }
    const std::string name = text.substr(begin, at - begin);
    if (name.empty()) {
        const bool space =
            at < text.size() &&
            std::string(",;! ").find(text[at]) != std::string::npos;
        at += space ? 1 : 0;
        return space ? "" : "\\";
    }
    if (name.ends_with("frac") && name.size() <= 5) {
        const std::string above = without_markup(argument(text, at));
        return above + "/" + without_markup(argument(text, at));
    }
    return name == "cdot" || name == "times" ? "*" : name;
}

}  // namespace

std::string without_markup(const std::string& text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\\') {
            plain += command(text, at);
            continue;
        }
        ++at;
        if (c != '$' && c != '`') {
            plain += c;
        }
        if ((c == '_' || c == '^') && at < text.size() && text[at] == '{') {
            plain += without_markup(argument(text, at));
        }
    }
    return plain;
}

}  // namespace chainrule::workbook
