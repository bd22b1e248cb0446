#include "workbook/digest.hpp"

#include <boost/test/unit_test.hpp>

using namespace chainrule::workbook;

namespace {

bool contains(const std::string& text, const std::string& what)
{
    return text.find(what) != text.npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(digests)

const std::string file = "/home/me/answers/03_third.hpp";
const std::string name = "answers/03_third.hpp";

BOOST_AUTO_TEST_CASE(an_error_in_the_answer_is_shown_with_its_line)
{
    const auto lines =
        digest("[1/2] Building CXX object\nFAILED: x.o\nc++ " + file +
                   "\nIn file included from bind.cpp:3:\n" + file +
                   ":38:20: error: expected ';' before 'r'\n"
                   "   38 |     s.db[i] = r\n      |                ^\n",
               file, name);
    BOOST_TEST(lines.size() == 3u);
    BOOST_TEST(lines[0] ==
               "answers/03_third.hpp:38:20: expected ';' before 'r'");
    BOOST_TEST(lines[1] == "   38 |     s.db[i] = r");
}

BOOST_AUTO_TEST_CASE(
    an_error_in_a_library_is_shown_where_the_answer_led_there)
{
    const auto lines = digest(
        "/usr/include/c++/12/bits/stl_algo.h: In instantiation of 'sort':\n" +
            file +
            ":17:14:   required from 'f(T) [with T = double]'\n"
            "bind.cpp:20:3:   required from here\n"
            "/usr/include/c++/12/bits/stl_algo.h:1938:22: error: no match "
            "for 'operator-'\n 1938 | x\n      | ^\n",
        file, name);
    BOOST_TEST(lines.size() == 1u);
    BOOST_TEST(lines[0] ==
               "answers/03_third.hpp:17:14: no match for 'operator-'");
}

BOOST_AUTO_TEST_CASE(clang_is_understood_as_well)
{
    const auto lines =
        digest(file + ":9:5: error: use of undeclared identifier 'y'\n"
                      "    y = 3;\n    ^\n1 error generated.\n",
               file, name);
    BOOST_TEST(lines.size() == 3u);
    BOOST_TEST(lines[0] ==
               "answers/03_third.hpp:9:5: use of undeclared identifier 'y'");
    BOOST_TEST(lines[1] == "    y = 3;");
    const auto led =
        digest("/usr/include/v.h:3:1: error: no member named 'f'\n" + file +
                   ":12:7: note: in instantiation of 'g' requested here\n",
               file, name);
    BOOST_TEST(led.at(0) == "answers/03_third.hpp:12:7: no member named 'f'");
}

BOOST_AUTO_TEST_CASE(one_place_is_shown_once)
{
    const std::string error = file + ":7:3: error: no match for 'f'\n";
    BOOST_TEST(digest(error + error, file, name).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_digest_has_ten_short_lines_at_most)
{
    std::string said;
    for (int i = 1; i <= 30; ++i) {
        said += file + ":" + std::to_string(i) +
                ":1: error: " + std::string(300, 'x') + "\n  " +
                std::to_string(i) + " | code\n    | ^\n";
    }
    const auto lines = digest(said, file, name);
    BOOST_TEST(lines.size() <= 10u);
    for (const std::string& line : lines) {
        BOOST_TEST(line.size() <= 100u);
    }
    BOOST_TEST(contains(lines.back(), "29 more; --full"));
}

BOOST_AUTO_TEST_CASE(the_point_of_a_long_error_is_kept)
{
    const auto lines = digest(
        file + ":5:9: error: no match for 'operator-' (operand types are "
               "'const __gnu_cxx::__alloc_traits<std::allocator<chainrule::"
               "dual<double> >, chainrule::dual<double> >::value_type' {aka "
               "'const chainrule::dual<double>'} and 'std::vector<chainrule::"
               "dual<double>, std::allocator<chainrule::dual<double> > >')\n",
        file, name);
    std::string all;
    for (const std::string& line : lines) {
        all += line + "|";
    }
    BOOST_TEST(all ==
               "answers/03_third.hpp:5:9: no match for 'operator-' (operand "
               "types are 'const chainrule::dual<double>|      ' and "
               "'std::vector<chainrule::dual<double>>')|");
}

BOOST_AUTO_TEST_CASE(the_marker_of_a_long_line_is_shown)
{
    const std::string wide(150, 'x');
    const auto lines = digest(file + ":5:151: error: no\n" + wide + "HERE\n" +
                                  std::string(150, ' ') + "^\n",
                              file, name);
    BOOST_TEST(lines.at(1).find("HERE") == lines.at(2).find("^"));
}

BOOST_AUTO_TEST_CASE(long_type_names_are_told_short)
{
    const auto lines =
        digest(file + ":1:2: error: no 'std::string' {aka "
                      "'std::__cxx11::basic_string<char>'} here\n",
               file, name);
    BOOST_TEST(lines.at(0) == "answers/03_third.hpp:1:2: no 'std::string' "
                              "here");
}

BOOST_AUTO_TEST_CASE(
    what_has_nothing_to_do_with_the_answer_is_not_blamed_on_it)
{
    BOOST_TEST(digest("ninja: error: unknown target 'x'\n"
                      "judge/main.cpp:3:1: error: no\n",
                      file, name)
                   .empty());
}

BOOST_AUTO_TEST_CASE(warnings_about_the_answer_are_told_once)
{
    const std::string warning =
        file + ":4:9: warning: unused variable 'y' [-Wunused-variable]\n";
    const auto lines = warnings(
        warning + warning + "other.hpp:1:1: warning: x\n", file, name);
    BOOST_TEST(lines.size() == 1u);
    BOOST_TEST(lines[0] == "answers/03_third.hpp:4:9: warning: unused "
                           "variable 'y' [-Wunused-variable]");
}

BOOST_AUTO_TEST_CASE(a_compiler_that_was_ended_by_its_limits_is_told)
{
    for (const char* said :
         {"g++: fatal error: CPU time limit exceeded signal terminated "
          "program cc1plus\n",
          "virtual memory exhausted: Cannot allocate memory\n"}) {
        BOOST_TEST(
            contains(digest(said, file, name).at(0), "30 s of processor"));
    }
}

BOOST_AUTO_TEST_CASE(an_answer_that_includes_the_solution_is_told)
{
    BOOST_TEST(digest("error: the answer includes a/solutions.hpp, and has "
                      "to stand without it\n",
                      file, name)
                   .at(0) == name + ": it includes a/solutions.hpp, and has "
                                    "to stand without it.");
}

BOOST_AUTO_TEST_CASE(an_error_is_in_the_file_whose_line_it_names)
{
    const std::string said = "/a/probes.hpp:3:1: error: no 'f'\n" + file +
                             ":4:1: note: candidate\n";
    BOOST_TEST(has_error_in(said, "/a/probes.hpp"));
    BOOST_TEST(!has_error_in(said, file));
}

BOOST_AUTO_TEST_CASE(a_second_main_is_told)
{
    const auto lines = digest(
        "mold: error: duplicate symbol: x.o: y.a(subject.cpp.o): main\n",
        file, name);
    BOOST_TEST(lines.at(0) ==
               name + ": it has a main, and the judge has one already.");
    BOOST_TEST(
        digest("error: duplicate symbol: x.o: y.o: remainder\n", file, name)
            .empty());
}

BOOST_AUTO_TEST_SUITE_END()
