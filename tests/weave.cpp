#include <boost/algorithm/string/replace.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "files/files.hpp"
#include "harness/scratch_folder.hpp"
#include "weave/page.hpp"
#include "weave/site.hpp"
#include "weave/text.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace {

namespace fs = std::filesystem;

// A small chapter on disk. Cases change one part of it and weave it.
struct chapter_folder : chainrule::scratch_folder {
    const fs::path& root = path;
    std::string hpp = "// # Slopes\n//\n// When you have read this chapter "
                      "you can climb. A first sentence.\n\nint x = 1;\n";
    std::string cpp = "// ## One\n// @output one\n";
    std::string output = "== one\na = 1\nb = two words\n";

    void exercises(const std::string& contract, const std::string& hints,
                   const std::string& solution) const
    {
        const std::string open = "#pragma once\n\nnamespace answers {\n\n";
        const std::string close = "\n}  // namespace answers\n";
        write("chapters/01_slopes/exercises.hpp", open + contract + close);
        write("chapters/01_slopes/solutions.hpp", open + solution + close);
        write("chapters/01_slopes/hints.md", hints);
    }

    woven_page weave() const
    {
        write("chapters/01_slopes/slopes.hpp", hpp);
        write("chapters/01_slopes/slopes.cpp", cpp);
        write("chapters/02_next/next.hpp",
              "// # What is next\n//\n// When you have read this chapter you "
              "can rest.\n");
        write("chapters/02_next/next.cpp", "");
        write("syllabus.txt", "01_slopes\n02_next\n");
        write("run/output.txt", output);
        write("src/lib.hpp", "/// Halve.\ntemplate <class T>\n"
                             "T half(T x)\n{\n    return x / T(2);\n}\n\n"
                             "struct pair {\n    int a;\n};\n");
        return weave_page({root / "chapters/01_slopes",
                           root / "run/output.txt", root / "run",
                           root / "syllabus.txt", root / "src"});
    }

    std::string page() const { return weave().markdown; }

    // What is said of a page that cannot be woven, without the folder.
    std::string error() const
    {
        try {
            weave();
        } catch (const std::runtime_error& e) {
            return boost::replace_all_copy(std::string(e.what()),
                                           root.string() + "/", "");
        }
        return "no error";
    }
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

const std::string in_cpp = "chapters/01_slopes/slopes.cpp:";
const std::string svg = "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 1 1\">"
                        "<path id=\"p\" color=\"black\" "
                        "stroke='rgb(128, 128, 128)'/>"
                        "<use href=\"#p\"/></svg>\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(weaver, chapter_folder)

// ------------------------------------------------------------ good pages

BOOST_AUTO_TEST_CASE(a_title_prose_and_code_by_hand)
{
    const std::string text = page();
    BOOST_TEST(text.find("# 1 · Slopes {#chapter-01-slopes}\n\n"
                         "\\tableofcontents\n\n"
                         "When you have read this chapter you can climb. "
                         "A first sentence.\n\n"
                         "```{.cpp}\nint x = 1;\n```\n\n"
                         "## One {#chapter-01-slopes-one}\n\n") == 0);
}

BOOST_AUTO_TEST_CASE(an_output_is_shown_as_it_was_printed)
{
    BOOST_TEST(holds(page(), "```{.unparsed}\na = 1\nb = two words\n```"));
}

BOOST_AUTO_TEST_CASE(a_value_stands_in_a_sentence_and_in_a_formula)
{
    cpp += "// It is @value{a}, or @value{one/\n// b} in $x = @value{a}$.\n";
    output = "== one\na = 1\nb = two words\n";
    BOOST_TEST(holds(error(), "the run printed no value 'one/ b'"));
    cpp = "// @output one\n//\n// It is @value{a}, and @value{one/b} in\n"
          "// $x = @value{a}$.\n";
    BOOST_TEST(holds(page(), "It is 1, and two words in\n\\f$x = 1\\f$."));
}

BOOST_AUTO_TEST_CASE(a_formula_may_span_lines)
{
    cpp += "//\n// $$ a\n//    = b $$\n";
    BOOST_TEST(holds(page(), "\\f[ a\n   = b \\f]"));
}

BOOST_AUTO_TEST_CASE(code_spans_are_left_alone)
{
    cpp += "//\n// Write `$x$ @value{q} f('a')` so.\n";
    BOOST_TEST(holds(page(), "``$x$ @value{q} f('a')``"));
}

BOOST_AUTO_TEST_CASE(what_doxygen_would_take_for_commands_is_escaped)
{
    cpp += "//\n// A #name, a \\word, a < b, mail@ the end.\n";
    BOOST_TEST(holds(page(), "A \\#name, a \\\\word, a &lt; b, mail\\@ the"));
}

BOOST_AUTO_TEST_CASE(includes_and_namespaces_are_left_out)
{
    cpp = "#include <a>\n\nusing namespace b;\n" + cpp +
          "\nnamespace c {\n\nint d;\n\n}  // namespace c\n";
    const std::string text = page();
    BOOST_TEST(!holds(text, "#include"));
    BOOST_TEST(holds(text, "```{.cpp}\nint d;\n```"));
}

BOOST_AUTO_TEST_CASE(an_indented_comment_is_part_of_the_code)
{
    cpp += "void f()\n{\n    // Turn round\n    g();\n}\n";
    BOOST_TEST(holds(page(), "{\n    // Turn round\n    g();\n}\n```"));
}

BOOST_AUTO_TEST_CASE(a_figure_takes_the_colour_of_the_text)
{
    write("run/up.svg", svg);
    cpp += "//\n// @figure up | Going\n// up. | It rises.\n";
    const std::string text = page();
    BOOST_TEST(holds(text, "<svg role=\"img\" aria-label=\"It rises.\""));
    BOOST_TEST(holds(text, "<path id=\"up-p\" stroke='currentColor'/>"));
    BOOST_TEST(holds(text, "<use href=\"#up-p\"/>"));
    BOOST_TEST(holds(text, "Going up."));
    BOOST_TEST(!holds(text, "<?xml"));
}

BOOST_AUTO_TEST_CASE(a_chapter_is_linked_by_its_title)
{
    cpp += "//\n// See @chapter{02_next}.\n";
    BOOST_TEST(
        holds(page(), "See \\ref chapter-02-next \"2 · What is next\"."));
}

BOOST_AUTO_TEST_CASE(a_piece_of_the_library_is_quoted_by_name)
{
    cpp += "//\n// @source{lib.hpp#half}\n";
    BOOST_TEST(holds(page(), "```{.cpp}\ntemplate <class T>\nT half(T x)\n{\n"
                             "    return x / T(2);\n}\n```"));
}

BOOST_AUTO_TEST_CASE(a_quoted_class_says_what_and_not_which_parameter)
{
    write("src/box.hpp",
          "/// A box.\nclass box {\npublic:\n    /// Open it.\n"
          "    /// \\param how quickly,\n    ///     and how far\n"
          "    void open(int how);\n};\n");
    cpp += "//\n// @source{box.hpp#box}\n";
    BOOST_TEST(holds(page(), "```{.cpp}\nclass box {\npublic:\n"
                             "    /// Open it.\n    void open(int how);\n"
                             "};\n```"));
}

BOOST_AUTO_TEST_CASE(a_question_folds_its_answer)
{
    cpp += "//\n// @predict How much\n// is it?\n// @answer Much.\n"
           "// @endpredict\n";
    const std::string text = page();
    BOOST_TEST(holds(text, "<div class=\"predict\">"));
    BOOST_TEST(holds(text, "How much\nis it?"));
    BOOST_TEST(holds(text, "<summary>Answer</summary>\n\\endhtmlonly\n\n"
                           "Much."));
}

BOOST_AUTO_TEST_CASE(a_question_for_paper_folds_its_answer)
{
    cpp += "//\n// @question **A bias.**\n// Do it.\n// @solution Done.\n"
           "// @endquestion\n";
    const std::string text = page();
    BOOST_TEST(holds(text, "<div class=\"question\"><p class=\"label\">"
                           "Question</p>"));
    BOOST_TEST(holds(text, "**A bias.**\nDo it."));
    BOOST_TEST(holds(text, "<summary>Answer</summary>"));
}

BOOST_AUTO_TEST_CASE(exercises_come_with_command_hints_and_solution)
{
    exercises("// ## 1.1 A bias\n//\n// Add $b$.\nint f()\n{\n"
              "    todo(\"1.1\");\n}\n",
              "## 1.1\n1. What is it?\n2. Look\n   there.\n3. So.\n",
              "// ## 1.1 A bias\n// Why so.\nint f() { return 7; }\n");
    cpp += "//\n// @exercises\n//\n// The end.\n";
    const std::string text = page();
    BOOST_TEST(holds(text, "### Exercise 1.1 A bias "
                           "{#chapter-01-slopes-exercise-1-1}"));
    BOOST_TEST(holds(text, "Add \\f$b\\f$.\n\n```{.cpp}\nint f()\n"));
    BOOST_TEST(holds(text, "```{.unparsed}\n./workbook check 1.1\n```"));
    BOOST_TEST(holds(text, "<summary>Hint 2</summary>\n\\endhtmlonly\n\n"
                           "Look there.\n"));
    BOOST_TEST(holds(text, "Why so.\n\n```{.cpp}\nint f() { return 7; }"));
    BOOST_TEST(holds(text, "The end."));
    BOOST_TEST(!holds(text, "namespace"));
}

BOOST_AUTO_TEST_CASE(neighbours_and_the_whole_program_end_the_page)
{
    const std::string text = page();
    BOOST_TEST(holds(text, "href=\"01_slopes_2slopes_8hpp-example.html\">"
                           "slopes.hpp</a>"));
    BOOST_TEST(holds(text, "href=\"01_slopes_2slopes_8cpp-example.html\">"
                           "slopes.cpp</a>"));
    BOOST_TEST(holds(text, "class=\"next\" rel=\"next\" "
                           "href=\"chapter-02-next.html\""));
    BOOST_TEST(!holds(text, "class=\"previous\""));
}

BOOST_AUTO_TEST_CASE(a_thing_to_try_carries_the_values_of_the_run)
{
    cpp += "//\n// @interactive walk | Try $a$. | a; one/b\n";
    const std::string text = page();
    BOOST_TEST(holds(text, "<div class=\"try-it\" data-name=\"walk\" "
                           "data-values=\"{&quot;a&quot;: &quot;1&quot;, "
                           "&quot;one/b&quot;: &quot;two words&quot;}\" "
                           "hidden>"));
    BOOST_TEST(holds(text, "Try \\f$a\\f$."));
    cpp = "// ## One\n// @output one\n//\n// @interactive walk | Try. | c\n";
    BOOST_TEST(holds(error(), in_cpp + "4: "));
    cpp = "// ## One\n// @output one\n//\n// @interactive walk\n";
    BOOST_TEST(holds(error(), in_cpp + "4: expected '@interactive NAME"));
}

BOOST_AUTO_TEST_CASE(prose_code_and_output_can_be_searched)
{
    const std::string search = weave().search;
    BOOST_TEST(holds(search, "A first sentence."));
    BOOST_TEST(holds(search, "int x = 1;"));
    BOOST_TEST(holds(search, "\"section\":\"One\",\"anchor\":"
                             "\"chapter-01-slopes-one\""));
    BOOST_TEST(holds(search, "two words"));
    const std::size_t second = search.find('\n') + 1;
    BOOST_TEST(!holds(search.substr(second), "A first sentence."));
}

BOOST_AUTO_TEST_CASE(a_graph_may_carry_values_of_the_run)
{
    cpp += "//\n// @graph c | d\n// a -> b [label=\"@value{b}\"];\n"
           "// @endgraph\n";
    BOOST_TEST(holds(page(), ">two words<"));
    cpp = "// ## One\n// @output one\n//\n// @graph c | d\n"
          "// a -> b [label=\"@value{none}\"];\n// @endgraph\n";
    BOOST_TEST(holds(error(), in_cpp + "5: "));
}

BOOST_AUTO_TEST_CASE(a_program_may_write_a_graph)
{
    output = "== one\na -> b;\n";
    cpp += "//\n// @graph c | d\n// @lines{one}\n// @endgraph\n";
    BOOST_TEST(holds(page(), ">b<"));
    cpp = "// ## One\n// @output one\n//\n// @graph c | d\n"
          "// @lines{two}\n// @endgraph\n";
    BOOST_TEST(
        holds(error(), in_cpp + "5: the run printed no section 'two'"));
}

BOOST_AUTO_TEST_CASE(the_same_sources_give_the_same_page)
{
    cpp += "//\n// @graph c | d\n// a -> b;\n// @endgraph\n";
    BOOST_TEST(page() == page());
    BOOST_TEST(holds(page(), "<svg role=\"img\" aria-label=\"d\""));
}

// ---------------------------------------------------------------- errors

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

BOOST_AUTO_TEST_CASE(all_that_is_wrong_is_told_at_once)
{
    cpp = "// @output two\n//\n// @value{c}\n";
    const std::string all = error();
    BOOST_TEST(holds(all, in_cpp + "1: "));
    BOOST_TEST(holds(all, in_cpp + "3: "));
    BOOST_TEST(holds(all, "run/output.txt:1: "));
}

// ------------------------------------------------------------------ site

BOOST_AUTO_TEST_CASE(the_site_has_menu_index_and_contents)
{
    write("pages/01_slopes.search.json", weave().search);
    write("pages/02_next.search.json", "{\"page\":\"x\"}\n");
    write("layout.in", "<a>\n@CHAPTERS@</a>\n");
    const site_sources from{root / "syllabus.txt", root / "chapters",
                            root / "pages", root / "mistakes",
                            root / "layout.in"};
    write_site(from, root / "out");
    BOOST_TEST(holds(read_file(root / "out/layout.xml"),
                     "<tab type=\"user\" url=\"@ref chapter-01-slopes\" "
                     "title=\"1 · Slopes\"/>"));
    BOOST_TEST(holds(read_file(root / "out/chapters.md"),
                     "- \\subpage chapter-01-slopes<br>"));
    BOOST_TEST(
        holds(read_file(root / "out/examples.dox"),
              "/** \\example 01_slopes/slopes.cpp\n\\details The source of "
              "\\ref chapter-01-slopes \"1 · Slopes\". */\n"));
    BOOST_TEST(holds(read_file(root / "out/search-index.js"),
                     "window.search_index = [\n{\"page\":"));
}

BOOST_AUTO_TEST_CASE(a_layout_without_a_place_for_chapters_is_refused)
{
    weave();
    write("layout.in", "<a></a>\n");
    BOOST_CHECK_EXCEPTION(
        write_site({root / "syllabus.txt", root / "chapters", root / "pages",
                    root / "mistakes", root / "layout.in"},
                   root / "out"),
        std::runtime_error, [](const std::exception& e) {
            return holds(e.what(), "layout.in:1: expected a line "
                                   "'@CHAPTERS@'");
        });
    BOOST_TEST(!fs::exists(root / "out/layout.xml"));
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
