#include <cctype>
#include <iostream>
#include <stdexcept>

#include "course/files.hpp"
#include "course/syllabus.hpp"
#include "course/text.hpp"
#include "workbook/commands.hpp"

namespace chainrule::workbook {
namespace {

namespace fs = std::filesystem;

// What stands for the names of the new chapter in the skeleton's files.
std::string filled_in(std::string text, const course::chapter& c)
{
    for (const auto& [mark, by] :
         {std::pair<std::string, std::string>{"@chapter@", c.name},
          {"@stem@", c.stem()},
          {"@number@", c.number()},
          {"@title@", c.title}}) {
        text = course::replaced(std::move(text), mark, by);
    }
    return text;
}

void copy_skeleton(const fs::path& from, const fs::path& to,
                   const course::chapter& c)
{
    for (const auto& entry : fs::directory_iterator(from)) {
        const std::string name = course::replaced(
            entry.path().stem().string(), "stem.", c.stem() + ".");
        course::write_file(to / name,
                           filled_in(course::read_file(entry.path()), c));
        std::cout << "  " << to.parent_path().filename().string() << "/"
                  << c.name << "/" << name << "\n";
    }
}

bool is_nn_stem(const std::string& name)
{
    constexpr const char* digit = "0123456789";
    constexpr const char* letter = "abcdefghijklmnopqrstuvwxyz";
    return name.size() > 3 && name.find_first_not_of(digit) == 2 &&
           name[2] == '_' && name.find_first_of(letter) == 3 &&
           name.find_first_not_of(std::string(letter) + digit + "_") ==
               name.npos;
}

// "moving_averages" reads "Moving averages" until somebody finds a better one.
std::string title_from(std::string stem)
{
    stem = course::replaced(std::move(stem), "_", " ");
    stem[0] = static_cast<char>(std::toupper(stem[0]));
    return stem;
}

}  // namespace

int new_chapter(const setting& s, const std::string& name)
{
    if (!is_nn_stem(name)) {
        throw std::runtime_error("'" + name +
                                 "' is no name of a chapter; write NN_stem, "
                                 "as 02_three_layers is");
    }
    const fs::path chapters = s.source / "chapters";
    const fs::path tests = s.source / "tests" / name;
    for (const course::chapter& c : course::read_syllabus(chapters)) {
        if (c.name.substr(0, 2) == name.substr(0, 2)) {
            throw std::runtime_error("there is a chapter " + c.name +
                                     "; take another number");
        }
    }
    for (const fs::path& taken : {chapters / name, tests}) {
        if (fs::exists(taken)) {
            throw std::runtime_error(taken.string() +
                                     " is there already; move it away");
        }
    }
    const course::chapter c{
        name, title_from(name.substr(3)), chapters / name, {}};
    const fs::path skeleton = s.source / "src" / "workbook" / "skeleton";
    copy_skeleton(skeleton / "chapter", c.folder, c);
    copy_skeleton(skeleton / "tests", tests, c);
    const fs::path syllabus = chapters / "CMakeLists.txt";
    course::write_file(syllabus, course::read_file(syllabus) +
                                     "add_chapter(" + name + ")\n");
    std::cout << "Made chapters/" << name << " and tests/" << name
              << ", and a line in chapters/CMakeLists.txt.\n"
              << "./workbook run " << c.number()
              << " runs it; CONTRIBUTING.md says how it grows.\n";
    return 0;
}

}  // namespace chainrule::workbook
