// How the answers to chapter 04 are asked, and what is looked at.
// Numbers that are not whole come twice: for answers that keep theirs in int,
// and tenths, which no float holds, for those that keep them in float.
#include <array>
#include <cstddef>
#include <limits>
#include <vector>

using values = std::vector<double>;
using three = std::array<double, 3>;

// ## 4.1
void ask(observation& o, const three& w, double x, double t, double rate)
{
    o.give("w", w, "x", x, "t", t, "rate", rate);
    o.see("new w", repaired_step(w, x, t, rate));
}

void the_example_comes_out(observation& o)
{
    ask(o, {2, 3, 5}, 1, 29, 1);
}

void every_weight_moves_by_its_own_slope(observation& o, draws& any)
{
    const values v = any.wholes(5);
    const double rate = any.whole() > 0 ? 0.25 : 0.125;
    ask(o, {v[0], v[1], v[2]}, v[3], v[4], rate);
}

// The law of the chapter, which no stale step keeps.
void differences_of_squares_change_as_the_law_says(observation& o)
{
    const three w{3, 5, 7};
    const double x = 2, t = 11, rate = 0.125;
    o.give("w", w, "x", x, "t", t, "rate", rate);
    const auto next = repaired_step(w, x, t, rate);
    const auto law = [&](std::size_t i, std::size_t j) {
        const double before = w[i] * w[i] - w[j] * w[j];
        const double after = next[i] * next[i] - next[j] * next[j];
        const double gi = (w[i] - next[i]) / rate;
        const double gj = (w[j] - next[j]) / rate;
        return after - before == rate * rate * (gi * gi - gj * gj);
    };
    o.claim("whether w1 w1 - w2 w2 changes by rate rate (g1 g1 - g2 g2)",
            law(0, 1));
    o.claim("whether w2 w2 - w3 w3 changes by rate rate (g2 g2 - g3 g3)",
            law(1, 2));
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, 1.5, -2}, 3, -1.25, 0.25);
    ask(o, {1.1, 1.3, 0.7}, 1.9, 4.6, 0.3);
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
    ask(o, {2, 3, 5}, 1, 29, 1, 2);
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
    ask(o, {3, 1, 4, 1, 1}, 1, 0.5);
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
