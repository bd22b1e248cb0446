#include "course/text.hpp"

#include <cctype>
#include <sstream>

#include "course/files.hpp"

namespace chainrule::course {

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

std::vector<line> read_lines(const std::filesystem::path& file)
{
    std::vector<line> lines;
    int number = 0;
    for (const std::string& text : lines_of(read_file(file))) {
        lines.push_back({file.string(), ++number, text});
    }
    return lines;
}

std::string slug(const std::string& heading)
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

std::string trimmed(const std::string& text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    return begin == text.npos ? "" : text.substr(begin, end - begin + 1);
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

std::string replaced(std::string text, const std::string& from,
                     const std::string& by)
{
    for (std::size_t at = text.find(from); at != text.npos;
         at = text.find(from, at + by.size())) {
        text.replace(at, from.size(), by);
    }
    return text;
}

std::vector<std::string> wrapped(const std::string& text,
                                 const std::string& first,
                                 const std::string& next, std::size_t columns)
{
    std::vector<std::string> lines;
    std::string line = first;
    bool empty = true;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        if (!empty && line.size() + 1 + word.size() > columns) {
            lines.push_back(line);
            line = next;
            empty = true;
        }
        line += (empty ? "" : " ") + word;
        empty = false;
    }
    lines.push_back(line);
    return lines;
}

}  // namespace chainrule::course
