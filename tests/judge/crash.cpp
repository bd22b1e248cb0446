#include "judge/crash.hpp"

#include <boost/test/unit_test.hpp>

#include "harness/scratch_folder.hpp"

using namespace chainrule::judge;

namespace {

const std::string file = "/home/me/answers/03_third.hpp";

std::string told(ending end, const std::string& printed = "")
{
    answered a;
    a.end = end;
    a.printed = printed;
    return what_happened(a, process_limits{});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(crashes)

BOOST_AUTO_TEST_CASE(every_end_has_its_sentence)
{
    BOOST_TEST(told(ending::crashed) == "It crashed.");
    BOOST_TEST(told(ending::crashed, "stack-overflow") ==
               "It crashed: the stack is full. Does it call itself for "
               "ever?");
    BOOST_TEST(told(ending::left) ==
               "The answer ended the program, as exit() does.");
    BOOST_TEST(told(ending::stopped) ==
               "The answer stopped its program, as raise(SIGSTOP) does.");
    BOOST_TEST(told(ending::too_many) ==
               "It had more than 64 processes at once. Does it fork?");
    BOOST_TEST(told(ending::too_long) ==
               "It did not end within 10 s. Is there a loop without an end?");
    BOOST_TEST(told(ending::too_large) ==
               "It used more than 1024 MiB of memory.");
    BOOST_TEST(told(ending::garbled)
                   .starts_with("What came back from it is "
                                "not what was asked for."));
}

BOOST_AUTO_TEST_CASE(a_complaint_is_told_with_its_line_in_the_answer)
{
    BOOST_TEST(
        found_by_sanitizers(
            "==7==ERROR: AddressSanitizer: heap-buffer-overflow on "
            "address 0x6 at\n    #0 in f /usr/include/v.h:9\n    #1 "
            "in f " +
                file + ":17:5\n    #2 in main " + file + ":20:1\n",
            file) ==
        "at /home/me/answers/03_third.hpp:17: outside of the memory of a "
        "container");
    BOOST_TEST(found_by_sanitizers(file + ":8:3: runtime error: division by "
                                          "zero\n",
                                   file) ==
               "at /home/me/answers/03_third.hpp:8: division by zero");
}

BOOST_FIXTURE_TEST_CASE(in_the_workbook_a_short_name_does,
                        chainrule::scratch_folder)
{
    write("chapters/03_third/third.hpp", "");
    const std::string own = (path / "answers/03_third.hpp").string();
    BOOST_TEST(found_by_sanitizers(own + ":8:3: runtime error: x\n", own) ==
               "at answers/03_third.hpp:8: x");
    const std::string other = (path / "answers/04_fourth.hpp").string();
    BOOST_TEST(found_by_sanitizers(other + ":8:3: runtime error: x\n",
                                   other) == "at " + other + ":8: x");
}

BOOST_AUTO_TEST_CASE(a_line_before_the_complaint_is_not_blamed)
{
    BOOST_TEST(found_by_sanitizers(file + ":3: a note\n/usr/include/v.h:9: "
                                          "Assertion '__m < size()' failed\n",
                                   file) == "__m < size()");
    BOOST_TEST(found_by_sanitizers("nothing\n", file) == "");
    BOOST_TEST(found_by_sanitizers("x.hpp:3: runtime error: y\n", "") == "y");
}

BOOST_AUTO_TEST_CASE(what_is_common_is_told_in_plain_words)
{
    const auto said = [](const std::string& line) {
        return found_by_sanitizers(line + "\n", file);
    };
    const std::string error = "==7==ERROR: AddressSanitizer: ";
    BOOST_TEST(
        said(error + "SEGV on unknown address 0x000000000000 (pc 0x5)") ==
        "a null pointer is followed");
    BOOST_TEST(said(error + "SEGV on unknown address (pc 0x55)") ==
               "a pointer that points to nothing is followed");
    BOOST_TEST(said(error + "heap-use-after-free on address 0x6")
                   .starts_with("memory that was given back"));
    BOOST_TEST(said("/usr/include/v.h:9: Assertion '__n < this->size()' "
                    "failed.") == "an index that is not below the size");
    BOOST_TEST(
        said("/usr/include/v.h:9: Assertion '!this->empty()' failed.") ==
        "the front or back of what is empty");
}

BOOST_AUTO_TEST_CASE(a_stack_without_names_leads_to_their_finder)
{
    const std::string error =
        "==7==ERROR: AddressSanitizer: heap-buffer-overflow on address\n";
    BOOST_TEST(
        found_by_sanitizers(error + "    #0 0x4cf1  (/b/x+0x4cf1)\n", file)
            .ends_with("With llvm-symbolizer, of Debian's package "
                       "llvm, the line would be told."));
    BOOST_TEST(
        found_by_sanitizers(error + "    #0 0x4cf1 in f /a/b.h:3\n", file) ==
        "outside of the memory of a container");
}

BOOST_AUTO_TEST_CASE(what_at_refuses_is_told_with_its_numbers)
{
    BOOST_TEST(what_was_thrown("vector::_M_range_check: __n (which is 5) >= "
                               "this->size() (which is 3)") ==
               "It asked for the entry 5 of 3, counted from 0.");
    BOOST_TEST(what_was_thrown("cannot create std::vector larger than "
                               "max_size()")
                   .starts_with("It asked for a container larger than any "
                                "can be."));
    BOOST_TEST(what_was_thrown("no") == "It threw an exception: no");
}

BOOST_AUTO_TEST_CASE(the_innermost_frame_of_the_answer_is_the_place)
{
    BOOST_TEST(
        first_place("/usr/include/v.h:9\n" + file + ":17\n" + file + ":20\n",
                    file) == "at " + file + ":17");
    BOOST_TEST(first_place("??:0\n", file) == "");
}

BOOST_AUTO_TEST_SUITE_END()
