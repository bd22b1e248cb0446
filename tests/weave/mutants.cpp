#include "weave/mutants.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/saying.hpp"
#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace {

struct scores : scratch_folder {
    std::vector<course::chapter> chapters{
        {"01_slopes",
         "Slopes",
         {},
         {{"1.1", "One", 0, 1}, {"1.2", "Two", 1, 2}}},
        {"02_next", "What is next", {}, {}}};

    std::string page(const std::string& rows) const
    {
        write("judge/mutants/scores.tsv", rows);
        write("01_slopes/equivalent.md",
              "## 1.1 solutions.hpp\nIt is overwritten.\n- a < b;\n+ c;\n"
              "+ d;\nAnother.\n- e;\n+ f;\n");
        return weave_mutants(chapters, path);
    }
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(mutants, scores)

BOOST_AUTO_TEST_CASE(the_rows_come_in_reading_order_and_have_a_sum)
{
    BOOST_TEST(holds(page("1.2\t9\t8\t5\t2\t1\n1.1\t4\t4\t3\t0\t1\n"),
                     "<tr><th scope=\"row\">1.1<td>4<td>4<td>3<td>0<td>1\n"
                     "<tr><th scope=\"row\">1.2<td>9<td>8<td>5<td>2<td>1\n"
                     "<tr><th scope=\"row\">all<td>13<td>12<td>8<td>2<td>2"));
}

BOOST_AUTO_TEST_CASE(an_equivalent_is_shown_under_its_reason)
{
    const std::string text = page("");
    BOOST_TEST(holds(text, "1 \u00b7 Slopes: 3</summary>"));
    BOOST_TEST(holds(text,
                     "<p>1.1, <code>solutions.hpp</code>: It is "
                     "overwritten.</p><ul>\n"
                     "<li><code>a &lt; b;</code> \u2192 <code>c;</code>\n"
                     "<li><code>a &lt; b;</code> \u2192 <code>d;</code>"
                     "</ul>\n<p>1.1"));
}

BOOST_AUTO_TEST_CASE(a_course_without_scores_has_an_empty_page)
{
    BOOST_TEST(holds(weave_mutants(chapters, path / "none"), "{#mutants}"));
}

BOOST_AUTO_TEST_CASE(a_row_that_is_no_score_is_named)
{
    BOOST_CHECK_EXCEPTION(page("1.1\t4\n"), std::runtime_error,
                          saying("scores.tsv:1: '1.1\t4' is no score"));
}

BOOST_AUTO_TEST_SUITE_END()
