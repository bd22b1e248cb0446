// How the answers to chapter 01 are asked, and what is looked at.
// Numbers that are not whole come twice: for answers that keep theirs in int,
// and tenths, which no float holds, for those that keep them in float.
#include <array>
#include <cstddef>
#include <vector>

using values = std::vector<double>;
using two = std::array<double, 2>;
using three = std::array<double, 3>;

// ## 1.1
void ask(observation& o, const three& w, double b, const two& x, double t)
{
    o.give("w", w, "b", b, "x", x, "t", t);
    o.see({"dw1", "dw2", "dw3", "db"}, slopes_with_product(w, b, x, t));
}

void the_example_comes_out(observation& o)
{
    ask(o, {7, -2, 4}, 9, {2, 5}, 50);
}

void every_slope_is_right(observation& o, draws& any)
{
    const values v = any.wholes(7);
    ask(o, {v[0], v[1], v[2]}, v[3], {v[4], v[5]}, v[6]);
}

void no_slope_is_left_where_the_estimate_is_the_target(observation& o)
{
    ask(o, {2, 3, 4}, 5, {3, 2}, 41);
}

void an_input_may_be_zero(observation& o)
{
    ask(o, {2, 3, 4}, 5, {0, 6}, 7);
    ask(o, {2, 3, 4}, 5, {6, 0}, 7);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.75, -1.5, 2.5}, 0.25, {0.5, -1.5}, 1.5);
    ask(o, {1.1, -1.7, 0.7}, 100.3, {1.3, 4.6}, -50.9);
}

// ## 1.2
void ask(observation& o, double w, double b, double x, double t, double rate)
{
    o.give("w", w, "b", b, "x", x, "t", t, "rate", rate);
    const auto next = step_all_at_once(w, b, x, t, rate);
    o.see("new w", next[0]);
    o.see("new b", next[1]);
}

void the_example_comes_out(observation& o)
{
    ask(o, 4, 5, 3, 11, 0.25);
}

void both_parameters_move_by_their_own_slope(observation& o, draws& any)
{
    const values v = any.wholes(4);
    ask(o, v[0], v[1], v[2], v[3], any.whole() > 0 ? 0.25 : 0.125);
}

// The section "One step by hand" has the formula.
void the_error_shrinks_as_the_chapter_says(observation& o)
{
    const double w = 3, b = 5, x = 2, t = 7, rate = 0.125;
    o.give("w", w, "b", b, "x", x, "t", t, "rate", rate);
    const auto next = step_all_at_once(w, b, x, t, rate);
    o.claim("whether the new error is (e - t)(1 - rate (x x + 1))",
            next[0] * x + next[1] - t ==
                (w * x + b - t) * (1 - rate * (x * x + 1)));
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, 0.75, -1.5, 2.5, 0.5, 0.25);
    ask(o, 1.1, 100.3, 1.3, -50.9, 0.3);
}

// ## 1.3
void ask(observation& o, double w, double b, const values& x, const values& t)
{
    o.give("w", w, "b", b, "x", x, "t", t);
    const auto slopes = slopes_of_batch(w, b, x, t);
    o.see("dw", slopes[0]);
    o.see("db", slopes[1]);
}

void the_example_comes_out(observation& o)
{
    ask(o, 2, 13, {4, 6, -5}, {9, 16, 6});
}

void both_slopes_are_means_over_the_batch(observation& o, draws& any)
{
    const std::size_t n = any.size(2, 5);
    const values parameters = any.wholes(2);
    const values x = any.wholes(n);
    ask(o, parameters[0], parameters[1], x, any.wholes(n));
}

void one_sample_is_a_batch(observation& o)
{
    ask(o, 2, 3, {5}, {7});
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, 1.5, 0.25, {0.5, -1.5, 0.75}, {0.5, 2.25, -3.5});
    ask(o, 1.1, 100.3, {1.3, -1.7, 0.7}, {-50.9, 2.2, -3.6});
}
