#include "workbook/braces.hpp"

#include <algorithm>
#include <cctype>

namespace chainrule::workbook {
namespace {

// Lines without comments and without what is quoted.
std::vector<std::string> bare_code(const std::vector<std::string>& lines)
{
    std::vector<std::string> bare;
    bool in_comment = false;
    for (const std::string& line : lines) {
        std::string code;
        char quote = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string two = line.substr(i, 2);
            if (in_comment) {
                in_comment = two != "*/";
                i += in_comment ? 0 : 1;
            } else if (quote != 0) {
                quote = line[i] == quote ? char{0} : quote;
                i += line[i] == '\\' ? 1 : 0;
            } else if (two == "//") {
                break;
            } else if (two == "/*") {
                in_comment = true;
                ++i;
            } else {
                // 1'000 has no character.
                const bool digits =
                    line[i] == '\'' && i > 0 &&
                    std::isalnum(static_cast<unsigned char>(line[i - 1])) !=
                        0;
                quote = (line[i] == '"' || line[i] == '\'') && !digits
                            ? line[i]
                            : '\0';
                code += quote != 0 ? ' ' : line[i];
            }
        }
        bare.push_back(code);
    }
    return bare;
}

struct opened {
    std::size_t line, indent;
    bool space;  // of a namespace, whose code is not indented
};

// An indented line closes what was opened less far to the left, or is outside
// of it.
std::optional<lone_brace> in_line(const std::string& code, std::size_t line,
                                  std::vector<opened>& open)
{
    const std::size_t indent = code.find_first_not_of(" \t");
    if (indent == code.npos || code[indent] == '#') {
        return std::nullopt;
    }
    const bool goes_on =
        code[indent] == '{' || code[indent] == '}' ||
        code.find_last_not_of(" \t") == code.find_last_of(':');  // "public:"
    if (!goes_on && !open.empty() && !open.back().space &&
        indent <= open.back().indent) {
        return lone_brace{open.back().line, true, line};
    }
    for (std::size_t i = indent; i < code.size(); ++i) {
        if (code[i] == '{') {
            open.push_back(
                {line, indent, code.compare(indent, 9, "namespace") == 0});
        } else if (code[i] == '}') {
            if (open.empty() ||
                (i == indent && indent > open.back().indent)) {
                return lone_brace{line, false, line};
            }
            if (i == indent && indent < open.back().indent) {
                return lone_brace{open.back().line, true, line};
            }
            open.pop_back();
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<lone_brace>
find_lone_brace(const std::vector<std::string>& lines)
{
    const auto code = bare_code(lines);
    std::ptrdiff_t depth = 0;
    for (const std::string& line : code) {
        depth += std::count(line.begin(), line.end(), '{') -
                 std::count(line.begin(), line.end(), '}');
    }
    std::vector<opened> open;
    for (std::size_t i = 0; depth != 0 && i < code.size(); ++i) {
        if (const auto found = in_line(code[i], i, open)) {
            return found;
        }
    }
    return depth <= 0 || open.empty()
               ? std::nullopt
               : std::optional(
                     lone_brace{open.back().line, true, lines.size() - 1});
}

}  // namespace chainrule::workbook
