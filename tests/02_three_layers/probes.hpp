// How the answers to chapter 02 are asked, and what is looked at.
// Numbers that are not whole come twice: for answers that keep theirs in int,
// and tenths, which no float holds, for those that keep them in float.
#include <array>
#include <cstddef>
#include <string>
#include <vector>

using values = std::vector<double>;
using three = std::array<double, 3>;
using four = std::array<double, 4>;

// ## 2.1
void ask(observation& o, const four& w, double x, double t)
{
    o.give("w", w, "x", x, "t", t);
    o.see("dw", slopes_of_four_layers(w, x, t));
}

void the_example_comes_out(observation& o)
{
    ask(o, {3, 4, 2, 5}, 0.5, 53);
}

void every_derivative_is_right(observation& o, draws& any)
{
    const values v = any.wholes(6);
    ask(o, {v[0], v[1], v[2], v[3]}, v[4], v[5]);
}

// A question of the chapter: each derivative times its weight is the same.
void each_derivative_times_its_weight_is_the_same(observation& o)
{
    const four w{2, 3, 5, 7};
    const double x = 11, t = 13;
    o.give("w", w, "x", x, "t", t);
    const auto dw = slopes_of_four_layers(w, x, t);
    for (std::size_t i = 1; i < 4; ++i) {
        const std::string n = std::to_string(i);
        const std::string next = std::to_string(i + 1);
        o.claim("whether dw" + n + " w" + n + " = dw" + next + " w" + next,
                dw[i - 1] * w[i - 1] == dw[i] * w[i]);
    }
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, 1.5, -2, 0.75}, 3, -1.5);
    ask(o, {1.1, 1.3, -1.7, 0.7}, 1.9, 4.6);
}

// ## 2.2
void ask(observation& o, const three& w, double b, double x, double t)
{
    o.give("w", w, "b", b, "x", x, "t", t);
    o.see({"dw1", "dw2", "db", "dw3"}, slopes_with_bias(w, b, x, t));
}

void the_example_comes_out(observation& o)
{
    ask(o, {4, 3, 5}, -9, 2, 69);
}

void every_derivative_is_right(observation& o, draws& any)
{
    const values v = any.wholes(6);
    ask(o, {v[0], v[1], v[2]}, v[3], v[4], v[5]);
}

void a_bias_counts_where_the_input_is_zero(observation& o)
{
    ask(o, {3, 5, 7}, 2, 0, 4);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, 1.5, -2}, 0.75, 3, -1.5);
    ask(o, {1.1, 1.3, 0.7}, 0.2, 1.9, 4.6);
}

// ## 2.3
void ask(observation& o, const three& w, double x, double t)
{
    o.give("w", w, "x", x, "t", t);
    o.see("dw", slopes_of_square(w, x, t));
}

void the_example_comes_out(observation& o)
{
    ask(o, {4, 3, 0.25}, 2, 31);
}

void every_derivative_is_right(observation& o, draws& any)
{
    const values v = any.wholes(5);
    ask(o, {v[0], v[1], v[2]}, v[3], v[4]);
}

void the_sign_of_the_estimate_does_not_matter_to_the_loss(observation& o)
{
    ask(o, {2, -1, 1}, 1, 4);
    ask(o, {2, 1, 1}, 1, 4);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, 1.5, -2}, 0.75, 3.5);
    ask(o, {1.1, 1.3, 0.7}, 1.9, 4.6);
}
