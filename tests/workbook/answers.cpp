#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "course/files.hpp"
#include "harness/scratch_folder.hpp"
#include "workbook/answers.hpp"
#include "workbook/request.hpp"

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
        write("chapters/CMakeLists.txt",
              "add_chapter(03_third)\nadd_chapter(04_fourth)\n");
        course::write_file(folder / (name.substr(3) + ".hpp"),
                           "// # " + title + "\n// text\n");
        course::write_file(folder / "exercises.hpp",
                           "#pragma once\n\nnamespace answers {\n\n// ## " +
                               n + ".1 One\nint one() { todo(\"" + n +
                               ".1\"); }\n\n// ## " + n +
                               ".2 Two\nint two() { todo(\"" + n +
                               ".2\"); }\n\n}  // namespace answers\n");
    }
    void answer(const std::string& text) const
    {
        course::write_file(file(), text);
    }
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

BOOST_AUTO_TEST_CASE(a_chapter_has_many_names)
{
    for (const char* name : {"3", "03", "03_third", "third", "03_third.hpp",
                             "answers/03_third.hpp", "/mine/03_third.hpp"}) {
        BOOST_TEST(asked_for(all, name).of.name == "03_third");
        BOOST_TEST(asked_for(all, name).exercise.empty());
    }
    BOOST_TEST(asked_for(all, "4.2").of.name == "04_fourth");
    BOOST_TEST(asked_for(all, "4.2").exercise == "4.2");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_answered_with_what_is)
{
    BOOST_CHECK_EXCEPTION(
        asked_for(all, "3.7"), std::runtime_error, [](const auto& error) {
            return contains(error.what(), "'3.7'") &&
                   contains(error.what(), "3.1 3.2 4.1 4.2");
        });
}

BOOST_AUTO_TEST_CASE(answers_begin_as_the_exercises_and_only_once)
{
    BOOST_TEST(begin_answers(answers, all[0]));
    BOOST_TEST(course::read_file(file()) ==
               course::read_file(all[0].folder / "exercises.hpp"));
    answer("mine");
    BOOST_TEST(!begin_answers(answers, all[0]));
    BOOST_TEST(course::read_file(file()) == "mine");
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
    answer(course::read_file(all[1].folder / "exercises.hpp"));
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
        BOOST_TEST(course::read_file(old) == mine);
        BOOST_TEST(course::read_file(file()) ==
                   course::read_file(all[0].folder / "exercises.hpp"));
    }
    BOOST_TEST(course::read_file(file().string() + ".old") == "first");
    BOOST_TEST(course::read_file(file().string() + ".old.2") == "second");
    BOOST_TEST(course::read_file(file().string() + ".old.3") == "third");
}

BOOST_AUTO_TEST_CASE(a_reset_of_one_exercise_leaves_the_other)
{
    const std::string mine =
        "namespace answers {\n// ## 3.1 One\nint one() { return 1; }\n"
        "// ## 3.2 Two\nint two() { return 2; }\n}  // namespace answers\n";
    answer(mine);
    const fs::path old = reset_answers(answers, {all[0], "3.2"});
    const std::string now = course::read_file(file());
    BOOST_TEST(contains(now, "return 1;"));
    BOOST_TEST(!contains(now, "return 2;"));
    BOOST_TEST(contains(now, "todo(\"3.2\")"));
    BOOST_TEST(contains(now, "}  // namespace answers"));
    BOOST_TEST(course::read_file(old) == mine);
}

BOOST_AUTO_TEST_CASE(a_reset_of_a_part_that_is_not_there_changes_nothing)
{
    answer("int one() { return 1; }\n");
    BOOST_CHECK_THROW(reset_answers(answers, {all[0], "3.1"}),
                      std::runtime_error);
    BOOST_TEST(course::read_file(file()) == "int one() { return 1; }\n");
    BOOST_TEST(!fs::exists(file().string() + ".old"));
}

BOOST_FIXTURE_TEST_CASE(an_exercise_alone_keeps_the_lines_of_the_file,
                        chainrule::scratch_folder)
{
    write("a.hpp", "#pragma once\nnamespace answers {\n// ## 3.1 One\nint "
                   "a;\n// ## 3.2\nint b;\n}  // namespace answers\n");
    const std::string file = (path / "a.hpp").string();
    const auto line = [&](int n) {
        return "#line " + std::to_string(n) + " \"" + file + "\"\n";
    };
    BOOST_TEST(answers_alone(file, {"3.2"}) ==
               line(1) + "#pragma once\nnamespace answers {\n" + line(5) +
                   "// ## 3.2\nint b;\n" + line(7) +
                   "}  // namespace answers\n");
    BOOST_TEST(answers_alone(file, {"3.3"}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
