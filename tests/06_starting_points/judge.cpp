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

values true_product(const values& w, const double& t)
{
    return judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            moving d(1);
            for (const moving& each : p) {
                d = d * each;
            }
            d = d - moving(t);
            return d * d / moving(2);
        },
        w);
}

// By the words of the chapter: the right sign, or one smallest weight.
bool true_learns(const values& w, const double& target)
{
    double product = target;
    double least = std::abs(w[0]);
    for (const double each : w) {
        product *= each;
        least = std::min(least, std::abs(each));
    }
    const auto smallest = std::count_if(w.begin(), w.end(), [&](double each) {
        return std::abs(each) == least;
    });
    return product > 0 || smallest == 1;
}

// ----------------------------------------------------------- observations

observation product(const table& table, const values& w, double t)
{
    observation o;
    o.give_all("w", w);
    o.give("t", t);
    o.add_all("slope", table.product(w, t));
    const numbers one(12, number(1));
    const operations cost =
        count([&] { table.counted_product(one, number(2)); });
    o.add("whether 5 multiplications a weight are enough",
          cost.multiplications + cost.divisions <= 5 * 12);
    return o;
}

observation observe_product(const table& table, judge::random& engine)
{
    const auto n = static_cast<std::size_t>(judge::whole(engine, 2, 5));
    const values w = judge::wholes(engine, n);
    const double t = judge::wholes(engine, 1)[0];
    observation o = product(table, w, t);
    values with_zero = w;
    with_zero[n / 2] = 0;
    const observation other = product(table, with_zero, t);
    for (const auto& value : other.values) {
        o.add(value.name + " if w" + std::to_string(n / 2 + 1) + " is 0",
              value.value);
    }
    return o;
}

observation learns(const table& table, const values& w, double target)
{
    observation o;
    o.add("whether " + list(w) + " learns the target " + digits(target),
          table.learns(w, target));
    return o;
}

// Starts of every kind, in sizes that change with the probe.
observation observe_learns(const table& table, judge::random& engine)
{
    const double s = std::abs(judge::whole(engine)) / 64;
    observation o;
    for (const values& kind : std::vector<values>{{1, 2, 2},
                                                  {2, 2, 3},
                                                  {2, 2, -3},
                                                  {-2, 2, 3},
                                                  {3, 3, 1},
                                                  {0, 2, 3},
                                                  {0, 0, 3},
                                                  {2},
                                                  {-2},
                                                  {2, 2},
                                                  {1, 2},
                                                  {-2, -2, -2},
                                                  {1, 1, 1, 5},
                                                  {0, -2, 3, 3}}) {
        values w;
        for (const double each : kind) {
            w.push_back(each * s);
        }
        for (const double target : {-1.0, 1.0}) {
            o.values.push_back(learns(table, w, target).values[0]);
        }
    }
    return o;
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(),
        {true_product,
         [](const numbers&, const number&) { return numbers(); },
         true_learns},
        {{"6.1",
          "slopes_of_product(w, t), with w of type std::vector<T>, t of "
          "type T; returns std::vector<T>",
          [](const table& t) { return t.product && t.counted_product; },
          observe_product},
         {"6.2",
          "learns(w, target), with w of type std::vector<double>, target of "
          "type double; returns bool",
          [](const table& t) { return t.learns != nullptr; },
          observe_learns}},
        mistakes());
    return c;
}

void expect_learns(const values& w, double target)
{
    judge::expect_the_truth(the_chapter(), learns, w, target);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_6_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), product, values{2, 0, 5}, 1.0);
}

BOOST_AUTO_TEST_CASE(every_slope_is_right)
{
    judge::compare_on_probes(the_chapter(), "6.1");
}

BOOST_AUTO_TEST_CASE(one_weight_has_no_others)
{
    judge::expect_the_truth(the_chapter(), product, values{3}, 5.0);
}

BOOST_AUTO_TEST_CASE(two_zeros_leave_no_slope)
{
    judge::expect_the_truth(the_chapter(), product, values{0, 2, 0}, 5.0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_6_2)

BOOST_AUTO_TEST_CASE(the_examples_come_out)
{
    expect_learns({0.1, 0.2, 0.2}, -1);
    expect_learns({0.2, 0.2, 0.3}, -1);
    expect_learns({0.1, 0.2, 0.2}, 1);
    expect_learns({0.2, 0.2, 0.3}, 1);
}

BOOST_AUTO_TEST_CASE(sizes_are_compared_and_not_values)
{
    expect_learns({-0.2, 0.2, 0.3}, 1);
}

BOOST_AUTO_TEST_CASE(one_zero_moves_and_two_do_not)
{
    expect_learns({0, 0.2, 0.3}, -1);
    expect_learns({0, 0, 0.3}, -1);
}

BOOST_AUTO_TEST_CASE(a_single_weight_always_learns)
{
    expect_learns({0.5}, -1);
    expect_learns({-0.5}, 1);
}

BOOST_AUTO_TEST_CASE(starts_of_every_kind_are_told_apart)
{
    judge::compare_on_probes(the_chapter(), "6.2");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
