#include "weave/mistakes.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace {

struct tables : chainrule::scratch_folder {
    std::vector<course::chapter> chapters{
        {"01_slopes", "Slopes", {}, {}}, {"02_next", "What is next", {}, {}}};

    std::string page(const std::string& cases = "") const
    {
        write("01_slopes/mistakes.md",
              "## 1.1 sign (One step)\nUp & down.\nTry: Turn it.\n"
              "-    a < b;\n-      c;\n+    a > b;\n-    d;\n"
              "## 1.2 sign (Slopes)\nUp.\nTry: Turn it.\n-e\n+f\n");
        write("01_slopes/scores.tsv",
              "case\t1.1\tthe_example_comes_out\tsign\n"
              "case\t1.1\tany_probe\n"
              "case\t1.2\tthe_example_comes_out\tsign\n" +
                  cases);
        return weave_mistakes(chapters, path);
    }
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(mistakes, tables)

BOOST_AUTO_TEST_CASE(each_mistake_is_told_with_its_remedy_and_its_section)
{
    BOOST_TEST(holds(page(),
                     "- \\anchor mistake-1-1-sign `sign` **Up &amp; down.** "
                     "Turn it. (\\ref chapter-01-slopes-one-step \"One "
                     "step\")\n"));
}

BOOST_AUTO_TEST_CASE(a_chapter_that_is_its_own_section_is_linked_as_a_whole)
{
    BOOST_TEST(holds(page(), "(\\ref chapter-01-slopes \"Slopes\")"));
}

BOOST_AUTO_TEST_CASE(the_index_leads_to_every_exercise_that_knows_a_name)
{
    BOOST_TEST(holds(page(), "- `sign` \\ref mistake-1-1-sign \"1.1\", "
                             "\\ref mistake-1-2-sign \"1.2\"\n"));
    BOOST_TEST(holds(page(), "These are the 2 names."));
}

BOOST_AUTO_TEST_CASE(a_row_shows_which_cases_catch_a_mistake)
{
    const std::string text = page();
    BOOST_TEST(holds(text, "- a: the example comes out\n- b: any probe\n"));
    BOOST_TEST(holds(text, "<tr><th>caught by<th>a<th>b\n"
                           "<tr><th scope=\"row\"><code>sign</code><td>×<td>"
                           "\n</table>"));
}

BOOST_AUTO_TEST_CASE(mistakes_can_be_searched)
{
    page();
    const auto records = mistakes_for_search(chapters, path);
    BOOST_TEST(records.size() == 2u);
    BOOST_TEST(holds(records[0], "\"anchor\":\"mistakes-1-1\""));
    BOOST_TEST(holds(records[0], "sign Up & down. Turn it."));
}

BOOST_AUTO_TEST_CASE(the_wrong_lines_stand_beside_ours)
{
    BOOST_TEST(holds(
        page(), "\n\n  \\htmlonly[block]\n<details class=\"lines\"><summary>"
                "Wrong and right lines</summary><div><div>Wrong<pre>a &gt; b;"
                "</pre></div><div>Ours<pre>a &lt; b;&#10;  c;</pre></div>"
                "</div><div><div>Wrong<p>Nothing.</p></div><div>Ours<pre>d;"
                "</pre></div></div></details>\n  \\endhtmlonly\n\n"));
}

BOOST_AUTO_TEST_CASE(a_line_that_makes_no_sense_is_named)
{
    BOOST_CHECK_EXCEPTION(
        page("mistake\t1.3\n"), std::runtime_error, [](const auto& e) {
            return holds(e.what(),
                         "01_slopes/scores.tsv:4: 'mistake\t1.3' is no case");
        });
}

BOOST_AUTO_TEST_SUITE_END()
