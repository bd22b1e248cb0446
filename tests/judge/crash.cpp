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
    BOOST_TEST(found_by_sanitizers(
                   "==7==ERROR: AddressSanitizer: heap-buffer-overflow on "
                   "address 0x6 at\n    #0 in f /usr/include/v.h:9\n    #1 "
                   "in f " +
                       file + ":17:5\n    #2 in main " + file + ":20:1\n",
                   file) == "at " + file + ":17: heap-buffer-overflow");
    BOOST_TEST(found_by_sanitizers(file + ":8:3: runtime error: load of null "
                                          "pointer\n",
                                   file) ==
               "at " + file + ":8: load of null pointer");
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
                                          "Assertion '__n < size()' failed\n",
                                   file) ==
               "outside of a container: '__n < size()' failed");
    BOOST_TEST(found_by_sanitizers("nothing\n", file) == "");
    BOOST_TEST(found_by_sanitizers("x.hpp:3: runtime error: y\n", "") == "y");
}

BOOST_AUTO_TEST_SUITE_END()
