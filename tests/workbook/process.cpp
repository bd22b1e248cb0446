#include "workbook/process.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <iostream>
#include <sstream>
#include <system_error>

#include "harness/saying.hpp"

using namespace chainrule;
using namespace chainrule::workbook;

namespace {

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

}  // namespace

BOOST_AUTO_TEST_SUITE(processes)

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
    BOOST_CHECK_EXCEPTION(run({"no such program"}), std::system_error,
                          saying("cannot start no such program"));
}

BOOST_AUTO_TEST_SUITE_END()
