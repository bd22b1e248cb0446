#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "harness/scratch_folder.hpp"
#include "judge/subject.hpp"

using namespace chainrule::judge;

namespace {

// A program that only pretends to hold an answer.
struct pretence : chainrule::scratch_folder {
    process_limits limits;

    pretence() { limits.time = std::chrono::milliseconds(200); }

    // What comes of a question to a shell script.
    answered told(const std::string& script, int times = 1)
    {
        write("answer", "#!/bin/sh\n" + script + "\n");
        std::filesystem::permissions(path / "answer",
                                     std::filesystem::perms::owner_all);
        program p(path / "answer", limits);
        answered a;
        for (int i = 0; i < times; ++i) {
            a = p.ask("3.1", "one_layer_will_do", 7);
        }
        return a;
    }
};

// To the question of that number, and with one value.
std::string reply_to(int number)
{
    return "read -r asked <&3\n"
           "echo '{\"number\":" +
           std::to_string(number) +
           ",\"outcome\":\"returned\",\"what\":\"\",\"where\":\"\","
           "\"instances\":[[[\"dw\",30]]]}' >&4\n";
}

bool ends(const answered& a, ending as)
{
    return a.end == as;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(programs, pretence)

BOOST_AUTO_TEST_CASE(a_reply_is_read)
{
    const answered a = told(reply_to(1));
    BOOST_TEST_REQUIRE(ends(a, ending::replied));
    BOOST_TEST(a.said.instances.at(0).values.at(0).name == "dw");
    BOOST_TEST(a.said.instances.at(0).values.at(0).value == 30);
}

BOOST_AUTO_TEST_CASE(each_question_has_its_number_and_one_process_has_all)
{
    BOOST_TEST(ends(told(reply_to(1) + reply_to(2), 2), ending::replied));
    BOOST_TEST(ends(told(reply_to(2)), ending::garbled));
}

BOOST_AUTO_TEST_CASE(a_program_is_given_the_question)
{
    BOOST_TEST(
        told("read -r asked <&3; echo \"$asked\"").printed ==
        "{\"calls\":false,\"exercise\":\"3.1\",\"number\":1,\"question\":"
        "\"one_layer_will_do\",\"seed\":7,\"steps\":false}\n");
}

BOOST_AUTO_TEST_CASE(how_it_ends_is_told)
{
    BOOST_TEST(ends(told("exit 0"), ending::left));
    BOOST_TEST(ends(told("exit 139"), ending::left));
    BOOST_TEST(ends(told("kill -SEGV $$"), ending::crashed));
    BOOST_TEST(ends(told("kill -STOP $$"), ending::stopped));
    BOOST_TEST(ends(told("echo PASS >&4; sleep 9"), ending::garbled));
}

BOOST_AUTO_TEST_CASE(it_ends_though_others_hold_its_pipe)
{
    limits.time = std::chrono::minutes(1);
    BOOST_TEST(ends(told("sleep 100 & exit 0"), ending::left));
}

BOOST_AUTO_TEST_CASE(after_its_end_there_is_no_other_reply)
{
    BOOST_TEST(ends(told("exit 0", 3), ending::left));
}

BOOST_AUTO_TEST_CASE(what_it_gave_before_its_end_is_known_by_a_second_start)
{
    // It crashes behind the first of two values, and later at once.
    const std::string line =
        "echo '{\"number\":NUMBER,\"outcome\":\"going on\",\"what\":\"\","
        "\"where\":\"\",\"instances\":[[[\"dw\",30]]]}' >&4\n";
    const auto script = [&](const std::string& number) {
        write("answer",
              "#!/bin/sh\nread -r asked <&3\ncase $asked in\n"
              "*steps*true*)\n" +
                  std::string(line).replace(line.find("NUMBER"), 6, number) +
                  ";;\nesac\nkill -SEGV $$\n");
        std::filesystem::permissions(path / "answer",
                                     std::filesystem::perms::owner_all);
        program p(path / "answer", limits);
        BOOST_TEST(ends(p.ask("3.1", "x", 1), ending::crashed));
        const auto gave = p.given_before_the_end("3.1", "x", 1);
        BOOST_TEST(ends(p.ask("3.1", "x", 1), ending::crashed));
        return gave.size() == 1 ? gave[0].values.at(0).value : 0;
    };
    BOOST_TEST(script("2") == 30);
    BOOST_TEST(script("7") == 0);
}

BOOST_AUTO_TEST_CASE(a_reply_step_by_step_that_nobody_asked_for_is_none)
{
    std::string going_on = reply_to(1);
    going_on.replace(going_on.find("returned"), 8, "going on");
    BOOST_TEST(ends(told(going_on + "sleep 9"), ending::garbled));
}

BOOST_AUTO_TEST_CASE(time_is_limited_by_the_processor_and_by_the_clock)
{
    BOOST_TEST(ends(told("while :; do :; done"), ending::too_long));
    limits.time = std::chrono::milliseconds(20);
    BOOST_TEST(ends(told("sleep 100"), ending::too_long));
}

BOOST_AUTO_TEST_CASE(the_time_of_all_its_processes_counts)
{
    limits.time = std::chrono::seconds(1);
    const auto begin = std::chrono::steady_clock::now();
    BOOST_TEST(
        ends(told("sh -c 'while :; do :; done'; exit"), ending::too_long));
    BOOST_TEST((std::chrono::steady_clock::now() - begin < 10 * limits.time));
}

BOOST_AUTO_TEST_CASE(memory_and_processes_are_limited)
{
    limits.time = std::chrono::minutes(1);
    limits.memory = 1;
    BOOST_TEST(ends(told("sleep 100"), ending::too_large));
    limits.memory = process_limits().memory;
    limits.processes = 3;
    BOOST_TEST(ends(told("sleep 100 & sleep 100 & sleep 100 & wait"),
                    ending::too_many));
}

BOOST_AUTO_TEST_CASE(a_reply_is_limited)
{
    limits.time = std::chrono::minutes(1);
    limits.reply = 1000;
    BOOST_TEST(ends(told("yes no reply >&4"), ending::garbled));
}

BOOST_AUTO_TEST_CASE(what_it_prints_is_kept_up_to_a_limit)
{
    limits.output = 10;
    BOOST_TEST(told("printf 1234; printf 5678 >&2").printed == "12345678");
    BOOST_TEST(told("printf 1234567890; printf abc").printed == "1234567890");
}

BOOST_AUTO_TEST_CASE(it_has_no_input)
{
    BOOST_TEST(told("read -r line || echo none").printed == "none\n");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_program_is_told_as_one_that_left)
{
    program p(path / "none", limits);
    BOOST_TEST(ends(p.ask("3.1", "x", 1), ending::left));
}

BOOST_AUTO_TEST_SUITE_END()
