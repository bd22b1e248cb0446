#include "weave/outline.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <stdexcept>

#include "harness/scratch_folder.hpp"

using chainrule::weave::set_outlines;
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

BOOST_AUTO_TEST_CASE(a_list_without_a_title_gets_that_of_its_window)
{
    BOOST_TEST(with_outline("<title>Functions - chainrule</title>"
                            "<div class=\"contents\">")
                   .find("<h1 class=\"title\">Functions</h1>") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(text_and_menu_are_landmarks)
{
    BOOST_TEST(with_outline("<div id=\"side-nav\" class=\"x\">"
                            "<div id=\"doc-content\">") ==
               "<div role=\"navigation\" aria-label=\"Pages\" "
               "id=\"side-nav\" class=\"x\">"
               "<div role=\"main\" id=\"doc-content\">");
}

BOOST_FIXTURE_TEST_CASE(a_folder_is_known_by_its_name_and_not_by_a_hash,
                        chainrule::scratch_folder)
{
    write("dir_0123.html",
          "<div class=\"title\">chain Directory Reference</div>");
    write("dir_0123.js", "var dir_0123 = [];");
    write("navtreeindex0.js", "var I =\n{\n\"dir_0123.html\":[3],\n"
                              "\"a.html\":[1,2]\n};\n");
    write("files.html", "<a href=\"dir_0123.html\">chain</a>");
    set_outlines(path);
    BOOST_TEST(!std::filesystem::exists(path / "dir_0123.html"));
    BOOST_TEST(read("dir_chain.js") == "var dir_chain = [];");
    BOOST_TEST(read("navtreeindex0.js") ==
               "var I =\n{\n\"a.html\":[1,2],\n\"dir_chain.html\":[3]\n};"
               "\n");
    BOOST_TEST(read("files.html") == "<a href=\"dir_chain.html\">chain</a>");
}

BOOST_FIXTURE_TEST_CASE(two_folders_of_one_name_are_refused,
                        chainrule::scratch_folder)
{
    write("dir_0.html", "<div class=\"title\">a Directory Reference</div>");
    write("dir_1.html", "<div class=\"title\">a Directory Reference</div>");
    BOOST_CHECK_THROW(set_outlines(path), std::runtime_error);
}

BOOST_FIXTURE_TEST_CASE(the_letters_of_a_long_list_stand_below_its_name,
                        chainrule::scratch_folder)
{
    write("f.html",
          "<title>x: Functions - chainrule</title><div "
          "class=\"contents\"><h3><a id=\"index_a\"></a>- a -</h3>");
    set_outlines(path);
    BOOST_TEST(read("f.html").find("<h2><a id=\"index_a\"></a>- a -</h2>") !=
               std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_large_picture_in_a_page_is_left_alone,
                        chainrule::scratch_folder)
{
    const std::string picture = "<image href='data:image/png;base64," +
                                std::string(300'000, 'A') + "'/>";
    write("a.html", picture + "\n<a href=\"a-members.html\">List of all "
                              "members</a>");
    set_outlines(path);
    BOOST_TEST((read("a.html") == picture));
}

BOOST_FIXTURE_TEST_CASE(a_list_of_all_members_goes_with_its_link,
                        chainrule::scratch_folder)
{
    write("a-members.html", "<div class=\"title\">Member List</div>");
    write("a.html", "<a href=\"#x\">Functions</a> &#124;\n<a "
                    "href=\"a-members.html\">List of all members</a> </div>");
    set_outlines(path);
    BOOST_TEST(!std::filesystem::exists(path / "a-members.html"));
    BOOST_TEST(read("a.html") == "<a href=\"#x\">Functions</a> </div>");
}
