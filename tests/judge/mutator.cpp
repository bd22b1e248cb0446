#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "harness/scratch_folder.hpp"
#include "judge/mutants/answers.hpp"
#include "judge/mutants/changes.hpp"
#include "judge/mutants/code.hpp"
#include "judge/mutants/told.hpp"
#include "judge/mutants/trial.hpp"

using namespace chainrule;
using namespace chainrule::mutants;

namespace {

std::size_t place(const code& c, const std::string& text)
{
    std::size_t i = 0;
    while (!c.is(i, text)) {
        ++i;
    }
    return i;
}

std::string left_of(const std::string& op, const std::string& text)
{
    const code c(text);
    return c.text_of(left_operand(c, place(c, op)));
}

std::string right_of(const std::string& op, const std::string& text)
{
    const code c(text);
    return c.text_of(right_operand(c, place(c, op)));
}

// Whether one of the changes of a body makes another of it.
bool makes(const std::string& from, const std::string& to,
           const std::string& before = "f(T a, T b, int n)")
{
    const std::string text = before + "\n{\n" + from + "\n}\n";
    const auto all = changes_of(text, {"dw", "db"});
    return std::any_of(all.begin(), all.end(), [&](const change& c) {
        return changed(text, c) == before + "\n{\n" + to + "\n}\n";
    });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(mutator, scratch_folder)

BOOST_AUTO_TEST_CASE(code_is_read_as_tokens)
{
    const code c("a[i] += -1.5e-3; // b\n\"x;\" >= v<u<T>>");
    std::vector<std::string> texts;
    for (const token& t : c.tokens) {
        texts.push_back(t.text);
    }
    const std::vector<std::string> right{
        "a",  "[", "i", "]", "+=", "-", "1.5e-3", ";", "\"x;\"",
        ">=", "v", "<", "u", "<",  "T", ">",      ">"};
    BOOST_TEST(texts == right, boost::test_tools::per_element());
    BOOST_TEST(c.partner[place(c, "<")] == c.tokens.size() - 1);
}

BOOST_AUTO_TEST_CASE(a_product_is_the_operand_of_a_sum)
{
    const std::string text = "= a.b(1)[i] * -c / d + e * std::f<T>(x) - g;";
    BOOST_TEST(left_of("+", text) == "a.b(1)[i] * -c / d");
    BOOST_TEST(right_of("+", text) == "e * std::f<T>(x)");
    BOOST_TEST(left_of("*", text) == "a.b(1)[i]");
    BOOST_TEST(right_of("*", text) == "-c");
    BOOST_TEST(right_of("&&", "(a < b && !c(x) || d)") == "!c(x)");
    BOOST_TEST(left_of("&&", "(a(1) < b && c)") == "a(1) < b");
}

BOOST_AUTO_TEST_CASE(variables_are_found_with_their_types)
{
    const code c(
        "f(const std::vector<T>& w, T x)\n{\n    T p = x, q;\n"
        "    for (std::size_t i = 0; i < n; ++i) {}\n    T a, b;\n}");
    std::string all;
    for (const variable& v : variables(c)) {
        all += v.type + " " + v.name + "; ";
    }
    BOOST_TEST(all ==
               "std::vector<T> w; T x; T p; std::size_t i; T a; T b; ");
}

BOOST_AUTO_TEST_CASE(statements_are_found_in_every_block)
{
    const code c("f()\n{\n    a = [&] { return 1; }();\n    if (b) {\n"
                 "        c;\n    } else {\n        d{1};\n    }\n    e;\n}");
    std::string all;
    for (const auto& block : blocks(c)) {
        all += std::to_string(block.size()) + " ";
    }
    BOOST_TEST(all == "3 1 1 1 ");
}

BOOST_AUTO_TEST_CASE(operators_and_operands_are_changed)
{
    BOOST_TEST(makes("return a + b * a;", "return a - b * a;"));
    BOOST_TEST(makes("return a + b * a;", "return  b * a;"));
    BOOST_TEST(makes("return a + b * a;", "return a ;"));
    BOOST_TEST(makes("return a + b * a;", "return a + b * a * a;"));
    BOOST_TEST(makes("if (a < b) {}", "if (a <= b) {}"));
    BOOST_TEST(makes("if (a < b) {}", "if (true) {}"));
    BOOST_TEST(makes("a += b;", "a = b;"));
    BOOST_TEST(makes("return a ? b : n;", "return a ? n : b;"));
}

BOOST_AUTO_TEST_CASE(a_name_becomes_another_of_its_type)
{
    BOOST_TEST(makes("return a;", "return b;"));
    BOOST_TEST(!makes("return a;", "return n;"));
    BOOST_TEST(makes("return s.dw;", "return s.db;"));
    BOOST_TEST(makes("return s.rows();", "return s.cols();"));
}

BOOST_AUTO_TEST_CASE(numbers_and_signs_are_changed)
{
    BOOST_TEST(makes("return T(2);", "return T(1);"));
    BOOST_TEST(makes("return 1e-5;", "return 2 * 1e-5;"));
    BOOST_TEST(makes("return a;", "return -a;"));
    BOOST_TEST(makes("return !a;", "return a;"));
    BOOST_TEST(makes("const T d = a;", "const float d = a;"));
}

BOOST_AUTO_TEST_CASE(a_sign_is_not_put_where_it_says_nothing)
{
    BOOST_TEST(!makes("return T(0);", "return -T(0);"));
    BOOST_TEST(!makes("return true;", "return -true;"));
    BOOST_TEST(!makes("return abs(a);", "return abs(-a);"));
    BOOST_TEST(!makes("return a == 0;", "return -a == 0;"));
    BOOST_TEST(!makes("return max(a, b);", "return max(b, a);"));
    BOOST_TEST(makes("return a < 0;", "return -a < 0;"));
    BOOST_TEST(!makes("a.call(b);", "-a.call(b);"));
}

BOOST_AUTO_TEST_CASE(arguments_and_indices_are_changed)
{
    BOOST_TEST(makes("return {a, b};", "return {b, a};"));
    BOOST_TEST(makes("g(a, b, n);", "g(a, n, b);"));
    BOOST_TEST(makes("return w[i];", "return w[i - 1];"));
    BOOST_TEST(makes("return w[i];", "return w[0];"));
    BOOST_TEST(makes("return std::abs(a);", "return (a);"));
    BOOST_TEST(!makes("return T(n);", "return (n);"));
    BOOST_TEST(
        makes("sort(v.begin(), v.end());", "sort(v.begin(), v.end() - 1);"));
}

BOOST_AUTO_TEST_CASE(loops_are_cut_and_turned)
{
    const std::string up = "for (int i = 0; i < n; ++i) {\n    g(i);\n}";
    BOOST_TEST(makes(up, "for (int i = 1; i < n; ++i) {\n    g(i);\n}"));
    BOOST_TEST(makes(up, "for (int i = 0; i < n - 1; ++i) {\n    g(i);\n}"));
    BOOST_TEST(makes(up, "for (int i = n; i-- > 0;) {\n    g(i);\n}"));
    BOOST_TEST(
        makes(up, "for (int i = 0; i < n; ++i) {\n    g(i);\nbreak; }"));
    BOOST_TEST(makes("for (int i = n; i-- > 0;) {\n    g(i);\n}", up));
    BOOST_TEST(makes("for (int i = n; i > 0; --i) {}",
                     "for (int i = 1; i <= n; ++i) {}"));
}

BOOST_AUTO_TEST_CASE(statements_are_left_out_and_exchanged)
{
    BOOST_TEST(makes("a = b;\nb = a;", ";\nb = a;"));
    BOOST_TEST(makes("a = b;\nb = a;", "b = a;\na = b;"));
    BOOST_TEST(makes("if (a) {\n    b;\n}\nn;", "\nn;"));
}

BOOST_AUTO_TEST_CASE(statements_that_share_nothing_are_not_exchanged)
{
    BOOST_TEST(!makes("a = n;\nb = n;", "b = n;\na = n;"));
    BOOST_TEST(
        !makes("s.dw[n] = a;\ns.db[n] = b;", "s.db[n] = b;\ns.dw[n] = a;"));
    BOOST_TEST(
        makes("s.dw[n] = a;\nreturn_it(s);", "return_it(s);\ns.dw[n] = a;"));
}

BOOST_AUTO_TEST_CASE(a_declaration_keeps_its_name)
{
    BOOST_TEST(!makes("T a = n;", "T b = n;", "f(T b)"));
}

BOOST_AUTO_TEST_CASE(no_change_comes_twice)
{
    const std::string text = "f()\n{\n    return w[0] + w[0];\n}\n";
    auto all = changes_of(text, {});
    std::vector<std::string> texts;
    for (const change& c : all) {
        texts.push_back(changed(text, c));
    }
    std::sort(texts.begin(), texts.end());
    BOOST_TEST(
        (std::adjacent_find(texts.begin(), texts.end()) == texts.end()));
    BOOST_TEST(!texts.empty());
}

namespace {

// What is said of the change that makes one body of another.
std::string fault(const std::string& from, const std::string& to)
{
    const std::string before = "f(T a, T b, int n)\n{\n";
    for (const change& c : changes_of(before + from + "\n}\n", {"dw"})) {
        if (changed(before + from + "\n}\n", c) == before + to + "\n}\n") {
            return c.fault;
        }
    }
    return "there is no such change";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_change_is_told_in_words)
{
    BOOST_TEST(fault("return a - n * b;", "return a -  b;") ==
               "a factor left out in `a - b`");
    BOOST_TEST(fault("return a + b;", "return a - b;") ==
               "the wrong operator in `a - b`");
    BOOST_TEST(fault("T c = a * b;", "T c = b * b;") ==
               "the wrong value in `b * b`, where `c` is set");
    BOOST_TEST(fault("return T(2) * a;", "return T(1) * a;") ==
               "the wrong number in `1 * a`");
    BOOST_TEST(fault("w[1] = a;\nw[2] = w[1];", "w[2] = w[1];\nw[1] = a;") ==
               "the lines for `w[1]` and `w[2]` in the wrong order");
    BOOST_TEST(fault("a = b;\nreturn a;", ";\nreturn a;") ==
               "the line for `a` left out");
    BOOST_TEST(fault("return w[n];", "return w[n - 1];") ==
               "an index that is one too small in `w[n]`");
    BOOST_TEST(fault("for (int i = 0; i < n; ++i) {\n    a += b;\n}",
                     "for (int i = 0; i < n - 1; ++i) {\n    a += b;\n}") ==
               "a loop over `i` that ends one too early");
}

BOOST_AUTO_TEST_CASE(of_a_long_expression_the_term_is_told_that_changes)
{
    BOOST_TEST(fault("return a * b + g(a, b, n, 1000, 2000, 3000, 4000);",
                     "return a / b + g(a, b, n, 1000, 2000, 3000, 4000);") ==
               "the wrong operator in `a / b`");
    BOOST_TEST(fault("return a * g(1111111111, 2222222222, 3333333333);",
                     "return a / g(1111111111, 2222222222, 3333333333);") ==
               "the wrong operator");
}

BOOST_AUTO_TEST_CASE(of_changes_that_give_the_same_one_is_told)
{
    const judge::fingerprint one{{"y", 1}}, two{{"y", 2}}, three{{"y", 3}};
    const std::vector<mutant> all{{"solutions.hpp", {}, "", "a long fault"},
                                  {"solutions.hpp", {}, "", "a fault"},
                                  {"solutions.hpp", {}, "", "has a name"},
                                  {"mistakes.md", {}, "", ""},
                                  {"style.hpp", {}, "", "is not ours"},
                                  {"solutions.hpp", {}, "", "passes"}};
    const std::vector<outcome> found{
        {ending::wrong, one, {}},   {ending::wrong, one, {}},
        {ending::wrong, two, {}},   {ending::wrong, two, {}},
        {ending::wrong, three, {}}, {ending::passes, {}, {}}};
    const auto told = worth_telling("3.1", all, found);
    BOOST_TEST_REQUIRE(told.size() == 1u);
    BOOST_TEST(row_of(told[0]) == "3.1\ta fault\ty=1\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_told_of_many_or_of_those_that_part)
{
    const judge::fingerprint one{{"y", 1}};
    std::vector<mutant> all{{"solutions.hpp", {}, "", "a"},
                            {"solutions.hpp", {}, "", "b"}};
    BOOST_TEST(worth_telling("3.1", all,
                             {{ending::wrong, one, {{"y", 5}}},
                              {ending::wrong, one, {{"y", 6}}}})
                   .empty());
    all.insert(all.end(), {{"solutions.hpp", {}, "", "c"},
                           {"solutions.hpp", {}, "", "d"}});
    BOOST_TEST(
        worth_telling("3.1", all,
                      std::vector<outcome>(4, {ending::wrong, one, {}}))
            .empty());
}

BOOST_AUTO_TEST_CASE(a_change_is_told_by_its_lines)
{
    const std::string text = "f()\n{\n    a = b +\n        c;\n    d;\n}\n";
    const auto lines = lines_of(text, {text.find('b'), 1, "x"});
    BOOST_TEST(lines.before == "a = b +");
    BOOST_TEST(lines.after == "a = x +");
    const auto both = lines_of(text, {text.find("b +"), 16, "c"});
    BOOST_TEST(both.before == "a = b + c; d;");
}

BOOST_AUTO_TEST_CASE(an_exercise_takes_what_it_needs_of_a_file)
{
    write("style.hpp",
          "#pragma once\n\n#include <a>\n\nnamespace answers {\n\n"
          "using x = y;\n\nint help(int a)\n{\n}\n\n"
          "int other(int a)\n{\n}\n\n"
          "int one(int a)\n{\n    return help(a);\n}\n\n"
          "}  // namespace answers\n");
    const answers all(path / "style.hpp");
    std::string names;
    for (const auto& d : all.needed_for({"one"})) {
        names += d.name + ";";
    }
    BOOST_TEST(names == ";help;one;");
    BOOST_TEST(all.includes().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_compiler_says_which_answers_it_refuses)
{
    const auto all = refused(
        "mutant_3:4:5: error: no\nmutant_4:1:2: note: suggested: 'mutant_4'\n"
        "a.hpp: In instantiation of 'f':\n"
        "mutant_12:6:7:   required from here\na.hpp:1:1: error: no\n");
    BOOST_TEST((all == std::set<std::size_t>{3, 12}));
}

BOOST_AUTO_TEST_SUITE_END()
