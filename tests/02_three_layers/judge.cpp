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

four true_four_layers(const four& w, const double& x, const double& t)
{
    const values s = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            return half_square(p[3] * p[2] * p[1] * p[0] * moving(x) -
                               moving(t));
        },
        {w[0], w[1], w[2], w[3]});
    return {s[0], s[1], s[2], s[3]};
}

four true_bias(const three& w, const double& b, const double& x,
               const double& t)
{
    const values s = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            return half_square(p[3] * (p[1] * p[0] * moving(x) + p[2]) -
                               moving(t));
        },
        {w[0], w[1], b, w[2]});
    return {s[0], s[1], s[2], s[3]};
}

three true_square(const three& w, const double& x, const double& t)
{
    const values s = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            const moving e = p[2] * p[1] * p[0] * moving(x);
            return half_square(e * e - moving(t));
        },
        {w[0], w[1], w[2]});
    return {s[0], s[1], s[2]};
}

// ----------------------------------------------------------- observations

observation four_layers(const table& table, const four& w, double x, double t)
{
    observation o;
    o.give_all("w", w);
    o.give("x", x);
    o.give("t", t);
    o.add({"dw1", "dw2", "dw3", "dw4"}, table.four_layers(w, x, t));
    return o;
}

observation observe_four_layers(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 6);
    return four_layers(table, {v[0], v[1], v[2], v[3]}, v[4], v[5]);
}

observation bias(const table& table, const three& w, double b, double x,
                 double t)
{
    observation o;
    o.give_all("w", w);
    o.give("b", b);
    o.give("x", x);
    o.give("t", t);
    o.add({"dw1", "dw2", "db", "dw3"}, table.bias(w, b, x, t));
    return o;
}

observation observe_bias(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 6);
    return bias(table, {v[0], v[1], v[2]}, v[3], v[4], v[5]);
}

observation square(const table& table, const three& w, double x, double t)
{
    observation o;
    o.give_all("w", w);
    o.give("x", x);
    o.give("t", t);
    o.add({"dw1", "dw2", "dw3"}, table.square(w, x, t));
    return o;
}

observation observe_square(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 5);
    return square(table, {v[0], v[1], v[2]}, v[3], v[4]);
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), {true_four_layers, true_bias, true_square},
        {{"2.1",
          "slopes_of_four_layers(w, x, t), with w of type "
          "std::array<T, 4>, x and t of type T; returns std::array<T, 4>",
          [](const table& t) { return t.four_layers != nullptr; },
          observe_four_layers},
         {"2.2",
          "slopes_with_bias(w, b, x, t), with w of type std::array<T, 3>, "
          "the others of type T; returns std::array<T, 4>",
          [](const table& t) { return t.bias != nullptr; }, observe_bias},
         {"2.3",
          "slopes_of_square(w, x, t), with w of type std::array<T, 3>, x "
          "and t of type T; returns std::array<T, 3>",
          [](const table& t) { return t.square != nullptr; },
          observe_square}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_2_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), four_layers, four{1, 2, 3, 1}, 1.0,
                            5.0);
}

BOOST_AUTO_TEST_CASE(every_derivative_is_right)
{
    judge::compare_on_probes(the_chapter(), "2.1");
}

// A question of the chapter: each derivative times its weight is the same.
BOOST_AUTO_TEST_CASE(each_derivative_times_its_weight_is_the_same)
{
    const four w{2, 3, 5, 7};
    const four s = the_chapter().subject().four_layers(w, 11, 13);
    judge::expect(s[0] * w[0] == s[1] * w[1] && s[1] * w[1] == s[2] * w[2] &&
                      s[2] * w[2] == s[3] * w[3],
                  "the same product of derivative and weight in each layer");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_2_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), bias, three{1, 2, 3}, 1.0, 1.0,
                            8.0);
}

BOOST_AUTO_TEST_CASE(every_derivative_is_right)
{
    judge::compare_on_probes(the_chapter(), "2.2");
}

BOOST_AUTO_TEST_CASE(a_bias_counts_where_the_input_is_zero)
{
    judge::expect_the_truth(the_chapter(), bias, three{3, 5, 7}, 2.0, 0.0,
                            4.0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_2_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), square, three{1, 2, 1}, 1.0, 3.0);
}

BOOST_AUTO_TEST_CASE(every_derivative_is_right)
{
    judge::compare_on_probes(the_chapter(), "2.3");
}

BOOST_AUTO_TEST_CASE(the_sign_of_the_estimate_does_not_matter_to_the_loss)
{
    judge::expect_the_truth(the_chapter(), square, three{2, -1, 1}, 1.0, 4.0);
    judge::expect_the_truth(the_chapter(), square, three{2, 1, 1}, 1.0, 4.0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
