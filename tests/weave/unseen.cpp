#include "weave/unseen.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/saying.hpp"
#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::weave;

namespace {

struct table : scratch_folder {
    std::vector<course::chapter> chapters{{"01_slopes", "Slopes", {}, {}},
                                          {"10_next", "Next", {}, {}}};

    std::string page(const std::string& rows) const
    {
        write("judge/unseen/unseen.tsv", rows);
        return weave_unseen(chapters, path);
    }
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(unseen, table)

BOOST_AUTO_TEST_CASE(those_that_are_counted_are_counted_by_chapter)
{
    const std::string text =
        page("1.1\ta\twrong one\tcounted\tnamed\tx\n"
             "1.2\tb\twrong one odd\tcounted\tchanged\t\n"
             "1.2\tc\twrong one\tlearned\tnamed\tx\n"
             "1.1\td\twrong two\tcounted\trelated\t\n"
             "10.1\te\twrong two\tcounted\tclue\t\n"
             "10.1\tf\tright odd\tcounted\tpassed\t\n"
             "10.1\tg\tright odd\tcounted\tclue\t\n");
    const auto row = [&](const std::string& of) {
        return holds(text, "\n<tr><th scope=\"row\">" + of);
    };
    BOOST_TEST(row("01<td>2<td>1<td>1<td>0<td>0"));
    BOOST_TEST(row("10<td>0<td>0<td>0<td>0<td>0"));
    BOOST_TEST(row("all<td>2<td>1<td>1<td>0<td>0\n</table>"));
    BOOST_TEST(row("01<td>1<td>0<td>0<td>1<td>0"));
    BOOST_TEST(row("10<td>1<td>0<td>0<td>0<td>1"));
    BOOST_TEST(row("all<td>2<td>0<td>0<td>1<td>1\n</table>"));
    BOOST_TEST(holds(text, "Of the wrong ones 0 passed. Of 2 right ones 1"));
}

BOOST_AUTO_TEST_CASE(a_wrong_one_that_passes_is_told)
{
    BOOST_TEST(holds(page("1.1\ta\twrong one\tcounted\tpassed\t\n"),
                     "Of the wrong ones 1 passed."));
}

BOOST_AUTO_TEST_CASE(a_row_that_is_none_is_named)
{
    BOOST_CHECK_EXCEPTION(page("1.1\ta\n"), std::runtime_error,
                          saying("unseen.tsv:1: '1.1\ta' is no row"));
}

BOOST_AUTO_TEST_SUITE_END()
