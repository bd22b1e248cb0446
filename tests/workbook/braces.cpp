#include "workbook/braces.hpp"

#include <boost/test/unit_test.hpp>

#include "course/text.hpp"

using namespace chainrule::workbook;

namespace {

std::optional<lone_brace> found(const std::string& text)
{
    return find_lone_brace(chainrule::course::lines_of(text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(braces)

BOOST_AUTO_TEST_CASE(the_end_of_a_loop_is_missed_where_its_function_ends)
{
    const auto b = found("int f()\n{\n    for (;;) {\n        g();\n\n"
                         "    return 1;\n}\nint h();\n");
    BOOST_TEST_REQUIRE(b.has_value());
    BOOST_TEST(b->line == 2u);
    BOOST_TEST(b->opens);
    BOOST_TEST(b->noticed == 5u);
}

BOOST_AUTO_TEST_CASE(the_end_of_a_function_is_missed_where_the_next_begins)
{
    const auto b = found("namespace answers {\nint f()\n{\n    return 1;\n\n"
                         "int g()\n{\n    return 2;\n}\n}\n");
    BOOST_TEST_REQUIRE(b.has_value());
    BOOST_TEST(b->line == 2u);
    BOOST_TEST(b->opens);
    BOOST_TEST(b->noticed == 5u);
}

BOOST_AUTO_TEST_CASE(a_brace_that_nothing_opened_is_found)
{
    const auto b = found("int f()\n{\n    for (;;)\n        g();\n    }\n"
                         "    return 1;\n}\n");
    BOOST_TEST_REQUIRE(b.has_value());
    BOOST_TEST(b->line == 4u);
    BOOST_TEST(!b->opens);
    const auto stray = found("int f() { return 1; }\n}\n");
    BOOST_TEST_REQUIRE(stray.has_value());
    BOOST_TEST(stray->line == 1u);
}

BOOST_AUTO_TEST_CASE(a_brace_at_the_end_of_all_is_missed_there)
{
    const auto b = found("void f()\n{\n    g();\n");
    BOOST_TEST_REQUIRE(b.has_value());
    BOOST_TEST(b->line == 1u);
    BOOST_TEST(b->noticed == 2u);
}

BOOST_AUTO_TEST_CASE(code_that_balances_may_be_indented_in_any_way)
{
    BOOST_TEST(!found("int f() {\nif (a) {\ng();\n    }\nreturn 1; }\n"));
    BOOST_TEST(!found(""));
}

BOOST_AUTO_TEST_CASE(comments_and_quotes_do_not_count)
{
    BOOST_TEST(!found("// {\n/* {\n { */ int n = 1'000;\n"
                      "const char* s = \"{\\\"{\";\nchar c = '{';\n"));
}

BOOST_AUTO_TEST_CASE(a_label_is_no_line_outside)
{
    const auto b = found("class c {\npublic:\n    void f() {\n        g();\n"
                         "};\n");
    BOOST_TEST_REQUIRE(b.has_value());
    BOOST_TEST(b->line == 2u);
    BOOST_TEST(b->noticed == 4u);
}

BOOST_AUTO_TEST_SUITE_END()
