#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <system_error>

#include "files/files.hpp"
#include "harness/scratch_folder.hpp"
#include "workbook/answers.hpp"
#include "workbook/course.hpp"
#include "workbook/digest.hpp"
#include "workbook/process.hpp"
#include "workbook/progress.hpp"
#include "workbook/text.hpp"

using namespace chainrule;
using namespace chainrule::workbook;
namespace fs = std::filesystem;

namespace {

// A course of two chapters.
struct small_course : chainrule::scratch_folder {
    small_course()
    {
        write_chapter("03_third", "The third", "3");
        write_chapter("04_fourth", "The fourth", "4");
        all = chapters_of(path);
    }

    void write_chapter(const std::string& name, const std::string& title,
                       const std::string& n) const
    {
        const fs::path folder = path / "chapters" / name;
        write_file(folder / (name.substr(3) + ".hpp"),
                   "// # " + title + "\n// text\n");
        write_file(folder / "exercises.hpp",
                   "#pragma once\n\nnamespace answers {\n\n// ## " + n +
                       ".1 One\nint one() { todo(\"" + n +
                       ".1\"); }\n\n// ## " + n +
                       ".2 Two\nint two() { todo(\"" + n +
                       ".2\"); }\n\n}  // namespace answers\n");
    }
    void answer(const std::string& text) const { write_file(file(), text); }
    fs::path file() const { return answer_file(answers, all[0]); }
    std::string complaint() const
    {
        return complaint_about(answers, all, all[0]);
    }

    fs::path answers = path / "answers";
    std::vector<chapter> all;
};

bool contains(const std::string& text, const std::string& what)
{
    return text.find(what) != text.npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(courses, small_course)

BOOST_AUTO_TEST_CASE(a_course_is_read_from_its_folders)
{
    BOOST_TEST(all.size() == 2u);
    BOOST_TEST(all[0].name == "03_third");
    BOOST_TEST(all[0].title == "The third");
    BOOST_TEST(all[0].number() == "3");
    BOOST_TEST(all[1].exercises.at(1).number == "4.2");
    BOOST_TEST(all[1].exercises.at(1).title == "Two");
}

BOOST_AUTO_TEST_CASE(a_chapter_has_many_names)
{
    for (const char* name : {"3", "03", "03_third", "third", "03_third.hpp",
                             "answers/03_third.hpp"}) {
        BOOST_TEST(find(all, name).of.name == "03_third");
        BOOST_TEST(find(all, name).exercise.empty());
    }
    BOOST_TEST(find(all, "4.2").of.name == "04_fourth");
    BOOST_TEST(find(all, "4.2").exercise == "4.2");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_answered_with_what_is)
{
    BOOST_CHECK_EXCEPTION(
        find(all, "3.7"), std::runtime_error, [](const auto& error) {
            return contains(error.what(), "'3.7'") &&
                   contains(error.what(), "3.1 3.2 4.1 4.2");
        });
}

BOOST_AUTO_TEST_CASE(answers_begin_as_the_exercises_and_only_once)
{
    BOOST_TEST(begin_answers(answers, all[0]));
    BOOST_TEST(read_file(file()) ==
               read_file(all[0].folder / "exercises.hpp"));
    answer("mine");
    BOOST_TEST(!begin_answers(answers, all[0]));
    BOOST_TEST(read_file(file()) == "mine");
}

BOOST_AUTO_TEST_CASE(a_dangling_link_is_not_written_through)
{
    fs::create_directories(answers);
    fs::create_symlink(path / "nowhere", file());
    BOOST_TEST(!begin_answers(answers, all[0]));
    BOOST_TEST(contains(complaint(), "not a file"));
}

BOOST_AUTO_TEST_CASE(a_sound_answer_file_draws_no_complaint)
{
    begin_answers(answers, all[0]);
    BOOST_TEST(complaint() == "");
    answer("// no headings, but that is no harm\r\nint x;\r\n");
    BOOST_TEST(complaint() == "");
    answer("\xEF\xBB\xBF// ## 3.1 One\nint x;\n");
    BOOST_TEST(complaint() == "");
}

BOOST_AUTO_TEST_CASE(a_useless_answer_file_is_named_with_the_remedy)
{
    answer(" \n\n");
    BOOST_TEST(contains(complaint(), "answers/03_third.hpp is empty"));
    BOOST_TEST(contains(complaint(), "./workbook reset 3"));
    answer(read_file(all[1].folder / "exercises.hpp"));
    BOOST_TEST(contains(complaint(), "has the exercises of chapter 4"));
    answer(std::string("\xFF\xFEi\0n\0t\0", 8));
    BOOST_TEST(contains(complaint(), "UTF-8"));
    fs::remove(file());
    fs::create_directories(file());
    BOOST_TEST(contains(complaint(), "not a file"));
}

BOOST_AUTO_TEST_CASE(a_reset_keeps_every_old_file)
{
    for (const char* mine : {"first", "second", "third"}) {
        answer(mine);
        const fs::path old = reset_answers(answers, {all[0], ""});
        BOOST_TEST(read_file(old) == mine);
        BOOST_TEST(read_file(file()) ==
                   read_file(all[0].folder / "exercises.hpp"));
    }
    BOOST_TEST(read_file(file().string() + ".old") == "first");
    BOOST_TEST(read_file(file().string() + ".old.2") == "second");
    BOOST_TEST(read_file(file().string() + ".old.3") == "third");
}

BOOST_AUTO_TEST_CASE(a_reset_of_one_exercise_leaves_the_other)
{
    const std::string mine =
        "namespace answers {\n// ## 3.1 One\nint one() { return 1; }\n"
        "// ## 3.2 Two\nint two() { return 2; }\n}  // namespace answers\n";
    answer(mine);
    const fs::path old = reset_answers(answers, {all[0], "3.2"});
    const std::string now = read_file(file());
    BOOST_TEST(contains(now, "return 1;"));
    BOOST_TEST(!contains(now, "return 2;"));
    BOOST_TEST(contains(now, "todo(\"3.2\")"));
    BOOST_TEST(contains(now, "}  // namespace answers"));
    BOOST_TEST(read_file(old) == mine);
}

BOOST_AUTO_TEST_CASE(a_reset_of_a_part_that_is_not_there_changes_nothing)
{
    answer("int one() { return 1; }\n");
    BOOST_CHECK_THROW(reset_answers(answers, {all[0], "3.1"}),
                      std::runtime_error);
    BOOST_TEST(read_file(file()) == "int one() { return 1; }\n");
    BOOST_TEST(!fs::exists(file().string() + ".old"));
}

BOOST_AUTO_TEST_CASE(progress_comes_back_as_it_was)
{
    progress p;
    p.verdicts["3.1"] = "NOT STARTED";
    p.hints["3.2"] = 2;
    p.judged["03_third"] = mark_of("text");
    save_progress(answers, p);
    const progress back = load_progress(answers);
    BOOST_TEST(back.verdicts.at("3.1") == "NOT STARTED");
    BOOST_TEST(back.hints.at("3.2") == 2);
    BOOST_TEST(back.judged.at("03_third") == mark_of("text"));
    BOOST_TEST(mark_of("text") != mark_of("test"));
}

BOOST_AUTO_TEST_CASE(spoilt_progress_is_no_progress)
{
    write_file(answers / ".progress", "\t\t\nnonsense\nverdict\n");
    BOOST_TEST(load_progress(answers).hints.empty());
}

BOOST_AUTO_TEST_CASE(no_unfinished_file_is_left)
{
    answer("mine");
    fs::create_directories(answers / "full");
    write_file(answers / "full" / "inside", "x");
    BOOST_CHECK_THROW(write_file(answers / "full", "text"),
                      std::runtime_error);
    int files = 0;
    for (const auto& entry : fs::directory_iterator(answers)) {
        files += !contains(entry.path().filename().string(), ".part");
        BOOST_TEST(!contains(entry.path().filename().string(), ".part"));
    }
    BOOST_TEST(files == 2);
}

BOOST_AUTO_TEST_SUITE_END()

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
    BOOST_TEST(contains(lines.back(), "27 more; --full"));
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

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(processes)

// What is printed here while another program runs.
std::string printed(const std::string& script,
                    std::chrono::milliseconds a_while)
{
    const std::ostringstream said;
    std::streambuf* const out = std::cout.rdbuf(said.rdbuf());
    const outcome end = run_quietly({"sh", "-c", script}, "wait", a_while);
    std::cout.rdbuf(out);
    BOOST_TEST(end.code == 3);
    BOOST_TEST(end.output == "out\nerr\n");
    return said.str();
}

BOOST_AUTO_TEST_CASE(patience_is_asked_for_once_and_only_if_it_takes_long)
{
    using namespace std::chrono_literals;
    BOOST_TEST(printed("sleep 0.5; echo out; echo err >&2; exit 3", 20ms) ==
               "wait\n");
    BOOST_TEST(printed("sleep 0.3; echo out; sleep 0.3; echo err >&2; exit 3",
                       20ms) == "wait\n");
    BOOST_TEST(printed("echo out; echo err >&2; exit 3", 1h) == "");
}

BOOST_AUTO_TEST_CASE(a_signal_is_told_as_a_shell_tells_it)
{
    BOOST_TEST(run({"sh", "-c", "kill -9 $$"}).code == 128 + 9);
    BOOST_TEST(run({"true"}).code == 0);
    BOOST_CHECK_EXCEPTION(
        run({"no such program"}), std::system_error, [](const auto& error) {
            return contains(error.what(), "cannot start no such program");
        });
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(formulas_can_be_read_on_a_terminal)
{
    BOOST_TEST(without_markup("half: $\\frac12 w^2$, and `w`") ==
               "half: 1/2 w^2, and w");
    BOOST_TEST(without_markup("$\\frac{\\lambda}{2} \\cdot a_{n}$") ==
               "lambda/2 * a_n");
}

BOOST_AUTO_TEST_CASE(paragraphs_are_broken_at_spaces)
{
    BOOST_TEST(wrapped("one two three", "  ", 9) == "  one two\n  three\n");
}

BOOST_AUTO_TEST_SUITE_END()
