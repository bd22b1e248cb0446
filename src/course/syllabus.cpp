#include "course/syllabus.hpp"

#include <cctype>
#include <stdexcept>

#include "course/files.hpp"
#include "course/text.hpp"

namespace chainrule::course {
namespace {

namespace fs = std::filesystem;

// "03_cached_backprop", if a line adds that chapter.
std::string added_by(const line& l)
{
    const std::string call = "add_chapter(";
    const std::string text = trimmed(l.text);
    if (!text.starts_with(call)) {
        return "";
    }
    const std::string name =
        text.substr(call.size(), text.find_first_of(" )") - call.size());
    const auto digit = [&](std::size_t i) {
        return std::isdigit(static_cast<unsigned char>(name[i])) != 0;
    };
    if (name.size() < 4 || !digit(0) || !digit(1) || name[2] != '_') {
        throw std::runtime_error(l.file + ":" + std::to_string(l.number) +
                                 ": '" + name +
                                 "' is no name of a chapter; write NN_stem");
    }
    return name;
}

std::string title_in(const fs::path& file)
{
    for (const line& l : read_lines(file)) {
        if (l.text.starts_with("// # ")) {
            return trimmed(l.text.substr(5));
        }
    }
    throw std::runtime_error(file.string() +
                             ":1: expected a line '// # Title'");
}

std::vector<part> exercises_in(const fs::path& file)
{
    return fs::exists(file) ? parts_of(lines_of(read_file(file)))
                            : std::vector<part>{};
}

}  // namespace

std::string chapter::number() const
{
    return name[0] == '0' ? name.substr(1, 1) : name.substr(0, 2);
}

std::string chapter::id() const
{
    return "chapter-" + replaced(name, "_", "-");
}

std::vector<chapter> read_syllabus(const fs::path& chapters)
{
    std::vector<chapter> all;
    for (const line& l : read_lines(chapters / "CMakeLists.txt")) {
        if (const std::string name = added_by(l); !name.empty()) {
            const fs::path folder = chapters / name;
            all.push_back({name, title_in(folder / (name.substr(3) + ".hpp")),
                           folder, exercises_in(folder / "exercises.hpp")});
        }
    }
    return all;
}

const chapter* find(const std::vector<chapter>& all, const std::string& name)
{
    for (const chapter& c : all) {
        if (c.name == name) {
            return &c;
        }
    }
    return nullptr;
}

}  // namespace chainrule::course
