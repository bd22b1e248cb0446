#include "weave/text.hpp"

#include <cctype>
#include <fstream>
#include <sstream>

namespace chainrule::weave {

namespace fs = std::filesystem;

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

std::string read_file(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw std::runtime_error(file.string() + ": cannot be read");
    }
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<line> read_lines(const fs::path& file)
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

void write_file(const fs::path& file, const std::string& text)
{
    if (file.has_parent_path()) {
        fs::create_directories(file.parent_path());
    }
    const fs::path part = file.string() + ".part";
    std::ofstream out(part, std::ios::binary);
    out << text;
    out.close();
    if (!out) {
        throw std::runtime_error(file.string() + ": cannot be written");
    }
    fs::rename(part, file);
}

std::string trim(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) {
        return "";
    }
    const auto last = text.find_last_not_of(" \t");
    return std::string(text.substr(first, last - first + 1));
}

std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(at, begin);
        parts.emplace_back(text.substr(begin, end - begin));
        if (end == text.npos) {
            return parts;
        }
        begin = end + 1;
    }
}

bool starts_with(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

std::string replace_all(std::string text, const std::string& from,
                        const std::string& to)
{
    for (std::size_t at = text.find(from); at != text.npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string join(const std::vector<std::string>& items,
                 const std::string& between)
{
    std::string all;
    for (const std::string& item : items) {
        all += (all.empty() ? "" : between) + item;
    }
    return all;
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
