#include "training.hpp"

#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <type_traits>
#include <vector>

#include "03_cached_backprop/cached_backprop.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chainrule/training/history.hpp"

using namespace chainrule;
using namespace chainrule::training;

namespace {

const std::array<sample<double>, 2> samples{{{1, -1}, {-1, 1}}};

// A run of the article's length and longer, written apart from the chapter's.
template <class Step>
history products(Step take_step, double rate, int epochs)
{
    weights<double> w{0.2333, -0.233, -0.52133};
    history h;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        w = take_step(w, samples[0], rate);
        w = take_step(w, samples[1], rate);
        h.record(w.w1 * w.w2 * w.w3);
    }
    return h;
}

constexpr int limit = 20000;

// Epochs until the product is within 0.01 of -1, at the article's rate.
template <class Step>
int epochs_taken(weights<double> w, Step take_step)
{
    for (int epoch = 1; epoch <= limit; ++epoch) {
        w = take_step(take_step(w, samples[0], 0.05), samples[1], 0.05);
        if (std::abs(w.w1 * w.w2 * w.w3 + 1) < 0.01) {
            return epoch;
        }
    }
    return limit + 1;
}

// Weights up to a size, whose product is negative.
weights<double> any_start_of_the_right_sign(boost::random::mt19937_64& engine,
                                            double size)
{
    const boost::random::uniform_real_distribution<double> any(-size, size);
    weights<double> w{any(engine), any(engine), any(engine)};
    if (w.w1 * w.w2 * w.w3 > 0) {
        w.w1 = -w.w1;
    }
    return w;
}

// What the article prints: six digits behind the point.
long long millionths(double value)
{
    return std::llround(value * 1e6);
}

struct probe {
    weights<residue> w;
    sample<residue> s;
    residue rate;
};

probe random_probe(boost::random::mt19937_64& engine)
{
    const auto any = [&] { return random_residue(engine); };
    return {{any(), any(), any()}, {any(), any()}, any()};
}

// By how much w_i^2 - w_j^2 changes beyond rate^2 (g_i^2 - g_j^2), for the
// pairs 1, 2 and 2, 3.
template <class Step>
std::array<residue, 2> breach_of_law(Step take_step, const probe& p)
{
    const auto g = walk_back(p.w, p.s);
    const auto next = take_step(p.w, p.s, p.rate);
    const auto part = [&](residue from, residue to, residue slope) {
        return to * to - from * from - p.rate * p.rate * slope * slope;
    };
    const residue p1 = part(p.w.w1, next.w1, g.dw1);
    const residue p2 = part(p.w.w2, next.w2, g.dw2);
    const residue p3 = part(p.w.w3, next.w3, g.dw3);
    return {p1 - p2, p2 - p3};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(training_suite)

BOOST_AUTO_TEST_CASE(one_step_each_way_by_hand)
{
    // y = 2, z = 6, e = 30 and d = 1; the rate makes whole numbers.
    const weights<rational> w{2, 3, 5};
    const sample<rational> s{1, 29};
    // Slopes 15, 10 and 6.
    BOOST_TEST((step(w, s, rational(1)) == weights<rational>{-13, -7, -1}));
    // w3 = 5 - 6 = -1, r2 = -1, w2 = 3 + 2 = 5, w1 = 2 + 5 = 7.
    BOOST_TEST(
        (stale_step(w, s, rational(1)) == weights<rational>{7, 5, -1}));
}

BOOST_AUTO_TEST_CASE(the_articles_program_ends_where_it_says)
{
    const history h = products(stale_step<double>, 0.05, 160);
    BOOST_TEST(millionths(h.at(160)) == -999975);
    BOOST_TEST(h.first_within(-1, 0.01).value() == 142u);
}

BOOST_AUTO_TEST_CASE(the_true_gradient_is_not_there_yet_at_160)
{
    const history h = products(step<double>, 0.05, 400);
    BOOST_TEST(millionths(h.at(160)) == -38612);
    BOOST_TEST(h.first_within(-1, 0.01).value() == 195u);
    BOOST_TEST(millionths(h.at(400)) == -1000000);
}

BOOST_AUTO_TEST_CASE(the_sign_test_passes_both)
{
    for (const double p : {products(stale_step<double>, 0.05, 160).at(160),
                           products(step<double>, 0.05, 160).at(160)}) {
        BOOST_TEST(p * samples[0].x < 0);
        BOOST_TEST(p * samples[1].x > 0);
    }
}

BOOST_AUTO_TEST_CASE(slopes_are_those_of_chapter_03)
{
    boost::random::mt19937_64 engine(401);
    for (int round = 0; round < 20; ++round) {
        const probe p = random_probe(engine);
        const std::vector<residue> w{p.w.w1, p.w.w2, p.w.w3};
        std::vector<residue> a;
        std::vector<residue> dw;
        cached_backprop::forward(w, p.s.x, a);
        cached_backprop::walk_back(w, a, p.s.t, dw);
        const auto g = walk_back(p.w, p.s);
        BOOST_TEST((std::vector<residue>{g.dw1, g.dw2, g.dw3} == dw));
        BOOST_TEST(estimate(p.w, p.s.x) == a.back());
    }
}

BOOST_AUTO_TEST_CASE(a_step_goes_against_each_slope)
{
    boost::random::mt19937_64 engine(402);
    const probe p = random_probe(engine);
    const auto g = walk_back(p.w, p.s);
    const auto next = step(p.w, p.s, p.rate);
    BOOST_TEST(p.w.w1 - next.w1 == p.rate * g.dw1);
    BOOST_TEST(p.w.w2 - next.w2 == p.rate * g.dw2);
    BOOST_TEST(p.w.w3 - next.w3 == p.rate * g.dw3);
}

BOOST_AUTO_TEST_CASE(the_stale_step_moves_only_the_last_weight_truly)
{
    boost::random::mt19937_64 engine(403);
    const probe p = random_probe(engine);
    const auto right = step(p.w, p.s, p.rate);
    const auto stale = stale_step(p.w, p.s, p.rate);
    BOOST_TEST(stale.w3 == right.w3);
    BOOST_TEST(stale.w2 != right.w2);
    BOOST_TEST(stale.w1 != right.w1);
}

BOOST_AUTO_TEST_CASE(the_true_step_keeps_the_law_exactly)
{
    boost::random::mt19937_64 engine(404);
    for (int round = 0; round < 20; ++round) {
        const auto breach =
            breach_of_law(step<residue>, random_probe(engine));
        BOOST_TEST(breach[0] == residue(0));
        BOOST_TEST(breach[1] == residue(0));
    }
}

BOOST_AUTO_TEST_CASE(the_stale_step_breaks_the_law)
{
    boost::random::mt19937_64 engine(405);
    const auto breach =
        breach_of_law(stale_step<residue>, random_probe(engine));
    BOOST_TEST(breach[0] != residue(0));
    BOOST_TEST(breach[1] != residue(0));
}

BOOST_AUTO_TEST_CASE(the_law_holds_along_the_slope_and_nowhere_else)
{
    boost::random::mt19937_64 engine(406);
    const probe p = random_probe(engine);
    const auto g = walk_back(p.w, p.s);
    // Any move with equal products w_i move_i is a multiple of the slopes,
    // of any length and sign.
    const residue equal = random_residue(engine);
    const residue e = estimate(p.w, p.s.x);
    const residue factor = equal / (e * (e - p.s.t));
    BOOST_TEST(equal / p.w.w1 == factor * g.dw1);
    BOOST_TEST(equal / p.w.w2 == factor * g.dw2);
    BOOST_TEST(equal / p.w.w3 == factor * g.dw3);
}

BOOST_AUTO_TEST_CASE(stale_slopes_are_larger_between_zero_and_the_goal)
{
    boost::random::mt19937_64 engine(407);
    int larger = 0;
    for (int round = 0; round < 1000; ++round) {
        auto w = any_start_of_the_right_sign(engine, 2);
        while (w.w1 * w.w2 * w.w3 < -1) {
            w = any_start_of_the_right_sign(engine, 2);
        }
        const auto right = step(w, samples[0], 0.05);
        const auto stale = stale_step(w, samples[0], 0.05);
        BOOST_TEST(std::abs(right.w1) >= std::abs(w.w1));
        BOOST_TEST(std::abs(stale.w1) >= std::abs(right.w1));
        BOOST_TEST(std::abs(stale.w2) >= std::abs(right.w2));
        larger += std::abs(stale.w1) > std::abs(right.w1) ? 1 : 0;
    }
    BOOST_TEST(larger > 990);
}

BOOST_AUTO_TEST_CASE(from_a_negative_product_the_stale_step_is_never_behind)
{
    boost::random::mt19937_64 engine(408);
    for (int round = 0; round < 1000; ++round) {
        const auto w = any_start_of_the_right_sign(engine, 0.5);
        const int lead = epochs_taken(w, step<double>) -
                         epochs_taken(w, stale_step<double>);
        BOOST_TEST(lead >= 0);
        BOOST_TEST(lead <= 3);
    }
}

BOOST_AUTO_TEST_CASE(both_samples_have_the_same_gradient)
{
    const weights<rational> w{{1, 2}, {-1, 3}, {3, 4}};
    const auto a = walk_back(w, sample<rational>{1, -1});
    const auto b = walk_back(w, sample<rational>{-1, 1});
    BOOST_TEST(a.dw1 == b.dw1);
    BOOST_TEST(a.dw2 == b.dw2);
    BOOST_TEST(a.dw3 == b.dw3);
}

BOOST_AUTO_TEST_CASE(two_thirds_is_the_limit_of_the_rate)
{
    const auto last = [](double rate) {
        return std::abs(products(step<double>, rate, 3000).at(3000) + 1);
    };
    BOOST_TEST(last(0.66) < 1e-6);
    BOOST_TEST(last(0.67) > 0.01);
    BOOST_TEST(!products(step<double>, 0.005, 1000)
                    .first_within(-1, 0.01)
                    .has_value());
}

BOOST_AUTO_TEST_CASE(at_one_and_a_half_the_product_ends_as_nan)
{
    BOOST_TEST(std::isnan(products(step<double>, 1.5, 160).at(160)));
}

BOOST_AUTO_TEST_CASE(near_the_goal_a_step_multiplies_the_error)
{
    const rational tiny(1, 1000000000);
    const rational kappa = rational(1, 4) + 4 + 1;
    const rational rate(1, 10);
    const weights<rational> w{2 + tiny, {1, 2}, -1};
    const auto error = [](const weights<rational>& at) {
        return at.w1 * at.w2 * at.w3 + 1;
    };
    const rational factor =
        error(step(w, sample<rational>{1, -1}, rate)) / error(w);
    const rational off = factor - (1 - rate * kappa);
    BOOST_TEST((off < 100 * tiny && -off < 100 * tiny));
}

BOOST_AUTO_TEST_CASE(the_article_ends_where_kappa_is_nearly_least)
{
    weights<double> w{0.2333, -0.233, -0.52133};
    for (int epoch = 0; epoch < 1000; ++epoch) {
        w = step(step(w, samples[0], 0.05), samples[1], 0.05);
    }
    // Where the product is -1, the sum is 3 at the least: all sizes 1.
    const double kappa =
        1 / (w.w1 * w.w1) + 1 / (w.w2 * w.w2) + 1 / (w.w3 * w.w3);
    BOOST_TEST(kappa >= 3);
    BOOST_TEST(kappa < 3.02);
}

BOOST_AUTO_TEST_CASE(at_two_thirds_a_run_settles_and_hardly_moves)
{
    const auto next = [](const auto& w) {
        using T = std::decay_t<decltype(w.w1)>;
        return step(w, sample<T>{1, -1}, T(2) / T(3));
    };
    // -eps - 6 eps^2 - 20/3 eps^3 and no more than terms with eps^4.
    const rational eps(1, 1000);
    const auto w = next(weights<rational>{1 + eps, 1 + eps, -1 - eps});
    const rational rest =
        w.w1 - 1 + eps + 6 * eps * eps + rational(20, 3) * eps * eps * eps;
    BOOST_TEST((rest < 10 * eps * eps * eps * eps));
    BOOST_TEST((-10 * eps * eps * eps * eps < rest));

    weights<double> run{1.01, 1.01, -1.01};
    for (int k = 1; k <= 10000000; ++k) {
        run = next(run);
        if (k == 1000) {
            BOOST_TEST(std::abs(std::abs(run.w1 - 1) - 0.0038) < 5e-5);
        }
    }
    BOOST_TEST(std::abs(std::abs(run.w1 - 1) - 0.00004) < 5e-6);
}

BOOST_AUTO_TEST_CASE(a_sample_at_its_target_moves_nothing)
{
    const weights<rational> w{2, 3, 5};
    const sample<rational> met{1, 30};
    BOOST_TEST((step(w, met, rational(1)) == w));
    BOOST_TEST((stale_step(w, met, rational(1)) == w));
}

BOOST_AUTO_TEST_SUITE_END()
