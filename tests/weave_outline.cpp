#include "weave/outline.hpp"

#include <boost/test/unit_test.hpp>

using chainrule::weave::with_outline;

BOOST_AUTO_TEST_CASE(the_title_is_the_only_heading_of_the_first_level)
{
    BOOST_TEST(with_outline("<div class=\"title\">One</div>"
                            "<div class=\"contents\"><h1>Two</h1>"
                            "<h2><a id=\"x\"></a>Three</h2></div>") ==
               "<h1 class=\"title\">One</h1>"
               "<div class=\"contents\"><h2>Two</h2>"
               "<h3><a id=\"x\"></a>Three</h3></div>");
}

BOOST_AUTO_TEST_CASE(sections_that_begin_at_the_second_level_stay)
{
    BOOST_TEST(with_outline("<div class=\"title\">One</div>"
                            "<div class=\"contents\">"
                            "<h2 class=\"groupheader\">Two</h2></div>") ==
               "<h1 class=\"title\">One</h1><div class=\"contents\">"
               "<h2 class=\"groupheader\">Two</h2></div>");
}

BOOST_AUTO_TEST_CASE(the_box_of_contents_is_a_section)
{
    BOOST_TEST(with_outline("<div class=\"contents\">"
                            "<h3>Table of Contents</h3><h1>Two</h1>") ==
               "<div class=\"contents\"><h2>Table of Contents</h2>"
               "<h2>Two</h2>");
}

BOOST_AUTO_TEST_CASE(a_page_without_a_title_stays)
{
    BOOST_TEST(with_outline("<p>text</p>") == "<p>text</p>");
}

BOOST_AUTO_TEST_CASE(text_and_menu_are_landmarks)
{
    BOOST_TEST(with_outline("<div id=\"side-nav\" class=\"x\">"
                            "<div id=\"doc-content\">") ==
               "<div role=\"navigation\" aria-label=\"Pages\" "
               "id=\"side-nav\" class=\"x\">"
               "<div role=\"main\" id=\"doc-content\">");
}
