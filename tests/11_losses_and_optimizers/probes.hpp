// How the answers to chapter 11 are asked, and what is looked at.
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using values = std::vector<double>;

values in_any_order(draws& any, values v)
{
    for (std::size_t i = v.size(); i > 1; --i) {
        std::swap(v[i - 1], v[any.size(1, 9) % i]);
    }
    return v;
}

// ## 11.1
void ask(observation& o, const values& p, const values& dp)
{
    o.give("p", p, "dp", dp);
    o.see("dz", softmax_back(p, dp));
}

void the_example_comes_out(observation& o)
{
    ask(o, {0.5, 0.5}, {8, 0});
}

// A quarter shows what is kept in an int, and a tenth what is in a float.
void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.1, 0.25, 0.65}, {0.75, -1.5, 0.25});
    ask(o, {0.1, 0.3, 0.6}, {0.7, -1.3, 0.2});
}

// Probabilities that a double holds exactly, in any order.
void every_output_hears_of_every_probability(observation& o, draws& any)
{
    const values p = in_any_order(any, {0.5, 0.25, 0.125, 0.125});
    ask(o, p, any.wholes(4));
}

// ## 11.2
void ask(observation& o, double w, double v, double dw, double rate,
         double keep)
{
    o.give("w", w, "v", v, "dw", dw, "rate", rate, "keep", keep);
    const auto [new_w, new_v] = nesterov_step(w, v, dw, rate, keep);
    o.see("new w", new_w);
    o.see("new v", new_v);
}

void the_example_comes_out(observation& o)
{
    ask(o, 10, 4, 6, 0.25, 0.5);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, 0.75, -1.5, 0.25, 0.1, 0.9);
    ask(o, 1.1, 0.7, -1.3, 0.3, 0.2);
}

void weight_and_velocity_are_right(observation& o, draws& any)
{
    const values v = any.wholes(3);
    ask(o, v[0], v[1], v[2], 0.25, 0.75);
}

// ## 11.3
void ask(observation& o, const values& c, const std::vector<values>& starts,
         const values& rates, double keep, int steps)
{
    o.give("c", c);
    for (std::size_t s = 0; s < starts.size(); ++s) {
        o.give("start " + std::to_string(s + 1) + " ", starts[s]);
    }
    o.give("rates", rates, "keep", keep, "steps", steps);
    const auto [rate, loss] = best_rate(c, starts, rates, keep, steps);
    o.see("the best rate", rate);
    o.see("its loss", loss);
}

void the_example_comes_out(observation& o)
{
    ask(o, {2, 4}, {{6, 2}, {-4, 3}}, {0.5, 0.25}, 0.5, 2);
}

void no_steps_leave_the_loss_of_the_start(observation& o)
{
    ask(o, {2, 4}, {{6, 2}, {-4, 3}}, {0.5, 0.25}, 0.5, 0);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.75, 2.5}, {{0.3, -0.75}, {1.25, 0.1}, {-0.6, 0.45}},
        {0.05, 0.3, 0.6, 0.1}, 0.9, 4);
}

// A race of one rate for three weights, and one that ends at the bottom.
void one_rate_may_race_alone_and_one_may_arrive(observation& o)
{
    ask(o, {2, 4, 3}, {{6, 2, 5}}, {0.125}, 0.5, 2);
    ask(o, {4}, {{3}, {-5}}, {0.125, 0.25}, 0, 2);
}

// Curvatures of two and a half to eight and a half, so that a rate is too
// large and another too small. In the third race two rates are equally good:
// they multiply the weight by a half and by minus a half. In the last one all
// losses are large.
void any_race_has_its_winner(observation& o, draws& any)
{
    const values v = any.wholes(8);
    const values c{2 + std::abs(v[0]) / 4, 4 + std::abs(v[1]) / 2};
    const values rates{0.03125, 0.25, 0.125, 0.5};
    const std::vector<values> starts{{v[2], v[3]}, {v[4], v[5]}};
    const int steps = static_cast<int>(any.size(3, 4));
    ask(o, c, starts, rates, 0.5, steps);
    ask(o, c, {starts[1], starts[0]}, {0.5, 0.125, 0.25, 0.03125}, 0.25,
        steps);
    ask(o, {4}, {{v[6]}, {v[7]}}, {0.03125, 0.375, 0.125}, 0, 2);
    ask(o, {c[0]}, {{v[6] * 1e6}}, {0.03125, 0.125}, 0.5, 1);
}

// ## 11.4
void ask(observation& o, const values& v, int n, double decay, double rate)
{
    o.give("w", v[0], "b", v[1], "sum_dw", v[2], "sum_db", v[3], "n", n,
           "decay", decay, "rate", rate);
    const auto [new_w, new_b] =
        priced_step(v[0], v[1], v[2], v[3], n, decay, rate);
    o.see("new w", new_w);
    o.see("new b", new_b);
}

void the_example_comes_out(observation& o)
{
    ask(o, {3, 5, 8, 12}, 4, 2, 0.5);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.75, -1.5, 0.5, 2.5}, 3, 0.25, 0.1);
    ask(o, {1.1, -0.7, 0.6, 2.3}, 7, 0.2, 0.3);
}

void weight_and_bias_are_right(observation& o, draws& any)
{
    const values v = any.wholes(5);
    ask(o, v, 8, v[4], 0.25);
}
