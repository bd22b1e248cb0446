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
using landscape = std::function<double(const values&)>;

// ## 5.1
void ask(observation& o, const values& coefficients, double x, double h)
{
    o.say("f", "a polynomial with the coefficients " + list(coefficients));
    o.give("x", x, "h", h);
    const std::function<double(const double&)> f = [&](const double& at) {
        o.called("f", at);
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
    ask(o, {1, 0, 0, 0}, 2, 3);
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
void ask(observation& o, const landscape& f, const values& at,
         const values& gradient)
{
    if (at.size() < 20) {
        o.give("at", at, "gradient", gradient);
    }
    std::size_t calls = 0;
    const landscape counted = [&](const values& p) {
        ++calls;
        return f(p);
    };
    o.see("number of the entry", wrong_entry(counted, at, gradient));
    std::size_t enough = 4;
    for (std::size_t n = 1; n < at.size(); n *= 2) {
        enough += 2;
    }
    o.claim("whether 2 k + 4 calls are enough", calls <= enough);
}

void the_example_comes_out(observation& o)
{
    const landscape f = [](const values& w) {
        return 3 * w[0] + w[1] * w[1] - 5 * w[2];
    };
    o.say("f", "3 w1 + w2 w2 - 5 w3");
    ask(o, f, {2, 4, 7}, {3, 6, -5});
    ask(o, f, {2, 4, 7}, {3, 8, -5});
}

// A sum of exponentials, each of one parameter. First its gradient is right;
// then the entries of `wrong` are off, one at a time.
void ask_of_sum(observation& o, const values& factors, const values& at,
                const std::vector<std::size_t>& wrong, double off)
{
    o.say("f", "a sum of exponentials");
    const landscape f = [&](const values& p) {
        double sum = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            sum += 4 * factors[i] * std::exp(p[i] / 4);
        }
        return sum;
    };
    values slopes;
    for (std::size_t i = 0; i < at.size(); ++i) {
        slopes.push_back(factors[i] * std::exp(at[i] / 4));
    }
    ask(o, f, at, slopes);
    for (const std::size_t i : wrong) {
        values gradient = slopes;
        gradient[i] += off;
        ask(o, f, at, gradient);
    }
}

void there_may_be_one_parameter_or_none(observation& o)
{
    ask_of_sum(o, {}, {}, {}, 0);
    ask_of_sum(o, {1.5}, {0.7}, {0}, 0.01);
    ask_of_sum(o, {-1.5}, {0.7}, {0}, -3);
}

void an_entry_may_be_off_by_a_hundredth_only(observation& o)
{
    ask_of_sum(o, {1.5, 2}, {0.7, 0.2}, {0, 1}, 0.01);
    ask_of_sum(o, {1.5, 2}, {0.7, 0.2}, {0, 1}, -0.01);
}

// The sum of all slopes is hundreds of thousands of times the difference. Added
// up in a float it loses 0.024, and half of it 0.009.
void one_entry_of_500_is_found(observation& o)
{
    ask_of_sum(o, values(500, 9.75006), values(500, 0), {250, 499}, 0.011);
}

// One slope is below zero, and no sum of some of them is near it. A draw asks
// for few entries, because the numbers that it gives take time to write.
void every_entry_may_be_wrong(observation& o, draws& any)
{
    const std::size_t n = any.size(5, 8);
    const values c = any.wholes(n);
    const values w = any.wholes(n);
    values factors, at;
    for (std::size_t i = 0; i < n; ++i) {
        factors.push_back(i == 0 ? -0.125 : std::abs(c[i]) / 4);
        at.push_back(w[i] / 4);
    }
    const std::size_t some = any.size(0, 9) % n;
    ask_of_sum(o, factors, at, {some, n - 1}, 0x1p-6);
    ask_of_sum(o, factors, at, {n - 1 - some}, -0x1p-6);
}

// ## 5.3
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
    const landscape f = [&](const values& p) {
        o.called("f", p);
        return k.f(p);
    };
    o.see("whether " + what + " passes",
          gradient_is_right(f, k.at, gradient));
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
    ask(o, k, "an entry that is zero", {0});
}

// A plane so high that its slopes are hardly a thousandth of its value.
known high_plane(const values& at)
{
    return {
        "a plane far above zero",
        [](const values& p) { return 1900 + 5 * p[0] - 3 * p[1] + 2 * p[2]; },
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

// The right gradient, one that is hardly wrong, and two of eight that are
// wrong in other ways, from the one of number `first`. The last two of these
// are right along one direction each, as are those that are exchanged.
void ask_of_three(observation& o, const known& k, std::size_t first)
{
    const double a = k.gradient[0];
    const double b = k.gradient[1];
    const double c = k.gradient[2];
    ask(o, k, "the right gradient", k.gradient);
    ask(o, k, "a last entry off by a hundredth", {a, b, 1.01 * c});
    const std::vector<std::pair<std::string, values>> others{
        {"a second entry of the wrong sign", {a, -b, c}},
        {"a doubled first entry", {2 * a, b, c}},
        {"a first entry that is no number", {nan, b, c}},
        {"a last entry that is no number", {a, b, nan}},
        {"an infinite second entry", {a, infinite, c}},
        {"a gradient with its first two entries exchanged", {b, a, c}},
        {"a gradient that was turned", {a + b / 2, b - a / 2, c}},
        {"a gradient that is right along one line",
         {a + a / 2, b - a / 2 * k.at[0] / k.at[1], c}}};
    for (const std::size_t i : {first, first + 1}) {
        const auto& [what, gradient] = others[i % others.size()];
        ask(o, k, what, gradient);
    }
}

// Four functions with two of the eight each: every one of these comes up.
void right_gradients_pass_and_wrong_ones_do_not(observation& o, draws& any)
{
    const values v = any.wholes(3);
    const values at{v[0] / 5, v[1] / 5, v[2] / 5};
    const known of_one{"a function of one number",
                       [](const values& p) { return std::exp(p[0] / 2); },
                       {at[0]},
                       {}};
    ask(o, of_one, "the right gradient", {std::exp(at[0] / 2) / 2});
    std::size_t wrong = any.size(0, 7);
    const known far = any.whole() > 0
                          ? curved("a very small function", at, 1e-60)
                          : curved("a very large function", at, 1e60);
    for (const known& k : {high_plane(at), curved("a curved function", at, 1),
                           far, steep(at)}) {
        ask_of_three(o, k, wrong);
        wrong += 2;
    }
}

void one_entry_of_100_counts(observation& o)
{
    known k{"a function of 100 numbers",
            [](const values& p) {
                double sum = 0;
                for (const double each : p) {
                    sum += each * each / 2 + each;
                }
                return sum;
            },
            {},
            {}};
    for (int i = 0; i < 100; ++i) {
        k.at.push_back(0.5 + i % 7 * 0.25);
        k.gradient.push_back(k.at.back() + 1);
    }
    ask(o, k, "the right gradient", k.gradient);
    k.gradient[99] *= 1.01;
    ask(o, k, "a last entry off by a hundredth", k.gradient);
}
