#include "weave/counts.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/scratch_folder.hpp"

using namespace chainrule::weave;

namespace {

struct woven_and_shown : chainrule::scratch_folder {
    std::vector<std::string> missing(const std::string& woven,
                                     const std::string& shown) const
    {
        write("pages/01_a.md", "# A {#chapter-01-a}\n" + woven);
        write("html/chapter-01-a.html", shown);
        return missing_parts(path / "pages", path / "html");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(counts, woven_and_shown)

BOOST_AUTO_TEST_CASE(a_page_with_all_its_parts_is_right)
{
    BOOST_TEST(missing("\n```{.cpp}\nx\n```\n\n```{.unparsed}\ny\n```\n"
                       "<figure class=\"figure\">",
                       "<div class=\"fragment\"><pre class=\"fragment\">"
                       "<figure class=\"figure\">")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_lost_mark_is_told)
{
    const auto bad = missing("<a class=\"proved\" id=\"x\">", "nothing");
    BOOST_TEST(bad.size() == 1u);
    BOOST_TEST(bad[0] ==
               "chapter-01-a.html: 1 marks of claims woven, 0 shown");
}

BOOST_AUTO_TEST_CASE(a_lost_block_of_code_is_told)
{
    const auto bad = missing("\n```{.cpp}\nx\n```\n", "nothing");
    BOOST_TEST(bad.size() == 1u);
    BOOST_TEST(bad[0] ==
               "chapter-01-a.html: 1 blocks of code woven, 0 shown");
}

BOOST_AUTO_TEST_CASE(every_kind_of_part_is_counted)
{
    BOOST_TEST(missing("<figure class=\"figure\"><div class=\"output\">"
                       "<details><div class=\"exercise\">"
                       "<div class=\"try-it\">",
                       "")
                   .size() == 5u);
}

BOOST_AUTO_TEST_CASE(the_page_of_a_chapter_that_is_gone_is_not_missed)
{
    write("pages/02_b.md", "# B {#chapter-02-b}\n\n```{.cpp}\n");
    BOOST_TEST(missing("", "").empty());
}

BOOST_AUTO_TEST_CASE(no_pages_at_all_are_an_error)
{
    std::filesystem::create_directories(path / "pages");
    BOOST_CHECK_THROW(missing_parts(path / "pages", path / "html"),
                      std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
