#include "weave/paper.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace {

struct built_book : chainrule::scratch_folder {
    std::vector<course::chapter> chapters{{"01_a", "A", {}, {}}};

    built_book()
    {
        for (const char* name :
             {"index", "chapter-01-a", "mistakes", "claims", "about"}) {
            page(name, "");
        }
    }
    void page(const std::string& name, const std::string& contents) const
    {
        write(name + ".html", "<!DOCTYPE html><head>h</head><body>menu"
                              "<h1 class=\"title\">" +
                                  name + "</h1><div class=\"contents\">" +
                                  contents +
                                  "</div><!-- contents --></body>");
    }
    bool holds(const std::string& part) const
    {
        return weave_paper(chapters, path).find(part) != std::string::npos;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(papers, built_book)

BOOST_AUTO_TEST_CASE(pages_stand_in_reading_order_without_their_menus)
{
    page("chapter-01-a", "text of A");
    const std::string paper = weave_paper(chapters, path);
    BOOST_TEST(paper.find("menu") == paper.npos);
    BOOST_TEST(paper.find("id=\"index.html\"") <
               paper.find("id=\"chapter-01-a.html\""));
    BOOST_TEST(paper.find("text of A") < paper.find("id=\"mistakes.html\""));
}

BOOST_AUTO_TEST_CASE(links_lead_within_the_paper)
{
    page("index", "<a href=\"chapter-01-a.html\">A</a>"
                  "<a href=\"chapter-01-a.html#x\">x</a>"
                  "<a href=\"other.html\">o</a>");
    BOOST_TEST(holds("<a href=\"#chapter-01-a.html\">A</a>"));
    BOOST_TEST(holds("<a href=\"#x\">x</a>"));
    BOOST_TEST(holds("<a href=\"other.html\">o</a>"));
}

BOOST_AUTO_TEST_CASE(answers_are_open_and_solutions_are_not)
{
    page("chapter-01-a", "<details><summary>Answer</summary>"
                         "<details><summary>Solution</summary>");
    BOOST_TEST(holds("<details open><summary>Answer</summary>"));
    BOOST_TEST(holds("<details><summary>Solution</summary>"));
}

BOOST_AUTO_TEST_CASE(a_page_without_contents_is_named)
{
    write("about.html", "<h1 class=\"title\">About</h1>");
    BOOST_CHECK_EXCEPTION(
        weave_paper(chapters, path), std::runtime_error, [](const auto& e) {
            return std::string(e.what()).find(
                       "about.html: nothing between") != std::string::npos;
        });
}

BOOST_AUTO_TEST_SUITE_END()
