// What Graphviz itself draws. The other suites of the weaver have a stand-in.
#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>

#include "weave/picture.hpp"

using namespace chainrule::weave;

namespace {

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graph)

BOOST_AUTO_TEST_CASE(dot_draws_nodes_labels_and_links)
{
    const std::string svg = draw_graph("a -> b [label=\"two words\"];\n"
                                       "b [URL=\"there.html\"];\n");
    BOOST_TEST(holds(svg, ">a<"));
    BOOST_TEST(holds(svg, ">two words<"));
    BOOST_TEST(holds(svg, "href=\"there.html\""));
}

BOOST_AUTO_TEST_CASE(a_drawn_graph_scales_and_takes_the_colour_of_the_text)
{
    const std::string page = inline_svg(draw_graph("a -> b;\n"), "g", "d");
    BOOST_TEST(holds(page, "<svg role=\"img\" aria-label=\"d\""));
    BOOST_TEST(holds(page, "style=\"max-width:"));
    BOOST_TEST(holds(page, "currentColor"));
    BOOST_TEST(!holds(page, "#808080"));
    BOOST_TEST(!holds(page, "<title>"));
}

BOOST_AUTO_TEST_CASE(what_dot_refuses_is_an_error_in_its_own_words)
{
    BOOST_CHECK_EXCEPTION(
        draw_graph("a -> -> b;\n"), std::runtime_error, [](const auto& e) {
            return holds(e.what(), "dot could not draw the graph: ") &&
                   holds(e.what(), "syntax error");
        });
}

BOOST_AUTO_TEST_SUITE_END()
