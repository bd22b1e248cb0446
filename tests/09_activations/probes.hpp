// How the answers to chapter 09 are asked, and what is looked at.
#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "09_activations/activations.hpp"

using values = std::vector<double>;
using network = chainrule::activations::two_layers<double>;

const network in_tenths{{{{0.3, -0.7}, 0.1, 1.25}, {{-0.9, 0.4}, -0.2, -0.5}},
                        0.6};

// Two numbers for each sample or neuron, as a table.
struct pairs {
    std::vector<std::array<double, 2>> of;
    std::size_t rows() const { return of.size(); }
    std::size_t cols() const { return 2; }
    double operator()(std::size_t i, std::size_t j) const { return of[i][j]; }
};

// The parameters of a network, each kind by itself.
struct parameters {
    pairs w{};
    values b{}, v{};
    explicit parameters(const network& net)
    {
        for (const auto& [weights, bias, above] : net.hidden) {
            w.of.push_back(weights);
            b.push_back(bias);
            v.push_back(above);
        }
    }
};

void see_all(observation& o, const network& trained)
{
    const parameters after(trained);
    o.see("new w", after.w);
    o.see("new b", after.b);
    o.see("new v", after.v);
    o.see("new c", trained.c);
}

// ## 9.1
void ask(observation& o, double z, double da, double leak)
{
    o.give("z", z, "da", da, "leak", leak);
    const auto [a, dz] = leaky_rectifier(z, da, leak);
    o.see("a", a);
    o.see("dz", dz);
}

void the_example_comes_out(observation& o)
{
    ask(o, -4, 6, 0.5);
}

void the_corner_takes_the_left_side(observation& o)
{
    ask(o, 0, 8, 0.25);
}

void a_leak_may_be_above_1(observation& o)
{
    ask(o, -3, 5, 2);
}

// What is kept in an int or in a float shows here.
void numbers_need_not_be_whole(observation& o)
{
    ask(o, 0.3, -1.7, 0.1);
    ask(o, -0.3, 0.7, 0.1);
}

// A sum on each side of the corner and one on it, with a slope of each sign.
void the_side_of_the_sum_decides_both_numbers(observation& o, draws& any)
{
    const double size = any.whole(1, 9) / 4;
    for (const double leak : {0.25, 2.0}) {
        for (const double z : {size, -size, 0.0}) {
            ask(o, z, any.whole(2, 9), leak);
            ask(o, z, -any.whole(2, 9), leak);
        }
    }
}

// ## 9.2
void ask(observation& o, double a, double da)
{
    o.give("a", a, "da", da);
    o.see("dz", softsign_back(a, da));
}

void the_example_comes_out(observation& o)
{
    ask(o, 0.75, 32);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, -0.375, -1.5);
    ask(o, 0.1, 0.7);
}

// Outputs for which z is a whole number: 3/4 comes from 3, 7/8 from 7.
void the_slope_is_right_on_both_sides(observation& o, draws& any)
{
    for (const double size : {0.5, 0.75, 0.875}) {
        const double sign = any.whole() > 0 ? 1 : -1;
        ask(o, sign * size, any.whole(2, 9));
        ask(o, -sign * size, any.whole(2, 9));
    }
}

// ## 9.3
void ask(observation& o, const network& net, double leak, const pairs& x,
         const values& t, double rate, int epochs)
{
    const parameters before(net);
    o.give("x", x, "t", t, "leak", leak, "w", before.w, "b", before.b, "v",
           before.v, "c", net.c, "rate", rate, "epochs", epochs);
    const leaky_network<double> trained =
        train_leak(leaky_network<double>{net, leak}, x.of, t, rate, epochs);
    o.see("new leak", trained.leak);
    see_all(o, trained.net);
}

const network two_neurons{{{{0.5, -2}, 3, 6}, {{3, -0.5}, 0.5, -2}}, 7};

void the_example_comes_out(observation& o)
{
    ask(o, two_neurons, 0.25, {{{2, 3}}}, {-9}, 0.5, 1);
}

void epochs_samples_and_hidden_neurons_may_be_missing(observation& o)
{
    ask(o, two_neurons, 0.25, {{{2, 3}}}, {-9}, 0.5, 0);
    ask(o, two_neurons, 0.25, {}, {}, 0.5, 3);
    ask(o, {{}, -2}, 0.25, {{{2, 3}, {-4, 2}}}, {5, 11}, 0.25, 2);
}

// The first sum is 0. So are the slope by the leak and the output.
void the_corner_takes_the_left_side(observation& o)
{
    for (const double l : {0.25, -1.5}) {
        ask(o, {{{{0.5, -2}, 5, 2}}, 3}, l, {{{2, 3}}}, {-2}, 0.125, 1);
    }
}

// Below zero the outputs are positive, or 0, or larger than the sums.
void the_leak_may_be_any_number(observation& o)
{
    for (const double leak : {-0.5, 0.0, 2.5}) {
        ask(o, two_neurons, leak, {{{2, 3}}}, {-9}, 0.0625, 1);
    }
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, in_tenths, 0.1, {{{0.5, -0.1}, {1.25, 0.8}, {-1.5, 0.9}}},
        {0.75, -0.3, 0.2}, 0.125, 2);
}

// At the first sample two sums are below zero, one is above, and one is 0.
void all_that_is_there_learns_from_each_sample(observation& o, draws& any)
{
    const values p = any.wholes(8), v = any.wholes(4), q = any.wholes(6);
    const pairs x{{{q[0], q[1]}, {q[2], q[3]}, {q[4], q[5]}}};
    network net{{}, any.whole() / 2};
    for (const double z : {-0.5, -0.75, 0.25, 0.0}) {
        const std::size_t j = net.hidden.size();
        const std::array<double, 2> w{p[j] / 32, p[j + 4] / 32};
        const double b = z - w[0] * q[0] - w[1] * q[1];
        net.hidden.push_back({w, b, v[j] / 4});
    }
    for (const double leak : {0.25, -0.75}) {
        ask(o, net, leak, x, any.wholes(3, 5), 0x1p-9, 2);
    }
}

// ## 9.4
void ask(observation& o, const values& w, const values& b,
         const values& samples)
{
    o.give("w", w, "b", b, "x", samples);
    o.see("number of sleepers", asleep(w, b, samples));
}

void the_example_comes_out(observation& o)
{
    ask(o, {1, -1}, {0, -3}, {2, 1});
}

void a_sum_of_zero_wakes_nobody(observation& o)
{
    ask(o, {2}, {-2}, {1, 0});
}

// The largest sums are 1/4 and -1/4, and then less than a float can tell from
// zero. Keeping anything in an int or in a float turns one.
void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, 0.5}, {-1.25, -1.75}, {1, 3});
    ask(o, {1, 1 + 0x1p-30, 1e-60}, {-1 + 0x1p-30, -1, 0}, {1, 0.5});
    ask(o, {1}, {-1}, {0.5, 1 + 0x1p-30});
}

// Several layers, because one number shows few of the mistakes. The sums of
// three neurons are 0 at one of the samples, and the largest sum of the next
// is 1/2 or 1.
void any_layer_will_do(observation& o, draws& any)
{
    for (int layer = 0; layer < 8; ++layer) {
        const values x = any.wholes(3);
        const values w = any.wholes(5);
        values b = any.wholes(5);
        for (std::size_t j = 0; j < 3; ++j) {
            b[j] = -w[j] * x[j];
        }
        b[3] = (layer % 2 == 0 ? 0.5 : 1) -
               std::max({w[3] * x[0], w[3] * x[1], w[3] * x[2]});
        b[4] *= 4;
        ask(o, w, b, x);
    }
}

// ## 9.5
using batch = std::vector<labelled<double>>;

void ask(observation& o, const network& net, const batch& given, double rate,
         int steps)
{
    pairs x;
    values t;
    for (const auto& s : given) {
        x.of.push_back(s.x);
        t.push_back(s.t);
    }
    const parameters before(net);
    o.give("x", x, "t", t, "w", before.w, "b", before.b, "v", before.v, "c",
           net.c, "rate", rate, "steps", steps);
    see_all(o, train_network(net, given, rate, steps));
}

const network of_the_example{{{{0.5, -0.25}, 0.25, 8}}, -2};
const batch in_the_example{{{2, 3}, -2}, {{-4, 2}, -16}};

void the_example_comes_out(observation& o)
{
    ask(o, of_the_example, in_the_example, 0.0625, 1);
}

void no_steps_change_nothing(observation& o)
{
    ask(o, of_the_example, in_the_example, 0.0625, 0);
}

void without_hidden_neurons_c_learns(observation& o)
{
    ask(o, {{}, -2}, {{{2, 3}, 5}, {{-4, 2}, 11}}, 0.25, 2);
}

// The sum is at the upper corner, then at the lower one, and then nearer to a
// corner than a float can tell.
void a_corner_lets_no_slope_through(observation& o)
{
    ask(o, {{{{0.5, -0.25}, 0.75, 2}}, 3}, {{{2, 3}, -2}}, 0.125, 1);
    ask(o, {{{{0.5, -0.25}, -1.25, 2}}, 3}, {{{2, 3}, -2}}, 0.125, 1);
    ask(o, {{{{0.5, -0.25}, 0.75 - 0x1p-30, 2}}, 3}, {{{2, 3}, -2}}, 0.125,
        1);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, in_tenths,
        {{{0.5, -0.1}, 0.75}, {{1.25, 0.8}, -0.3}, {{-1.5, 0.9}, 0.2}}, 0.125,
        2);
}

// Three neurons and four samples. The first neuron is cut off above at the
// first sample, and below at the second one.
void every_sample_moves_every_parameter_at_once(observation& o, draws& any)
{
    const values p = any.wholes(6);
    const values q = any.wholes(6);
    network net{{}, any.whole() / 2};
    for (std::size_t j = 0; j < 3; ++j) {
        net.hidden.push_back(
            {{p[j] / 8, p[j + 3] / 8}, q[j] / 8, q[j + 3] / 4});
    }
    const values t = any.wholes(4, 5);
    batch given{{{24 / p[0], 0}, t[0]}, {{-24 / p[0], 0}, t[1]}};
    for (std::size_t n = 2; n < 4; ++n) {
        const values x = any.wholes(2, 5);
        given.push_back({{x[0] / 8, x[1] / 8}, t[n]});
    }
    ask(o, net, given, 0.125, static_cast<int>(any.size(2, 3)));
}
