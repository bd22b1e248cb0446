#include "table.hpp"

#include <boost/test/unit_test.hpp>

#include "judge/expect.hpp"
#include "judge/truth.hpp"
#include "mistakes.hpp"

namespace chainrule::exercises {
namespace {

using judge::observation;
using moving = dual<double>;

// ------------------------------------------------------------------ truth

// On dual numbers, which take the branch that their value takes.
two true_leaky(const double& z, const double& da, const double& leak)
{
    const moving m = variable(z);
    const moving a = moving(0) < m ? m : moving(leak) * m;
    return {a.value, a.slope * da};
}

// From the formula in z, after all: z = a / (1 - |a|).
double true_softsign(const double& a, const double& da)
{
    const double z = a / (1 - std::abs(a));
    const moving m = variable(z);
    const moving size = z < 0 ? -m : m;
    return (m / (moving(1) + size)).slope * da;
}

four true_slopes(const double& w1, const double& b1, const double& w2,
                 const double& b2, const double& x, const double& t)
{
    const values s = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            const moving z = p[0] * moving(x) + p[1];
            const moving d = p[2] * z * (z + moving(3)) + p[3] - moving(t);
            return d * d / moving(2);
        },
        {w1, b1, w2, b2});
    return {s[0], s[1], s[2], s[3]};
}

int true_asleep(const values& w, const values& b, const values& samples)
{
    int awake = 0;
    for (std::size_t j = 0; j < w.size(); ++j) {
        double largest = 0;
        for (const double x : samples) {
            largest = std::max(largest, w[j] * x + b[j]);
        }
        awake += largest > 0 ? 1 : 0;
    }
    return static_cast<int>(w.size()) - awake;
}

// ----------------------------------------------------------- observations

observation leaky(const table& table, double z, double da, double leak)
{
    observation o;
    o.give("z", z);
    o.give("da", da);
    o.give("leak", leak);
    o.add({"a", "dz"}, table.leaky(z, da, leak));
    return o;
}

// A sum on each side of the corner and one on it, with a slope of each sign.
observation observe_leaky(const table& table, judge::random& engine)
{
    observation o;
    const double size = judge::whole(engine, 3, 9);
    for (const double z : {size, -size, 0.0}) {
        for (const double sign : {1.0, -1.0}) {
            const double da = sign * judge::whole(engine, 2, 9);
            const observation one = leaky(table, z, da, 0.25);
            o.add("a of " + one.probe, one.values[0].value);
            o.add("dz of " + one.probe, one.values[1].value);
        }
    }
    return o;
}

observation softsign(const table& table, double a, double da)
{
    observation o;
    o.give("a", a);
    o.give("da", da);
    o.add("dz", table.softsign(a, da));
    return o;
}

// Outputs for which z is a whole number: 3/4 comes from 3, 7/8 from 7.
observation observe_softsign(const table& table, judge::random& engine)
{
    observation o;
    for (const double size : {0.5, 0.75, 0.875}) {
        const double sign = judge::whole(engine) > 0 ? 1 : -1;
        for (const double a : {sign * size, -sign * size}) {
            const observation one =
                softsign(table, a, judge::whole(engine, 2, 9));
            o.add("dz of " + one.probe, one.values[0].value);
        }
    }
    return o;
}

observation slopes(const table& table, const values& v)
{
    observation o;
    const std::vector<std::string> names{"w1", "b1", "w2", "b2", "x", "t"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        o.give(names[i], v[i]);
    }
    o.add({"dw1", "db1", "dw2", "db2"},
          table.slopes(v[0], v[1], v[2], v[3], v[4], v[5]));
    return o;
}

observation observe_slopes(const table& table, judge::random& engine)
{
    return slopes(table, judge::wholes(engine, 6));
}

observation asleep(const table& table, const values& w, const values& b,
                   const values& samples)
{
    observation o;
    o.give_all("w", w);
    o.give_all("b", b);
    o.give_all("x", samples);
    o.add("number of sleepers",
          static_cast<double>(table.asleep(w, b, samples)));
    return o;
}

// Several layers, because one number shows few of the mistakes. Among the
// neurons are some whose sum is 0 at most.
observation observe_asleep(const table& table, judge::random& engine)
{
    observation o;
    for (int layer = 0; layer < 8; ++layer) {
        const values x = judge::wholes(engine, 3);
        values w = judge::wholes(engine, 5);
        values b = judge::wholes(engine, 5);
        for (std::size_t j = 0; j < w.size(); ++j) {
            const double shift = w[j] * x[j % 3];
            b[j] = j < 3 ? -shift : b[j] * 4;
        }
        const observation one = asleep(table, w, b, x);
        o.add("sleepers of " + one.probe, one.values[0].value);
    }
    return o;
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(),
        {true_leaky, true_softsign, true_slopes, true_asleep},
        {{"9.1",
          "leaky_rectifier(z, da, leak), all of type T; returns "
          "std::array<T, 2>",
          [](const table& t) { return t.leaky != nullptr; }, observe_leaky},
         {"9.2", "softsign_back(a, da), both of type T; returns T",
          [](const table& t) { return t.softsign != nullptr; },
          observe_softsign},
         {"9.3",
          "two_layer_slopes(w1, b1, w2, b2, x, t), all of type T; returns "
          "std::array<T, 4>",
          [](const table& t) { return t.slopes != nullptr; }, observe_slopes},
         {"9.4",
          "asleep(w, b, samples), all of type std::vector<T>; returns int",
          [](const table& t) { return t.asleep != nullptr; },
          observe_asleep}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_9_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), leaky, -4.0, 6.0, 0.5);
}

BOOST_AUTO_TEST_CASE(the_corner_takes_the_left_side)
{
    judge::expect_the_truth(the_chapter(), leaky, 0.0, 8.0, 0.25);
}

BOOST_AUTO_TEST_CASE(the_side_of_the_sum_decides_both_numbers)
{
    judge::compare_on_probes(the_chapter(), "9.1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_9_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), softsign, 0.75, 32.0);
}

BOOST_AUTO_TEST_CASE(the_slope_is_right_on_both_sides)
{
    judge::compare_on_probes(the_chapter(), "9.2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_9_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), slopes,
                            values{2, -1, 3, 5, 1, 10});
}

BOOST_AUTO_TEST_CASE(every_slope_is_right)
{
    judge::compare_on_probes(the_chapter(), "9.3");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_9_4)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), asleep, values{1, -1},
                            values{0, -3}, values{2, 1});
}

BOOST_AUTO_TEST_CASE(a_sum_of_zero_wakes_nobody)
{
    judge::expect_the_truth(the_chapter(), asleep, values{2}, values{-2},
                            values{1, 0});
}

BOOST_AUTO_TEST_CASE(any_layer_will_do)
{
    judge::compare_on_probes(the_chapter(), "9.4");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
