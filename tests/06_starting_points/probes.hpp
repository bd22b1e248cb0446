// How the answers to chapter 06 are asked, and what is looked at.
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using values = std::vector<double>;
using number = counted<double>;

const std::vector<number> one(12, number(1));

// ## 6.1
void ask(observation& o, const values& w, double t)
{
    o.give("w", w, "t", t);
    o.see("slope", slopes_of_product(w, t));
    const auto call = [] { slopes_of_product(one, number(2)); };
    o.claim("whether 5 multiplications a weight are enough",
            multiplications(call) <= 5 * 12);
}

void the_example_comes_out(observation& o)
{
    ask(o, {2, 0, 5}, 1);
}

void every_slope_is_right(observation& o, draws& any)
{
    values w = any.wholes(any.size(2, 5));
    const double t = any.wholes(1)[0];
    ask(o, w, t);
    w[w.size() / 2] = 0;
    ask(o, w, t);
}

void one_weight_has_no_others(observation& o)
{
    ask(o, {3}, 5);
}

void two_zeros_leave_no_slope(observation& o)
{
    ask(o, {0, 2, 0}, 5);
}

void nothing_has_to_be_whole(observation& o)
{
    ask(o, {0.75, -1.5, 1000.125, 1000.375}, 0.25);
    ask(o, {1.1, 1.3, 0.7}, 4.6);
}

// ## 6.2
void ask(observation& o, const values& w, double target)
{
    if (w.size() < 9) {
        o.give("w", w);
    } else {
        o.say("each of " + std::to_string(w.size()) + " weights",
              digits(w[0]));
    }
    o.give("target", target);
    o.see("whether it learns", learns(w, target));
}

void the_examples_come_out(observation& o)
{
    for (const double target : {-1.0, 1.0}) {
        ask(o, {0.1, 0.2, 0.2}, target);
        ask(o, {0.2, 0.2, 0.3}, target);
    }
}

void sizes_are_compared_and_not_values(observation& o)
{
    ask(o, {-0.2, 0.2, 0.3}, 1);
}

void one_zero_moves_and_two_do_not(observation& o)
{
    ask(o, {0, 0.2, 0.3}, -1);
    ask(o, {0, 0, 0.3}, -1);
}

void a_single_weight_always_learns(observation& o)
{
    ask(o, {0.5}, -1);
    ask(o, {-0.5}, 1);
}

// In exact arithmetic a product of many small weights is not zero, and sizes
// that are nearly equal are not tied.
void the_arithmetic_is_exact(observation& o)
{
    ask(o, values(300, -0.0625), 1);
    ask(o, {1, 1 + 0x1p-30, 2}, -1);
    ask(o, {1 + 0x1p-30, 1, 1}, -1);
    ask(o, {1, 1, 1 - 0x1p-30}, -1);
    ask(o, {1e-60, 1e-60}, 1);
    ask(o, {-1e-60, 1e-60}, 1);
}

// Starts of every kind, in sizes that change with the draw.
void starts_of_every_kind_are_told_apart(observation& o, draws& any)
{
    const double s = std::abs(any.whole()) / 64;
    for (const values& kind : std::vector<values>{{1, 2, 2},
                                                  {2, 2, 3},
                                                  {2, 2, -3},
                                                  {-2, 2, 3},
                                                  {3, 3, 1},
                                                  {0, 2, 3},
                                                  {0, 0, 3},
                                                  {2},
                                                  {-2},
                                                  {2, 2},
                                                  {1, 2},
                                                  {-2, -2, -2},
                                                  {2, 2, -2},
                                                  {-2, -2, 2},
                                                  {1, 1, 1, 5},
                                                  {0, -2, 3, 3},
                                                  {1, 1 + 0x1p-30},
                                                  values(300, 0.25),
                                                  values(299, -0.25)}) {
        // Any of them may be the first.
        values w;
        const std::size_t first = any.size(1, 9);
        for (std::size_t i = 0; i < kind.size(); ++i) {
            w.push_back(kind[(i + first) % kind.size()] * s);
        }
        for (const double target : {-1.0, 1.0}) {
            ask(o, w, target);
        }
    }
}
