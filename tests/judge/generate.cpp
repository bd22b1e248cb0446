#include "judge/generate/source.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/saying.hpp"
#include "harness/scratch_folder.hpp"
#include "judge/generate/code.hpp"

using namespace chainrule;
using namespace chainrule::generate;

namespace {

struct folder : scratch_folder {
    source read_text(const std::string& text) const
    {
        write("some.hpp", text);
        return read_source(path / "some.hpp");
    }
    std::vector<declaration> declared(const std::string& part) const
    {
        return declarations_of(read_text("// ## 3.1\n" + part).part("3.1"));
    }
    std::string contract(const std::string& part) const
    {
        return contract_of(read_text("// ## 3.1\n" + part).part("3.1"));
    }
};

const std::string stub = "int a(int x)\n{\n    todo(\"3.1\");\n}\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(source_of_a_judge, folder)

BOOST_AUTO_TEST_CASE(a_file_is_cut_where_parts_begin)
{
    const source s = read_text("#include <a>\nint shared;\n"
                               "// ## 3.1 One\nint one;\n"
                               "// ## 3.2\nint two;\n");
    BOOST_TEST_REQUIRE(s.parts.size() == 2u);
    BOOST_TEST(s.parts[0].exercise == "3.1");
    BOOST_TEST(s.part("3.2").lines.back() == "int two;");
    BOOST_TEST(s.before.lines.back() == "int shared;");
    BOOST_TEST(s.includes == std::vector<std::string>{"#include <a>"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_piece_knows_where_its_first_line_stands)
{
    const source s = read_text("a\nb\n// ## 3.1\nc\n");
    BOOST_TEST(s.before.first == 1u);
    BOOST_TEST(s.part("3.1").first == 3u);
    // What is taken out leaves an empty line, so that the rest keeps its place.
    BOOST_TEST(read_text("#pragma once\nb\n").before.lines[0] == "");
}

BOOST_AUTO_TEST_CASE(the_namespace_of_answers_belongs_to_no_part)
{
    const source s = read_text("namespace answers {\n// ## 3.1\nint one;\n\n"
                               "}  // namespace answers\n");
    BOOST_TEST(s.before.lines[0] == "");
    for (const std::string& line : s.part("3.1").lines) {
        BOOST_TEST(line.find("namespace") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_part_that_is_not_there_is_named)
{
    BOOST_CHECK_EXCEPTION(read_text("// ## 3.1\n").part("3.2"),
                          std::runtime_error,
                          saying("some.hpp: no part '// ## 3.2' is there"));
}

BOOST_AUTO_TEST_CASE(a_file_without_parts_stands_before_them)
{
    const source s = read_text("int a;\nint b;\n");
    BOOST_TEST(s.parts.empty());
    BOOST_TEST(s.before.lines.size() == 2u);
}

BOOST_AUTO_TEST_CASE(empty_lines_part_declarations)
{
    const auto all = declared("struct s {\n    int a;\n\n    int b;\n};\n\n" +
                              stub + "\ninline bool b(int)\n{}\n");
    BOOST_TEST_REQUIRE(all.size() == 3u);
    BOOST_TEST(all[0].name == "s");
    BOOST_TEST(all[0].text.lines.size() == 5u);
    BOOST_TEST(all[1].name == "a");
    BOOST_TEST(all[2].name == "b");
    BOOST_TEST(all[2].text.first == 13u);
}

BOOST_AUTO_TEST_CASE(what_says_todo_is_asked_for)
{
    const auto all = declared("struct given {};\n\n" + stub);
    BOOST_TEST(!all.at(0).asked);
    BOOST_TEST(all.at(1).asked);
}

BOOST_AUTO_TEST_CASE(a_comment_above_is_no_part_of_a_declaration)
{
    const auto all = declared("// Two lines\n// of it.\n" + stub);
    BOOST_TEST_REQUIRE(all.size() == 1u);
    BOOST_TEST(all[0].text.lines[0] == "int a(int x)");
}

// A learner's type may be a template of any kind.
BOOST_AUTO_TEST_CASE(a_parameter_of_a_template_is_no_class)
{
    BOOST_TEST(declared("template <class T>\nT twice(T t)\n{\n}\n")[0].name ==
               "twice");
    BOOST_TEST(declared("template <class T, class U>\nstruct both {\n};\n")[0]
                   .name == "both");
    BOOST_TEST(declared("void of(struct tag t)\n{\n}\n")[0].name == "of");
}

BOOST_AUTO_TEST_CASE(a_line_without_a_name_has_none)
{
    BOOST_TEST(declared("using a::b;\nusing c = d;\n")[0].name == "");
}

BOOST_AUTO_TEST_CASE(a_contract_is_a_line_without_bodies)
{
    BOOST_TEST(contract("template <field T>\nT half(const T& x,\n"
                        "       const T& y)\n{\n    todo(\"3.1\");\n}\n") ==
               "template <field T> T half(const T& x, const T& y);");
}

BOOST_AUTO_TEST_CASE(a_class_keeps_its_members_in_a_contract)
{
    BOOST_TEST(contract("struct layer {\n    T w, b; // both\n\n"
                        "    T up(T x) const { todo(\"3.1\"); }\n};\n") ==
               "struct layer { T w, b; T up(T x) const; };");
}

BOOST_AUTO_TEST_CASE(headers_are_included_once)
{
    source a, b;
    a.includes = {"#include <x>", "#include <y>"};
    b.includes = {"#include <y>"};
    BOOST_TEST(includes_of({&a, &b}) == "#include \"judge/plumbing.hpp\"\n"
                                        "#include \"judge/known.hpp\"\n"
                                        "#include <x>\n#include <y>\n");
}

BOOST_AUTO_TEST_CASE(questions_are_found_by_their_parameters)
{
    const source probes =
        read_text("// ## 3.1\nvoid ask(observation& o, int)\n"
                  "{\n}\nvoid fixed(observation& o)\n{\n}\n"
                  "void drawn(observation& o,\n"
                  "           draws& any)\n{\n}\n");
    const std::string text =
        asked(probes, probes.part("3.1"), "of_some", "::some");
    BOOST_TEST(text.find("{\"fixed\", fixed, nullptr},\n    {\"drawn\", "
                         "nullptr, drawn},\n};") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_part_without_a_drawn_question_is_refused)
{
    const source probes =
        read_text("// ## 3.1\nvoid fixed(observation& o)\n{\n}\n");
    BOOST_CHECK_EXCEPTION(
        asked(probes, probes.part("3.1"), "p", "::a"), std::runtime_error,
        saying("exercise 3.1 has 1 questions, 0 of them drawn"));
}

BOOST_AUTO_TEST_SUITE_END()
