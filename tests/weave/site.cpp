#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "course/files.hpp"
#include "harness/chapter_folder.hpp"
#include "weave/site.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace fs = std::filesystem;

BOOST_FIXTURE_TEST_SUITE(site, chapter_folder)

BOOST_AUTO_TEST_CASE(the_site_has_menu_index_and_contents)
{
    write("pages/01_slopes.search.json", weave().search);
    write("pages/02_next.search.json", "{\"page\":\"x\"}\n");
    write("pages/01_slopes.claims.tsv", "");
    write("pages/02_next.claims.tsv", "");
    write("layout.in", "<a>\n@CHAPTERS@</a>\n");
    const site_sources from{root / "chapters", root / "pages", root / "tests",
                            root / "layout.in", ""};
    write_site(from, root / "out");
    BOOST_TEST(holds(course::read_file(root / "out/layout.xml"),
                     "<tab type=\"user\" url=\"@ref chapter-01-slopes\" "
                     "title=\"1 · Slopes\"/>"));
    BOOST_TEST(holds(course::read_file(root / "out/chapters.md"),
                     "- \\subpage chapter-01-slopes<br>"));
    BOOST_TEST(
        holds(course::read_file(root / "out/examples.dox"),
              "/** \\example 01_slopes/slopes.cpp\n\\details The source of "
              "\\ref chapter-01-slopes \"1 · Slopes\". */\n"));
    BOOST_TEST(holds(course::read_file(root / "out/search-index.js"),
                     "window.search_index = [\n{\"page\":"));
}

BOOST_AUTO_TEST_CASE(a_layout_without_a_place_for_chapters_is_refused)
{
    weave();
    write("layout.in", "<a></a>\n");
    BOOST_CHECK_EXCEPTION(write_site({root / "chapters", root / "pages",
                                      root / "tests", root / "layout.in", ""},
                                     root / "out"),
                          std::runtime_error, [](const std::exception& e) {
                              return holds(e.what(),
                                           "layout.in:1: expected a line "
                                           "'@CHAPTERS@'");
                          });
    BOOST_TEST(!fs::exists(root / "out/layout.xml"));
}

BOOST_AUTO_TEST_SUITE_END()
