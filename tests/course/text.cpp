#include "course/text.hpp"

#include <boost/test/unit_test.hpp>

#include "harness/scratch_folder.hpp"

using namespace chainrule::course;
using strings = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(lines_lose_the_ends_of_either_system)
{
    BOOST_TEST((lines_of("one\r\n\ntwo\n") == strings{"one", "", "two"}));
    BOOST_TEST((lines_of("no end") == strings{"no end"}));
    BOOST_TEST(lines_of("").empty());
}

BOOST_AUTO_TEST_CASE(paragraphs_are_broken_at_spaces)
{
    BOOST_TEST((wrapped("one two three", "  ", "  ", 9) ==
                strings{"  one two", "  three"}));
    BOOST_TEST(
        (wrapped("one two", "- ", "  ", 5) == strings{"- one", "  two"}));
}

BOOST_AUTO_TEST_CASE(a_long_word_is_not_broken)
{
    BOOST_TEST((wrapped("a incomprehensible b", "", "", 5) ==
                strings{"a", "incomprehensible", "b"}));
    BOOST_TEST((wrapped("", "x", "") == strings{"x"}));
}

BOOST_AUTO_TEST_CASE(a_heading_becomes_an_anchor)
{
    BOOST_TEST(slug("What's next?") == "what-s-next");
    BOOST_TEST(slug("3.1 A bias") == "3-1-a-bias");
}

BOOST_FIXTURE_TEST_CASE(a_line_knows_where_it_stands,
                        chainrule::scratch_folder)
{
    write("f", "a\nb\n");
    const auto lines = read_lines(path / "f");
    BOOST_TEST(lines.size() == 2u);
    BOOST_TEST(lines[1].number == 2);
    BOOST_TEST(lines[1].text == "b");
    BOOST_TEST(lines[1].file == (path / "f").string());
}

BOOST_AUTO_TEST_SUITE_END()
