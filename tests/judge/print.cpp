#include <boost/test/unit_test.hpp>
#include <sstream>

#include "judge/verdict.hpp"

using namespace chainrule::judge;

namespace {

std::string printed(const judgement& j, bool colour = false)
{
    std::ostringstream out;
    print(out, j, colour);
    return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(prints)

BOOST_AUTO_TEST_CASE(a_pass_is_two_words)
{
    BOOST_TEST(printed({"3.1", verdict::pass, "", {}, ""}) == "3.1 PASS\n");
}

BOOST_AUTO_TEST_CASE(reasons_stand_behind_and_below)
{
    BOOST_TEST(printed({"3.1",
                        verdict::wrong,
                        "dw1: yours 2, true 30.",
                        {"with w = 3"},
                        ""}) ==
               "3.1 WRONG  dw1: yours 2, true 30.\n    with w = 3\n");
}

BOOST_AUTO_TEST_CASE(twelve_lines_of_a_hundred_columns_are_the_most)
{
    const std::string wide = std::string(150, 'x') + " y";
    std::istringstream in(printed({"3.1", verdict::wrong, wide,
                                   std::vector<std::string>(20, wide), ""}));
    int count = 0;
    for (std::string line; std::getline(in, line); ++count) {
        BOOST_TEST(line.size() <= 100u);
    }
    BOOST_TEST(count == 12);
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_marked)
{
    const std::string wide =
        printed({"3.1", verdict::broken, std::string(150, 'x'), {}, ""});
    BOOST_TEST(wide.ends_with("xx...\n"));
    const std::string many =
        printed({"3.1", verdict::wrong, "why",
                 std::vector<std::string>(20, "detail"), ""});
    BOOST_TEST(many.ends_with("    detail\n    ...\n"));
}

BOOST_AUTO_TEST_CASE(lines_break_between_words)
{
    const std::string read =
        "read: \"Make the shapes fit\", chapter-10-dense-"
        "layers.html#chapter-10-dense-layers-make-the-"
        "shapes-fit";
    BOOST_TEST(printed({"10.2", verdict::wrong, "why", {read}, ""}) ==
               "10.2 WRONG  why\n    read: \"Make the shapes fit\",\n      "
               "chapter-10-dense-layers.html#chapter-10-dense-layers-make-"
               "the-shapes-fit\n");
}

BOOST_AUTO_TEST_CASE(nothing_moves_the_cursor_over_the_verdict)
{
    BOOST_TEST(printed({"3.1",
                        verdict::broken,
                        "\r\033[2K3.1 PASS",
                        {"a\x7f\xc2\x9b\xff b \u00e4\u4e00"},
                        ""}) ==
               "3.1 BROKEN  ??[2K3.1 PASS\n    a???? b \u00e4\u4e00\n");
    std::ostringstream out;
    print_json(out, {"3.1", verdict::broken, "\xff", {"\xc3"}, ""});
    BOOST_TEST(out.str().find("[\"?\"]") != std::string::npos);
    BOOST_TEST(out.str().find("\"headline\":\"?\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(only_the_verdict_is_coloured)
{
    const std::string text =
        printed({"3.1", verdict::pass, "why", {}, ""}, true);
    BOOST_TEST(text.starts_with("3.1 \033["));
    BOOST_TEST(text.ends_with("m  why\n"));
}

BOOST_AUTO_TEST_CASE(json_has_the_same_on_one_line)
{
    std::ostringstream out;
    print_json(out, {"3.1", verdict::wrong, "a \"b\"", {"c", "d"}, ""});
    print_json(out, {"3.2", verdict::wrong, "", {}, "sign-flipped"});
    BOOST_TEST(
        out.str() ==
        "{\"change\":null,\"details\":[\"c\",\"d\"],\"exercise\":\"3.1\","
        "\"headline\":\"a \\\"b\\\"\",\"mistake\":null,"
        "\"related\":false,\"verdict\":\"WRONG\"}\n"
        "{\"change\":null,\"details\":[],\"exercise\":\"3.2\",\"headline\":"
        "\"\","
        "\"mistake\":\"sign-flipped\",\"related\":false,\"verdict\":"
        "\"WRONG\"}\n");
}

BOOST_AUTO_TEST_SUITE_END()
