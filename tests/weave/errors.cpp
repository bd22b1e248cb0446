#include <boost/test/unit_test.hpp>
#include <string>

#include "harness/chapter_folder.hpp"

using namespace chainrule;
using namespace chainrule::weave;

BOOST_FIXTURE_TEST_SUITE(errors, chapter_folder)

BOOST_AUTO_TEST_CASE(an_unknown_output_names_the_known)
{
    cpp += "// @output two\n";
    BOOST_TEST(error() == in_cpp + "3: the run printed no section 'two'; it "
                                   "printed: one");
}

BOOST_AUTO_TEST_CASE(an_output_never_shown_is_an_error)
{
    output += "\n== two\nc = 3\n";
    BOOST_TEST(error() ==
               "run/output.txt:5: the section 'two' is printed but never "
               "shown; add '// @output two'");
}

BOOST_AUTO_TEST_CASE(a_section_that_prints_nothing_need_not_be_shown)
{
    output += "\n== two\n";
    BOOST_TEST(error() == "no error");
}

BOOST_AUTO_TEST_CASE(a_figure_that_was_not_drawn_names_those_that_were)
{
    write("run/up.svg", svg);
    cpp += "//\n// @figure up | a | b\n//\n// @figure down | a | b\n";
    BOOST_TEST(error() == in_cpp + "6: the run drew no figure 'down'; it "
                                   "drew: up");
}

BOOST_AUTO_TEST_CASE(a_figure_never_shown_is_an_error)
{
    write("run/up.svg", svg);
    BOOST_TEST(error() == "run/up.svg:1: the figure 'up' is drawn but never "
                          "shown; add '// @figure up | ...'");
}

BOOST_AUTO_TEST_CASE(a_figure_without_alternative_text_is_an_error)
{
    cpp += "//\n// @figure up | caption\n";
    BOOST_TEST(
        holds(error(), in_cpp + "4: expected '@figure NAME | caption"));
}

BOOST_AUTO_TEST_CASE(an_unknown_value_names_the_known)
{
    cpp += "//\n// Now\n// @value{c}.\n";
    BOOST_TEST(error() == in_cpp + "5: the run printed no value 'c'; it "
                                   "printed: one/a, one/b");
}

BOOST_AUTO_TEST_CASE(a_value_printed_twice_names_both)
{
    output += "\n== two\na = 3\n";
    cpp += "// @output two\n//\n// @value{a}\n";
    BOOST_TEST(error() == in_cpp + "5: the value 'a' was printed more than "
                                   "once: one/a, two/a");
}

BOOST_AUTO_TEST_CASE(an_unknown_chapter_names_the_syllabus)
{
    cpp += "//\n// @chapter{03_none}\n";
    BOOST_TEST(error() == in_cpp + "4: there is no chapter '03_none'; the "
                                   "syllabus has 01_slopes, 02_next");
}

BOOST_AUTO_TEST_CASE(an_unknown_name_of_the_library_names_the_known)
{
    cpp += "//\n// @source{lib.hpp#third}\n";
    BOOST_TEST(error() == in_cpp + "4: lib.hpp declares no 'third'; it "
                                   "declares half, pair");
    cpp = "// @output one\n//\n// @source{none.hpp#half}\n";
    BOOST_TEST(error() == in_cpp + "3: cannot read src/none.hpp");
    cpp = "// @output one\n//\n// @source{lib.hpp}\n";
    BOOST_TEST(error() == in_cpp + "3: expected '@source{path#name}'");
}

BOOST_AUTO_TEST_CASE(an_unknown_directive_names_the_known)
{
    cpp += "//\n// @ouput one\n";
    BOOST_TEST(holds(error(), in_cpp + "4: unknown directive @ouput; known "
                                       "are @output, @figure"));
    cpp = "// @output one\n//\n// In a sentence, @vale{a}.\n";
    BOOST_TEST(holds(error(), in_cpp + "3: unknown directive @vale; known"));
}

BOOST_AUTO_TEST_CASE(a_graph_that_dot_refuses_is_an_error)
{
    cpp += "//\n// @graph c | d\n// a -> -> b;\n// @endgraph\n";
    BOOST_TEST(holds(error(), in_cpp + "4: dot could not draw the graph: "));
    cpp = "// @output one\n//\n// @graph c | d\n// a -> b;\n";
    BOOST_TEST(holds(error(), in_cpp + "3: expected '@graph caption"));
}

BOOST_AUTO_TEST_CASE(what_is_opened_must_be_closed)
{
    cpp += "//\n// A formula $x + y.\n";
    BOOST_TEST(error() == in_cpp + "4: a formula has no closing $");
    cpp = "// @output one\n//\n// A `span.\n";
    BOOST_TEST(error() == in_cpp + "3: a code span has no closing `");
    cpp = "// @output one\n//\n// See @value{a.\n";
    BOOST_TEST(error() == in_cpp + "3: a directive has no closing }\n" +
                              in_cpp +
                              "3: the run printed no value ''; it printed: "
                              "one/a, one/b");
    cpp = "// @output one\n//\n// @predict Well?\n";
    BOOST_TEST(error() == in_cpp + "3: @predict has no @endpredict");
}

BOOST_AUTO_TEST_CASE(an_answer_needs_its_question)
{
    cpp += "//\n// @answer Yes.\n";
    BOOST_TEST(error() == in_cpp + "4: @answer without @predict");
    cpp = "// @output one\n//\n// @exercise 1.1 A\n// @answer Yes.\n";
    BOOST_TEST(holds(error(), in_cpp + "4: @answer without @predict"));
}

BOOST_AUTO_TEST_CASE(headings_and_titles_are_unique)
{
    cpp += "//\n// ## One\n";
    BOOST_TEST(error() == in_cpp + "4: a second heading reads 'One'");
    cpp = "// @output one\n//\n// # Another\n";
    BOOST_TEST(error() == in_cpp + "3: a second title; use ## for a section");
}

BOOST_AUTO_TEST_CASE(a_chapter_without_a_title_is_refused)
{
    hpp = "// Prose.\n";
    BOOST_TEST(error() == "chapters/01_slopes/slopes.hpp:1: expected a line "
                          "'// # Title'");
}

BOOST_AUTO_TEST_CASE(sections_of_the_output_are_unique_and_first)
{
    output = "hello\n== one\n\n== one\n";
    BOOST_TEST(error() ==
               "run/output.txt:1: output before the first '== section' "
               "line\nrun/output.txt:4: a second section is named 'one'");
}

BOOST_AUTO_TEST_CASE(only_options_that_there_are_may_be_tried)
{
    cpp += "//\n// Try `./workbook run 1 --rate 2 --seed=3`, and not --x.\n"
           "const struct {\n    option<double> rate{\"rate\", 1, \"r\"};\n"
           "    option<std::size_t> s{\n        \"seed\", 1, \"s\"};\n"
           "} options;\n// In chapter 2 try `./workbook run 2 --deep`.\n";
    BOOST_TEST(error() == "no error");
    cpp += "// Or `./workbook run 01 --rat 2`.\n";
    BOOST_TEST(error() == in_cpp + "11: the program has no option --rat; it "
                                   "has --help, --plot, --rate, --seed");
}

BOOST_AUTO_TEST_CASE(all_that_is_wrong_is_told_at_once)
{
    cpp = "// @output two\n//\n// @value{c}\n";
    const std::string all = error();
    BOOST_TEST(holds(all, in_cpp + "1: "));
    BOOST_TEST(holds(all, in_cpp + "3: "));
    BOOST_TEST(holds(all, "run/output.txt:1: "));
}

BOOST_AUTO_TEST_CASE(exercises_without_three_hints_or_solution_are_refused)
{
    exercises("// ## 1.1 A bias\nint f();\n", "## 1.1\n1. One.\n", "");
    cpp += "//\n// @exercises\n";
    BOOST_TEST(
        error() ==
        "chapters/01_slopes/exercises.hpp:5: exercise 1.1 has 1 hints "
        "in hints.md; give three\n"
        "chapters/01_slopes/exercises.hpp:5: solutions.hpp has no part "
        "'1.1'");
}

BOOST_AUTO_TEST_CASE(exercises_that_no_page_shows_are_refused)
{
    exercises("// ## 1.1 A bias\nint f();\n", "## 1.1\n1. A\n2. B\n3. C\n",
              "// ## 1.1 A bias\nint f() { return 7; }\n");
    BOOST_TEST(error() == "chapters/01_slopes/exercises.hpp:5: the exercises "
                          "are never shown; add '// @exercises' to "
                          "slopes.cpp");
}

BOOST_AUTO_TEST_CASE(a_page_cannot_show_exercises_that_are_not_there)
{
    cpp += "//\n// @exercises\n";
    BOOST_TEST(error() == in_cpp + "4: the chapter has no exercises.hpp");
}

BOOST_AUTO_TEST_SUITE_END()
