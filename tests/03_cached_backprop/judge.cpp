#include "table.hpp"

#include <boost/test/unit_test.hpp>

#include "judge/expect.hpp"
#include "judge/truth.hpp"
#include "mistakes.hpp"

namespace chainrule::exercises {
namespace {

using judge::list;
using judge::observation;
using moving = dual<double>;

// ------------------------------------------------------------------ truth

std::pair<values, values> true_with_biases(const values& w, const values& b,
                                           const double& x, const double& t)
{
    const std::size_t n = w.size();
    values both = w;
    both.insert(both.end(), b.begin(), b.end());
    const auto slopes = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            moving a(x);
            for (std::size_t i = 0; i < n; ++i) {
                a = p[i] * a + p[n + i];
            }
            const moving d = a - moving(t);
            return d * d / moving(2);
        },
        both);
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(n);
    return {{slopes.begin(), middle}, {middle, slopes.end()}};
}

values true_fourth_power(const values& w, const double& x, const double& t)
{
    return judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            moving d(x);
            for (const moving& weight : p) {
                d = d * weight;
            }
            d = d - moving(t);
            return d * d * d * d / moving(4);
        },
        w);
}

double true_shared_weight(const double& w, std::size_t n, const double& x,
                          const double& t)
{
    return judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            moving d(x);
            for (std::size_t i = 0; i < n; ++i) {
                d = d * p[0];
            }
            d = d - moving(t);
            return d * d / moving(2);
        },
        {w})[0];
}

table truth()
{
    table t{};
    t.with_biases = true_with_biases;
    t.counted_with_biases = [](const numbers&, const numbers&, const number&,
                               const number&) {
        return std::pair<numbers, numbers>();
    };
    t.fourth_power = true_fourth_power;
    t.counted_fourth_power = [](const numbers&, const number&,
                                const number&) { return numbers(); };
    t.shared_weight = true_shared_weight;
    return t;
}

// ----------------------------------------------------------- observations

std::size_t any_depth(judge::random& engine)
{
    return static_cast<std::size_t>(judge::whole(engine, 2, 5));
}

observation with_biases(const table& t, const values& w, const values& b,
                        double x, double target)
{
    observation o;
    o.give_all("w", w);
    o.give_all("b", b);
    o.give("x", x);
    o.give("t", target);
    const auto [dw, db] = t.with_biases(w, b, x, target);
    o.add_all("dw", dw);
    o.add_all("db", db);
    const numbers one(12, number(1));
    const operations cost =
        count([&] { t.counted_with_biases(one, one, number(1), number(1)); });
    o.add("whether 4 multiplications a layer are enough",
          cost.multiplications + cost.divisions <= 4 * 12);
    return o;
}

observation observe_with_biases(const table& t, judge::random& engine)
{
    const std::size_t n = any_depth(engine);
    const values w = judge::wholes(engine, n);
    const values b = judge::wholes(engine, n);
    const values ends = judge::wholes(engine, 2);
    return with_biases(t, w, b, ends[0], ends[1]);
}

observation fourth_power(const table& t, const values& w, double x,
                         double target)
{
    observation o;
    o.give_all("w", w);
    o.give("x", x);
    o.give("t", target);
    o.add_all("dw", t.fourth_power(w, x, target));
    const numbers one(12, number(1));
    const operations cost =
        count([&] { t.counted_fourth_power(one, number(1), number(2)); });
    o.add("whether 5 multiplications a layer are enough",
          cost.multiplications + cost.divisions <= 5 * 12);
    return o;
}

// The target is near the estimate, so that the cube of the error stays exact.
observation observe_fourth_power(const table& t, judge::random& engine)
{
    const values w = judge::wholes(engine, any_depth(engine), 7);
    const double x = judge::whole(engine, 2, 5);
    double estimate = x;
    for (const double weight : w) {
        estimate *= weight;
    }
    return fourth_power(t, w, x, estimate - judge::wholes(engine, 1)[0]);
}

observation shared_weight(const table& t, double w, std::size_t n, double x,
                          double target)
{
    observation o;
    o.give("w", w);
    o.give("n", static_cast<double>(n));
    o.give("x", x);
    o.give("t", target);
    o.add("dw", t.shared_weight(w, n, x, target));
    return o;
}

observation observe_shared_weight(const table& t, judge::random& engine)
{
    const std::size_t n = any_depth(engine);
    const values v = judge::wholes(engine, 3);
    return shared_weight(t, v[0], n, v[1], v[2]);
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), truth(),
        {{"3.1",
          "slopes_with_biases(w, b, x, t), with w and b of type "
          "std::vector<T>, x and t of type T; returns slopes<T>",
          [](const table& t) {
              return t.with_biases && t.counted_with_biases;
          },
          observe_with_biases},
         {"3.2",
          "slopes_of_fourth_power(w, x, t), with w of type std::vector<T>, "
          "x and t of type T; returns std::vector<T>",
          [](const table& t) {
              return t.fourth_power && t.counted_fourth_power;
          },
          observe_fourth_power},
         {"3.3",
          "slope_of_shared_weight(w, n, x, t), with n of type std::size_t, "
          "the others of type T; returns T",
          [](const table& t) { return t.shared_weight != nullptr; },
          observe_shared_weight}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_3_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), with_biases, values{2, 3},
                            values{1, 4}, 5, 35);
}

BOOST_AUTO_TEST_CASE(every_slope_is_right_at_any_depth)
{
    judge::compare_on_probes(the_chapter(), "3.1");
}

BOOST_AUTO_TEST_CASE(one_layer_will_do)
{
    judge::expect_the_truth(the_chapter(), with_biases, values{3}, values{5},
                            7, 2);
}

BOOST_AUTO_TEST_CASE(a_weight_of_zero_does_no_harm)
{
    judge::expect_the_truth(the_chapter(), with_biases, values{3, 0, 5},
                            values{2, 7, 4}, 6, 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_3_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), fourth_power, values{1, 2, 3}, 1,
                            4);
}

BOOST_AUTO_TEST_CASE(every_slope_is_right_at_any_depth)
{
    judge::compare_on_probes(the_chapter(), "3.2");
}

BOOST_AUTO_TEST_CASE(one_layer_will_do)
{
    judge::expect_the_truth(the_chapter(), fourth_power, values{3}, 7, 17);
}

BOOST_AUTO_TEST_CASE(a_weight_of_zero_does_no_harm)
{
    judge::expect_the_truth(the_chapter(), fourth_power, values{3, 0, 5}, 6,
                            2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_3_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), shared_weight, 2, 3u, 1, 5);
}

BOOST_AUTO_TEST_CASE(the_slope_is_right_at_any_depth)
{
    judge::compare_on_probes(the_chapter(), "3.3");
}

BOOST_AUTO_TEST_CASE(one_layer_will_do)
{
    judge::expect_the_truth(the_chapter(), shared_weight, 3, 1u, 7, 5);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
