#include "weave/syllabus.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>

#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

std::string title_of(const std::string& name,
                     const std::filesystem::path& file)
{
    for (const line& l : read_lines(file)) {
        if (l.text.starts_with("// # ")) {
            const std::string number(name[0] == '0' ? name.substr(1, 1)
                                                    : name.substr(0, 2));
            return number + " · " + boost::trim_copy(l.text.substr(5));
        }
    }
    throw std::runtime_error(file.string() +
                             ":1: expected a line '// # Title'");
}

}  // namespace

std::string chapter::id() const
{
    return "chapter-" + boost::replace_all_copy(name, "_", "-");
}

std::vector<chapter> read_syllabus(const std::filesystem::path& file,
                                   const std::filesystem::path& folder)
{
    std::vector<chapter> all;
    for (const line& l : read_lines(file)) {
        const std::string name = boost::trim_copy(l.text);
        if (!name.empty()) {
            all.push_back({name, ""});
            all.back().title =
                title_of(name, folder / name / (all.back().stem() + ".hpp"));
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

}  // namespace chainrule::weave
