#include "chapter/program.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "harness/scratch_folder.hpp"

// The programs of the chapters themselves are the subject here: what they
// print is compared by `--expect`, and this suite sees that it can fail.
namespace {

namespace fs = std::filesystem;

struct folder : chainrule::scratch_folder {
    // Run the two-section program below; what it says goes to `said`.
    int run(const std::string& options) const
    {
        const std::string command = "'" PROGRAM_UNDER_TEST "' " + options +
                                    " >'" + (path / "said").string() +
                                    "' 2>&1";
        return std::system(command.c_str());
    }
    std::string file(const std::string& name) const
    {
        return "'" + (path / name).string() + "'";
    }
};

const std::string whole = "== first\na = 1\n\n== second\nb = 2\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(program, folder)

BOOST_AUTO_TEST_CASE(sections_are_headed_and_in_order)
{
    BOOST_TEST(run("") == 0);
    BOOST_TEST(read("said") == whole);
}

BOOST_AUTO_TEST_CASE(saved_output_is_what_would_be_printed)
{
    BOOST_TEST(run("--save " + file("run")) == 0);
    BOOST_TEST(read("run/output.txt") == whole);
    BOOST_TEST(read("said").empty());
}

BOOST_AUTO_TEST_CASE(what_is_expected_passes)
{
    write("expected.txt", whole);
    BOOST_TEST(run("--expect " + file("expected.txt")) == 0);
    BOOST_TEST(read("said").empty());
}

BOOST_AUTO_TEST_CASE(a_changed_digit_fails_with_file_and_line)
{
    write("expected.txt", "== first\na = 1\n\n== second\nb = 3\n");
    BOOST_TEST(run("--expect " + file("expected.txt")) != 0);
    BOOST_TEST(read("said").find("expected.txt:5: expected 'b = 3', the run "
                                 "printed 'b = 2'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_number_may_be_expected_between_two_others)
{
    const auto expecting = [&](const std::string& line) {
        write("expected.txt", "== first\n" + line + "\n\n== second\nb = 2\n");
        return run("--expect " + file("expected.txt")) == 0;
    };
    BOOST_TEST(expecting("a = [0.5, 1.5]"));
    BOOST_TEST(expecting("a = [1, 1]"));
    BOOST_TEST(expecting("a [...] 1"));
    BOOST_TEST(!expecting("a = [1.5, 2]"));
    BOOST_TEST(!expecting("a = [0, 0.5]"));
    BOOST_TEST(!expecting("b = [0, 2]"));
    BOOST_TEST(!expecting("a = [0, 2] percent"));
    BOOST_TEST(!expecting("a [0, 2] 1"));
    BOOST_TEST(!expecting("a = [no, limits]"));
    BOOST_TEST(!expecting("a = [0, 2"));
}

BOOST_AUTO_TEST_CASE(a_missing_line_fails_at_its_place)
{
    write("expected.txt", "== first\na = 1\n\n== second\n");
    BOOST_TEST(run("--expect " + file("expected.txt")) != 0);
    BOOST_TEST(read("said").find("expected.txt:5: expected no more lines") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(output_that_fails_its_check_is_not_kept)
{
    write("expected.txt", "nothing of the kind\n");
    fs::create_directories(path / "run");
    write("run/output.txt", "of the last good run");
    BOOST_TEST(run("--save " + file("run") + " --expect " +
                   file("expected.txt")) != 0);
    BOOST_TEST(read("run/output.txt") == "of the last good run");
}

BOOST_AUTO_TEST_CASE(figures_of_an_earlier_run_are_forgotten)
{
    fs::create_directories(path / "run");
    write("run/old.svg", "<svg></svg>");
    BOOST_TEST(run("--save " + file("run")) == 0);
    BOOST_TEST(!fs::exists(path / "run" / "old.svg"));
}

BOOST_AUTO_TEST_CASE(an_expectation_that_is_not_there_is_named)
{
    BOOST_TEST(run("--expect " + file("absent.txt")) != 0);
    BOOST_TEST(read("said").find("absent.txt") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_unknown_option_is_refused)
{
    BOOST_TEST(run("--faster") != 0);
    BOOST_TEST(read("said").find("--faster") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
