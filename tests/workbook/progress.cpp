#include "workbook/progress.hpp"

#include <boost/test/unit_test.hpp>

#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::workbook;
using course::verdict;

BOOST_FIXTURE_TEST_SUITE(progresses, chainrule::scratch_folder)

BOOST_AUTO_TEST_CASE(what_is_to_be_mended_comes_before_what_is_new)
{
    progress p;
    p.verdicts = {{"3.1", verdict::pass},
                  {"3.2", verdict::not_started},
                  {"3.4", verdict::wrong},
                  {"3.5", verdict::broken}};
    const next_exercise next =
        next_of(p, {"3.1", "3.2", "3.3", "3.4", "3.5"});
    BOOST_TEST(next.number == "3.4");
    BOOST_TEST(next.mend);
    BOOST_TEST(next_of(p, {"3.5"}).number == "3.5");
}

BOOST_AUTO_TEST_CASE(the_first_that_was_never_tried_is_new)
{
    progress p;
    p.verdicts["3.1"] = verdict::pass;
    const next_exercise next = next_of(p, {"3.1", "3.2", "3.3"});
    BOOST_TEST(next.number == "3.2");
    BOOST_TEST(!next.mend);
    BOOST_TEST(next_of(p, {"3.1"}).number == "");
}

BOOST_AUTO_TEST_CASE(progress_comes_back_as_it_was)
{
    progress p;
    p.verdicts["3.1"] = course::verdict::not_started;
    p.hints["3.2"] = 2;
    p.judged["03_third"] = mark_of("text");
    save_progress(path, p);
    const progress back = load_progress(path);
    BOOST_TEST((back.verdict_on("3.1") == course::verdict::not_started));
    BOOST_TEST(!back.verdict_on("3.2").has_value());
    BOOST_TEST(back.hints.at("3.2") == 2);
    BOOST_TEST(back.judged.at("03_third") == mark_of("text"));
    BOOST_TEST(mark_of("text") != mark_of("test"));
}

BOOST_AUTO_TEST_CASE(spoilt_progress_is_no_progress)
{
    write(".progress", "\t\t\nnonsense\nverdict\nverdict\t3.1\tPERFECT\n");
    BOOST_TEST(load_progress(path).hints.empty());
    BOOST_TEST(load_progress(path).verdicts.empty());
}

BOOST_AUTO_TEST_SUITE_END()
