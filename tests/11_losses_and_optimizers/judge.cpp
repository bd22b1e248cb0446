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

// By the whole table of derivatives, as the exercise gives it.
values true_softmax(const values& p, const values& dp)
{
    values dz(p.size(), 0);
    for (std::size_t j = 0; j < p.size(); ++j) {
        for (std::size_t i = 0; i < p.size(); ++i) {
            dz[j] += dp[i] * (i == j ? p[i] * (1 - p[i]) : -p[i] * p[j]);
        }
    }
    return dz;
}

// In the words of the exercise: the velocity is applied once more.
two true_nesterov(const double& w, const double& v, const double& dw,
                  const double& rate, const double& keep)
{
    const double next = keep * v + dw;
    const double ahead = keep * next + dw;
    return {w - rate * ahead, next};
}

loss_and_slopes true_weighted(const values& y, const values& t,
                              const values& c)
{
    const auto loss = [&](const std::vector<moving>& at) {
        moving above(0);
        moving below(0);
        for (std::size_t n = 0; n < at.size(); ++n) {
            const moving d = at[n] - moving(t[n]);
            above += moving(c[n]) * d * d;
            below += moving(c[n]);
        }
        return above / below;
    };
    return {loss({y.begin(), y.end()}).value, judge::slopes_by_dual(loss, y)};
}

two true_priced(const double& w, const double& b, const double& sum_dw,
                const double& sum_db, int n, const double& decay,
                const double& rate)
{
    const values s = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            return p[0] * moving(sum_dw / n) + p[1] * moving(sum_db / n) +
                   moving(decay) * p[0] * p[0] / moving(2);
        },
        {w, b});
    return {w - rate * s[0], b - rate * s[1]};
}

// ----------------------------------------------------------- observations

observation softmax(const table& table, const values& p, const values& dp)
{
    observation o;
    o.give_all("p", p);
    o.give_all("dp", dp);
    o.add_all("dz", table.softmax(p, dp));
    return o;
}

// Probabilities that a double holds exactly, in any order.
observation observe_softmax(const table& table, judge::random& engine)
{
    values p{0.5, 0.25, 0.125, 0.125};
    for (std::size_t i = p.size(); i > 1; --i) {
        const auto other =
            static_cast<std::size_t>(judge::whole(engine, 1, 9)) % i;
        std::swap(p[i - 1], p[other]);
    }
    return softmax(table, p, judge::wholes(engine, 4));
}

observation nesterov(const table& table, const values& v)
{
    observation o;
    const std::vector<std::string> names{"w", "v", "dw", "rate", "keep"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        o.give(names[i], v[i]);
    }
    o.add({"new w", "new v"}, table.nesterov(v[0], v[1], v[2], v[3], v[4]));
    return o;
}

observation observe_nesterov(const table& table, judge::random& engine)
{
    values v = judge::wholes(engine, 3);
    v.insert(v.end(), {0.25, 0.75});
    return nesterov(table, v);
}

observation weighted(const table& table, const values& y, const values& t,
                     const values& c)
{
    observation o;
    o.give_all("y", y);
    o.give_all("t", t);
    o.give_all("c", c);
    const loss_and_slopes given = table.weighted(y, t, c);
    o.add("loss", given.first);
    o.add_all("dy", given.second);
    return o;
}

// The weights add up to 16, so that nothing has to be rounded.
observation observe_weighted(const table& table, judge::random& engine)
{
    values c{2, 3, 11};
    for (std::size_t i = c.size(); i > 1; --i) {
        const auto other =
            static_cast<std::size_t>(judge::whole(engine, 1, 9)) % i;
        std::swap(c[i - 1], c[other]);
    }
    const values v = judge::wholes(engine, 6);
    return weighted(table, {v[0], v[1], v[2]}, {v[3], v[4], v[5]}, c);
}

observation priced(const table& table, const values& v)
{
    observation o;
    const std::vector<std::string> names{"w", "b",     "sum_dw", "sum_db",
                                         "n", "decay", "rate"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        o.give(names[i], v[i]);
    }
    o.add({"new w", "new b"},
          table.priced(v[0], v[1], v[2], v[3], static_cast<int>(v[4]), v[5],
                       v[6]));
    return o;
}

observation observe_priced(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 5);
    return priced(table, {v[0], v[1], v[2], v[3], 8, v[4], 0.25});
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(),
        {true_softmax, true_nesterov, true_weighted, true_priced},
        {{"11.1",
          "softmax_back(p, dp), both of type std::vector<T>; returns "
          "std::vector<T>",
          [](const table& t) { return t.softmax != nullptr; },
          observe_softmax},
         {"11.2",
          "nesterov_step(w, v, dw, rate, keep), all of type T; returns "
          "std::array<T, 2>",
          [](const table& t) { return t.nesterov != nullptr; },
          observe_nesterov},
         {"11.3",
          "weighted_error(y, t, c), all of type std::vector<T>; returns "
          "std::pair<T, std::vector<T>>",
          [](const table& t) { return t.weighted != nullptr; },
          observe_weighted},
         {"11.4",
          "priced_step(w, b, sum_dw, sum_db, n, decay, rate), with n of type "
          "int, the others of type T; returns std::array<T, 2>",
          [](const table& t) { return t.priced != nullptr; },
          observe_priced}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_11_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), softmax, values{0.5, 0.5},
                            values{8, 0});
}

BOOST_AUTO_TEST_CASE(every_output_hears_of_every_probability)
{
    judge::compare_on_probes(the_chapter(), "11.1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_11_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), nesterov,
                            values{10, 4, 6, 0.25, 0.5});
}

BOOST_AUTO_TEST_CASE(weight_and_velocity_are_right)
{
    judge::compare_on_probes(the_chapter(), "11.2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_11_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), weighted, values{5, 1},
                            values{3, 2}, values{1, 3});
}

BOOST_AUTO_TEST_CASE(one_sample_has_its_own_error)
{
    judge::expect_the_truth(the_chapter(), weighted, values{5}, values{3},
                            values{4});
}

BOOST_AUTO_TEST_CASE(loss_and_slopes_are_right)
{
    judge::compare_on_probes(the_chapter(), "11.3");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_11_4)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), priced,
                            values{3, 5, 8, 12, 4, 2, 0.5});
}

BOOST_AUTO_TEST_CASE(weight_and_bias_are_right)
{
    judge::compare_on_probes(the_chapter(), "11.4");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
