#include "three_layers.hpp"

#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chainrule/numbers/traced.hpp"

using namespace chainrule;
using namespace chainrule::three_layers;

namespace {

template <field T>
gradient<T> gradient_at(const weights<T>& w, const T& x, const T& t)
{
    return derivatives(w, forward(w, x), x, t);
}

// The loss written as one expression: nothing of the chapter's passes.
template <field T>
T expanded_loss(const weights<T>& w, const T& x, const T& t)
{
    const T d = w.w3 * w.w2 * w.w1 * x - t;
    return T(1) / T(2) * d * d;
}

template <field T>
gradient<T> truth(const weights<T>& w, const T& x, const T& t)
{
    using number = dual<T>;
    const auto slope = [&](int i) {
        const weights<number> moving{
            {w.w1, T(i == 1)}, {w.w2, T(i == 2)}, {w.w3, T(i == 3)}};
        return expanded_loss(moving, number(x, T(0)), number(t, T(0))).slope;
    };
    return {slope(1), slope(2), slope(3)};
}

struct sample {
    weights<rational> w;
    rational x, t;
};

const std::vector<sample> samples{
    {{{1, 2}, {-1, 3}, {3, 4}}, 2, 1},
    {{{7, 5}, {-2, 9}, {11, 3}}, {-13, 17}, {19, 23}},
    {{rational(0), {5, 3}, {-7, 2}}, 3, -1},
    {{rational::parse("0.2333"), rational::parse("-0.233"),
      rational::parse("-0.52133")},
     1,
     -1}};

rational moved_loss(sample s, rational weights<rational>::*weight,
                    const rational& h)
{
    s.w.*weight += h;
    return loss(forward(s.w, s.x).e, s.t);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(three_layers_suite)

BOOST_AUTO_TEST_CASE(one_sample_by_hand_in_fractions)
{
    const weights<rational> w{{1, 2}, {-1, 3}, {3, 4}};
    const auto out = forward<rational>(w, 2);
    BOOST_TEST(out.y == rational(1));
    BOOST_TEST(out.z == rational(-1, 3));
    BOOST_TEST(out.e == rational(-1, 4));
    BOOST_TEST(loss<rational>(out.e, 1) == rational(25, 32));
    const auto g = derivatives<rational>(w, out, 2, 1);
    BOOST_TEST(g.dw3 == rational(5, 12));
    BOOST_TEST(g.dw2 == rational(-15, 16));
    BOOST_TEST(g.dw1 == rational(5, 8));
}

BOOST_AUTO_TEST_CASE(loss_is_zero_only_at_the_target)
{
    BOOST_TEST(loss<rational>(3, 3) == rational(0));
    BOOST_TEST(loss<rational>(5, 3) == rational(2));
    BOOST_TEST(loss<rational>(1, 3) == rational(2));
}

BOOST_AUTO_TEST_CASE(substitution_gives_the_formulas_of_the_article)
{
    const weights<traced> w{traced("w1"), traced("w2"), traced("w3")};
    const auto g = gradient_at(w, traced("x"), traced("t"));
    BOOST_TEST(g.dw3.formula() ==
               "(w3 * (w2 * (w1 * x)) - t) * (w2 * (w1 * x))");
    BOOST_TEST(g.dw2.formula() ==
               "(w3 * (w2 * (w1 * x)) - t) * w3 * (w1 * x)");
    BOOST_TEST(g.dw1.formula() == "(w3 * (w2 * (w1 * x)) - t) * w3 * w2 * x");
}

BOOST_AUTO_TEST_CASE(a_probe_of_primes_shows_every_factor)
{
    const weights<long long> w{3, 5, 7};
    const long long t = 3 * 5 * 7 * 11 - 13;
    const auto g = gradient_at(w, 11LL, t);
    BOOST_TEST(g.dw3 == 13 * 3 * 5 * 11);
    BOOST_TEST(g.dw2 == 13 * 7 * 3 * 11);
    BOOST_TEST(g.dw1 == 13 * 7 * 5 * 11);
}

BOOST_AUTO_TEST_CASE(equal_to_dual_numbers_at_a_random_point)
{
    boost::random::mt19937_64 engine(202);
    for (int probe = 0; probe < 20; ++probe) {
        const auto any = [&] { return random_residue(engine); };
        const weights<residue> w{any(), any(), any()};
        const residue x = any();
        const residue t = any();
        BOOST_TEST((gradient_at(w, x, t) == truth(w, x, t)));
    }
}

BOOST_AUTO_TEST_CASE(equal_to_dual_numbers_in_fractions)
{
    for (const sample& s : samples) {
        BOOST_TEST((gradient_at(s.w, s.x, s.t) == truth(s.w, s.x, s.t)));
    }
}

BOOST_AUTO_TEST_CASE(central_difference_is_exact_at_every_step_size)
{
    for (const sample& s : samples) {
        const auto g = gradient_at(s.w, s.x, s.t);
        for (const rational& h : {rational(1000), rational(1), {1, 10000}}) {
            const auto difference = [&](rational weights<rational>::*w) {
                return (moved_loss(s, w, h) - moved_loss(s, w, -h)) / (2 * h);
            };
            BOOST_TEST(difference(&weights<rational>::w1) == g.dw1);
            BOOST_TEST(difference(&weights<rational>::w2) == g.dw2);
            BOOST_TEST(difference(&weights<rational>::w3) == g.dw3);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_printed_plus_is_no_derivative_and_grows)
{
    const sample& s = samples[0];
    const auto plus = [&](const rational& h) {
        const auto w = &weights<rational>::w1;
        return (moved_loss(s, w, h) + moved_loss(s, w, -h)) / (2 * h);
    };
    BOOST_TEST(plus({1, 100}) != gradient_at(s.w, s.x, s.t).dw1);
    BOOST_TEST(plus({1, 10000}) > rational(99) * plus({1, 100}));
}

BOOST_AUTO_TEST_CASE(
    a_missing_input_is_invisible_at_one_and_turns_the_sign_at_minus_one)
{
    const weights<rational> w{{1, 2}, {-1, 3}, {3, 4}};
    const auto without_x = [&](const rational& x, const rational& t) {
        return (forward(w, x).e - t) * w.w3 * w.w2;
    };
    BOOST_TEST(without_x(1, -1) == gradient_at<rational>(w, 1, -1).dw1);
    BOOST_TEST(without_x(-1, 1) == -gradient_at<rational>(w, -1, 1).dw1);
    BOOST_TEST(without_x(-1, 1) != rational(0));
}

// The line is (w3 w2 w1 x - t) w3 w2.
BOOST_AUTO_TEST_CASE(the_articles_mislabelled_line_is_not_dw3)
{
    const weights<long long> w{3, 5, 7};
    const long long t = 3 * 5 * 7 * 11 - 13;
    const auto g = gradient_at(w, 11LL, t);
    const long long line = (7 * 5 * 3 * 11 - t) * 7 * 5;
    BOOST_TEST(line % 7 == 0);
    BOOST_TEST(g.dw1 == line * 11);
    BOOST_TEST(g.dw3 % 7 != 0);
}

BOOST_AUTO_TEST_CASE(each_derivative_times_its_weight_is_the_same)
{
    for (const sample& s : samples) {
        const auto g = gradient_at(s.w, s.x, s.t);
        const rational e = forward(s.w, s.x).e;
        const rational product = (e - s.t) * e;
        BOOST_TEST(g.dw1 * s.w.w1 == product);
        BOOST_TEST(g.dw2 * s.w.w2 == product);
        BOOST_TEST(g.dw3 * s.w.w3 == product);
    }
}

BOOST_AUTO_TEST_CASE(three_products_cost_six_multiplications)
{
    using number = counted<rational>;
    const weights<number> w{number(3), number(5), number(7)};
    const auto out = forward(w, number(11));
    const operations cost =
        count([&] { derivatives(w, out, number(11), number(13)); });
    BOOST_TEST(cost.multiplications == 6);
    BOOST_TEST(cost.additions == 1);
    BOOST_TEST(cost.divisions == 0);
}

BOOST_AUTO_TEST_CASE(a_weight_of_zero_leaves_only_its_own_derivative)
{
    const auto g = gradient_at<rational>({2, 0, 3}, 5, 1);
    BOOST_TEST(g.dw1 == rational(0));
    BOOST_TEST(g.dw2 == rational(-1 * 3 * 2 * 5));
    BOOST_TEST(g.dw3 == rational(0));
}

BOOST_AUTO_TEST_SUITE_END()
