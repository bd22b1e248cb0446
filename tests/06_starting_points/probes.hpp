// How the answers to chapter 06 are asked, and what is looked at.
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using values = std::vector<double>;

// ## 6.1
void ask(observation& o, const values& w, double target)
{
    o.give("w", w, "target", target);
    o.see("w at the end", end_of_run(w, target));
}

void the_example_comes_out(observation& o)
{
    ask(o, {-7, 8, 13}, -44);
    ask(o, {1, 4, 11}, -728);
    ask(o, {3, 5, 3}, -2);
}

void a_single_weight_becomes_the_target(observation& o)
{
    ask(o, {0.5}, -3);
    ask(o, {-0.5}, -3);
    ask(o, {0}, -3);
}

void one_zero_moves_and_two_do_not(observation& o)
{
    ask(o, {3, 0, -4}, -2);
    ask(o, {3, 0, -4}, 2);
    ask(o, {0, -4, 0, 3}, 2);
    ask(o, {0, -4, 0, 3}, -2);
}

void ties_matter_where_the_sign_is_wrong(observation& o)
{
    ask(o, {2, -2, 3}, -5);
    ask(o, {2, -2, 3}, 5);
    ask(o, {3, 3, 2}, -5);
    ask(o, {3, 3, 3}, -5);
    ask(o, {2, -2}, -5);
    ask(o, {1, 1 + 0x1p-30, 2}, -5);
    ask(o, {1 + 0x1p-30, 1, 2}, -5);
    ask(o, {1 + 0x1p-31, 1 + 0x1p-30, 2}, -5);
}

// Between 0 and 1 a root is larger than its number.
void a_target_may_be_small_or_large(observation& o)
{
    ask(o, {0.5}, 1000);
    ask(o, {0.9, 0.7}, 0.5);
    ask(o, {0.5, 0.5}, 0.1);
    ask(o, {1e-50, 1e-50}, 0.1);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.1, 0.3, 0.5}, -1);
    ask(o, {-0.75, 1.25, 0.5, 1.5}, 0.1);
    ask(o, {-0.4, -0.7, 0.4}, -1.3);
}

// The smallest weight is the last and another: alone, tied, zero, one of two
// zeros.
void any_start_will_do(observation& o, draws& any)
{
    const std::size_t n = any.size(3, 4);
    for (const std::size_t first : {any.size(0, 1), n - 1}) {
        values w = any.wholes(n);
        const double small = any.whole() > 0 ? 1.5 : -1.5;
        const double tied = first == n - 1 ? -small : small;
        const double target = any.whole(2, 9) / 2;
        for (const auto& [here, next] :
             {std::pair{small, w[(first + 1) % n]}, std::pair{small, tied},
              std::pair{0.0, tied}, std::pair{0.0, 0.0}}) {
            w[first] = here;
            w[(first + 1) % n] = next;
            ask(o, w, target);
            ask(o, w, -target);
        }
    }
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
