#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "harness/chapter_folder.hpp"
#include "weave/page_text.hpp"

using namespace chainrule;
using namespace chainrule::weave;

BOOST_FIXTURE_TEST_SUITE(weaver, chapter_folder)

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

BOOST_AUTO_TEST_CASE(a_line_without_an_equals_sign_is_no_value)
{
    output = "== one\na = 1\nonly words\n";
    cpp += "// It is @value{only words}.\n";
    BOOST_TEST(holds(error(), "the run printed no value 'only words'"));
}

BOOST_AUTO_TEST_CASE(what_doxygen_knows_is_left_to_doxygen)
{
    cpp += "//\n// @note Look at @ref there.\n";
    BOOST_TEST(holds(page(), "\n\n@note Look at @ref there.\n"));
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

// Kills a list that begins in the middle of a sentence and loses its number.
BOOST_AUTO_TEST_CASE(a_number_that_begins_a_line_of_a_sentence_is_shown)
{
    output = "== one\na = 1\nb = two words\n";
    cpp += "//\n// The inputs are 0 or\n// 1. The runs are\n// @value{a}. "
           "Or\n//   2) of them, 1.5 or\n// 1.5, or\n// 12\n//\n"
           "// @value{a}. It is.\n//\n// - an item of\n//   3. It ends.\n";
    const std::string text = page();
    BOOST_TEST(holds(text, "are 0 or\n1\\. The runs are\n1\\. Or\n  2\\) of "
                           "them, 1.5 or\n1.5, or\n12\n\n1\\. It is.\n"));
    BOOST_TEST(holds(text, "- an item of\n  3\\. It ends.\n"));
    BOOST_TEST(holds(weave().search, "are 0 or 1. The runs are 1. Or 2) of"));
}

BOOST_AUTO_TEST_CASE(a_list_with_numbers_stays_one)
{
    cpp += "//\n// 1. One costs\n//    @value{a}. More\n// 2. two\n//\n"
           "// 3) three\n";
    BOOST_TEST(holds(page(), "\n\n1. One costs\n   1\\. More\n2. two\n\n"
                             "3) three\n"));
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

// Kills a shortening of coordinates that shortens the numbers of an axis.
BOOST_AUTO_TEST_CASE(the_words_of_a_figure_are_those_that_were_drawn)
{
    write("run/up.svg", "<svg><path d='M 1.25,3.04\n  L 2.50,0.05'/>\n"
                        "  <text x='7.25'>rate 0.02, 0.05</text>\n</svg>");
    cpp += "//\n// @figure up | Going up. | It rises.\n";
    BOOST_TEST(holds(page(), "><path d='M 1.2,3.0\nL 2.5,0.0'/>\n"
                             "<text x='7.2'>rate 0.02, 0.05</text>\n</svg>"));
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

BOOST_AUTO_TEST_CASE(a_quote_ends_where_its_declaration_ends)
{
    write("src/three.hpp",
          "double third(double x,\n\n             double y);\n\n"
          "double rest(double x)\n{\n    if (x < 0) {\n        x = 0;\n"
          "    }\n    return x;\n}\n\nint last = 1;\n");
    const auto quoted = [&](const std::string& name) {
        cpp = "// ## One\n// @output one\n//\n// @source{three.hpp#" + name +
              "}\n";
        const std::string text = page();
        const std::size_t at = text.find("```{.cpp}\ndouble");
        return text.substr(at, text.find("```\n", at + 1) - at);
    };
    BOOST_TEST(quoted("third") == "```{.cpp}\ndouble third(double x,\n\n"
                                  "             double y);\n");
    BOOST_TEST(quoted("rest") ==
               "```{.cpp}\ndouble rest(double x)\n{\n    if (x < 0) {\n"
               "        x = 0;\n    }\n    return x;\n}\n");
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

BOOST_AUTO_TEST_CASE(a_page_leads_to_its_neighbours_and_no_further)
{
    const std::vector<course::chapter> all{
        {"01_a", "A", {}, {}}, {"02_b", "B", {}, {}}, {"03_c", "C", {}, {}}};
    const auto links_of = [](const std::vector<course::chapter>& in,
                             const course::chapter& self) {
        page_text page(self);
        page.end(in);
        const std::string text = page.markdown();
        const std::string begin = "aria-label=\"Chapters\">";
        const std::size_t at = text.find(begin) + begin.size();
        return text.substr(at, text.find("</nav>") - at);
    };
    const auto previous = [](const std::string& id, const std::string& name) {
        return "<a class=\"previous\" rel=\"prev\" href=\"chapter-" + id +
               ".html\">" + name + "</a>";
    };
    const auto next = [](const std::string& id, const std::string& name) {
        return "<a class=\"next\" rel=\"next\" href=\"chapter-" + id +
               ".html\">" + name + "</a>";
    };
    BOOST_TEST(links_of(all, all[0]) == next("02-b", "2 · B"));
    BOOST_TEST(links_of(all, all[1]) ==
               previous("01-a", "1 · A") + next("03-c", "3 · C"));
    BOOST_TEST(links_of(all, all[2]) == previous("02-b", "2 · B"));
    BOOST_TEST(links_of({all[0]}, all[0]) == "");
    BOOST_TEST(links_of(all, {"04_d", "D", {}, {}}) == "");
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

BOOST_AUTO_TEST_SUITE_END()
