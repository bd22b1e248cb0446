#include "workbook/digest.hpp"

#include <boost/test/unit_test.hpp>

#include "course/text.hpp"

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

BOOST_AUTO_TEST_CASE(a_call_that_matches_nothing_says_why)
{
    const std::string error =
        file + ":34:21: error: no matching function for call to 'max'\n";
    const auto because = [&](const std::string& note) {
        std::string all;
        for (const std::string& line : digest(error + note, file, name)) {
            all += chainrule::course::trimmed(line) + " ";
        }
        return chainrule::course::trimmed(all);
    };
    const std::string said =
        name + ":34:21: no matching function for call to 'max'";
    BOOST_TEST(because("/usr/include/a.h:5:1: note: candidate template "
                       "ignored: deduced conflicting types for parameter "
                       "'_Tp' ('int' vs. 'double')\n") ==
               said + ": deduced conflicting types for parameter '_Tp' "
                      "('int' vs. 'double')");
    BOOST_TEST(because(file +
                       ":22:11: note:   candidate expects 3 arguments, "
                       "4 provided\n") ==
               said + ": candidate expects 3 arguments, 4 provided");
    BOOST_TEST(because(file +
                       ":22:11: note: candidate function not viable: "
                       "requires 3 arguments, but 4 were provided\n") ==
               said + ": requires 3 arguments, but 4 were provided");
    // What other functions of that name would have needed is not the point.
    BOOST_TEST(because("/usr/include/a.h:5:1: note:   candidate expects 3 "
                       "arguments, 2 provided\n") == said);
}

BOOST_AUTO_TEST_CASE(code_is_told_as_it_was_written)
{
    BOOST_TEST(digest(file + ":1:2: error: assignment of read-only location "
                             "'(& w)->std::vector<double>::operator[](i)'\n",
                      file, name)
                   .at(0) ==
               name + ":1:2: assignment of read-only location 'w[i]'");
    BOOST_TEST(digest(file + ":1:2: error: no ('T' (aka 'double') and 'U' "
                             "(aka 'int')) [with _Tp = double]\n",
                      file, name)
                   .at(0) == name + ":1:2: no ('T' and 'U')");
    BOOST_TEST(digest(file + ":1:2: error: '<unresolved overloaded function "
                             "type>'\n",
                      file, name)
                   .at(0)
                   .ends_with(". Is a () missing?"));
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

BOOST_AUTO_TEST_CASE(a_place_is_warned_of_once_whatever_the_type)
{
    const auto lines =
        warnings(file + ":4:9: warning: comparison of 'int' and 'A'\n" +
                     file + ":4:9: warning: comparison of 'int' and 'B'\n",
                 file, name);
    BOOST_TEST(lines.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_compiler_that_was_ended_by_its_limits_is_told)
{
    for (const char* said :
         {"g++: fatal error: CPU time limit exceeded signal terminated "
          "program cc1plus\n",
          "virtual memory exhausted: Cannot allocate memory\n",
          "c++: File size limit exceeded signal terminated program as\n"}) {
        BOOST_TEST(
            contains(digest(said, file, name).at(0), "30 s of processor"));
    }
}

BOOST_AUTO_TEST_CASE(an_endless_name_does_not_fill_the_screen)
{
    const auto lines =
        digest(file + ":1:2: error: '" + std::string(1000000, 'r') +
                   "' was not declared\n",
               file, name);
    BOOST_TEST(lines.size() <= 15u);
    BOOST_TEST(lines.back().ends_with("was not declared"));
}

BOOST_AUTO_TEST_CASE(a_compiler_that_crashed_is_told)
{
    const std::string said = "c++: internal compiler error: Segmentation "
                             "fault signal terminated program cc1plus\n";
    BOOST_TEST(
        contains(digest(said, file, name).at(0), "nested very deeply"));
}

BOOST_AUTO_TEST_CASE(a_compiler_that_waited_is_told)
{
    const std::string said = "error: the compiler waited for 120 s\n";
    BOOST_TEST(contains(digest(said, file, name).at(0), "compiler waited"));
    BOOST_TEST(is_beyond_limits(said));
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
