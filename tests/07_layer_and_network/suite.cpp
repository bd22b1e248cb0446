#include "slips.hpp"

#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <span>
#include <vector>

#include "03_cached_backprop/cached_backprop.hpp"
#include "04_training/training.hpp"
#include "chainrule/chain/train.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;
using namespace chainrule::layer_and_network;

namespace {

const std::array<sample<double>, 2> samples{{{1, -1}, {-1, 1}}};
const std::array article_start{0.2333, -0.233, -0.52133};
const auto go_on = [](auto...) { return true; };

template <field T>
switched_network<T> with_weights(const std::vector<T>& weights, slips with)
{
    return {weights, with};
}

// The slopes that the article's framework finds at the probe of primes:
// weights 3, 5, 7, input 11, error 13.
std::array<rational, 3> at_primes(slips with)
{
    auto net = with_weights<rational>({3, 5, 7}, with);
    net.predict(11);
    net.calc_gradient(13);
    return {net.layers[0].dw, net.layers[1].dw, net.layers[2].dw};
}

constexpr int truth1 = 13 * 7 * 5 * 11;
constexpr int truth2 = 13 * 7 * 3 * 11;
constexpr int truth3 = 13 * 5 * 3 * 11;

std::vector<double> random_start(boost::random::mt19937_64& engine,
                                 std::size_t depth)
{
    const boost::random::uniform_real_distribution<double> any(-0.5, 0.5);
    std::vector<double> w(depth);
    for (double& each : w) {
        each = any(engine);
    }
    return w;
}

double article_estimate(const std::vector<double>& start, slips with)
{
    auto net = with_weights(start, with);
    for (int epoch = 0; epoch < 160; ++epoch) {
        for (const sample<double>& s : samples) {
            net.calc_gradient(net.predict(s.x) - s.t);
            net.update_weights(0.05);
        }
    }
    return net.predict(1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layer_and_network_suite)

BOOST_AUTO_TEST_CASE(the_articles_framework_misses_by_known_factors)
{
    const auto g = at_primes({true, true});
    BOOST_TEST(g[0] / truth1 == rational(3, 5));
    BOOST_TEST(g[1] / truth2 == rational(3 * 5));
    BOOST_TEST(g[2] / truth3 == rational(3 * 5 * 7 * 7));
}

// The switches change nothing else.
BOOST_AUTO_TEST_CASE(with_both_slips_the_switches_give_what_the_article_has)
{
    boost::random::mt19937_64 engine(716);
    for (std::size_t depth = 1; depth <= 6; ++depth) {
        article_network<residue> article;
        std::vector<residue> w(depth);
        for (residue& each : w) {
            each = random_residue(engine);
            article.layers.push_back({each});
        }
        auto switched = with_weights<residue>(w, {true, true});
        const residue x = random_residue(engine);
        const residue error = random_residue(engine);
        BOOST_TEST(switched.predict(x) == article.predict(x));
        switched.calc_gradient(error);
        article.calc_gradient(error);
        for (std::size_t i = 0; i < depth; ++i) {
            BOOST_TEST(switched.layers[i].dw == article.layers[i].dw);
        }
    }
}

BOOST_AUTO_TEST_CASE(half_a_repair_is_still_wrong_everywhere)
{
    const auto order_wrong = at_primes({false, true});
    BOOST_TEST(order_wrong[0] / truth1 == rational(1, 5));
    BOOST_TEST(order_wrong[1] / truth2 == rational(3));
    BOOST_TEST(order_wrong[2] / truth3 == rational(7 * 3 * 5));
    const auto weight_twice = at_primes({true, false});
    BOOST_TEST(weight_twice[0] / truth1 == rational(3));
    BOOST_TEST(weight_twice[1] / truth2 == rational(5));
    BOOST_TEST(weight_twice[2] / truth3 == rational(7));
}

BOOST_AUTO_TEST_CASE(both_repairs_give_the_truth)
{
    const auto g = at_primes({false, false});
    BOOST_TEST(g[0] == rational(truth1));
    BOOST_TEST(g[1] == rational(truth2));
    BOOST_TEST(g[2] == rational(truth3));
}

// The slip of chapter 04: the weight has moved before its slope is handed on.
// The layer of the library refuses the last call.
BOOST_AUTO_TEST_CASE(a_plain_layer_takes_a_stale_step_and_says_nothing)
{
    plain_layer<rational> plain{3};
    layer<rational> careful(3);
    plain.forward(5);
    careful.forward(5);
    BOOST_TEST(plain.backward(2) == rational(6));
    careful.backward(2);
    plain.update(rational(1, 10));
    careful.update(rational(1, 10));
    BOOST_TEST(plain.backward(2) == rational(4));
    BOOST_CHECK_THROW(careful.backward(2), std::logic_error);
}

// What the layer of the library does not refuse, and what comes of it.
BOOST_AUTO_TEST_CASE(a_layer_does_not_see_another_sample_or_a_late_zero_grad)
{
    layer<rational> mixed(3);
    const rational d = mixed.forward(1) - 1;
    mixed.forward(5);
    mixed.backward(d);
    BOOST_TEST(mixed.dw() == d * 5);  // and d * 1 would be right
    layer<rational> late(2);
    late.forward(1);
    late.backward(1);
    late.zero_grad();
    late.update(rational(1, 10));
    BOOST_TEST(late.weight() == rational(2));
    layer<rational> forgotten(2);
    for (const int k : {1, 2}) {
        forgotten.forward(1);
        forgotten.backward(1);
        BOOST_TEST(forgotten.dw() == rational(k));
    }
}

// At weights 1 the two slips cost nothing, so a check there finds nothing.
// At -1, -1, 1 it is so for both slips together, and not for each alone.
BOOST_AUTO_TEST_CASE(at_weights_of_one_no_slip_of_the_framework_shows)
{
    for (const slips with : {slips{true, true}, slips{true, false},
                             slips{false, true}, slips{false, false}}) {
        auto net = with_weights<rational>({1, 1, 1}, with);
        net.predict(11);
        net.calc_gradient(13);
        for (const auto& l : net.layers) {
            BOOST_TEST(l.dw == rational(13 * 11));
        }
    }
    for (const slips with :
         {slips{true, true}, slips{true, false}, slips{false, true}}) {
        auto net = with_weights<rational>({-1, -1, 1}, with);
        net.predict(11);
        net.calc_gradient(13);
        const bool right = net.layers[0].dw == rational(-13 * 11) &&
                           net.layers[1].dw == rational(-13 * 11) &&
                           net.layers[2].dw == rational(13 * 11);
        BOOST_TEST(right == (with.own_weight && with.forwards));
    }
}

BOOST_AUTO_TEST_CASE(networks_of_layers_are_chapter_03_at_any_depth)
{
    boost::random::mt19937_64 engine(711);
    const auto any = [&] { return random_residue(engine); };
    for (std::size_t depth = 1; depth <= 12; ++depth) {
        std::vector<residue> w(depth);
        for (residue& each : w) {
            each = any();
        }
        const residue x = any();
        const residue t = any();
        std::vector<residue> a;
        std::vector<residue> dw;
        cached_backprop::forward(w, x, a);
        cached_backprop::walk_back(w, a, t, dw);

        network<residue> net{std::span<const residue>(w)};
        BOOST_TEST(net.forward(x) == a.back());
        net.backward(a.back() - t);
        plain_network<residue> plain;
        for (const residue& each : w) {
            plain.layers.push_back({each});
        }
        BOOST_TEST(plain.forward(x) == a.back());
        plain.backward(a.back() - t);
        auto repaired = with_weights(w, {false, false});
        repaired.predict(x);
        repaired.calc_gradient(a.back() - t);
        for (std::size_t i = 0; i < depth; ++i) {
            BOOST_TEST(net.at(i).dw() == dw[i]);
            BOOST_TEST(plain.layers[i].dw == dw[i]);
            BOOST_TEST(repaired.layers[i].dw == dw[i]);
        }
    }
}

BOOST_AUTO_TEST_CASE(training_is_that_of_chapter_04_to_the_last_bit)
{
    network<double> net(article_start);
    train<double>(net, samples, 0.05, 160, go_on);
    training::weights<double> w{article_start[0], article_start[1],
                                article_start[2]};
    for (int epoch = 0; epoch < 160; ++epoch) {
        for (const sample<double>& s : samples) {
            w = training::step<double>(w, {s.x, s.t}, 0.05);
        }
    }
    BOOST_TEST(net.at(0).weight() == w.w1);
    BOOST_TEST(net.at(1).weight() == w.w2);
    BOOST_TEST(net.at(2).weight() == w.w3);
    BOOST_TEST(std::llround(1e6 * w.w1 * w.w2 * w.w3) == -38612);
}

BOOST_AUTO_TEST_CASE(the_articles_framework_is_a_coin_toss)
{
    // The article's figures are 51.8 and 16.0 of a hundred; this stream of
    // starts is another one, so each may be off by a few.
    boost::random::mt19937_64 engine(712);
    int right_sign = 0;
    int learned = 0;
    for (int start = 0; start < 1000; ++start) {
        const double e =
            article_estimate(random_start(engine, 3), {true, true});
        right_sign += e < 0;
        learned += std::abs(e + 1) < 0.05;
    }
    BOOST_TEST(std::abs(right_sign - 518) < 60);
    BOOST_TEST(std::abs(learned - 160) < 50);
}

// A slope that has its own weight as a factor multiplies the weight by a
// number near 1. Exactly: a weight of zero gets no slope. In training: from no
// start does a weight reach the other side, as long as steps are small.
BOOST_AUTO_TEST_CASE(with_its_own_weight_in_its_slope_no_weight_changes_sign)
{
    boost::random::mt19937_64 engine(715);
    for (const slips with : {slips{true, true}, slips{true, false}}) {
        for (std::size_t zero = 0; zero < 3; ++zero) {
            std::vector<residue> w(3);
            for (residue& each : w) {
                each = random_residue(engine);
            }
            w[zero] = 0;
            auto net = with_weights(w, with);
            net.predict(random_residue(engine));
            net.calc_gradient(random_residue(engine));
            BOOST_TEST(net.layers[zero].dw == residue(0));
        }
        for (int start = 0; start < 300; ++start) {
            const auto w = random_start(engine, 3);
            auto net = with_weights(w, with);
            for (std::size_t step = 0; step < 320; ++step) {
                const sample<double>& s = samples[step % 2];
                net.calc_gradient(net.predict(s.x) - s.t);
                net.update_weights(0.05);
                // Some go up without end, in steps that are not small.
                if (!(std::abs(net.predict(1)) < 1)) {
                    break;
                }
                for (std::size_t i = 0; i < 3; ++i) {
                    BOOST_TEST(net.layers[i].w * w[i] > 0);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(without_zero_grad_the_kth_step_is_k_times_too_large)
{
    network<double> net(article_start);
    const double slope =
        (net.forward(1) + 1) * article_start[1] * article_start[2];
    for (int k = 1; k <= 100; ++k) {
        const sample<double>& s = samples[k % 2 == 0 ? 0 : 1];
        net.backward(net.forward(s.x) - s.t);
        BOOST_TEST(net.at(0).dw() == k * slope,
                   boost::test_tools::tolerance(1e-6));
        net.update(1e-12);
    }
}

BOOST_AUTO_TEST_CASE(half_a_repair_never_learns)
{
    boost::random::mt19937_64 engine(713);
    for (int start = 0; start < 300; ++start) {
        const auto w = random_start(engine, 3);
        BOOST_TEST(std::abs(article_estimate(w, {false, true}) + 1) > 0.05);
        BOOST_TEST(std::abs(article_estimate(w, {true, false}) + 1) > 0.05);
    }
}

BOOST_AUTO_TEST_CASE(the_truth_learns_from_nearly_every_start)
{
    boost::random::mt19937_64 engine(714);
    int right_sign = 0;
    int learned = 0;
    int learned_later = 0;
    for (int start = 0; start < 1000; ++start) {
        network<double> net(std::span<const double>(random_start(engine, 3)));
        train<double>(net, samples, 0.05, 160, go_on);
        const double e = net.forward(1);
        right_sign += e < 0;
        learned += std::abs(e + 1) < 0.05;
        train<double>(net, samples, 0.05, 1840, go_on);
        learned_later += std::abs(net.forward(1) + 1) < 0.05;
    }
    BOOST_TEST(std::abs(right_sign - 998) < 10);
    BOOST_TEST(std::abs(learned - 935) < 30);
    // A start that is tied to four digits takes longer still.
    BOOST_TEST(learned_later >= 998);
}

BOOST_AUTO_TEST_CASE(steps_grow_exponentially_with_the_depth)
{
    // From all weights 1/2 to the target 1, the law 2^(n-2) / ((n-2) rate).
    const auto steps = [](std::size_t depth) {
        network<double> net(
            std::span<const double>(std::vector<double>(depth, 0.5)));
        const std::array<sample<double>, 1> one{{{1, 1}}};
        return train<double>(net, one, 0.05, 5000, [&](auto, double loss) {
            return loss > 0.5 * 0.01 * 0.01;
        });
    };
    for (const int n : {8, 10, 12}) {
        const double law = std::pow(2, n - 2) / (0.05 * (n - 2));
        const auto taken = steps(static_cast<std::size_t>(n));
        BOOST_TEST(std::abs(static_cast<double>(taken) / law - 1) < 0.1);
    }
}

BOOST_AUTO_TEST_SUITE_END()
