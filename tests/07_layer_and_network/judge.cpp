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

// From the history of calls alone: nothing is remembered but the calls.
session true_layer(double w, double b, const std::vector<call>& calls)
{
    session s;
    double dw = 0;
    double db = 0;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const double v = calls[i].with;
        if (calls[i].what == call::forward) {
            s.results.push_back(w * v + b);
        } else if (calls[i].what == call::backward) {
            // The call before it is the forward that it belongs to.
            const values slopes = judge::slopes_by_dual(
                [&](const std::vector<moving>& p) {
                    return moving(v) * (p[0] * p[2] + p[1]);
                },
                {w, b, calls[i - 1].with});
            dw += slopes[0];
            db += slopes[1];
            s.results.push_back(slopes[2]);
        } else if (calls[i].what == call::update) {
            w -= v * dw;
            b -= v * db;
        } else {
            dw = db = 0;
        }
        s.parameters.insert(s.parameters.end(), {w, b, dw, db});
    }
    return s;
}

values true_gradient(const values& w, const double& x, const double& error)
{
    return judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            moving e(x);
            for (const moving& each : p) {
                e = e * each;
            }
            return moving(error) * e;
        },
        w);
}

values weights_of(const network<double>& net)
{
    values w;
    for (std::size_t i = 0; i < net.size(); ++i) {
        w.push_back(net.at(i).weight());
    }
    return w;
}

void true_train(network<double>& net, const batch& samples,
                const double& rate)
{
    values w = weights_of(net);
    const values slopes = judge::slopes_by_dual(
        [&](const std::vector<moving>& p) {
            moving sum(0);
            for (const sample<double>& s : samples) {
                moving d(s.x);
                for (const moving& each : p) {
                    d = d * each;
                }
                d = d - moving(s.t);
                sum = sum + d * d;
            }
            return sum / moving(2 * static_cast<int>(samples.size()));
        },
        w);
    for (std::size_t i = 0; i < w.size(); ++i) {
        w[i] -= rate * slopes[i];
    }
    net = network<double>(std::span<const double>(w));
}

// ----------------------------------------------------------- observations

std::string name_of(const call& c)
{
    const std::string argument = "(" + digits(c.with) + ")";
    switch (c.what) {
    case call::forward:
        return "forward" + argument;
    case call::backward:
        return "backward" + argument;
    case call::update:
        return "update" + argument;
    default:
        return "zero_grad()";
    }
}

observation layer(const table& table, double w, double b,
                  const std::vector<call>& calls)
{
    const session s = table.layer(w, b, calls);
    observation o;
    std::string so_far;
    std::size_t result = 0;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        so_far += (i == 0 ? "" : ", ") + name_of(calls[i]);
        const std::string after = " after " + name_of(calls[i]);
        if (calls[i].what == call::forward) {
            o.add(name_of(calls[i]), s.results[result++]);
            continue;
        }
        if (calls[i].what == call::backward) {
            o.add(name_of(calls[i]) + " hands on", s.results[result++]);
        }
        o.add("dw" + after, s.parameters[4 * i + 2]);
        o.add("db" + after, s.parameters[4 * i + 3]);
        o.add("w" + after, s.parameters[4 * i]);
        o.add("b" + after, s.parameters[4 * i + 1]);
    }
    o.give("w", w);
    o.give("b", b);
    return o;
}

observation observe_layer(const table& table, judge::random& engine)
{
    const values v = judge::wholes(engine, 8);
    return layer(table, v[0], v[1],
                 {{call::forward, v[2]},
                  {call::backward, v[3]},
                  {call::forward, v[4]},
                  {call::backward, v[5]},
                  {call::update, 0.25},
                  {call::zero_grad},
                  {call::forward, v[6]},
                  {call::backward, v[7]},
                  {call::update, 0.125}});
}

observation gradient(const table& table, const values& w, double x,
                     double error)
{
    observation o;
    o.give_all("w", w);
    o.give("x", x);
    o.give("error", error);
    o.add_all("dw", table.gradient(w, x, error));
    return o;
}

observation observe_gradient(const table& table, judge::random& engine)
{
    const auto n = static_cast<std::size_t>(judge::whole(engine, 2, 5));
    const values w = judge::wholes(engine, n);
    const values ends = judge::wholes(engine, 2);
    return gradient(table, w, ends[0], ends[1]);
}

observation train(const table& table, const values& w, const batch& samples,
                  double rate)
{
    network<double> net{std::span<const double>(w)};
    net.forward(3);
    net.backward(5);
    table.train(net, samples, rate);
    observation o;
    std::string shown;
    for (const sample<double>& s : samples) {
        shown += " (" + digits(s.x) + ", " + digits(s.t) + ")";
    }
    o.give("rate", rate);
    o.add_all("new w", weights_of(net));
    return o;
}

// The number of samples is a power of two, so that the mean is exact.
observation observe_train(const table& table, judge::random& engine)
{
    const auto depth = static_cast<std::size_t>(judge::whole(engine, 1, 3));
    const values w = judge::wholes(engine, depth, 5);
    const values x = judge::wholes(engine, 4, 6);
    const values t = judge::wholes(engine, 4);
    const std::size_t n = judge::whole(engine) > 0 ? 2 : 4;
    batch samples;
    for (std::size_t i = 0; i < n; ++i) {
        samples.push_back({x[i], t[i]});
    }
    return train(table, w, samples, 0.25);
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), {true_layer, true_gradient, true_train},
        {{"7.1",
          "layer_with_bias<T>{w, b} with the members w, b, dw, db and the "
          "functions forward, backward, update, zero_grad",
          [](const table& t) { return t.layer != nullptr; }, observe_layer},
         {"7.2",
          "repaired_gradient(w, x, error), with w of type std::vector<T>, x "
          "and error of type T; returns std::vector<T>",
          [](const table& t) { return t.gradient != nullptr; },
          observe_gradient},
         {"7.3",
          "train_batch(net, batch, rate), with net of type network<T>&, "
          "batch of type std::vector<sample<T>>, rate of type T",
          [](const table& t) { return t.train != nullptr; }, observe_train}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_7_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(
        the_chapter(), layer, 3.0, 2.0,
        std::vector<call>{{call::forward, 5}, {call::backward, 2}});
}

BOOST_AUTO_TEST_CASE(two_samples_are_added_and_move_both_parameters)
{
    judge::compare_on_probes(the_chapter(), "7.1");
}

BOOST_AUTO_TEST_CASE(new_sums_begin_with_nothing)
{
    judge::expect_the_truth(the_chapter(), layer, 3.0, 2.0,
                            std::vector<call>{{call::forward, 5},
                                              {call::backward, 2},
                                              {call::zero_grad},
                                              {call::forward, 7},
                                              {call::backward, 4}});
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_7_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), gradient, values{3, 5, 7}, 11.0,
                            13.0);
}

BOOST_AUTO_TEST_CASE(every_slope_is_right_at_any_depth)
{
    judge::compare_on_probes(the_chapter(), "7.2");
}

BOOST_AUTO_TEST_CASE(one_layer_will_do)
{
    judge::expect_the_truth(the_chapter(), gradient, values{3}, 5.0, 7.0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_7_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), train, values{2},
                            batch{{1, 1}, {2, 2}}, 0.5);
}

BOOST_AUTO_TEST_CASE(the_step_follows_the_mean)
{
    judge::compare_on_probes(the_chapter(), "7.3");
}

BOOST_AUTO_TEST_CASE(a_batch_may_be_one_sample)
{
    judge::expect_the_truth(the_chapter(), train, values{2, 3}, batch{{5, 7}},
                            0.25);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
