#include "cached_backprop.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "02_three_layers/three_layers.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chainrule/numbers/traced.hpp"

using namespace chainrule;
using namespace chainrule::cached_backprop;

namespace {

template <field T>
struct chain {
    std::vector<T> w;
    T x, t;
    std::vector<T> a;

    std::vector<T> slow() const
    {
        std::vector<T> dw;
        one_at_a_time(w, a, t, dw);
        return dw;
    }
    std::vector<T> fast() const
    {
        std::vector<T> dw;
        walk_back(w, a, t, dw);
        return dw;
    }
};

template <field T>
chain<T> run_forward(std::vector<T> w, const T& x, const T& t)
{
    chain<T> c{std::move(w), x, t, {}};
    forward(c.w, x, c.a);
    return c;
}

chain<residue> random_chain(std::size_t n, boost::random::mt19937_64& engine)
{
    std::vector<residue> w(n);
    for (residue& weight : w) {
        weight = random_residue(engine);
    }
    const residue x = random_residue(engine);
    return run_forward(w, x, random_residue(engine));
}

// The derivative by one weight without any backward pass.
residue slope_by(std::size_t i, const chain<residue>& c)
{
    using number = dual<residue>;
    std::vector<number> w;
    for (std::size_t k = 0; k < c.w.size(); ++k) {
        w.push_back(number(c.w[k], residue(k == i ? 1 : 0)));
    }
    std::vector<number> a;
    forward(w, number(c.x, residue(0)), a);
    const number d = a.back() - number(c.t, residue(0));
    return (number(1) / number(2) * d * d).slope;
}

template <typename Gradient>
operations cost(Gradient gradient, std::size_t n)
{
    using number = counted<double>;
    const auto c =
        run_forward(std::vector<number>(n, 1.0), number(1.0), number(0.0));
    std::vector<number> dw(n, 0.0);
    return count([&] { gradient(c.w, c.a, c.t, dw); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cached_backprop_suite)

BOOST_AUTO_TEST_CASE(four_layers_of_primes_by_hand)
{
    // w = 2, 3, 5, 7 and x = 11 give e = 2310; the target makes d = 13.
    const auto c = run_forward<rational>({2, 3, 5, 7}, 11, 2297);
    const std::vector<rational> expected{13 * 7 * 5 * 3 * 11, 13 * 7 * 5 * 22,
                                         13 * 7 * 66, 13 * 330};
    BOOST_TEST((c.fast() == expected));
    BOOST_TEST((c.slow() == expected));
}

BOOST_AUTO_TEST_CASE(forward_remembers_the_input_and_every_output)
{
    const auto c = run_forward<rational>({2, 3, 5}, 7, 0);
    const std::vector<rational> expected{7, 14, 42, 210};
    BOOST_TEST((c.a == expected));
}

BOOST_AUTO_TEST_CASE(equal_to_chapter_02_at_three_layers)
{
    boost::random::mt19937_64 engine(303);
    for (int probe = 0; probe < 20; ++probe) {
        const auto c = random_chain(3, engine);
        const three_layers::weights<residue> w{c.w[0], c.w[1], c.w[2]};
        const auto g = three_layers::derivatives(
            w, three_layers::forward(w, c.x), c.x, c.t);
        const std::vector<residue> by_hand{g.dw1, g.dw2, g.dw3};
        BOOST_TEST((c.fast() == by_hand));
        BOOST_TEST((c.slow() == by_hand));
    }
}

BOOST_AUTO_TEST_CASE(both_ways_agree_at_every_depth_to_200)
{
    boost::random::mt19937_64 engine(304);
    for (std::size_t n = 1; n <= 200; ++n) {
        const auto c = random_chain(n, engine);
        BOOST_TEST((c.fast() == c.slow()), "depth " << n);
    }
}

BOOST_AUTO_TEST_CASE(equal_to_dual_numbers_at_every_depth_to_12)
{
    boost::random::mt19937_64 engine(305);
    for (std::size_t n = 1; n <= 12; ++n) {
        const auto c = random_chain(n, engine);
        const auto dw = c.fast();
        for (std::size_t i = 0; i < n; ++i) {
            BOOST_TEST(dw[i] == slope_by(i, c));
        }
    }
}

BOOST_AUTO_TEST_CASE(both_ways_write_the_same_formulas)
{
    const std::vector<traced> w{traced("w1"), traced("w2"), traced("w3"),
                                traced("w4")};
    const std::vector<traced> a{traced("x"), traced("a1"), traced("a2"),
                                traced("a3"), traced("e")};
    const chain<traced> c{w, traced("x"), traced("t"), a};
    BOOST_TEST((c.fast() == c.slow()));
    BOOST_TEST(c.fast()[0].formula() == "(e - t) * w4 * w3 * w2 * x");
}

BOOST_AUTO_TEST_CASE(one_at_a_time_costs_half_n_times_n_plus_1)
{
    for (long long n = 1; n <= 1000; ++n) {
        const auto c =
            cost(one_at_a_time<counted<double>>, static_cast<std::size_t>(n));
        BOOST_TEST_REQUIRE(c.multiplications == n * (n + 1) / 2);
    }
}

BOOST_AUTO_TEST_CASE(walking_back_costs_2n_minus_1)
{
    for (long long n = 1; n <= 1000; ++n) {
        const auto c =
            cost(walk_back<counted<double>>, static_cast<std::size_t>(n));
        BOOST_TEST_REQUIRE(c.multiplications == 2 * n - 1);
        BOOST_TEST_REQUIRE(c.additions == 1);
    }
}

BOOST_AUTO_TEST_CASE(the_article_saves_one_multiplication)
{
    BOOST_TEST(cost(one_at_a_time<counted<double>>, 3).multiplications == 6);
    BOOST_TEST(cost(walk_back<counted<double>>, 3).multiplications == 5);
}

// Each small network is run forward on dual numbers, once for each weight.
BOOST_AUTO_TEST_CASE(a_square_and_a_fork_are_equal_to_dual_numbers)
{
    using number = dual<residue>;
    boost::random::mt19937_64 engine(306);
    const auto any = [&] { return random_residue(engine); };
    for (int probe = 0; probe < 20; ++probe) {
        const residue w1 = any(), w2 = any(), w3 = any(), x = any(),
                      t = any();
        const auto half_square = [&](const number& e) {
            const number d = e - number(t, 0);
            return (number(1) / number(2) * d * d).slope;
        };
        const auto bent = slopes_through_a_square(w1, w2, x, t);
        const auto fork = slopes_of_a_fork(w1, w2, w3, x, t);
        for (std::size_t i = 0; i < 3; ++i) {
            const number v1(w1, i == 0 ? 1 : 0), v2(w2, i == 1 ? 1 : 0),
                v3(w3, i == 2 ? 1 : 0);
            const number y = v1 * number(x, 0);
            if (i < 2) {
                BOOST_TEST(bent[i] == half_square(v2 * (y * y)));
            }
            BOOST_TEST(fork[i] == half_square(v2 * y + v3 * y));
        }
    }
}

BOOST_AUTO_TEST_CASE(dual_numbers_cost_three_multiplications_a_layer_and_run)
{
    using number = dual<counted<double>>;
    for (std::size_t n = 1; n < 50; ++n) {
        const std::vector<number> w(n, number(1));
        std::vector<number> a;
        const auto cost = count([&] { forward(w, number(1), a); });
        BOOST_TEST(cost.multiplications == 3 * static_cast<long long>(n));
    }
}

// The values are made once. The slope of a layer's own product is its input,
// and only the layers above it have a slope to hand on.
BOOST_AUTO_TEST_CASE(
    dual_numbers_without_idle_products_cost_as_much_as_one_at_a_time)
{
    using number = counted<rational>;
    const auto c = run_forward<number>({2, 3, 5, 7, 11, 13}, 17, 19);
    std::vector<number> dw(6, 0);
    const auto forward_mode = count([&] {
        for (std::size_t i = 0; i < 6; ++i) {
            number slope = c.a[i];
            for (std::size_t above = i + 1; above < 6; ++above) {
                slope = c.w[above] * slope;
            }
            dw[i] = (c.a[6] - c.t) * slope;
        }
    });
    BOOST_TEST(forward_mode.multiplications == 6 * 7 / 2);
    const auto slow = count([&] { BOOST_TEST((c.slow() == dw)); });
    BOOST_TEST(slow.multiplications == forward_mode.multiplications);
}

BOOST_AUTO_TEST_CASE(storage_of_an_earlier_call_does_not_matter)
{
    const auto c = run_forward<rational>({2, 3}, 5, 1);
    std::vector<rational> used{9, 9, 9, 9};
    walk_back<rational>(c.w, c.a, c.t, used);
    BOOST_TEST((used == c.fast()));
    used = {9};
    one_at_a_time<rational>(c.w, c.a, c.t, used);
    BOOST_TEST((used == c.fast()));
}

BOOST_AUTO_TEST_CASE(no_layers_have_no_derivatives)
{
    const auto c = run_forward<rational>({}, 5, 1);
    BOOST_TEST(c.fast().empty());
    BOOST_TEST(c.slow().empty());
}

BOOST_AUTO_TEST_CASE(backward_without_forward_is_refused_with_both_sizes)
{
    const chain<double> c{{1, 2, 3}, 1, 0, {1, 1}};
    const auto told = [](const std::invalid_argument& error) {
        return std::string(error.what()) ==
               "backward: 3 weights need 4 remembered values, but there "
               "are 2; call forward first";
    };
    BOOST_CHECK_EXCEPTION(c.fast(), std::invalid_argument, told);
    BOOST_CHECK_EXCEPTION(c.slow(), std::invalid_argument, told);
    const chain<double> one_short{{1, 2, 3}, 1, 0, {1, 1, 2}};
    BOOST_CHECK_THROW(one_short.fast(), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
