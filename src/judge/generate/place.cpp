#include "judge/generate/place.hpp"

#include <stdexcept>

#include "course/text.hpp"

namespace chainrule::generate {

course::chapter chapter_in(const std::filesystem::path& folder)
{
    const auto chapters = folder.parent_path();
    const auto all = course::read_syllabus(chapters);
    const auto* known = course::find(all, folder.filename().string());
    if (known == nullptr) {
        throw std::runtime_error(folder.string() +
                                 " is in no line of the syllabus, " +
                                 (chapters / "CMakeLists.txt").string());
    }
    return *known;
}

std::string place_of(const course::chapter& c, const std::string& section)
{
    const bool whole = section == c.title;
    return c.html() +
           (whole ? "" : "#" + c.id() + "-" + course::slug(section));
}

}  // namespace chainrule::generate
