#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "harness/scratch_folder.hpp"
#include "weave/links.hpp"

using namespace chainrule::weave;

namespace {

struct site : chainrule::scratch_folder {
    site() { write("b.html", "<p id=\"there\">x</p>"); }

    // What is wrong with a site whose a.html has this body.
    std::vector<std::string> bad(const std::string& body) const
    {
        write("a.html", body);
        return check_links(path).bad;
    }
};

using messages = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(weaver_links, site)

BOOST_AUTO_TEST_CASE(good_links_are_counted)
{
    write("a.html", "<a id=\"here\" href=\"b.html\">b</a>"
                    "<a href='b.html#there'>t</a><a href=\"#here\">h</a>"
                    "<a class=\"x\" href=\"https://example.org/\">out</a>");
    const link_report seen = check_links(path);
    BOOST_TEST(seen.pages == 2);
    BOOST_TEST(seen.links == 4);
    BOOST_TEST(seen.bad.empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_named)
{
    BOOST_TEST((bad("<img src=\"none.svg\">") ==
                messages{"a.html: there is no none.svg"}));
}

BOOST_AUTO_TEST_CASE(an_anchor_that_is_not_there_is_named)
{
    BOOST_TEST((bad("<a href=\"b.html#gone\">b</a>") ==
                messages{"a.html: b.html has no anchor #gone"}));
    BOOST_TEST((bad("<a href=\"#gone\">a</a>") ==
                messages{"a.html: a.html has no anchor #gone"}));
}

BOOST_AUTO_TEST_CASE(an_id_twice_in_a_page_is_an_error)
{
    BOOST_TEST((bad("<p id=\"x\"></p><p id=\"x\"></p>") ==
                messages{"a.html: two ids 'x'"}));
    BOOST_TEST((bad("<a name=\"x\" id=\"x\"></a>") == messages{}));
}

BOOST_AUTO_TEST_CASE(a_large_picture_in_a_page_is_no_link)
{
    BOOST_TEST((bad("<image href='data:image/png;base64," +
                    std::string(300'000, 'A') + "'/>") == messages{}));
}

BOOST_AUTO_TEST_CASE(nothing_is_loaded_from_elsewhere)
{
    for (const std::string tag : {"script src", "link href", "img src"}) {
        const std::string where = "https://example.org/x";
        BOOST_TEST((bad("<" + tag + "=\"" + where + "\">") ==
                    messages{"a.html: loads " + where}));
        BOOST_TEST((bad("<" + tag + "=\"//example.org/x\">") ==
                    messages{"a.html: loads //example.org/x"}));
    }
}

BOOST_AUTO_TEST_CASE(text_of_scripts_is_no_link)
{
    BOOST_TEST(
        (bad("<script>'<a href=\"none.html\">'</script>") == messages{}));
}

BOOST_AUTO_TEST_SUITE_END()
