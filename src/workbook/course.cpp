#include "workbook/course.hpp"

#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <stdexcept>

#include "course/files.hpp"
#include "workbook/text.hpp"

namespace chainrule::workbook {
namespace {

namespace fs = std::filesystem;

const std::string part_heading = "// ## ";

chapter read_chapter(const fs::path& folder)
{
    chapter c{folder.filename(), "", folder, {}};
    const std::string stem = c.name.substr(3);
    for (const std::string& line :
         lines_of(read_file(folder / (stem + ".hpp")))) {
        if (line.starts_with("// # ")) {
            c.title = line.substr(5);
            break;
        }
    }
    for (const std::string& line :
         lines_of(read_file(folder / "exercises.hpp"))) {
        if (line.starts_with(part_heading)) {
            const std::string text = line.substr(part_heading.size());
            const std::size_t space = text.find(' ');
            c.exercises.push_back(
                {text.substr(0, space), text.substr(space + 1)});
        }
    }
    return c;
}

}  // namespace

std::string chapter::number() const
{
    return std::to_string(std::stoi(name.substr(0, 2)));
}

std::vector<chapter> chapters_of(const fs::path& source)
{
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(source / "chapters")) {
        if (fs::exists(entry.path() / "exercises.hpp")) {
            folders.push_back(entry.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    std::vector<chapter> all;
    std::transform(folders.begin(), folders.end(), std::back_inserter(all),
                   read_chapter);
    return all;
}

request find(const std::vector<chapter>& all, const std::string& asked)
{
    std::string known;
    for (const chapter& c : all) {
        const std::string two_digits = c.name.substr(0, 2);
        if (asked == c.number() || asked == two_digits || asked == c.name ||
            asked == c.name.substr(3) || asked == c.name + ".hpp" ||
            asked == "answers/" + c.name + ".hpp") {
            return {c, ""};
        }
        for (const exercise& e : c.exercises) {
            if (asked == e.number || asked == "0" + e.number) {
                return {c, e.number};
            }
            known += " " + e.number;
        }
    }
    throw std::runtime_error("there is no chapter and no exercise '" + asked +
                             "'. The exercises are:" + known);
}

part part_of(const std::vector<std::string>& lines, const std::string& number,
             const std::string& heading)
{
    const auto is_heading = [&](const std::string& line) {
        return line.starts_with(heading);
    };
    const auto first =
        std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
            return boost::trim_copy(line) == heading + number ||
                   line.starts_with(heading + number + " ");
        });
    if (first == lines.end()) {
        return {};
    }
    const auto last =
        std::find_if(first + 1, lines.end(), [&](const auto& line) {
            return is_heading(line) || line.starts_with("}  // namespace");
        });
    return {static_cast<std::size_t>(first - lines.begin()),
            static_cast<std::size_t>(last - lines.begin())};
}

}  // namespace chainrule::workbook
