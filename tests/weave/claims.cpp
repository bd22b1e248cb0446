#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>

#include "course/files.hpp"
#include "harness/chapter_folder.hpp"
#include "weave/claims.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace {

std::string refused(const test_cases& tests, const std::string& name)
{
    try {
        tests.find(name, "01_slopes");
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(proved, chapter_folder)

BOOST_AUTO_TEST_CASE(a_sentence_gets_a_mark_that_leads_to_its_test)
{
    cpp += "//\n// First. It is so.\n// @proved{a_line_is_as_steep_as_it_is} "
           "Next.\n";
    BOOST_TEST(holds(
        page(),
        "It is so.\\htmlonly<a class=\"proved\" "
        "id=\"chapter-01-slopes-proved-1\" "
        "href=\"claims.html#chapter-01-slopes-claim-1\" "
        "title=\"Proved by a_line_is_as_steep_as_it_is\" "
        "aria-label=\"Proved by a_line_is_as_steep_as_it_is\">&#10003;</a>"
        "\\endhtmlonly Next."));
    const woven_page woven = weave();
    BOOST_TEST(woven.claims ==
               "slopes_suite/a_line_is_as_steep_as_it_is\tOne\t"
               "It is so.\n");
    BOOST_TEST(holds(woven.search, "It is so. Next."));
}

BOOST_AUTO_TEST_CASE(exercises_and_captions_may_have_marks)
{
    const std::string mark = " @proved{a_line_is_as_steep_as_it_is}\n";
    exercises("// ## 1.1 A bias\n// Do it." + mark + "int f();\n",
              "## 1.1\n1. A\n2. B\n3. C\n",
              "// ## 1.1 A bias\n// It is 7." + mark + "int f();\n");
    cpp += "//\n// @graph Up. @proved{a_line_is_as_steep_as_it_is} | x\n"
           "// a;\n// @endgraph\n//\n// @exercises\n";
    const std::string test = "slopes_suite/a_line_is_as_steep_as_it_is\t";
    const std::string exercise = "Exercise 1.1 A bias\t";
    BOOST_TEST(weave().claims == test + "One\tUp.\n" + test + exercise +
                                     "Do it.\n" + test + exercise +
                                     "It is 7.\n");
}

BOOST_AUTO_TEST_CASE(a_formula_of_its_own_ends_the_sentence_above)
{
    cpp += "//\n// More. It is\n//\n// $$ 1. $$ "
           "@proved{a_line_is_as_steep_as_it_is}\n";
    BOOST_TEST(weave().claims ==
               "slopes_suite/a_line_is_as_steep_as_it_is\tOne\t"
               "It is \\f[ 1. \\f]\n");
}

BOOST_AUTO_TEST_CASE(an_unknown_test_names_the_nearest)
{
    cpp += "//\n// It is\n// so. @proved{a_line_is_as_step_as_it_is}\n";
    BOOST_TEST(error() ==
               in_cpp + "5: no test is called 'a_line_is_as_step_as_it_is'; "
                        "the nearest name is "
                        "'slopes_suite/a_line_is_as_steep_as_it_is'");
    suite.clear();
    BOOST_TEST(error() == in_cpp + "5: no test is called "
                                   "'a_line_is_as_step_as_it_is'");
}

BOOST_AUTO_TEST_CASE(a_mark_needs_a_sentence)
{
    const std::string mark = "@proved{a_line_is_as_steep_as_it_is}";
    cpp += "//\n// " + mark + "\n";
    BOOST_TEST(error() == in_cpp + "4: " + mark +
                              " follows no sentence; write it directly "
                              "behind one");
    cpp = "// ## One. " + mark + "\n// @output one\n";
    BOOST_TEST(error() == in_cpp +
                              "1: a heading is no sentence that a test "
                              "proves; write " +
                              mark + " behind one");
}

BOOST_AUTO_TEST_CASE(a_sentence_begins_where_one_ended)
{
    BOOST_TEST(last_sentence("One. Two\nlines.") == "Two lines.");
    BOOST_TEST(last_sentence("*\"One?\"* Two.") == "Two.");
    BOOST_TEST(last_sentence("It is 0.5 or so.") == "It is 0.5 or so.");
    BOOST_TEST(last_sentence("One.\\htmlonly<a. b>\\endhtmlonly Two.") ==
               "Two.");
    BOOST_TEST(last_sentence("One. Two.\\htmlonly<a. b>\\endhtmlonly") ==
               "Two.");
    BOOST_TEST(last_sentence("- One.\n- Two,\n  three.") == "Two,   three.");
    BOOST_TEST(last_sentence("1. One") == "One");
    BOOST_TEST(last_sentence("| a | b |\n| c | It is so.") == "It is so.");
    BOOST_TEST(last_sentence("") == "");
    // What a formula or code has in it ends no sentence, but behind it.
    BOOST_TEST(last_sentence("It is\n\\f[ 1. | 2 \\f]") ==
               "It is \\f[ 1. | 2 \\f]");
    BOOST_TEST(last_sentence("Let \\f$a. b\\f$ and ``c. d``") ==
               "Let \\f$a. b\\f$ and ``c. d``");
    BOOST_TEST(last_sentence("Let\n\\f[ a = 1. \\f]\nIt is.") == "It is.");
    BOOST_TEST(last_sentence("One,\\htmlonly<a. b>\\endhtmlonly two.") ==
               "One, two.");
}

BOOST_AUTO_TEST_CASE(cases_are_found_in_every_form)
{
    write("tests/a/s.cpp",
          "BOOST_FIXTURE_TEST_SUITE(a_suite, f)\n\n// Not of\n// two.\n\n"
          "// Kills\n// that.\nBOOST_DATA_TEST_CASE(one, data)\n{\n"
          "    if (x) {\n    }\n}\n\nBOOST_AUTO_TEST_CASE(\n    two)\n{\n}\n"
          "BOOST_AUTO_TEST_CASE_TEMPLATE(three, T, all)\n{\n}\n"
          "BOOST_FIXTURE_TEST_CASE(four, f) {}\n");
    write("ctest.txt", "a.output\nmisdeed: exit\n");
    const test_cases tests(root / "tests", root / "ctest.txt");
    std::string names;
    for (const test_case& c : tests.all()) {
        names += c.full_name() + "\n";
    }
    BOOST_TEST(names == "a_suite/one\na_suite/two\na_suite/three\n"
                        "a_suite/four\na.output\nmisdeed: exit\n");
    BOOST_TEST(tests.all()[0].comment == "Kills that.");
    BOOST_TEST(tests.all()[0].file == "tests/a/s.cpp");
    BOOST_TEST(tests.all()[0].line == 8);
    BOOST_TEST(tests.all()[0].code ==
               "BOOST_DATA_TEST_CASE(one, data)\n{\n    if (x) {\n    }\n"
               "}\n");
    BOOST_TEST(tests.all()[1].comment == "");
}

BOOST_AUTO_TEST_CASE(a_name_of_two_tests_needs_its_suite)
{
    const auto cases = [](const std::string& name) {
        return "BOOST_AUTO_TEST_SUITE(" + name +
               ")\nBOOST_AUTO_TEST_CASE(one)\n{\n}\n";
    };
    write("tests/a/s.cpp", cases("a_suite"));
    write("tests/b/s.cpp", cases("b_suite"));
    const test_cases two(root / "tests");
    BOOST_TEST(refused(two, "one") ==
               "more than one test is called 'one'; name one of a_suite/one, "
               "b_suite/one");
    BOOST_TEST(two.find("b_suite/one", "").file == "tests/b/s.cpp");
    // That of the chapter goes before them.
    write("tests/01_slopes/suite.cpp", cases("slopes_suite"));
    const test_cases three(root / "tests");
    BOOST_TEST(three.find("one", "01_slopes").suite == "slopes_suite");
}

BOOST_AUTO_TEST_CASE(the_page_of_claims_has_sentence_test_and_comment)
{
    weave();
    write("out/01_slopes.claims.tsv",
          "slopes_suite/a_line_is_as_steep_as_it_is\tA < B\tIt is "
          "\\f$1\\f$.\n01_slopes.output\t\tTwo.\n");
    write("out/02_next.claims.tsv", "");
    write("ctest.txt", "01_slopes.output\n");
    const std::string text =
        weave_claims(course::read_syllabus(root / "chapters"), root / "out",
                     test_cases(root / "tests", root / "ctest.txt"));
    BOOST_TEST(holds(text, "# Claims and their tests {#claims}\n"));
    BOOST_TEST(holds(text, "## 1 · Slopes {#claims-chapter-01-slopes}\n"));
    BOOST_TEST(holds(text,
                     "<div class=\"claim\" id=\"chapter-01-slopes-claim-1\">"
                     "\n\\endhtmlonly\n\nIt is \\f$1\\f$.\n"));
    BOOST_TEST(holds(
        text,
        "<a href=\"chapter-01-slopes.html#chapter-01-slopes-"
        "proved-1\">A &lt; B</a>. Proved by "
        "<code>a_<wbr>line_<wbr>is_<wbr>as_<wbr>steep_<wbr>as_<wbr>it_<wbr>"
        "is</code> in <code>tests/<wbr>01_<wbr>slopes/<wbr>suite.cpp:4"
        "</code>."));
    BOOST_TEST(holds(text, "Kills a slope that is halved."));
    BOOST_TEST(holds(text, "```{.cpp}\nBOOST_AUTO_TEST_CASE(a_line_is_as_"
                           "steep_as_it_is)\n{\n    BOOST_TEST(true);\n"
                           "}\n```"));
    BOOST_TEST(holds(text, "proved-2\">Slopes</a>. Proved by "));
    BOOST_TEST(holds(text, "Two."));
    BOOST_TEST(holds(text, "<code>01_<wbr>slopes.output</code>, a test of "
                           "CTest."));
    BOOST_TEST(!holds(text, "2 · What is next"));
}

BOOST_AUTO_TEST_SUITE_END()
