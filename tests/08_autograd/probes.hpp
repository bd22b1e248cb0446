// How the answers to chapter 08 are asked, and what is looked at.
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "08_autograd/autograd.hpp"

using values = std::vector<double>;
using numbers = std::vector<chainrule::autograd::number<double>>;

// ## 8.1
values slopes_by(const numbers& given)
{
    values slopes;
    for (const number<double>& n : given) {
        slopes.push_back(n.at->slope);
    }
    return slopes;
}

// What a sum was made from and was not given: operations or new inputs.
std::size_t not_given(const number<double>& z, const numbers& given,
                      bool inputs)
{
    const auto is_given = [&](const auto& at) {
        return std::any_of(
            given.begin(), given.end(),
            [&](const number<double>& g) { return g.at == at; });
    };
    std::size_t count = 0;
    for (const auto& operand : z.at->made_from) {
        const auto& from = operand.from;
        count += !is_given(from) && from->made_from.empty() == inputs;
    }
    return is_given(z.at) ? 0 : count;
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
    o.claim("whether the sum is one operation",
            not_given(z, given, false) == 0);
    o.claim("whether no operand is a new input",
            not_given(z, given, true) == 0);
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

// Which arrows may be left out, and which may not.
void a_factor_may_be_zero(observation& o)
{
    ask(o, {0, -3}, {4, 0}, 5);
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
    const values other = any.wholes(2);
    ask(o, {0, other[0]}, {other[1], 0}, 4.75);
    values p = any.wholes(3);
    p[0] += 0.25;
    ask_shared(o, p);
    ask_shared(o, {p[1], p[2], p[0]});
}

// ## 8.2
void ask(observation& o, double w, double b, double x, double t, int layers,
         double rate, int steps)
{
    o.give("w", w, "b", b, "x", x, "t", t, "layers", layers, "rate", rate,
           "steps", steps);
    const auto after = train_shared(w, b, x, t, layers, rate, steps);
    // What one step makes can be said in the lesson's numbers.
    o.see(steps == 1 ? "new w" : "w after", after.w);
    o.see(steps == 1 ? "new b" : "b after", after.b);
}

void the_example_comes_out(observation& o)
{
    ask(o, -3, 8, 3, 9, 2, 0.125, 1);
    ask(o, -3, 8, 3, 9, 2, 0.125, 2);
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
    for (const int steps : {1, 2}) {
        for (const int layers : {2, 3, 4}) {
            ask(o, v[0] / 4, v[1] / 2, v[2] / 4, v[3], layers, 0.0625, steps);
        }
    }
    ask(o, v[0] / 8, v[1] / 4, v[2] / 4, v[3] / 2, 2, 0.125, 3);
}

// ## 8.3
void ask(observation& o, const numbers& inputs, const std::string& formula,
         const number<double>& f)
{
    values p;
    for (const number<double>& input : inputs) {
        p.push_back(input.at->value);
        input.at->slope = 0;
    }
    o.give("p", p);
    o.say("f", formula);
    o.see("whether f depends on p", depends_on(f, inputs));
}

void the_example_comes_out(observation& o)
{
    const numbers p{3, 4, 5};
    ask(o, p, "(p1 + p2) p1", (p[0] + p[1]) * p[0]);
}

void a_slope_of_zero_is_a_way_all_the_same(observation& o)
{
    const numbers p{3, 0, 5};
    ask(o, p, "p1 p2", p[0] * p[1]);
    ask(o, p, "(p3 - p3) p2", (p[2] - p[2]) * p[1]);
}

void an_equal_value_is_another_number(observation& o)
{
    const numbers p{3, 3, 7};
    ask(o, p, "p2 p2", p[1] * p[1]);
}

void the_result_may_be_an_input(observation& o)
{
    const numbers p{3, 4};
    ask(o, p, "p2", p[1]);
}

// What was left out where two numbers were compared has no way.
void the_smaller_one_has_no_arrow(observation& o)
{
    const numbers p{2, 5, 4};
    const auto larger_one = larger(p[0], p[1]);
    ask(o, p, "larger(p1, p2) p3", larger_one * p[2]);
}

// Numbers that were made from others, one of them listed twice; and no number.
void any_numbers_may_be_the_inputs(observation& o)
{
    const number<double> a(3);
    const auto sum = a + number<double>(4);
    const auto other = a + number<double>(4);
    const auto f = sum * number<double>(5);
    ask(o, {a, sum, other, sum},
        "5 p2, where p2 and p4 are one p1 + 4, and p3 another", f);
    ask(o, {}, "(3 + 4) 5", f);
}

// Six inputs with equal values among them, in any order; and then what was
// made from two of them.
void every_input_is_asked_for_itself(observation& o, draws& any)
{
    const values v = any.wholes(3);
    const numbers p{v[0], v[1], v[2], v[0], v[1], v[2]};
    std::vector<std::size_t> at{0, 1, 2, 3, 4, 5};
    for (std::size_t i = at.size(); i > 1; --i) {
        std::swap(at[i - 1], at[any.size(1, static_cast<int>(i)) - 1]);
    }
    const auto name = [&](std::size_t i) {
        return "p" + std::to_string(at[i] + 1);
    };
    const number<double>& a = p[at[0]];
    const number<double>& b = p[at[1]];
    const number<double>& c = p[at[2]];
    const number<double>& d = p[at[3]];
    ask(o, p,
        "(" + name(0) + " " + name(1) + " - " + name(2) + ") + (" + name(2) +
            " - " + name(2) + ") " + name(3),
        (a * b - c) + (c - c) * d);
    ask(o, p, name(4) + " (" + name(5) + " " + name(0) + ")",
        p[at[4]] * (p[at[5]] * a));
    ask(o, p, name(3), d);
    const number<double> difference = a - b;
    ask(o, {c, difference, d},
        "p2 p3, where p2 = " + digits(a.at->value) + " - " +
            digits(b.at->value),
        difference * d);
}
