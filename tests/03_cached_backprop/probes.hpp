// How the answers to chapter 03 are asked, and what is looked at.
// Numbers that are not whole come twice: for answers that keep theirs in int,
// and tenths, which no float holds, for those that keep them in float.
#include <cstddef>
#include <vector>

using values = std::vector<double>;
using number = counted<double>;

const std::vector<number> one(12, number(1));

// ## 3.1
void ask(observation& o, const values& w, const values& b, double x, double t)
{
    o.give("w", w, "b", b, "x", x, "t", t);
    const auto s = slopes_with_biases(w, b, x, t);
    o.see("dw", s.dw);
    o.see("db", s.db);
    const auto call = [] { slopes_with_biases(one, one, one[0], one[0]); };
    o.claim("whether 4 multiplications a layer are enough",
            multiplications(call) <= 4 * 12);
}

void the_example_comes_out(observation& o)
{
    ask(o, {2, 3}, {1, 4}, 5, 35);
}

void every_slope_is_right_at_any_depth(observation& o, draws& any)
{
    const std::size_t n = any.size(2, 5);
    const values w = any.wholes(n);
    const values b = any.wholes(n);
    const values ends = any.wholes(2);
    ask(o, w, b, ends[0], ends[1]);
}

void one_layer_will_do(observation& o)
{
    ask(o, {3}, {5}, 7, 2);
}

void a_weight_of_zero_does_no_harm(observation& o)
{
    ask(o, {3, 0, 5}, {2, 7, 4}, 6, 1);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, -1.5}, {0.75, 2.5}, 1.5, 0.25);
    ask(o, {1.1, 1.3}, {0.7, -2.2}, 1.9, 4.6);
}

// ## 3.2
void ask(observation& o, const values& w, double x, double t)
{
    o.give("w", w, "x", x, "t", t);
    o.see("dw", slopes_of_fourth_power(w, x, t));
    const auto call = [] { slopes_of_fourth_power(one, one[0], number(2)); };
    o.claim("whether 5 multiplications a layer are enough",
            multiplications(call) <= 5 * 12);
}

void the_example_comes_out(observation& o)
{
    ask(o, {4, 0.5, 5}, 3, 32);
}

// The target is near the estimate, so that the cube of the error stays exact.
void every_slope_is_right_at_any_depth(observation& o, draws& any)
{
    const values w = any.wholes(any.size(2, 5), 7);
    const double x = any.whole(2, 5);
    double estimate = x;
    for (const double weight : w) {
        estimate *= weight;
    }
    ask(o, w, x, estimate - any.wholes(1)[0]);
}

void one_layer_will_do(observation& o)
{
    ask(o, {3}, 7, 17);
}

void a_weight_of_zero_does_no_harm(observation& o)
{
    ask(o, {3, 0, 5}, 6, 2);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, -1.5}, 1.5, 0.25);
    ask(o, {1.1, 1.3, 0.7}, 1.9, 4.6);
}

// ## 3.3
void ask(observation& o, double w, std::size_t n, double x, double t)
{
    o.give("w", w, "n", n, "x", x, "t", t);
    o.see("dw", slope_of_shared_weight(w, n, x, t));
}

void the_example_comes_out(observation& o)
{
    ask(o, 2, 3, 5, 34);
}

void the_slope_is_right_at_any_depth(observation& o, draws& any)
{
    const std::size_t n = any.size(2, 5);
    const values v = any.wholes(3);
    ask(o, v[0], n, v[1], v[2]);
}

void one_layer_will_do(observation& o)
{
    ask(o, 3, 1, 7, 5);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, 0.5, 3, 1.5, 0.25);
    ask(o, 1.1, 4, 1.9, 4.6);
}
