#include "course/mistakes.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::course;

namespace {

struct file_of_mistakes : chainrule::scratch_folder {
    std::vector<named_mistake> read(const std::string& text) const
    {
        write("mistakes.md", text);
        return read_mistakes(path / "mistakes.md");
    }
    // What is said of a text that is refused.
    std::string refused(const std::string& text) const
    {
        try {
            read(text);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    }
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

const std::string whole = "## 3.1 sign (One step)\nUp.\nTry: Turn it.\n"
                          "-a;\n+b;\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(mistakes, file_of_mistakes)

BOOST_AUTO_TEST_CASE(a_mistake_has_words_and_hunks)
{
    const auto all = read("Of chapter 3.\n\n## 3.1 sign (One (1) step)\n"
                          "Up,\nand on.\nTry: Turn\nit.\n-a;\n-b;\n+c;\n"
                          "-d;\n");
    BOOST_TEST_REQUIRE(all.size() == 1u);
    BOOST_TEST(all[0].exercise == "3.1");
    BOOST_TEST(all[0].id == "sign");
    BOOST_TEST(all[0].section == "One (1) step");
    BOOST_TEST(all[0].title == "Up, and on.");
    BOOST_TEST(all[0].remedy == "Turn it.");
    BOOST_TEST_REQUIRE(all[0].hunks.size() == 2u);
    BOOST_TEST(all[0].hunks[0].right.size() == 2u);
    BOOST_TEST(all[0].hunks[0].wrong.at(0) == "c;");
    BOOST_TEST(all[0].hunks[1].wrong.empty());
    BOOST_TEST(all[0].hunks[1].line == 11u);
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_named_with_its_line)
{
    BOOST_TEST(holds(refused("\n## 3.1 sign (One step)\nTry: x\n-a\n"),
                     "mistakes.md:2: the mistake 3.1 sign has no sentence"));
    BOOST_TEST(
        holds(refused("## 3.1 sign (One step)\nUp.\n-a\n"), "has no 'Try:'"));
    BOOST_TEST(holds(refused("## 3.1 sign (One step)\nUp.\nTry: x\n"),
                     "has no line that begins with '-'"));
    BOOST_TEST(holds(refused("## 3.1 sign\n"), "is no exercise, name"));
    BOOST_TEST(holds(refused("-a\n"), "before the first mistake"));
    BOOST_TEST(holds(refused("## 3.1 s (S)\nUp.\nTry: x\n+a\n"),
                     "mistakes.md:4: a line is added"));
    BOOST_TEST(holds(refused(whole + whole), "two mistakes named sign"));
}

BOOST_AUTO_TEST_CASE(lines_of_a_hunk_must_stand_there_once)
{
    const auto where = [](const std::vector<std::string>& lines) {
        return place_of({7, {"a;", " b;"}, {}}, lines, "m.md");
    };
    BOOST_TEST(where({"x", "  a;", "b;  ", "a;"}) == 1u);
    BOOST_CHECK_EXCEPTION(
        where({"a;", "x", "b;"}), std::runtime_error, [](const auto& e) {
            return holds(e.what(), "m.md:7: 'a;' stands nowhere");
        });
    BOOST_CHECK_EXCEPTION(
        where({"a;", "b;", "a;", "b;"}), std::runtime_error,
        [](const auto& e) { return holds(e.what(), "stands 2 times"); });
}

BOOST_AUTO_TEST_SUITE_END()
