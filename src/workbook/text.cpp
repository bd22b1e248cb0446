#include "workbook/text.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace chainrule::workbook {

namespace fs = std::filesystem;

std::string read_file(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file)) {
        throw std::runtime_error("cannot read " + file.string());
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& file, const std::string& text)
{
    const fs::path part =
        file.string() + ".part" + std::to_string(::getpid());
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    std::ofstream out(part, std::ios::binary);
    out << text;
    out.close();
    std::error_code error;
    if (out) {
        fs::rename(part, file, error);
    }
    if (!out || error) {
        fs::remove(part, ignored);
        throw std::runtime_error("cannot write " + file.string() +
                                 ". Is the disk full, or the folder not "
                                 "yours?");
    }
}

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

std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) {
        return "";
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

bool begins_with(const std::string& text, const std::string& start)
{
    return text.compare(0, start.size(), start) == 0;
}

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

std::string wrapped(const std::string& text, const std::string& indent,
                    std::size_t columns)
{
    std::string all;
    std::string line = indent;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        if (line != indent && line.size() + 1 + word.size() > columns) {
            all += line + "\n";
            line = indent;
        }
        line += (line == indent ? "" : " ") + word;
    }
    return all + line + "\n";
}

}  // namespace chainrule::workbook
