#include "course/exercises.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::course;

BOOST_AUTO_TEST_SUITE(exercises)

BOOST_AUTO_TEST_CASE(a_part_ends_before_the_next_or_with_the_namespace)
{
    const auto parts =
        parts_of({"#pragma once", "// ## 3.1 One", "int a;", "", "// ## 3.2",
                  "int b;", "}  // namespace x", "int c;"});
    BOOST_TEST(parts.size() == 2u);
    BOOST_TEST(parts[0].number == "3.1");
    BOOST_TEST(parts[0].title == "One");
    BOOST_TEST(parts[0].first == 1u);
    BOOST_TEST(parts[0].last == 4u);
    BOOST_TEST(parts[1].number == "3.2");
    BOOST_TEST(parts[1].title == "");
    BOOST_TEST(parts[1].last == 6u);
    BOOST_TEST(find(parts, "3.2") == &parts[1]);
    BOOST_TEST(!find(parts, "3"));
}

BOOST_AUTO_TEST_CASE(a_file_without_an_end_has_parts_to_its_last_line)
{
    const auto hints = parts_of({"## 3.1", "1. One.", "2. Two."}, "## ");
    BOOST_TEST(hints.at(0).last == 3u);
    BOOST_TEST(parts_of({"int a;"}).empty());
}

BOOST_FIXTURE_TEST_CASE(an_exercise_is_read_from_three_files,
                        chainrule::scratch_folder)
{
    write("exercises.hpp", "// ## 3.1 One\n// Contract.\nint a();\n");
    write("solutions.hpp", "// ## 3.1 One\nint a() { return 1; }\n");
    write("hints.md", "## 3.1\n1. First,\n   and on.\n2. Second.\n");
    const auto all = read_exercises(path);
    BOOST_TEST(all.size() == 1u);
    BOOST_TEST(all[0].title == "One");
    BOOST_TEST(all[0].heading.number == 1);
    BOOST_TEST(all[0].contract.at(1).text == "int a();");
    BOOST_TEST(all[0].contract.at(1).number == 3);
    BOOST_TEST(all[0].hints.at(0).text == "First, and on.");
    BOOST_TEST(all[0].hints.size() == 2u);
    BOOST_TEST(all[0].solution.at(0).text == "int a() { return 1; }");
}

BOOST_FIXTURE_TEST_CASE(a_chapter_without_exercises_has_none,
                        chainrule::scratch_folder)
{
    BOOST_TEST(read_exercises(path).empty());
    write("exercises.hpp", "// ## 3.1 One\n");
    BOOST_CHECK_THROW(read_exercises(path), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
