#include "weave/map.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace {

struct three_chapters : chainrule::scratch_folder {
    std::vector<course::chapter> all{{"01_a", "A", path / "01_a", {}},
                                     {"02_b", "B", path / "02_b", {}},
                                     {"03_c", "C", path / "03_c", {}}};

    void write_chapter(const std::string& name, const std::string& text) const
    {
        const std::string stem = name + "/" + name.substr(3);
        write(stem + ".hpp", "// # Title\n//\n// When you have read this "
                             "chapter you can add\n// numbers. More.\n//\n");
        write(stem + ".cpp", text);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(maps, three_chapters)

BOOST_AUTO_TEST_CASE(a_step_that_follows_from_others_is_left_out)
{
    write_chapter("01_a", "// @chapter{03_c}\n");
    write_chapter("02_b", "// @chapter{01_a}\n");
    write_chapter("03_c", "// @chapter{01_a} @chapter{02_b}\n");
    const std::vector<std::pair<std::size_t, std::size_t>> steps{{0, 1},
                                                                 {1, 2}};
    BOOST_TEST((steps_between(all) == steps));
}

BOOST_AUTO_TEST_CASE(a_promise_is_the_first_sentence)
{
    write_chapter("01_a", "");
    BOOST_TEST(promise_of(all[0]) == "Add numbers.");
}

BOOST_AUTO_TEST_CASE(a_picture_and_a_question_may_stand_before_it)
{
    write("01_a/a.hpp",
          "// # Title\n//\n// Look.\n//\n// @experiment x\n//\n// When you\n"
          "// have read this chapter you\n// can add. More.\n//\n// End.\n");
    BOOST_TEST(promise_of(all[0]) == "Add.");
}

BOOST_AUTO_TEST_CASE(a_promise_may_be_a_list)
{
    write("01_a/a.hpp", "// # Title\n//\n// Look.\n//\n// When you have read "
                        "this chapter you can\n//\n// - add,\n// - take "
                        "away.\n//\n// End.\n");
    BOOST_TEST(promise_of(all[0]) == "Add, take away.");
}

BOOST_AUTO_TEST_CASE(a_chapter_without_a_promise_is_refused)
{
    write("01_a/a.hpp", "// # Title\n//\n// Hello.\n");
    BOOST_CHECK_EXCEPTION(
        promise_of(all[0]), std::runtime_error, [](const auto& e) {
            return std::string(e.what()).find(
                       "a.hpp:1: expected a paragraph") != std::string::npos;
        });
}

BOOST_AUTO_TEST_CASE(the_map_leads_to_every_chapter)
{
    write_chapter("01_a", "");
    write_chapter("02_b", "// @chapter{01_a}\n");
    write_chapter("03_c", "// @chapter{02_b}\n");
    const std::string map = weave_map(all);
    for (const course::chapter& c : all) {
        BOOST_TEST(map.find("href=\"" + c.html() + "\"") != map.npos);
        BOOST_TEST(map.find("- \\subpage " + c.id() + "<br>Add numbers.\n") !=
                   map.npos);
    }
    BOOST_TEST(map.find("3 · C builds on 2 · B.") != map.npos);
}

BOOST_AUTO_TEST_SUITE_END()
