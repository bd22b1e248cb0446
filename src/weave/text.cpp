#include "weave/text.hpp"

#include <boost/algorithm/string/split.hpp>

namespace chainrule::weave {

void problems::add(const line& where, const std::string& what)
{
    all_ +=
        where.file + ":" + std::to_string(where.number) + ": " + what + "\n";
}

void problems::raise() const
{
    if (!all_.empty()) {
        throw std::runtime_error(all_.substr(0, all_.size() - 1));
    }
}

std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts;
    return boost::split(parts, text, [at](char c) { return c == at; });
}

std::string escape_html(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

}  // namespace chainrule::weave
