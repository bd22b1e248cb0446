#include "weave/source.hpp"

#include <boost/algorithm/string/trim.hpp>

namespace chainrule::weave {
namespace {

// What a compiler needs and a reader of the page does not.
bool is_frame(const std::string& text)
{
    const std::string t = boost::trim_copy(text);
    return t.empty() || t == "#pragma once" || t.starts_with("#include") ||
           t.starts_with("using namespace") ||
           t.starts_with("}  // namespace") ||
           (t.starts_with("namespace") && t.back() == '{');
}

void drop_frame(std::vector<line>& code)
{
    while (!code.empty() && is_frame(code.back().text)) {
        code.pop_back();
    }
    std::size_t first = 0;
    while (first < code.size() && is_frame(code[first].text)) {
        ++first;
    }
    code.erase(code.begin(), code.begin() + static_cast<long>(first));
}

// A fold may begin and end within a function.
bool is_fold(const std::string& text)
{
    return text.starts_with("// @fold ") || text == "// @end";
}

}  // namespace

std::vector<block> cut(const std::vector<line>& lines)
{
    std::vector<block> blocks;
    for (const line& l : lines) {
        const std::string trimmed = boost::trim_copy(l.text);
        if (trimmed.starts_with("// clang-format o")) {
            continue;
        }
        const bool prose = l.text.starts_with("//") || is_fold(trimmed);
        if (blocks.empty() || blocks.back().prose != prose) {
            blocks.push_back({prose, {}});
        }
        const bool spaced = trimmed.starts_with("// ");
        blocks.back().lines.push_back(
            {l.file, l.number,
             prose ? trimmed.substr(spaced ? 3 : 2) : l.text});
    }
    std::vector<block> kept;
    for (block& b : blocks) {
        if (!b.prose) {
            drop_frame(b.lines);
        }
        if (!b.lines.empty()) {
            kept.push_back(std::move(b));
        }
    }
    return kept;
}

}  // namespace chainrule::weave
