#include "weave/text.hpp"

#include <boost/algorithm/string/split.hpp>
#include <cctype>
#include <sstream>

#include "course/files.hpp"

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

std::vector<line> read_lines(const std::filesystem::path& file)
{
    std::istringstream in(read_file(file));
    std::vector<line> lines;
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        if (!text.empty() && text.back() == '\r') {
            text.pop_back();
        }
        lines.push_back({file.string(), number, text});
    }
    return lines;
}

std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts;
    return boost::split(parts, text, [at](char c) { return c == at; });
}

std::string slug(std::string_view heading)
{
    std::string out;
    for (const char c : heading) {
        const auto u = static_cast<unsigned char>(c);
        if (std::isalnum(u) != 0) {
            out += static_cast<char>(std::tolower(u));
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (!out.empty() && out.back() == '-') {
        out.pop_back();
    }
    return out;
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

std::string json(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + "\"";
}

}  // namespace chainrule::weave
