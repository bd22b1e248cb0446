// How the answers to chapter 11 are asked, and what is looked at.
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
void ask(observation& o, const values& y, const values& t, const values& c)
{
    o.give("y", y, "t", t, "c", c);
    const auto [loss, dy] = weighted_error(y, t, c);
    o.see("loss", loss);
    o.see("dy", dy);
}

void the_example_comes_out(observation& o)
{
    ask(o, {5, 1}, {3, 2}, {1, 3});
}

void one_sample_has_its_own_error(observation& o)
{
    ask(o, {5}, {3}, {4});
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.75, -1.5}, {0.25, 0.75}, {0.25, 0.5});
    ask(o, {1.1, -0.7}, {0.2, 0.9}, {0.3, 1.3});
}

// The weights add up to 16, so that nothing has to be rounded.
void loss_and_slopes_are_right(observation& o, draws& any)
{
    const values c = in_any_order(any, {2, 3, 11});
    const values v = any.wholes(6);
    ask(o, {v[0], v[1], v[2]}, {v[3], v[4], v[5]}, c);
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
