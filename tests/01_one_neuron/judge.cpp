#include "table.hpp"

#include <boost/test/unit_test.hpp>

#include "judge/expect.hpp"
#include "judge/truth.hpp"
#include "mistakes.hpp"

namespace chainrule::exercises {
namespace {

using judge::digits;
using judge::list;
using judge::observation;
using moving = dual<double>;

// ------------------------------------------------------------------ truth

moving half_square(const moving& d)
{
    return d * d / moving(2);
}

four true_three_inputs(const three& w, const double& b, const three& x,
                       const double& t)
{
    const values slopes = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            return half_square(p[0] * moving(x[0]) + p[1] * moving(x[1]) +
                               p[2] * moving(x[2]) + p[3] - moving(t));
        },
        {w[0], w[1], w[2], b});
    return {slopes[0], slopes[1], slopes[2], slopes[3]};
}

two true_batch(const double& w, const double& b, const values& x,
               const values& t)
{
    const values slopes = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            moving sum(0);
            for (std::size_t i = 0; i < x.size(); ++i) {
                sum = sum +
                      half_square(p[0] * moving(x[i]) + p[1] - moving(t[i]));
            }
            return sum / moving(static_cast<int>(x.size()));
        },
        {w, b});
    return {slopes[0], slopes[1]};
}

two true_step(const double& w, const double& b, const double& x,
              const double& t, const double& rate)
{
    const two slopes = true_batch(w, b, {x}, {t});
    return {w - rate * slopes[0], b - rate * slopes[1]};
}

// ----------------------------------------------------------- observations

observation three_inputs(const table& table, const three& w, double b,
                         const three& x, double t)
{
    observation o;
    o.give_all("w", w);
    o.give("b", b);
    o.give_all("x", x);
    o.give("t", t);
    o.add({"dw1", "dw2", "dw3", "db"}, table.three_inputs(w, b, x, t));
    return o;
}

observation observe_three_inputs(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 8);
    return three_inputs(table, {v[0], v[1], v[2]}, v[3], {v[4], v[5], v[6]},
                        v[7]);
}

observation step(const table& table, double w, double b, double x, double t,
                 double rate)
{
    observation o;
    o.give("w", w);
    o.give("b", b);
    o.give("x", x);
    o.give("t", t);
    o.give("rate", rate);
    o.add({"new w", "new b"}, table.all_at_once(w, b, x, t, rate));
    return o;
}

observation observe_step(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 4);
    return step(table, v[0], v[1], v[2], v[3],
                judge::whole(engine) > 0 ? 0.25 : 0.125);
}

observation batch(const table& table, double w, double b, const values& x,
                  const values& t)
{
    observation o;
    o.give("w", w);
    o.give("b", b);
    o.give_all("x", x);
    o.give_all("t", t);
    o.add({"dw", "db"}, table.batch(w, b, x, t));
    return o;
}

// The number of samples is a power of two: the mean is exact, whether the
// sum is divided or each part.
observation observe_batch(const table& table, judge::random& engine)
{
    const std::size_t n = judge::whole(engine) > 0 ? 2 : 4;
    const values parameters = judge::wholes(engine, 2);
    const values x = judge::wholes(engine, n);
    return batch(table, parameters[0], parameters[1], x,
                 judge::wholes(engine, n));
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), {true_three_inputs, true_step, true_batch},
        {{"1.1",
          "slopes_of_three_inputs(w, b, x, t), with w and x of type "
          "std::array<T, 3>, b and t of type T; returns std::array<T, 4>",
          [](const table& t) { return t.three_inputs != nullptr; },
          observe_three_inputs},
         {"1.2",
          "step_all_at_once(w, b, x, t, rate), all of type T; returns "
          "std::array<T, 2>",
          [](const table& t) { return t.all_at_once != nullptr; },
          observe_step},
         {"1.3",
          "slopes_of_batch(w, b, x, t), with w and b of type T, x and t of "
          "type std::vector<T>; returns std::array<T, 2>",
          [](const table& t) { return t.batch != nullptr; }, observe_batch}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_1_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), three_inputs, three{2, 3, 5}, 1.0,
                            three{1, 2, -1}, 3.0);
}

BOOST_AUTO_TEST_CASE(every_slope_is_right)
{
    judge::compare_on_probes(the_chapter(), "1.1");
}

BOOST_AUTO_TEST_CASE(no_slope_is_left_where_the_estimate_is_the_target)
{
    judge::expect_the_truth(the_chapter(), three_inputs, three{2, 3, 4}, 5.0,
                            three{3, 2, 6}, 41.0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_1_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), step, 2.0, 1.0, 3.0, 5.0, 0.25);
}

BOOST_AUTO_TEST_CASE(both_parameters_move_by_their_own_slope)
{
    judge::compare_on_probes(the_chapter(), "1.2");
}

// The section "One step by hand" has the formula.
BOOST_AUTO_TEST_CASE(the_error_shrinks_as_the_chapter_says)
{
    const double w = 3, b = 5, x = 2, t = 7, rate = 0.125;
    const two next = the_chapter().subject().all_at_once(w, b, x, t, rate);
    judge::expect(next[0] * x + next[1] - t ==
                      (w * x + b - t) * (1 - rate * (x * x + 1)),
                  "an error of (e - t)(1 - rate (x x + 1)) after the step");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_1_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), batch, 2.0, 1.0, values{3, 1},
                            values{5, 1});
}

BOOST_AUTO_TEST_CASE(both_slopes_are_means_over_the_batch)
{
    judge::compare_on_probes(the_chapter(), "1.3");
}

BOOST_AUTO_TEST_CASE(one_sample_is_a_batch)
{
    judge::expect_the_truth(the_chapter(), batch, 2.0, 3.0, values{5},
                            values{7});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
