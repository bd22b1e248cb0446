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

BOOST_AUTO_TEST_CASE(an_option_changes_the_run)
{
    BOOST_TEST(run("--rate 2.5 --epochs=7") == 0);
    BOOST_TEST(read("said") == "== first\na = 7\n\n== second\nb = 10\n");
}

BOOST_AUTO_TEST_CASE(unknown_options_name_the_known)
{
    BOOST_TEST(run("--rat 2") != 0);
    BOOST_TEST(read("said") == "This chapter has no option --rat; it has "
                               "--rate, --epochs.\n");
}

BOOST_AUTO_TEST_CASE(a_value_that_is_none_is_refused)
{
    const auto said_of = [&](const std::string& options) {
        BOOST_TEST(run(options) != 0);
        const std::string said = read("said");
        return said.substr(0, said.find('\n'));
    };
    BOOST_TEST(said_of("--rate fast") ==
               "--rate is 'fast' and should be a number, as 0.5 is");
    BOOST_TEST(said_of("--rate 1.5x") ==
               "--rate is '1.5x' and should be a number, as 0.5 is");
    for (const char* wrong : {"nan", "inf", "1e999"}) {
        BOOST_TEST(said_of(std::string("--rate ") + wrong) ==
                   std::string("--rate is '") + wrong +
                       "' and should be a number, as 0.5 is");
    }
    for (const char* wrong : {"0", "1.5", "-3", "99999999999999999999"}) {
        BOOST_TEST(said_of(std::string("--epochs=") + wrong) ==
                   std::string("--epochs is '") + wrong +
                       "' and should be a whole number from 1, as 1 is");
    }
}

BOOST_AUTO_TEST_CASE(help_says_what_may_be_tried)
{
    BOOST_TEST(run("--help") == 0);
    BOOST_TEST(read("said").find("how far a step goes; without it 0.5") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_book_shows_only_the_run_without_options)
{
    write("run/output.txt", "of the plain run");
    write("expected.txt", whole);
    BOOST_TEST(run("--rate 2 --save " + file("run")) != 0);
    BOOST_TEST(read("said") ==
               "--save is for the run of the book, which has no options; "
               "leave out --rate, or use --figures\n");
    BOOST_TEST(read("run/output.txt") == "of the plain run");
    // Not even if the value is that of the book.
    BOOST_TEST(run("--epochs 1 --expect " + file("expected.txt")) != 0);
    BOOST_TEST(read("said").find("leave out --epochs") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(figures_may_be_drawn_beside_what_is_printed)
{
    write("tried/old.svg", "<svg></svg>");
    BOOST_TEST(run("--rate 2 --figures " + file("tried")) == 0);
    BOOST_TEST(read("said") == "== first\na = 1\n\n== second\nb = 8\n");
    BOOST_TEST(!fs::exists(path / "tried/old.svg"));
    BOOST_TEST(!fs::exists(path / "tried/output.txt"));
}

BOOST_AUTO_TEST_SUITE_END()
