#include "workbook/answers.hpp"

#include <unistd.h>

#include <algorithm>
#include <stdexcept>

#include "course/files.hpp"
#include "course/text.hpp"

namespace chainrule::workbook {
namespace {

namespace fs = std::filesystem;

// A free name beside the file. Old files are never written over.
fs::path free_name(const fs::path& file)
{
    fs::path old = file.string() + ".old";
    for (int n = 2; fs::exists(fs::symlink_status(old)); ++n) {
        old = file.string() + ".old." + std::to_string(n);
    }
    return old;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

// The file with one of its parts as it was in the beginning.
std::string with_part_reset(const fs::path& file, const request& what)
{
    std::vector<std::string> lines =
        course::lines_of(course::read_file(file));
    const auto stubs =
        course::lines_of(course::read_file(what.of.folder / "exercises.hpp"));
    const auto parts = course::parts_of(lines);
    const course::part* old = course::find(parts, what.exercise);
    const course::part* stub = course::find(what.of.exercises, what.exercise);
    if (old == nullptr) {
        throw std::runtime_error(
            file.string() + " has no line that begins with '// ## " +
            what.exercise +
            "', so its part is not known. './workbook reset " +
            what.of.number() + "' puts the whole chapter back.");
    }
    const auto at = [](auto& v, std::size_t i) {
        return v.begin() + static_cast<std::ptrdiff_t>(i);
    };
    lines.erase(at(lines, old->first), at(lines, old->last));
    lines.insert(at(lines, old->first), at(stubs, stub->first),
                 at(stubs, stub->last));
    return joined(lines);
}

}  // namespace

fs::path answer_file(const fs::path& answers, const chapter& c)
{
    return answers / (c.name + ".hpp");
}

std::string shown_name(const fs::path& answers, const chapter& c)
{
    const fs::path source = c.folder.parent_path().parent_path();
    return fs::absolute(source / "answers").lexically_normal() == answers
               ? "answers/" + c.name + ".hpp"
               : answer_file(answers, c).string();
}

bool begin_answers(const fs::path& answers, const chapter& c)
{
    const fs::path file = answer_file(answers, c);
    if (fs::exists(fs::symlink_status(file))) {
        return false;
    }
    course::write_file(file, course::read_file(c.folder / "exercises.hpp"));
    return true;
}

std::string complaint_about(const fs::path& answers,
                            const std::vector<chapter>& all, const chapter& c)
{
    const fs::path file = answer_file(answers, c);
    const std::string name = shown_name(answers, c);
    const std::string remedy = " './workbook reset " + c.number() +
                               "' puts the exercises back and keeps it "
                               "beside.";
    if (!fs::is_regular_file(file)) {
        return name + " is not a file. Move it away.";
    }
    if (::access(file.c_str(), R_OK) != 0) {
        return name + " is not readable: chmod u+r " + file.string();
    }
    const std::string text = course::read_file(file);
    if (course::trimmed(text).empty() || text == "\xEF\xBB\xBF") {
        return name + " is empty." + remedy;
    }
    if (text.find('\0') != text.npos) {
        return name + " is not a text in UTF-8. Save it as such.";
    }
    const auto belongs = [&](const chapter& other) {
        const auto parts = course::parts_of(course::lines_of(text));
        return std::any_of(other.exercises.begin(), other.exercises.end(),
                           [&](const course::part& e) {
                               return course::find(parts, e.number) !=
                                      nullptr;
                           });
    };
    for (const chapter& other : all) {
        if (other.name != c.name && belongs(other) && !belongs(c)) {
            return name + " has the exercises of chapter " + other.number() +
                   "." + remedy;
        }
    }
    return "";
}

std::string answers_alone(const fs::path& file,
                          const std::vector<std::string>& exercises)
{
    const auto lines = course::lines_of(course::read_file(file));
    const auto parts = course::parts_of(lines);
    std::string text;
    const auto add = [&](std::size_t first, std::size_t last) {
        text += "#line " + std::to_string(first + 1) + " \"" + file.string() +
                "\"\n";
        text += joined({lines.begin() + static_cast<std::ptrdiff_t>(first),
                        lines.begin() + static_cast<std::ptrdiff_t>(last)});
    };
    add(0, parts.empty() ? 0 : parts.front().first);
    std::size_t found = 0;
    for (const course::part& p : parts) {
        if (std::find(exercises.begin(), exercises.end(), p.number) !=
            exercises.end()) {
            add(p.first, p.last);
            ++found;
        }
    }
    add(parts.empty() ? 0 : parts.back().last, lines.size());
    return found == exercises.size() ? text : "";
}

fs::path reset_answers(const fs::path& answers, const request& what)
{
    const fs::path file = answer_file(answers, what.of);
    if (begin_answers(answers, what.of)) {
        return {};
    }
    const std::string text =
        what.exercise.empty()
            ? course::read_file(what.of.folder / "exercises.hpp")
            : with_part_reset(file, what);
    const fs::path old = free_name(file);
    // The old text gets its second name before the new text is written, so
    // that it is never lost, whenever this program is stopped.
    std::error_code error;
    fs::create_hard_link(file, old, error);
    if (error) {
        fs::is_directory(file) ? fs::rename(file, old) : fs::copy(file, old);
    }
    course::write_file(file, text);
    return old;
}

}  // namespace chainrule::workbook
