// How the answers to chapter 09 are asked, and what is looked at.
#include <algorithm>
#include <vector>

using values = std::vector<double>;

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
void ask(observation& o, const values& v)
{
    o.give("w1", v[0], "b1", v[1], "w2", v[2], "b2", v[3], "x", v[4], "t",
           v[5]);
    o.see({"dw1", "db1", "dw2", "db2"},
          two_layer_slopes(v[0], v[1], v[2], v[3], v[4], v[5]));
}

void the_example_comes_out(observation& o)
{
    ask(o, {2, -1, 3, 5, 1, 10});
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, 0.75, 1.5, -0.25, -2.5, 0.1});
    ask(o, {1.1, 0.7, 1.3, -0.2, -2.6, 0.9});
}

// The sum z is never whole.
void every_slope_is_right(observation& o, draws& any)
{
    values v = any.wholes(6);
    v[1] += 0.5;
    ask(o, v);
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
