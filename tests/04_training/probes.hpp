// How the answers to chapter 04 are asked, and what is looked at.
// Numbers that are not whole come twice: for answers that keep theirs in int,
// and tenths, which no float holds, for those that keep them in float.
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

using values = std::vector<double>;
using three = std::array<double, 3>;

// ## 4.1
void ask(observation& o, const three& w, const three& next, double x,
         double t)
{
    o.give("w", w, "next", next, "x", x, "t", t);
    const auto rate = rate_of_step(w, next, x, t);
    o.see("whether there is a rate", rate.has_value() ? 1.0 : 0.0);
    o.see("rate", rate.value_or(0));
}

void the_example_comes_out(observation& o)
{
    ask(o, {3, 2, 5}, {-27, -43, -13}, 4, 114);
    ask(o, {3, 2, 5}, {-27, -43, -14}, 4, 114);
}

// The numbers of the chapter: the right step, the stale one, and three more
// that keep the law. What is wrong with these, the rate shows.
void steps_of_the_chapter_are_told_apart(observation& o)
{
    const three w{2, 3, 5};
    ask(o, w, {-13, -7, -1}, 1, 29);
    ask(o, w, {7, 5, -1}, 1, 29);
    ask(o, w, {-28, -17, -7}, 1, 29);
    ask(o, w, {17, 13, 11}, 1, 29);
    ask(o, w, {-883, -587, -349}, 1, 29);
    ask(o, w, {2, -7, -1}, 1, 29);
}

void a_weight_that_stands_still_is_no_step_of_all(observation& o)
{
    ask(o, {3, 2, 5}, {3, -43, -13}, 4, 114);
    ask(o, {3, 2, 5}, {-27, 2, -13}, 4, 114);
    ask(o, {3, 2, 5}, {-27, -43, 5}, 4, 114);
}

void no_step_at_all_has_the_rate_zero(observation& o)
{
    ask(o, {3, 2, 5}, {3, 2, 5}, 4, 114);
}

// With one weight 0, only that weight has a slope.
void where_a_slope_is_zero_the_weight_has_to_stay(observation& o)
{
    ask(o, {0, 3, 5}, {15, 3, 5}, 2, 4);
    ask(o, {0, 3, 5}, {15, 3, 6}, 2, 4);
    ask(o, {0, 3, 5}, {15, 4, 5}, 2, 4);
    ask(o, {3, 0, 5}, {3, 15, 5}, 2, 4);
    ask(o, {3, 0, 5}, {2, 15, 5}, 2, 4);
    ask(o, {3, 5, 0}, {3, 5, 30}, 2, 8);
    ask(o, {3, 5, 0}, {3, 7, 30}, 2, 8);
    ask(o, {0, 3, 5}, {0, 4, 5}, 2, 4);
    ask(o, {3, 5, 0}, {4, 5, 0}, 2, 8);
}

void without_slopes_no_rate_can_be_told(observation& o)
{
    ask(o, {3, 2, 5}, {3, 2, 5}, 4, 120);
    ask(o, {3, 2, 5}, {2, 3, 4}, 4, 120);
    ask(o, {3, 2, 5}, {3, 2, 5}, 0, 7);
    ask(o, {3, 2, 5}, {-27, 2, 5}, 0, 7);
    ask(o, {0, 0, 5}, {0, 0, 5}, 4, 7);
    ask(o, {0, 0, 5}, {0, 0, 6}, 4, 7);
}

// With one weight 0, only that weight has a slope.
void ask_without_a_weight(observation& o, three w, std::size_t which,
                          double x, double d)
{
    const std::size_t other = (which + 1) % 3;
    w[which] = 0;
    three next = w;
    next[which] -= d * w[other] * w[(which + 2) % 3] * x / 4;
    ask(o, w, next, x, -d);
    next[other] += 1;
    ask(o, w, next, x, -d);
    next[which] = w[which];
    ask(o, w, next, x, -d);
    next = w;
    ask(o, w, next, x, -d);
    w[other] = next[other] = 0;
    ask(o, w, next, x, -d);
    next[which] = d;
    ask(o, w, next, x, -d);
}

// Halves and quarters, which no int holds, by the right step and the stale
// one; and inputs, errors and a rate that are too long for a float.
void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, 1.5, -2}, {-6.8125, -0.9375, -0.171875}, 3, -1.25);
    ask(o, {0.5, 1.5, -2}, {-0.04066038131713867, 1.29052734375, -0.171875},
        3, -1.25);
    ask(o, {20481.25, 3, -5}, {33967.1875, 92069622.140625, -55241776.484375},
        1027.5, -315667272.625);
    ask(o, {1.5, 3, -5},
        {26542083.08203125, 13271043.791015625, -7962629.474609375}, 6.75,
        -2097304);
    ask(o, {3, 2, 5}, {-1006633017, -1509949528, -603979807}, 4, 114);
}

// All kinds of steps. By the law of the chapter a weight times its slope is
// the error times the estimate.
void any_step_will_do(observation& o, draws& any)
{
    const values v = any.wholes(4);
    const three w{v[0], v[1], v[2]};
    const double x = v[3];
    const double e = w[0] * w[1] * w[2] * x;
    const double d = any.whole();
    const auto along = [&](double rate) {
        three next = w;
        for (std::size_t i = 0; i < 3; ++i) {
            next[i] -= rate * d * e / w[i];
        }
        return next;
    };
    ask(o, w, along(any.whole(2, 9) / 8), x, e - d);
    ask(o, w, along(any.whole(-9, -2) / 8), x, e - d);
    ask(o, w, w, x, e - d);
    ask(o, w, w, x, e);
    ask(o, w, {v[1], v[2], v[0]}, x, e);
    ask(o, w, {v[1], v[2], v[0]}, x, e - d);
    const std::size_t i = any.size(0, 2);
    three next = along(0.5);
    next[i] += any.whole();
    ask(o, w, next, x, e - d);
    next[i] = w[i];
    ask(o, w, next, x, e - d);
    next[i] = 2 * w[i] - along(0.5)[i];
    ask(o, w, next, x, e - d);
    ask_without_a_weight(o, w, i, x, d);
    // The article's lines.
    three stale = w;
    stale[2] -= d * w[0] * w[1] * x / 8;
    stale[1] -= d * stale[2] * w[0] * x / 8;
    stale[0] -= d * stale[2] * stale[1] * x / 8;
    ask(o, w, stale, x, e - d);
}

// ## 4.2
void ask(observation& o, const three& w, double x, double t, double rate,
         double decay)
{
    o.give("w", w, "x", x, "t", t, "rate", rate, "decay", decay);
    o.see("new w", step_with_decay(w, x, t, rate, decay));
}

void the_example_comes_out(observation& o)
{
    ask(o, {3, 2, 5}, 4, 114, 0.125, 16);
}

void every_weight_moves_by_both_slopes(observation& o, draws& any)
{
    const values v = any.wholes(5);
    const double rate = any.whole() > 0 ? 0.25 : 0.125;
    ask(o, {v[0], v[1], v[2]}, v[3], v[4], rate, any.whole(3, 7));
}

void without_an_error_only_the_price_is_left(observation& o)
{
    ask(o, {2, 3, 5}, 1, 30, 0.25, 3);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, 1.5, -2}, 3, -1.25, 0.25, 0.75);
    ask(o, {1.1, 1.3, 0.7}, 1.9, 4.6, 0.3, 0.2);
}

// ## 4.3
void ask(observation& o, const values& v, double goal, double distance)
{
    o.give("values", v, "goal", goal, "distance", distance);
    o.see("epoch", static_cast<double>(settled_since(v, goal, distance)));
}

void the_example_comes_out(observation& o)
{
    ask(o, {4, 1.75, 1.5, 2.25, 2}, 2, 0.5);
}

void a_run_that_leaves_again_has_not_settled(observation& o)
{
    ask(o, {1, 1, 4}, 1, 0.5);
}

void near_is_near_on_both_sides(observation& o)
{
    ask(o, {-9, 1.25, -9, 0.75}, 1, 0.5);
}

void nearer_is_less_than_the_distance(observation& o)
{
    ask(o, {2, 1.5, 1}, 1, 0.5);
}

void a_run_that_was_always_near_settled_at_once(observation& o)
{
    ask(o, {1, 1}, 1, 0.5);
}

void a_run_of_no_epochs_has_not_settled(observation& o)
{
    ask(o, {}, 1, 0.5);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {1.25, 1.75, 0.75}, 1, 0.5);
    ask(o, {9, 0.749999999}, 0.25, 0.5);
}

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

void a_run_that_blows_up_is_near_nothing(observation& o)
{
    ask(o, {1, no_number, 1}, 1, 0.5);
    ask(o, {1, 1, no_number}, 1, 0.5);
    ask(o, {1, infinite, 1, -infinite}, 1, 0.5);
}

// Short runs around a goal, of which some end near it, and one at the edge.
// Several of them, because one run shows few of the mistakes.
void any_run_will_do(observation& o, draws& any)
{
    const std::vector<values> ends{{},
                                   {-5, 0.5, -0.25},
                                   {5, 0.5, -0.25},
                                   {no_number, 0.5, -0.25},
                                   {-5, 0.5, -0.25, -2, 2}};
    for (const values& end : ends) {
        values v{any.whole(), any.whole() / 4};
        for (int i = 0; i < 6; ++i) {
            v.push_back(any.whole() / (i < 3 ? 1 : 4));
        }
        v.insert(v.end(), end.begin(), end.end());
        const double goal = any.whole();
        for (double& value : v) {
            value += goal;
        }
        ask(o, v, goal, 2);
    }
}
