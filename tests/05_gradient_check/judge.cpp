#include "table.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>

#include "chainrule/check/gradient_check.hpp"
#include "judge/expect.hpp"
#include "judge/truth.hpp"
#include "mistakes.hpp"

namespace chainrule::exercises {
namespace {

using judge::digits;
using judge::list;
using judge::observation;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

// ------------------------------------------------------------------ truth

// One formula for the mixture, over a common denominator.
rational true_four_point(const curve& f, const rational& x, const rational& h)
{
    return (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) /
           (12 * h);
}

bool true_agree(const values& a, const values& b, const double& tolerance)
{
    bool all = a.size() == b.size();
    for (std::size_t i = 0; all && i < a.size(); ++i) {
        const bool numbers = std::isfinite(a[i]) && std::isfinite(b[i]);
        const double error =
            a[i] == b[i] ? 0
                         : std::abs(a[i] - b[i]) /
                               std::max(std::abs(a[i]), std::abs(b[i]));
        all = numbers && error <= tolerance;
    }
    return all;
}

// The checker of the library, which chooses its own step and tolerance.
bool true_right(const landscape& f, const values& at, const values& gradient)
{
    const auto report = check_gradient(
        [&](std::span<const double> p) {
            return f(values(p.begin(), p.end()));
        },
        at, gradient);
    return std::all_of(report.parameters.begin(), report.parameters.end(),
                       [](const auto& p) { return p.found == verdict::ok; });
}

// ----------------------------------------------------------- observations

// A polynomial of degree 5, which no mixture of four points gets right.
observation four_point(const table& table, const values& c, double x,
                       double h)
{
    const auto exact = [](double whole) {
        return rational(static_cast<long long>(whole));
    };
    const curve f = [&](const rational& at) {
        rational sum = 0;
        for (const double coefficient : c) {
            sum = sum * at + exact(coefficient);
        }
        return sum;
    };
    observation o;
    o.probe = "f a polynomial with the coefficients " + list(c) +
              ", x = " + digits(x) + ", h = " + digits(h);
    o.add("slope", table.four_point(f, exact(x), exact(h)).to_double());
    return o;
}

observation observe_four_point(const table& table, judge::random& engine)
{
    const values c = judge::wholes(engine, 6);
    return four_point(table, c, judge::whole(engine),
                      judge::whole(engine, 1, 3));
}

struct comparison {
    values a, b;
};

// Each is decided by another sentence of the exercise. The tolerance is 1/4.
std::vector<comparison> comparisons()
{
    return {{{3, -5}, {3, -5}},
            {{400}, {401}},
            {{0.001}, {0.002}},
            {{3}, {-3}},
            {{1, 2}, {1, 2, 3}},
            {{1, 2, 3}, {1, 2}},
            {{nan}, {1}},
            {{nan}, {nan}},
            {{0}, {0}},
            {{0}, {1}},
            {{infinite}, {1}},
            {{infinite}, {infinite}},
            {{1, 1, 1, 2}, {1, 1, 1, 1}},
            {{4}, {3}},
            {{3}, {4}},
            {{9}, {7}},
            {{2, 1}, {1, 1}},
            {{}, {}}};
}

void add_comparison(observation& o, const table& table, const comparison& c)
{
    o.add("whether " + list(c.a) + " and " + list(c.b) + " agree within 0.25",
          table.agree(c.a, c.b, 0.25));
}

observation agree(const table& table, const std::vector<comparison>& all)
{
    observation o;
    for (const comparison& c : all) {
        add_comparison(o, table, c);
    }
    return o;
}

observation observe_agree(const table& table, judge::random& engine)
{
    observation o = agree(table, comparisons());
    const double size = std::abs(judge::whole(engine)) * 1024;
    add_comparison(o, table, {{size, 2 * size}, {size, -2 * size}});
    add_comparison(o, table, {{size, 2 * size}, {size, 2 * size + 1}});
    return o;
}

// A function with its gradient, taken by dual numbers.
struct known {
    std::string name;
    landscape f;
    values at, gradient;
};

template <class F>
known make_known(const std::string& name, F f, const values& at)
{
    return {name, [f](const values& p) { return f(p); }, at,
            judge::slopes_by_dual(f, at)};
}

std::vector<known> functions(judge::random& engine)
{
    const values v = judge::wholes(engine, 3);
    const values at{v[0] / 5, v[1] / 5, v[2] / 5};
    const auto curved = [](const auto& p) {
        using std::exp;
        using std::tanh;
        return exp(p[0] / 3) + p[1] * p[2] + 3 * tanh(p[2] / 2) + p[1] * 2;
    };
    const auto scaled = [curved](double size) {
        return [curved, size](const auto& p) { return size * curved(p); };
    };
    const auto plane = [](const auto& p) {
        return 2 * p[0] - 3 * p[1] + 5 * p[2];
    };
    const auto of_one = [](const auto& p) {
        using std::exp;
        return exp(p[0] / 2);
    };
    return {make_known("a plane", plane, at),
            make_known("a function of one number", of_one, {at[0]}),
            make_known("a curved function", scaled(1), at),
            make_known("a very small function", scaled(1e-9), at),
            make_known("a very large function", scaled(1e9), at)};
}

void add_check(observation& o, const table& table, const known& k,
               const std::string& what, const values& gradient)
{
    o.add("whether " + what + " of " + k.name + " passes",
          table.right(k.f, k.at, gradient));
}

observation observe_right(const table& table, judge::random& engine)
{
    observation o;
    for (const known& k : functions(engine)) {
        values g = k.gradient;
        o.probe = "the point " + list(k.at);
        add_check(o, table, k, "the right gradient", g);
        if (g.size() == 1) {
            continue;
        }
        g[2] *= 1.01;
        add_check(o, table, k, "a last entry off by a hundredth", g);
        g = k.gradient;
        g[1] *= -1;
        add_check(o, table, k, "a second entry of the wrong sign", g);
        g = k.gradient;
        g[0] *= 2;
        add_check(o, table, k, "a doubled first entry", g);
        g[0] = nan;
        add_check(o, table, k, "a first entry that is no number", g);
        g = k.gradient;
        std::swap(g[0], g[1]);
        add_check(o, table, k, "the first two entries exchanged", g);
    }
    return o;
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), {true_four_point, true_agree, true_right},
        {{"5.1",
          "four_point_difference(f, x, h), with f of type "
          "std::function<T(const T&)>, x and h of type T; returns T",
          [](const table& t) { return t.four_point != nullptr; },
          observe_four_point},
         {"5.2",
          "gradients_agree(a, b, tolerance), with a and b of type "
          "std::vector<double>, tolerance of type double; returns bool",
          [](const table& t) { return t.agree != nullptr; }, observe_agree},
         {"5.3",
          "gradient_is_right(f, at, gradient), with f a std::function from "
          "std::vector<double> to double, at and gradient of type "
          "std::vector<double>; returns bool",
          [](const table& t) { return t.right != nullptr; }, observe_right}},
        mistakes());
    return c;
}

void expect_agree(const values& a, const values& b)
{
    judge::expect_the_truth(the_chapter(), agree,
                            std::vector<comparison>{{a, b}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_5_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), four_point, values{1, 0, 0, 0},
                            2.0, 1.0);
}

BOOST_AUTO_TEST_CASE(it_is_exact_up_to_the_fourth_power)
{
    judge::expect_the_truth(the_chapter(), four_point, values{3, 1, -2, 5, 7},
                            2.0, 3.0);
}

BOOST_AUTO_TEST_CASE(any_polynomial_will_do)
{
    judge::compare_on_probes(the_chapter(), "5.1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_5_2)

BOOST_AUTO_TEST_CASE(equal_gradients_agree)
{
    expect_agree({3, -5}, {3, -5});
    expect_agree({0}, {0});
}

BOOST_AUTO_TEST_CASE(large_numbers_may_be_further_apart)
{
    expect_agree({400}, {401});
    expect_agree({0.001}, {0.002});
}

BOOST_AUTO_TEST_CASE(a_sign_matters)
{
    expect_agree({3}, {-3});
}

BOOST_AUTO_TEST_CASE(what_is_not_finite_agrees_with_nothing)
{
    expect_agree({nan}, {nan});
    expect_agree({infinite}, {1});
    expect_agree({infinite}, {infinite});
}

BOOST_AUTO_TEST_CASE(every_pair_counts)
{
    expect_agree({1, 1, 1, 2}, {1, 1, 1, 1});
}

BOOST_AUTO_TEST_CASE(every_sentence_of_the_exercise_holds)
{
    judge::compare_on_probes(the_chapter(), "5.2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_5_3)

BOOST_AUTO_TEST_CASE(right_gradients_pass_and_wrong_ones_do_not)
{
    judge::compare_on_probes(the_chapter(), "5.3");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
