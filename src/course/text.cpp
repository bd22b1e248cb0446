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
