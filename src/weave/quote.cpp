#include "weave/quote.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <regex>
#include <set>
#include <stdexcept>
#include <vector>

#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

bool is_code(const std::string& text)
{
    const std::string t = boost::trim_copy(text);
    return !t.empty() && !t.starts_with("//") && !t.starts_with("#");
}

// The name that a line at the outermost level declares, or nothing.
std::string declared(const std::string& text)
{
    static const std::regex type(
        "^\\s*(?:class|struct|concept|enum class)\\s+(\\w+)");
    static const std::regex function("^[\\w:<>,&* ]*?[ *&]?(\\w+)\\(");
    std::smatch found;
    if (std::regex_search(text, found, type) ||
        std::regex_search(text, found, function)) {
        return found[1];
    }
    return "";
}

// The line after the one in which the braces close again.
std::size_t end_of(const std::vector<line>& lines, std::size_t i)
{
    int depth = 0;
    bool opened = false;
    for (; i < lines.size(); ++i) {
        for (const char c : lines[i].text) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            opened = opened || c == '{';
        }
        const std::string text = boost::trim_copy(lines[i].text);
        const bool ended = opened || (!text.empty() && text.back() == ';');
        if (depth == 0 && ended) {
            return i + 1;
        }
    }
    return i;
}

// A reader of a page wants the code and what it does. Parameter by parameter
// it is described in the reference.
std::string without_details(const std::vector<line>& lines, std::size_t from,
                            std::size_t end)
{
    std::string code;
    bool in_details = false;
    for (std::size_t k = from; k < end; ++k) {
        const std::string text = boost::trim_copy(lines[k].text);
        const bool is_comment = text.starts_with("///");
        in_details = is_comment && (in_details || text.starts_with("/// \\"));
        if (!in_details) {
            code += lines[k].text + "\n";
        }
    }
    return code;
}

}  // namespace

std::string quote(const std::filesystem::path& file, const std::string& name)
{
    const std::vector<line> lines = course::read_lines(file);
    std::set<std::string> names;
    for (std::size_t i = 0; i < lines.size();) {
        const std::string& text = lines[i].text;
        if (!is_code(text) || text.starts_with("namespace") ||
            text.starts_with("using") || text.starts_with("}")) {
            ++i;
            continue;
        }
        const bool is_template = text.starts_with("template");
        const std::size_t from = i + (is_template ? 1 : 0);
        const std::size_t end = end_of(lines, from);
        const std::string found = declared(lines[from].text);
        if (found == name) {
            return without_details(lines, i, end);
        }
        if (!found.empty()) {
            names.insert(found);
        }
        i = end;
    }
    throw std::invalid_argument(
        file.filename().string() + " declares no '" + name +
        "'; it declares " +
        boost::join(std::vector<std::string>(names.begin(), names.end()),
                    ", "));
}

}  // namespace chainrule::weave
