// How the answers to chapter 05 are asked, and what is looked at.
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using values = std::vector<double>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

// ## 5.1
void ask(observation& o, const values& coefficients, double x, double h)
{
    o.say("f", "a polynomial with the coefficients " + list(coefficients));
    o.give("x", x, "h", h);
    const std::function<double(const double&)> f = [&](const double& at) {
        double sum = 0;
        for (const double c : coefficients) {
            sum = sum * at + c;
        }
        return sum;
    };
    o.see("slope", four_point_difference(f, x, h));
}

void the_example_comes_out(observation& o)
{
    ask(o, {1, 0, 0, 0}, 2, 1);
}

void it_is_exact_up_to_the_fourth_power(observation& o)
{
    ask(o, {3, 1, -2, 5, 7}, 2, 3);
}

// Of degree 5, which no mixture of four points gets right.
void any_polynomial_will_do(observation& o, draws& any)
{
    const values coefficients = any.wholes(6);
    ask(o, coefficients, any.whole(), any.whole(1, 3));
}

void nothing_has_to_be_whole(observation& o)
{
    ask(o, {0.75, -1.5, 1000000.125, 0.25}, -0.75, 0.125);
    ask(o, {0.7, -1.1, 0.3, 2.6}, 1.9, 0.2);
}

// ## 5.2
void ask(observation& o, const values& a, const values& b,
         double tolerance = 0.25)
{
    o.give("a", a, "b", b, "tolerance", tolerance);
    o.see("whether they agree", gradients_agree(a, b, tolerance));
}

// There is no example in the exercise; these are the plainest.
void equal_gradients_agree(observation& o)
{
    ask(o, {3, -5}, {3, -5});
    ask(o, {0}, {0});
}

void large_numbers_may_be_further_apart(observation& o)
{
    ask(o, {400}, {401});
    ask(o, {0.001}, {0.002});
    ask(o, {1e308}, {1.5e308}, 10);
}

void a_sign_matters(observation& o)
{
    ask(o, {3}, {-3});
}

void what_is_not_finite_agrees_with_nothing(observation& o)
{
    for (const double bad : {nan, infinite, -infinite}) {
        for (const double good : {1.0, 0.0}) {
            ask(o, {bad}, {good});
            ask(o, {good}, {bad});
        }
        ask(o, {bad}, {bad});
    }
}

void every_pair_counts(observation& o)
{
    ask(o, {1, 1, 1, 2}, {1, 1, 1, 1});
    ask(o, {1000, 1}, {1000, 2});
}

void numbers_are_not_rounded(observation& o)
{
    ask(o, {0.75}, {0.5});
    ask(o, {1.5}, {1.75});
    ask(o, {1}, {1 + 0x1p-30}, 0x1p-32);
    ask(o, {4}, {3 - 0x1p-30});
    ask(o, {0x1p-40}, {0x1p-41});
    // The distance is a quarter of the larger, which no float holds.
    const double larger = 1 + 0x1p-30;
    ask(o, {larger}, {0.75 * larger});
    ask(o, {0.75 * larger}, {larger});
}

// Each is decided by another sentence of the exercise, in both orders.
void every_sentence_of_the_exercise_holds(observation& o, draws& any)
{
    const double size = std::abs(any.whole()) * 1024;
    for (const auto& [a, b] : std::vector<std::pair<values, values>>{
             {{3, -5}, {3, -5}},
             {{400}, {401}},
             {{0.001}, {0.002}},
             {{3}, {-3}},
             {{1, 2}, {1, 2, 3}},
             {{nan}, {1}},
             {{nan}, {nan}},
             {{0}, {0}},
             {{0}, {1}},
             {{infinite}, {1}},
             {{infinite}, {infinite}},
             {{1, 1, 1, 2}, {1, 1, 1, 1}},
             {{size, 1}, {size, 2}},
             {{4}, {3}},
             {{-4}, {-3}},
             {{9}, {7}},
             {{3}, {2}},
             {{2, 1}, {1, 1}},
             {{}, {}},
             {{size, 2 * size}, {size, -2 * size}},
             {{size, 2 * size}, {size, 2 * size + 1}}}) {
        ask(o, a, b);
        ask(o, b, a);
    }
    ask(o, {size}, {size}, 0);
    ask(o, {size}, {size + 1}, 0);
}

// ## 5.3
using landscape = std::function<double(const values&)>;

// A function with its gradient at a point.
struct known {
    std::string name;
    landscape f;
    values at, gradient;
};

void ask(observation& o, const known& k, const std::string& what,
         const values& gradient)
{
    o.say("f", k.name);
    if (k.at.size() < 9) {
        o.give("at", k.at, "gradient", gradient);
    }
    o.see("whether " + what + " passes",
          gradient_is_right(k.f, k.at, gradient));
}

void a_square_has_the_slope_6_at_3(observation& o)
{
    const known k{
        "w w", [](const values& w) { return w[0] * w[0]; }, {3}, {}};
    ask(o, k, "the right gradient", {6});
    ask(o, k, "an entry off by a hundredth", {6.06});
    ask(o, k, "an entry of the wrong sign", {-6});
    ask(o, k, "an entry that is no number", {nan});
    ask(o, k, "an infinite entry", {infinite});
}

known plane(const values& at)
{
    return {"a plane",
            [](const values& p) { return 2 * p[0] - 3 * p[1] + 5 * p[2]; },
            at,
            {2, -3, 5}};
}

// So high that its value is no measure of its slopes.
known high_plane(const values& at)
{
    return {"a plane far above zero",
            [](const values& p) {
                return 30000 + 5 * p[0] - 3 * p[1] + 2 * p[2];
            },
            at,
            {5, -3, 2}};
}

known curved(const std::string& name, const values& at, double size)
{
    const double t = std::tanh(at[2] / 2);
    return {name,
            [size](const values& p) {
                return size * (std::exp(p[0] / 3) + p[1] * p[2] +
                               3 * std::tanh(p[2] / 2) + 2 * p[1]);
            },
            at,
            {size * std::exp(at[0] / 3) / 3, size * (at[2] + 2),
             size * (at[1] + 1.5 * (1 - t * t))}};
}

// Small where it is looked at, so that there is little round-off.
known steep(const values& at)
{
    return {"a function that is steep in its first number",
            [at](const values& p) {
                return 1e9 * (p[0] - at[0]) + p[1] + std::exp(p[2] / 2);
            },
            at,
            {1e9, 1, std::exp(at[2] / 2) / 2}};
}

// The right gradient, and wrong ones. The last two are right along one
// direction each, as are those that are exchanged.
void ask_of_three(observation& o, const known& k)
{
    const auto with = [&](const std::string& what, double a, double b,
                          double c) {
        ask(o, k, what, {a, b, c});
    };
    const double a = k.gradient[0];
    const double b = k.gradient[1];
    const double c = k.gradient[2];
    with("the right gradient", a, b, c);
    with("a last entry off by a hundredth", a, b, 1.01 * c);
    with("a second entry of the wrong sign", a, -b, c);
    with("a doubled first entry", 2 * a, b, c);
    with("a first entry that is no number", nan, b, c);
    with("a last entry that is no number", a, b, nan);
    with("an infinite second entry", a, infinite, c);
    with("a gradient with its first two entries exchanged", b, a, c);
    with("a gradient that was turned", a + b / 2, b - a / 2, c);
    with("a gradient that is right along one line", a + a / 2,
         b - a / 2 * k.at[0] / k.at[1], c);
}

void right_gradients_pass_and_wrong_ones_do_not(observation& o, draws& any)
{
    const values v = any.wholes(3);
    const values at{v[0] / 5, v[1] / 5, v[2] / 5};
    const known of_one{"a function of one number",
                       [](const values& p) { return std::exp(p[0] / 2); },
                       {at[0]},
                       {}};
    ask(o, of_one, "the right gradient", {std::exp(at[0] / 2) / 2});
    for (const known& k :
         {plane(at), high_plane(at), curved("a curved function", at, 1),
          curved("a very small function", at, 1e-60),
          curved("a very large function", at, 1e60), steep(at)}) {
        ask_of_three(o, k);
    }
}

void one_entry_of_300_counts(observation& o)
{
    known k{"a function of 300 numbers",
            [](const values& p) {
                double sum = 0;
                for (const double each : p) {
                    sum += each * each / 2 + each;
                }
                return sum;
            },
            {},
            {}};
    for (int i = 0; i < 300; ++i) {
        k.at.push_back(0.5 + i % 7 * 0.25);
        k.gradient.push_back(k.at.back() + 1);
    }
    ask(o, k, "the right gradient", k.gradient);
    k.gradient[299] *= 1.01;
    ask(o, k, "a last entry off by a hundredth", k.gradient);
}
