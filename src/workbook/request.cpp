#include "workbook/request.hpp"

#include <stdexcept>

namespace chainrule::workbook {

std::vector<chapter> chapters_of(const std::filesystem::path& source)
{
    std::vector<chapter> all = course::read_syllabus(source / "chapters");
    std::erase_if(all, [](const chapter& c) { return c.exercises.empty(); });
    return all;
}

std::vector<std::string> request::exercises() const
{
    std::vector<std::string> numbers;
    for (const course::part& e : of.exercises) {
        if (exercise.empty() || exercise == e.number) {
            numbers.push_back(e.number);
        }
    }
    return numbers;
}

request asked_for(const std::vector<chapter>& all, const std::string& asked)
{
    std::string known;
    for (const chapter& c : all) {
        const std::string two_digits = c.name.substr(0, 2);
        if (asked == c.number() || asked == two_digits || asked == c.name ||
            asked == c.stem() ||
            std::filesystem::path(asked).filename() == c.name + ".hpp") {
            return {c, ""};
        }
        for (const course::part& e : c.exercises) {
            if (asked == e.number || asked == "0" + e.number) {
                return {c, e.number};
            }
            known += " " + e.number;
        }
    }
    throw std::runtime_error("there is no chapter and no exercise '" + asked +
                             "'. The exercises are:" + known);
}

}  // namespace chainrule::workbook
