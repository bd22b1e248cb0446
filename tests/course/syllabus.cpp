#include "course/syllabus.hpp"

#include <boost/test/unit_test.hpp>

#include "harness/saying.hpp"
#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::course;

namespace {

struct two_chapters : scratch_folder {
    two_chapters()
    {
        write("CMakeLists.txt", "# The syllabus: add_chapter(00_none)\n"
                                "add_chapter(12_last USES layers FAST)\n"
                                "  add_chapter(03_first_steps)\n");
        write("03_first_steps/first_steps.hpp", "// # First steps\n// x\n");
        write("12_last/last.hpp", "int x;\n// #  The last \n");
        write("12_last/exercises.hpp", "// ## 12.1 One\n// ## 12.2 Two\n");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(syllabuses, two_chapters)

BOOST_AUTO_TEST_CASE(chapters_come_in_the_order_of_their_calls)
{
    const auto all = read_syllabus(path);
    BOOST_TEST(all.size() == 2u);
    BOOST_TEST(all[0].name == "12_last");
    BOOST_TEST(all[1].name == "03_first_steps");
    BOOST_TEST(find(all, "03_first_steps") == &all[1]);
    BOOST_TEST(!find(all, "03"));
}

BOOST_AUTO_TEST_CASE(a_chapter_knows_its_title_its_page_and_its_exercises)
{
    const auto all = read_syllabus(path);
    BOOST_TEST(all[0].numbered_title() == "12 · The last");
    BOOST_TEST(all[0].exercises.at(1).title == "Two");
    BOOST_TEST(all[1].numbered_title() == "3 · First steps");
    BOOST_TEST(all[1].stem() == "first_steps");
    BOOST_TEST(all[1].html() == "chapter-03-first-steps.html");
    BOOST_TEST(all[1].folder == path / "03_first_steps");
    BOOST_TEST(all[1].exercises.empty());
}

BOOST_AUTO_TEST_CASE(a_chapter_without_a_title_is_refused)
{
    write("12_last/last.hpp", "int x;\n");
    BOOST_CHECK_EXCEPTION(read_syllabus(path), std::runtime_error,
                          saying("last.hpp:1: expected a line '// # Title'"));
}

BOOST_AUTO_TEST_CASE(a_name_that_is_none_is_refused_with_its_line)
{
    write("CMakeLists.txt", "# two\nadd_chapter(third)\n");
    BOOST_CHECK_EXCEPTION(
        read_syllabus(path), std::runtime_error,
        saying("CMakeLists.txt:2: 'third' is no name of a chapter"));
    write("CMakeLists.txt", "add_chapter()\n");
    BOOST_CHECK_THROW(read_syllabus(path), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
