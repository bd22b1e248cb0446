#include <boost/test/unit_test.hpp>
#include <string>

#include "harness/chapter_folder.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace {

// A page whose program has three sections.
struct three_sections : chapter_folder {
    three_sections()
    {
        cpp =
            "int before;\n\n// ## One\n// First.\nint one;\n// @output one\n"
            "\n// @section the second\n// Second.\nint two;\n\n"
            "// ## Three, at last\n// Third.\n";
    }

    std::string text;
    // Whether the page has these parts in this order.
    bool has_in_order(const std::vector<std::string>& parts) const
    {
        std::size_t at = 0;
        for (const std::string& part : parts) {
            at = text.find(part, at);
            if (at == text.npos) {
                BOOST_TEST_MESSAGE("missing: " << part);
                return false;
            }
        }
        return true;
    }
};

const std::string answer = "<details><summary>Answer</summary>";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(order, three_sections)

BOOST_AUTO_TEST_CASE(without_a_wish_the_program_follows_its_header)
{
    text = page();
    BOOST_TEST(has_in_order({"int x = 1;", "int before;", "## One", "First.",
                             "int one;", "a = 1", "Second.", "int two;",
                             "## Three, at last", "Third."}));
    BOOST_TEST(!holds(text, "@section"));
    BOOST_TEST(!holds(text, "the second"));
}

BOOST_AUTO_TEST_CASE(a_section_stands_where_its_header_wants_it)
{
    hpp += "\n// Before.\n//\n// @experiment three at last\n//\n"
           "// @experiment the second\n//\n// Between.\n\nint y;\n\n"
           "// @experiment one\n//\n// Behind.\n";
    text = page();
    BOOST_TEST(
        has_in_order({"Before.", "## Three, at last", "Third.", "Second.",
                      "int two;", "Between.", "int y;", "## One", "First.",
                      "int one;", "a = 1", "Behind.", "int before;"}));
    BOOST_TEST(text.find("Third.") == text.rfind("Third."));
}

BOOST_AUTO_TEST_CASE(an_unknown_section_names_the_known)
{
    hpp += "// @experiment four\n";
    BOOST_TEST(error() == "chapters/01_slopes/slopes.hpp:6: the program has "
                          "no section 'four'; it has: One, the second, "
                          "Three, at last");
}

BOOST_AUTO_TEST_CASE(a_section_stands_once)
{
    hpp += "// @experiment One\n//\n// @experiment one\n";
    BOOST_TEST(error() == "chapters/01_slopes/slopes.hpp:8: the section "
                          "'one' stands at chapters/01_slopes/slopes.hpp:6 "
                          "already");
}

BOOST_AUTO_TEST_CASE(two_sections_have_two_names)
{
    cpp += "\n// @section one\n";
    BOOST_TEST(error() == in_cpp + "15: a second section is named 'one'");
}

BOOST_AUTO_TEST_CASE(only_a_header_places_sections)
{
    cpp += "\n// @experiment One\n";
    BOOST_TEST(error() == in_cpp + "15: @experiment belongs to the header, "
                                   "which says where a section stands");
}

BOOST_AUTO_TEST_CASE(a_fold_hides_code_and_prose)
{
    cpp += "\n// @fold Printing <it>\n// Words.\nint shown;\n// @end\n"
           "// More.\n";
    text = page();
    BOOST_TEST(has_in_order({"<details class=\"plumbing\"><summary>Printing "
                             "&lt;it&gt;</summary>",
                             "Words.", "int shown;", "</details>", "More."}));
}

BOOST_AUTO_TEST_CASE(a_fold_may_stand_within_a_function)
{
    cpp += "\nvoid f()\n{\n    g();\n    // @fold Drawing\n    draw();\n"
           "    // @end\n}\n";
    text = page();
    BOOST_TEST(has_in_order({"```{.cpp}\nvoid f()\n{\n    g();\n```\n",
                             "<summary>Drawing</summary>",
                             "```{.cpp}\n    draw();\n```\n", "</details>",
                             "```{.cpp}\n}\n```"}));
}

BOOST_AUTO_TEST_CASE(the_main_of_a_program_is_folded)
{
    cpp += "\nint main(int argc, char** argv)\n{\n}\n";
    text = page();
    BOOST_TEST(
        has_in_order({"<details class=\"plumbing\"><summary>main</summary>",
                      "```{.cpp}\nint main(int argc, char** argv)\n{\n}\n```",
                      "</details>"}));
}

BOOST_AUTO_TEST_CASE(folds_begin_end_and_have_titles)
{
    const std::string is = cpp;
    cpp = is + "\n// @fold A\nint a;\n";
    BOOST_TEST(error() == in_cpp + "15: @fold has no @end");
    cpp = is + "\n// @end\n";
    BOOST_TEST(error() == in_cpp + "15: @end without @fold");
    cpp = is + "\n// @fold A\n// @fold B\n// @end\n";
    BOOST_TEST(error() == in_cpp + "16: a @fold within that of line 15");
    cpp = is + "\n// @fold\n// @end\n";
    BOOST_TEST(error() == in_cpp + "15: expected '@fold TITLE'");
    cpp = is + "\n// @fold A\n// ## Four\n// @end\n";
    BOOST_TEST(error() == in_cpp + "16: a heading within @fold");
}

BOOST_AUTO_TEST_CASE(code_between_question_and_answer_is_seen)
{
    cpp += "\n// @predict Which?\nint f();\n// @answer That.\n"
           "// @output two\n//\n// So.\n// @endpredict\n// Open.\n";
    output += "\n== two\nc = 3\n";
    const woven_page woven = weave();
    text = woven.markdown;
    BOOST_TEST(has_in_order(
        {"<div class=\"predict\"><p class=\"label\">Predict</p>", "Which?",
         "</div>", "int f();", "<div class=\"predict\">" + answer, "That.",
         "c = 3", "So.", "</details></div>", "Open."}));
    BOOST_TEST(woven.warnings == "");
}

BOOST_AUTO_TEST_CASE(a_quote_may_stand_in_a_question)
{
    cpp += "\n// @predict Look.\n//\n// @source{lib.hpp#half}\n//\n// Why?\n"
           "// @answer So.\n// @endpredict\n";
    text = page();
    BOOST_TEST(has_in_order({"Predict</p>", "Look.", "T half(T x)", "Why?",
                             "<details><summary>Answer"}));
    const std::size_t look = text.find("Look.");
    const std::string between =
        text.substr(look, text.find("<details><summary>Answer") - look);
    BOOST_TEST(between.find("</div>") == between.rfind("</div>"));
}

BOOST_AUTO_TEST_CASE(an_answer_that_can_be_seen_is_told)
{
    cpp = "// ## One\n// @predict Which?\n// @answer That.\n// @endpredict\n"
          "int f();\n// @output one\n";
    const std::string told = short_names(weave().warnings);
    BOOST_TEST(told == in_cpp + "6: the answer to @predict in line 2 can be "
                                "seen here; move @endpredict below it, and "
                                "@answer below the code between them\n");
    // A prediction that no output of its section answers is as it should be.
    cpp = "// ## One\n// @predict Which?\n// @answer That.\n// @endpredict\n"
          "// ## Two\n// @output one\n";
    BOOST_TEST(weave().warnings == "");
}

BOOST_AUTO_TEST_CASE(long_code_without_prose_is_told)
{
    std::string code;
    for (int i = 0; i < 30; ++i) {
        code += "int a" + std::to_string(i) + ";\n";
    }
    const std::string is = cpp + "\n";
    cpp = is + code;
    BOOST_TEST(weave().warnings == "");
    cpp = is + code + "int b;\n";
    BOOST_TEST(short_names(weave().warnings) ==
               in_cpp +
                   "15: 31 lines of code without prose; a reader takes 30. "
                   "Divide them, or fold what a reader need not see with "
                   "'// @fold TITLE' and '// @end'\n");
    write("src/long.hpp", "struct it {\n" + code + "};\n");
    cpp = is + "// @source{long.hpp#it}\n";
    BOOST_TEST(holds(weave().warnings, ":15: 32 lines of code"));
    cpp = is + "// @fold A\n" + code + "int b;\n// @end\n";
    BOOST_TEST(weave().warnings == "");
    cpp = is + code + "// Prose.\nint b;\n";
    BOOST_TEST(weave().warnings == "");
}

BOOST_AUTO_TEST_SUITE_END()
