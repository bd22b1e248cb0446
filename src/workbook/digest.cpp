#include "workbook/digest.hpp"

#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <regex>

#include "course/text.hpp"

namespace chainrule::workbook {
namespace {

// "FILE:LINE:COLUMN: error: MESSAGE"
struct diagnostic {
    std::string place;  // "17:5"; nothing if it is in another file
    std::string message;
    std::vector<std::string> code;  // the line of source and its marker
};

// Names as a learner writes them, and no line beyond 100 columns.
std::string shortened(std::string line)
{
    static const std::regex also_known(R"( \{aka [^}]*\})");
    static const std::regex string_type(
        R"(std::(__cxx11::)?basic_string<char>)");
    line = std::regex_replace(line, also_known, "");
    line = std::regex_replace(line, string_type, "std::string");
    constexpr std::size_t columns = 100;
    if (line.size() > columns) {
        line = line.substr(0, columns - 3) + "...";
    }
    return line;
}

// "17:5" if a line says that it is about the file.
std::string place_in(const std::string& line, const std::string& file)
{
    const std::size_t at = line.find(file + ":");
    if (at == line.npos) {
        return "";
    }
    static const std::regex numbers(R"(^(\d+(:\d+)?))");
    std::smatch found;
    const std::string rest = line.substr(at + file.size() + 1);
    return std::regex_search(rest, found, numbers) ? found[1].str() : "";
}

bool is_source(const std::string& line)
{
    static const std::regex source(R"(^\s*\d*\s*\|.*)");
    return std::regex_match(line, source);
}

// clang shows the source as it is, and a marker below.
bool is_marker(const std::string& line)
{
    const std::string text = boost::trim_copy(line);
    return !text.empty() && text.find_first_not_of("^~ ") == text.npos;
}

std::vector<std::string> source_behind(const std::vector<std::string>& lines,
                                       std::size_t i)
{
    const bool gnu = i + 1 < lines.size() && is_source(lines[i + 1]);
    const bool clang = i + 2 < lines.size() && is_marker(lines[i + 2]);
    if (!gnu && !clang) {
        return {};
    }
    return {lines[i + 1], i + 2 < lines.size() ? lines[i + 2] : ""};
}

// The place in the file that an error elsewhere comes from: named by "required
// from" before it, or by a note behind it.
std::string nearest_place(const std::vector<std::string>& lines,
                          std::size_t error, const std::string& file)
{
    for (std::size_t i = error; i-- > 0;) {
        if (lines[i].find("error: ") != std::string::npos) {
            break;
        }
        const bool leads =
            lines[i].find("required") != std::string::npos ||
            lines[i].find("In instantiation") != std::string::npos;
        if (const std::string place = place_in(lines[i], file);
            leads && !place.empty()) {
            return place;
        }
    }
    for (std::size_t i = error + 1; i < lines.size(); ++i) {
        if (lines[i].find("error: ") != std::string::npos) {
            break;
        }
        if (const std::string place = place_in(lines[i], file);
            !place.empty()) {
            return place;
        }
    }
    return "";
}

// All that have to do with the file, each place once: a template is compiled
// for several types.
std::vector<diagnostic> diagnostics(const std::vector<std::string>& lines,
                                    const std::string& file)
{
    std::vector<diagnostic> all;
    const auto add = [&](diagnostic d) {
        const bool known =
            std::any_of(all.begin(), all.end(), [&](const auto& other) {
                return other.place == d.place;
            });
        if (!known) {
            all.push_back(std::move(d));
        }
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t at = lines[i].find("error: ");
        if (at == std::string::npos) {
            continue;
        }
        const std::string message = lines[i].substr(at + 7);
        if (lines[i].starts_with(file + ":")) {
            add({place_in(lines[i], file), message, source_behind(lines, i)});
        } else if (const std::string place = nearest_place(lines, i, file);
                   !place.empty()) {
            add({place, message, {}});
        }
    }
    return all;
}

}  // namespace

std::vector<std::string> digest(const std::string& said,
                                const std::string& file,
                                const std::string& name, std::size_t most)
{
    const auto all = diagnostics(course::lines_of(said), file);
    std::vector<std::string> shown;
    static const std::regex second_main(
        R"((duplicate symbol|multiple definition)[^\n]*\bmain\b)");
    if (all.empty() && std::regex_search(said, second_main)) {
        return {name + ": it has a main, and the judge has one already."};
    }
    std::size_t count = 0;
    for (const diagnostic& d : all) {
        if (shown.size() + 1 + d.code.size() > most - 1) {
            break;
        }
        shown.push_back(shortened(name + ":" + d.place + ": " + d.message));
        for (const std::string& line : d.code) {
            shown.push_back(shortened(line));
        }
        ++count;
    }
    if (count < all.size()) {
        shown.push_back(std::to_string(all.size() - count) +
                        " more; --full shows everything.");
    }
    return shown;
}

std::vector<std::string> warnings(const std::string& said,
                                  const std::string& file,
                                  const std::string& name, std::size_t most)
{
    std::vector<std::string> shown;
    for (const std::string& line : course::lines_of(said)) {
        const std::size_t at = line.find("warning: ");
        if (at == std::string::npos || !line.starts_with(file + ":") ||
            shown.size() == most) {
            continue;
        }
        std::string message = shortened(name + ":" + place_in(line, file) +
                                        ": " + line.substr(at));
        if (std::find(shown.begin(), shown.end(), message) == shown.end()) {
            shown.push_back(std::move(message));
        }
    }
    return shown;
}

}  // namespace chainrule::workbook
