#include "weave/site.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <stdexcept>

#include "course/files.hpp"
#include "course/syllabus.hpp"
#include "weave/claims.hpp"
#include "weave/map.hpp"
#include "weave/mistakes.hpp"
#include "weave/mutants.hpp"
#include "weave/text.hpp"
#include "weave/unseen.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

std::string layout(const fs::path& file,
                   const std::vector<course::chapter>& chapters)
{
    const std::string text = course::read_file(file);
    if (text.find("@CHAPTERS@") == text.npos) {
        throw std::runtime_error(file.string() +
                                 ":1: expected a line '@CHAPTERS@'");
    }
    std::string tabs;
    for (const course::chapter& c : chapters) {
        tabs += "<tab type=\"user\" url=\"@ref " + c.id() + "\" title=\"" +
                escape_html(c.numbered_title()) + "\"/>\n";
    }
    return boost::replace_all_copy(text, "@CHAPTERS@", tabs);
}

std::string search_index(const site_sources& from,
                         const std::vector<course::chapter>& chapters)
{
    std::vector<std::string> records;
    for (const course::chapter& c : chapters) {
        for (const line& l :
             course::read_lines(from.pages / (c.name + ".search.json"))) {
            records.push_back(l.text);
        }
    }
    const auto mistakes = mistakes_for_search(chapters, from.tests);
    records.insert(records.end(), mistakes.begin(), mistakes.end());
    return "window.search_index = [\n" + boost::join(records, ",\n") +
           "\n];\n";
}

// Makes Doxygen link each documented name of the library to the chapters
// whose code uses it.
std::string examples(const std::vector<course::chapter>& chapters)
{
    std::string comments;
    for (const course::chapter& c : chapters) {
        for (const char* ending : {".hpp", ".cpp"}) {
            comments += "/** \\example " + c.name + "/" + c.stem() + ending +
                        "\n\\details The source of \\ref " + c.id() + " \"" +
                        c.numbered_title() + "\". */\n";
        }
    }
    return comments;
}

}  // namespace

void write_site(const site_sources& from, const fs::path& to)
{
    const auto chapters = course::read_syllabus(from.chapters);
    course::write_file(to / "layout.xml", layout(from.layout, chapters));
    course::write_file(to / "search-index.js", search_index(from, chapters));
    course::write_file(to / "chapters.md", weave_map(chapters));
    course::write_file(to / "mistakes.md",
                       weave_mistakes(chapters, from.tests));
    course::write_file(to / "claims.md",
                       weave_claims(chapters, from.pages,
                                    test_cases(from.tests, from.ctest)));
    course::write_file(to / "mutants.md",
                       weave_mutants(chapters, from.tests));
    course::write_file(to / "unseen.md", weave_unseen(chapters, from.tests));
    course::write_file(to / "examples.dox", examples(chapters));
}

}  // namespace chainrule::weave
