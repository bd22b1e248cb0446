#include "plots/figure.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

#include "harness/saying.hpp"
#include "harness/scratch_folder.hpp"

using namespace chainrule;

namespace {

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

figure two_curves(double end_of_second)
{
    figure f("two-curves");
    f.x_axis("step").y_axis("loss");
    f.curve("first", {{0, 0}, {1, 1}});
    f.curve("second", {{0, 0}, {1, end_of_second}});
    return f;
}

struct folder : scratch_folder {
    folder() { draw_figures(medium::svg, path.string()); }
    ~folder() { draw_figures(medium::nowhere); }
};

bool can_draw()
{
    try {
        return run_gnuplot("probe", "");
    } catch (const std::runtime_error&) {
        return false;
    }
}

// Reported as skipped, not as passed, where nothing can be drawn.
const boost::unit_test::precondition
    needs_gnuplot([](boost::unit_test::test_unit_id) {
        return boost::test_tools::assertion_result(can_draw());
    });

}  // namespace

BOOST_AUTO_TEST_SUITE(figures)

BOOST_AUTO_TEST_CASE(the_script_holds_the_data)
{
    const std::string s = two_curves(0.5).script("set terminal svg");
    BOOST_TEST(contains(s, "$data0 << EOD\n0 0\n1 1\nEOD\n"));
    BOOST_TEST(contains(s, "$data1 << EOD\n0 0\n1 0.5\nEOD\n"));
    BOOST_TEST(contains(s, "set xlabel \"step\""));
}

BOOST_AUTO_TEST_CASE(ends_that_lie_apart_are_labelled_directly)
{
    const std::string s = two_curves(0.5).script("");
    BOOST_TEST(contains(s, "set label \"second\" at 1,0.5"));
    BOOST_TEST(contains(s, "unset key"));
}

BOOST_AUTO_TEST_CASE(ends_that_meet_are_named_in_a_key)
{
    const std::string s = two_curves(0.99).script("");
    BOOST_TEST(!contains(s, "set label"));
    BOOST_TEST(contains(s, "title \"second\""));
}

BOOST_AUTO_TEST_CASE(lines_of_one_name_are_drawn_apart_and_named_once)
{
    figure f("bundle");
    f.curves("both", {{{0, 0}, {1, 1}}, {{0, 2}, {1, 3}}});
    const std::string s = f.script("");
    BOOST_TEST(contains(s, "EOD\n0 0\n1 1\n\n0 2\n1 3\nEOD\n"));
    BOOST_TEST(contains(s, "title \"both\""));
    BOOST_TEST(!contains(s, "set label"));
    BOOST_CHECK_EXCEPTION(f.curves("none", {}), std::invalid_argument,
                          saying("no lines to draw"));
}

BOOST_AUTO_TEST_CASE(a_logarithmic_axis_refuses_zero_and_names_the_point)
{
    figure f("log");
    f.y_axis("loss", scale::logarithmic);
    BOOST_CHECK_EXCEPTION(
        f.curve("falling", {{1, 2}, {3, 0}}), std::invalid_argument,
        saying("figure log, 'falling': the point (3, 0) is not finite"));
}

BOOST_AUTO_TEST_CASE(a_value_that_is_not_a_number_is_refused)
{
    figure f("nan");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    BOOST_CHECK_EXCEPTION(f.marks("bad", {{1, nan}}), std::invalid_argument,
                          saying("figure nan, 'bad'"));
}

BOOST_AUTO_TEST_CASE(a_curve_without_points_is_refused)
{
    figure f("empty");
    BOOST_CHECK_EXCEPTION(f.guide("none", {}), std::invalid_argument,
                          saying("no points to draw"));
    BOOST_CHECK_THROW(f.draw(), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_name_that_is_no_file_name_is_refused)
{
    BOOST_CHECK_EXCEPTION(figure("a/b"), std::invalid_argument,
                          saying("'a/b'"));
    BOOST_CHECK_THROW(figure(""), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(quotes_in_a_label_do_not_end_it)
{
    figure f("quotes");
    f.x_axis("a \"b\" c");
    BOOST_TEST(contains(f.script(""), "set xlabel \"a \\\"b\\\" c\""));
}

BOOST_AUTO_TEST_CASE(a_picture_by_sign_has_zero_in_the_middle)
{
    figure f("weights");
    f.picture({{1, -3}, {0, 2}}, shade::by_sign);
    BOOST_TEST(contains(f.script(""), "1 -3 \n0 2 \n"));
    BOOST_TEST(contains(f.script(""), "set cbrange [-3:3]"));
}

BOOST_AUTO_TEST_CASE(a_picture_that_is_no_rectangle_is_refused)
{
    figure f("ragged");
    BOOST_CHECK_EXCEPTION(f.picture({}), std::invalid_argument,
                          saying("the picture has no numbers"));
    BOOST_CHECK_EXCEPTION(
        f.picture({{1, 2}, {3}}), std::invalid_argument,
        saying("a row of the picture has 1 numbers, the first has 2"));
    const double none = std::numeric_limits<double>::quiet_NaN();
    BOOST_CHECK_EXCEPTION(f.picture({{none}}), std::invalid_argument,
                          saying("is not finite"));
}

BOOST_AUTO_TEST_CASE(a_picture_with_named_rows_counts_columns_from_one)
{
    figure f("hidden");
    f.y_axis("probe").picture({{1, 0}, {0, 1}}).rows({"all", "none"});
    const std::string script = f.script("set terminal svg");
    BOOST_TEST(script.find("set ytics (\"all\" 0)") != script.npos);
    BOOST_TEST(script.find("set ytics add (\"none\" 1)") != script.npos);
    BOOST_TEST(script.find("using ($1+1):2:3") != script.npos);
    BOOST_CHECK_EXCEPTION(f.rows({"one"}), std::invalid_argument,
                          saying("1 names for 2 rows"));
}

BOOST_AUTO_TEST_CASE(columns_of_a_picture_are_named_from_the_left)
{
    figure f("mixed");
    f.picture({{1, 0, 2}}).rows({"is"}).columns({"a", "b", "c"});
    const std::string script = f.script("set terminal svg");
    BOOST_TEST(contains(script, "set xtics (\"a\" 1)"));
    BOOST_TEST(contains(script, "set xtics add (\"c\" 3)"));
    BOOST_CHECK_EXCEPTION(f.columns({"a"}), std::invalid_argument,
                          saying("figure mixed: 1 names for 3 columns"));
    BOOST_CHECK_EXCEPTION(figure("none").columns({"a"}),
                          std::invalid_argument,
                          saying("1 names for 0 columns"));
}

BOOST_FIXTURE_TEST_CASE(a_drawn_picture_holds_its_image, folder,
                        *needs_gnuplot)
{
    figure("dots").picture({{0, 1}, {1, 0}}).draw();
    std::ifstream in(path / "dots.svg");
    const std::string svg(std::istreambuf_iterator<char>(in), {});
    BOOST_TEST(contains(svg, "<image"));
    BOOST_TEST(contains(svg, "data:image/png;base64,"));
}

BOOST_FIXTURE_TEST_CASE(a_drawn_figure_is_a_whole_svg, folder, *needs_gnuplot)
{
    two_curves(0.5).draw();
    BOOST_TEST(std::filesystem::exists(path / "two-curves.svg"));
    BOOST_TEST(!std::filesystem::exists(path / "two-curves.svg.part"));
}

BOOST_FIXTURE_TEST_CASE(a_picture_that_was_not_drawn_is_an_error, folder,
                        *needs_gnuplot)
{
    draw_figures(medium::svg, (path / "absent").string());
    BOOST_CHECK_EXCEPTION(two_curves(0.5).draw(), std::runtime_error,
                          saying("figure two-curves: there is no folder"));
}

BOOST_FIXTURE_TEST_CASE(a_command_gnuplot_refuses_is_an_error, folder,
                        *needs_gnuplot)
{
    // Its range is wider than a double can span.
    figure f("no-range");
    f.x_axis("x").curve("one point", {{1e308, -1e308}, {1e308, 1e308}});
    BOOST_CHECK_EXCEPTION(f.draw(), std::runtime_error, saying("no-range"));
    BOOST_TEST(!std::filesystem::exists(path / "no-range.svg"));
}

BOOST_AUTO_TEST_SUITE_END()
