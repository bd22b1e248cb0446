// How the answers to chapter 08 are asked, and what is looked at.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "08_autograd/autograd.hpp"

using values = std::vector<double>;

// ## 8.1
using numbers = std::vector<number<double>>;

values slopes_by(const numbers& given)
{
    values slopes;
    for (const number<double>& n : given) {
        slopes.push_back(n.at->slope);
    }
    return slopes;
}

// Whether a number is a new node with operands that were given, or is one of
// those itself, as the sum of no inputs may be.
bool is_one_operation(const number<double>& z, const numbers& given)
{
    const auto is_given = [&](const auto& at) {
        return std::any_of(
            given.begin(), given.end(),
            [&](const number<double>& g) { return g.at == at; });
    };
    const auto& from = z.at->made_from;
    return is_given(z.at) ||
           std::all_of(from.begin(), from.end(), [&](const auto& operand) {
               return is_given(operand.from);
           });
}

void ask(observation& o, const values& w, const values& x, double b)
{
    o.give("w", w, "x", x, "b", b);
    const numbers weights(w.begin(), w.end());
    const numbers inputs(x.begin(), x.end());
    const number<double> bias(b);
    numbers given = weights;
    given.insert(given.end(), inputs.begin(), inputs.end());
    given.push_back(bias);
    const auto z = neuron(weights, inputs, bias);
    o.see("z", z.at->value);
    o.claim("whether the sum is one operation", is_one_operation(z, given));
    backward(z);
    o.see("dw", slopes_by(weights));
    o.see("dx", slopes_by(inputs));
    o.see("db", bias.at->slope);
}

// Numbers that are given several times: p1 as a weight, an input, and the
// bias; and a second neuron that is fed with the first.
void ask_shared(observation& o, const values& p)
{
    o.give("p", p);
    o.say("y", "neuron((p1, p2), (p3, p1), p1)");
    o.say("z", "neuron((y, p3), (p2, y), y)");
    o.say("f", "z y");
    const numbers given(p.begin(), p.end());
    const auto y = neuron(numbers{given[0], given[1]},
                          numbers{given[2], given[0]}, given[0]);
    const auto z = neuron(numbers{y, given[2]}, numbers{given[1], y}, y);
    o.see("y", y.at->value);
    o.see("z", z.at->value);
    backward(z * y);
    o.see("dp", slopes_by(given));
}

void the_example_comes_out(observation& o)
{
    ask(o, {2, 5}, {3, -4}, 7);
}

void a_number_may_be_given_several_times(observation& o)
{
    ask_shared(o, {3, 5, -2});
}

void a_neuron_may_have_no_inputs(observation& o)
{
    ask(o, {}, {}, 6);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, -0.75}, {1.25, 0.1}, -0.25);
    ask_shared(o, {0.5, -1.25, 0.1});
}

// No bias is whole, so that a sum in an int shows.
void every_slope_is_right_in_any_formula(observation& o, draws& any)
{
    for (const std::size_t n : {1u, 3u}) {
        const values w = any.wholes(n);
        ask(o, w, any.wholes(n), any.whole(2, 9) + 0.25);
    }
    values p = any.wholes(3);
    p[0] += 0.25;
    ask_shared(o, p);
}

// ## 8.2
void ask(observation& o, double w, double b, double x, double t, int layers,
         double rate, int steps)
{
    o.give("w", w, "b", b, "x", x, "t", t, "layers", layers, "rate", rate,
           "steps", steps);
    const auto after = train_shared(w, b, x, t, layers, rate, steps);
    o.see("w after", after.w);
    o.see("b after", after.b);
}

void the_example_comes_out(observation& o)
{
    ask(o, 2, 4, 3, 20, 2, 0.0625, 1);
}

void no_steps_change_nothing(observation& o)
{
    ask(o, 2, 4, 3, 20, 2, 0.0625, 0);
}

void one_layer_will_do(observation& o)
{
    ask(o, 3, 5, 2, 7, 1, 0.125, 2);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, 0.75, -0.5, 1.25, 0.1, 3, 0.125, 2);
}

// Small weights, so that a row of four layers stays readable.
void every_layer_has_its_part_in_both_slopes(observation& o, draws& any)
{
    const values v = any.wholes(4);
    for (const int layers : {2, 3, 4}) {
        ask(o, v[0] / 4, v[1] / 2, v[2] / 4, v[3], layers, 0.0625, 2);
    }
    ask(o, v[0] / 8, v[1] / 4, v[2] / 4, v[3] / 2, 2, 0.125, 3);
}
