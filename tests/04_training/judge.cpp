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

three true_decay(const three& w, const double& x, const double& t,
                 const double& rate, const double& decay)
{
    const values s = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            const moving d = p[2] * p[1] * p[0] * moving(x) - moving(t);
            const moving price = p[0] * p[0] + p[1] * p[1] + p[2] * p[2];
            return (d * d + moving(decay) * price) / moving(2);
        },
        {w[0], w[1], w[2]});
    return {w[0] - rate * s[0], w[1] - rate * s[1], w[2] - rate * s[2]};
}

three true_step(const three& w, const double& x, const double& t,
                const double& rate)
{
    return true_decay(w, x, t, rate, 0);
}

// By its words: from this epoch on, every value is near.
std::size_t true_settled(const values& v, const double& goal,
                         const double& distance)
{
    for (std::size_t epoch = 1; epoch <= v.size(); ++epoch) {
        bool all = true;
        for (std::size_t i = epoch - 1; i < v.size(); ++i) {
            all = all && std::abs(v[i] - goal) < distance;
        }
        if (all) {
            return epoch;
        }
    }
    return 0;
}

// ----------------------------------------------------------- observations

observation repaired(const table& table, const three& w, double x, double t,
                     double rate)
{
    observation o;
    o.give_all("w", w);
    o.give("x", x);
    o.give("t", t);
    o.give("rate", rate);
    o.add({"new w1", "new w2", "new w3"}, table.repaired(w, x, t, rate));
    return o;
}

double any_rate(judge::random& engine)
{
    return judge::whole(engine) > 0 ? 0.25 : 0.125;
}

observation observe_repaired(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 5);
    return repaired(table, {v[0], v[1], v[2]}, v[3], v[4], any_rate(engine));
}

observation decay(const table& table, const three& w, double x, double t,
                  double rate, double price)
{
    observation o;
    o.give_all("w", w);
    o.give("x", x);
    o.give("t", t);
    o.give("rate", rate);
    o.give("decay", price);
    o.add({"new w1", "new w2", "new w3"}, table.decay(w, x, t, rate, price));
    return o;
}

observation observe_decay(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 5);
    return decay(table, {v[0], v[1], v[2]}, v[3], v[4], any_rate(engine),
                 judge::whole(engine, 3, 7));
}

observation settled(const table& table, const values& v, double goal,
                    double distance)
{
    observation o;
    o.give_all("values", v);
    o.give("goal", goal);
    o.give("distance", distance);
    o.add("epoch", static_cast<double>(table.settled(v, goal, distance)));
    return o;
}

// Short runs around a goal, of which some end near it. Six of them, because
// one run shows few of the mistakes.
observation observe_settled(const table& table, judge::random& engine)
{
    observation o;
    for (int run = 0; run < 6; ++run) {
        values v{judge::whole(engine), judge::whole(engine) / 4};
        for (int i = 0; i < 6; ++i) {
            v.push_back(judge::whole(engine) / (i < 3 ? 1 : 4));
        }
        if (run > 0) {
            v.insert(v.end(), {run % 2 == 0 ? 5.0 : -5.0, 0.5, -0.25});
        }
        if (run == 5) {
            v.insert(v.end(), {-2.0, 2.0});
        }
        const double goal = judge::whole(engine);
        for (double& value : v) {
            value += goal;
        }
        const observation one = settled(table, v, goal, 2);
        o.add("epoch of " + one.probe, one.values[0].value);
    }
    return o;
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), {true_step, true_decay, true_settled},
        {{"4.1",
          "repaired_step(w, x, t, rate), with w of type std::array<T, 3>, "
          "the others of type T; returns std::array<T, 3>",
          [](const table& t) { return t.repaired != nullptr; },
          observe_repaired},
         {"4.2",
          "step_with_decay(w, x, t, rate, decay), with w of type "
          "std::array<T, 3>, the others of type T; returns std::array<T, 3>",
          [](const table& t) { return t.decay != nullptr; }, observe_decay},
         {"4.3",
          "settled_since(values, goal, distance), with values of type "
          "std::vector<double>, the others of type double; returns "
          "std::size_t",
          [](const table& t) { return t.settled != nullptr; },
          observe_settled}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_4_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), repaired, three{2, 3, 5}, 1.0,
                            29.0, 1.0);
}

BOOST_AUTO_TEST_CASE(every_weight_moves_by_its_own_slope)
{
    judge::compare_on_probes(the_chapter(), "4.1");
}

// The law of the chapter, which no stale step keeps.
BOOST_AUTO_TEST_CASE(differences_of_squares_change_as_the_law_says)
{
    const three w{3, 5, 7};
    const double x = 2, t = 11, rate = 0.125;
    const three next = the_chapter().subject().repaired(w, x, t, rate);
    const auto law = [&](std::size_t i, std::size_t j) {
        const double before = w[i] * w[i] - w[j] * w[j];
        const double after = next[i] * next[i] - next[j] * next[j];
        const double gi = (w[i] - next[i]) / rate;
        const double gj = (w[j] - next[j]) / rate;
        return after - before == rate * rate * (gi * gi - gj * gj);
    };
    judge::expect(law(0, 1) && law(1, 2),
                  "a change of w1 w1 - w2 w2 by rate rate (g1 g1 - g2 g2)");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_4_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), decay, three{2, 3, 5}, 1.0, 29.0,
                            1.0, 2.0);
}

BOOST_AUTO_TEST_CASE(every_weight_moves_by_both_slopes)
{
    judge::compare_on_probes(the_chapter(), "4.2");
}

BOOST_AUTO_TEST_CASE(without_an_error_only_the_price_is_left)
{
    judge::expect_the_truth(the_chapter(), decay, three{2, 3, 5}, 1.0, 30.0,
                            0.25, 3.0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_4_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), settled, values{3, 1, 4, 1, 1},
                            1.0, 0.5);
}

BOOST_AUTO_TEST_CASE(a_run_that_leaves_again_has_not_settled)
{
    judge::expect_the_truth(the_chapter(), settled, values{1, 1, 4}, 1.0,
                            0.5);
}

BOOST_AUTO_TEST_CASE(near_is_near_on_both_sides)
{
    judge::expect_the_truth(the_chapter(), settled,
                            values{-9, 1.25, -9, 0.75}, 1.0, 0.5);
}

BOOST_AUTO_TEST_CASE(nearer_is_less_than_the_distance)
{
    judge::expect_the_truth(the_chapter(), settled, values{2, 1.5, 1}, 1.0,
                            0.5);
}

BOOST_AUTO_TEST_CASE(a_run_that_was_always_near_settled_at_once)
{
    judge::expect_the_truth(the_chapter(), settled, values{1, 1}, 1.0, 0.5);
}

BOOST_AUTO_TEST_CASE(a_run_of_no_epochs_has_not_settled)
{
    judge::expect_the_truth(the_chapter(), settled, values{}, 1.0, 0.5);
}

BOOST_AUTO_TEST_CASE(any_run_will_do)
{
    judge::compare_on_probes(the_chapter(), "4.3");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
