// Verdicts on an answer that only pretends, in a chapter of one exercise: y is
// twice x.
#include "judge/verdict.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>

#include "harness/scratch_folder.hpp"
#include "judge/chapter.hpp"
#include "judge/fingerprint.hpp"
#include "judge/plumbing.hpp"

namespace chainrule::judge {
namespace {

template <int Factor>
void ask_at(observation& o, double x)
{
    o.give("x", x);
    o.see("y", Factor * x);
    o.claim("whether it is quick", true);
}

template <int Factor>
void the_example_comes_out(observation& o)
{
    ask_at<Factor>(o, 5);
}

template <int Factor>
void any_number_will_do(observation& o, draws& any)
{
    ask_at<Factor>(o, any.wholes(1)[0]);
}

template <int Factor>
const question questions[] = {
    {"the_example_comes_out", the_example_comes_out<Factor>, nullptr},
    {"any_number_will_do", nullptr, any_number_will_do<Factor>}};

}  // namespace

std::span<const exercise> exercises()
{
    static const exercise all[] = {{"9.1", "double twice(double x);"}};
    return all;
}

std::span<const mistake> mistakes()
{
    static const mistake all[] = {
        {"9.1", "three-times", "The factor is 3 in place of 2.",
         "Count again.", "Counting",
         "chapter-09-x.html#chapter-09-x-counting"}};
    return all;
}

// Seven times x is what comes of 7 for 2.
std::span<const small_change> small_changes()
{
    static const std::string seven = [] {
        fingerprint print;
        const player* odd = find_player("9.1", "odd");
        const player* truth = find_player("9.1", "truth");
        const auto add = [&](std::size_t question, std::uint64_t seed,
                             std::size_t number) {
            observation gave, right(true);
            ask(odd->questions[question], seed, gave);
            ask(truth->questions[question], seed, right);
            add_to(print, gave.instances, right.instances, number);
        };
        add(0, 1, number_of_fixed(0));
        for (std::uint64_t seed = 1; seed <= printed_draws; ++seed) {
            add(1, seed, seed);
        }
        return text_of(print);
    }();
    static const small_change all[] = {
        {"9.1", "the wrong number in `7 * x`", seven.c_str()}};
    return all;
}

std::span<const player> players()
{
    static const player all[] = {{"9.1", "truth", questions<2>},
                                 {"9.1", "solution", questions<2>},
                                 {"9.1", "three-times", questions<3>},
                                 {"9.1", "odd", questions<7>},
                                 {"9.1", "strange", questions<11>}};
    return all;
}

}  // namespace chainrule::judge

namespace {

using namespace chainrule::judge;

// Answers like a player of the chapter, unless it is told otherwise.
struct pretended : subject {
    std::string like = "truth";
    std::function<void(answered&)> change = [](answered&) {};
    std::vector<instance> before_the_end;
    int asked = 0;

    answered ask(const std::string& exercise, const std::string& name,
                 std::uint64_t seed) override
    {
        ++asked;
        answered a = own_code(like).ask(exercise, name, seed);
        change(a);
        return a;
    }
    std::vector<instance> given_before_the_end(const std::string&,
                                               const std::string&,
                                               std::uint64_t) override
    {
        return before_the_end;
    }
    judgement judged(const std::string& file = "/home/me/09_x.hpp")
    {
        rules r;
        r.answer_file = file;
        return judge_exercise("9.1", *this, r);
    }
};

bool has(const judgement& j, const std::string& detail)
{
    return std::find(j.details.begin(), j.details.end(), detail) !=
           j.details.end();
}

void end_as(answered& a, ending end)
{
    a = answered();
    a.end = end;
    a.printed = "one\ntwo\nthree\nfour\nfive\nsix\n";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(verdicts, pretended)

BOOST_AUTO_TEST_CASE(the_truth_passes_on_the_example_and_twenty_draws)
{
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::pass));
    BOOST_TEST(j.headline == "");
    BOOST_TEST(asked == 21);
}

BOOST_AUTO_TEST_CASE(what_differs_is_told_with_what_was_given)
{
    like = "odd";
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::wrong));
    BOOST_TEST(j.headline.starts_with("y: yours 35, true 10."));
    BOOST_TEST(has(j, "with x = 5"));
    BOOST_TEST(j.mistake == "");
}

BOOST_AUTO_TEST_CASE(a_small_change_of_the_solution_is_told)
{
    like = "odd";
    const judgement j = judged();
    BOOST_TEST(j.change == "the wrong number in `7 * x`");
    BOOST_TEST(has(j, "found: what a right answer gives with the wrong "
                      "number in `7 * x`."));
    like = "strange";
    BOOST_TEST(judged().change == "");
    like = "three-times";
    BOOST_TEST(judged().change == "");
}

BOOST_AUTO_TEST_CASE(a_change_is_not_told_if_an_answer_did_not_reply_to_all)
{
    like = "odd";
    change = [](answered& a) {
        if (!a.said.instances.empty() &&
            a.said.instances[0].probe != "x = 5") {
            a.said.end = outcome::threw;
        }
    };
    BOOST_TEST(judged().change == "");
}

BOOST_AUTO_TEST_CASE(a_known_mistake_is_named_and_leads_to_its_mend)
{
    like = "three-times";
    const judgement j = judged();
    BOOST_TEST(j.headline == "y: yours 15, true 10. The factor is 3 in place "
                             "of 2. [three-times]");
    BOOST_TEST(j.mistake == "three-times");
    BOOST_TEST(has(j, "try: Count again."));
    BOOST_TEST(has(j, "read: \"Counting\", "
                      "chapter-09-x.html#chapter-09-x-counting"));
}

BOOST_AUTO_TEST_CASE(yes_and_no_are_told_as_such)
{
    change = [](answered& a) { a.said.instances[0].values[1].value = 0; };
    BOOST_TEST(judged().headline.starts_with(
        "whether it is quick: yours no, true yes."));
}

BOOST_AUTO_TEST_CASE(what_is_near_is_told_with_all_its_digits)
{
    change = [](answered& a) {
        a.said.instances[0].values[0].value *= 1 + 1e-10;
    };
    BOOST_TEST(
        judged().headline.starts_with("y: yours 10.000000001, true 10."));
    change = [](answered& a) {
        a.said.instances[0].values[0].value *= 1 + 2e-11;
    };
    BOOST_TEST(
        judged().headline.starts_with("y: yours 10.0000000002, true 10."));
    change = [](answered& a) {
        a.said.instances[0].values[0].value = std::nan("");
    };
    BOOST_TEST(
        judged().headline.starts_with("y: yours not a number, true 10."));
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_not_begun_is_no_wrong_one)
{
    change = [](answered& a) { a.said.end = outcome::not_started; };
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::not_started));
    BOOST_TEST(asked == 1);
}

BOOST_AUTO_TEST_CASE(an_end_is_told_with_the_first_five_lines_it_printed)
{
    change = [](answered& a) { end_as(a, ending::left); };
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::broken));
    BOOST_TEST(j.headline == "The answer ended the program, as exit() does.");
    BOOST_TEST(j.details.size() == 5u);
    BOOST_TEST(j.details.at(0) == "printed: one");
}

BOOST_AUTO_TEST_CASE(an_exception_is_told_with_its_place)
{
    change = [](answered& a) {
        a.said.end = outcome::threw;
        a.said.what = "no";
        a.said.where = "/usr/include/v.h:3\n/home/me/09_x.hpp:17\n";
        a.said.instances.clear();
    };
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::broken));
    BOOST_TEST(j.headline == "It threw an exception: no");
    BOOST_TEST(has(j, "at /home/me/09_x.hpp:17"));
}

BOOST_AUTO_TEST_CASE(a_crash_does_not_hide_what_was_wrong_before_it)
{
    change = [](answered& a) { end_as(a, ending::crashed); };
    before_the_end = {{"", {}, {}, {{"y", 11}}}};
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::wrong));
    BOOST_TEST(j.headline.starts_with("y: yours 11, true 10."));
    BOOST_TEST(j.details.at(0) == "with x = 5");
    BOOST_TEST(j.details.at(1) ==
               "crashed: further on in the same question. It crashed.");
    // What was right before, or is none of the question, tells nothing.
    for (const quantity& q : {quantity{"y", 10}, quantity{"z", 11}}) {
        before_the_end[0].values = {q};
        BOOST_TEST((judged().found == verdict::broken));
    }
}

BOOST_AUTO_TEST_CASE(an_exception_does_not_hide_what_was_wrong_before_it)
{
    change = [](answered& a) {
        a.said.end = outcome::threw;
        a.said.what = "no";
        a.said.instances = {{"", {}, {}, {{"y", 11}}}};
    };
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::wrong));
    BOOST_TEST(has(j, "crashed: further on in the same question. It threw an "
                      "exception: no"));
}

BOOST_AUTO_TEST_CASE(a_crash_in_a_later_question_is_told_in_one_line)
{
    like = "odd";
    change = [this](answered& a) {
        if (asked > 1) {
            end_as(a, ending::crashed);
        }
    };
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::wrong));
    BOOST_TEST(j.headline == "y: yours 35, true 10.");
    BOOST_TEST(has(j, "crashed: in another question, any number will do. It "
                      "crashed."));
}

BOOST_AUTO_TEST_CASE(values_that_nobody_asked_for_are_no_reply)
{
    change = [](answered& a) {
        a.said.instances[0].values.push_back({"verdict", 1});
    };
    const judgement j = judged();
    BOOST_TEST((j.found == verdict::broken));
    BOOST_TEST(j.headline.starts_with("What came back from it"));
}

BOOST_AUTO_TEST_CASE(one_wrong_draw_of_twenty_is_seen)
{
    change = [this](answered& a) {
        if (asked == 21) {
            a.said.instances[0].values[0].value += 1;
        }
    };
    BOOST_TEST((judged().found == verdict::wrong));
}

BOOST_AUTO_TEST_CASE(what_stands_in_comments_is_no_cause)
{
    const chainrule::scratch_folder in;
    const auto says_division = [&](const std::string& code) {
        in.write("09_x.hpp", "// ## 9.1 Twice\n" + code + "\n");
        pretended who;
        who.like = "odd";
        const judgement j = who.judged((in.path / "09_x.hpp").string());
        return std::any_of(
            j.details.begin(), j.details.end(), [](const std::string& d) {
                return d.find("whole numbers divided") != d.npos;
            });
    };
    BOOST_TEST(says_division("return 1 / 2 * x;"));
    BOOST_TEST(!says_division("return 7 * x; // 1 / 2"));
    BOOST_TEST(!says_division("return 7 * x; /* 1 / 2\n 3 / 4 */"));
}

BOOST_AUTO_TEST_SUITE_END()
