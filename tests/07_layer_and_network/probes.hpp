// How the answers to chapter 07 are asked, and what is looked at.
#include <span>
#include <string>
#include <vector>

#include "chainrule/chain/train.hpp"

using chainrule::network;
using chainrule::sample;
using values = std::vector<double>;

// ## 7.1
struct call {
    enum { forward, backward, update, zero_grad } what;
    double with = 0;
};

// One call to a layer, and all that can be seen behind it.
template <class Layer>
void play(observation& o, Layer& l, const call& c)
{
    const std::string with = "(" + digits(c.with) + ")";
    std::string name;
    if (c.what == call::forward) {
        o.see("forward" + with, l.forward(c.with));
        return;
    }
    if (c.what == call::backward) {
        name = "backward" + with;
        o.see(name + " hands on", l.backward(c.with));
    } else if (c.what == call::update) {
        name = "update" + with;
        l.update(c.with);
    } else {
        name = "zero_grad()";
        l.zero_grad();
    }
    for (const auto& [member, value] :
         {std::pair("dw", l.dw), std::pair("db", l.db), std::pair("w", l.w),
          std::pair("b", l.b)}) {
        o.see(member + (" after " + name), value);
    }
}

void ask(observation& o, double w, double b, const std::vector<call>& calls)
{
    o.give("w", w, "b", b);
    layer_with_bias<double> l{w, b};
    for (const call& c : calls) {
        play(o, l, c);
    }
}

void the_example_comes_out(observation& o)
{
    ask(o, 3, 2, {{call::forward, 5}, {call::backward, 2}});
}

void two_samples_are_added_and_move_both_parameters(observation& o,
                                                    draws& any)
{
    const values v = any.wholes(8);
    ask(o, v[0], v[1],
        {{call::forward, v[2]},
         {call::backward, v[3]},
         {call::forward, v[4]},
         {call::backward, v[5]},
         {call::update, 0.25},
         {call::zero_grad},
         {call::forward, v[6]},
         {call::backward, v[7]},
         {call::update, 0.125}});
}

void new_sums_begin_with_nothing(observation& o)
{
    ask(o, 3, 2,
        {{call::forward, 5},
         {call::backward, 2},
         {call::zero_grad},
         {call::forward, 7},
         {call::backward, 4}});
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, 1.5, 0.5,
        {{call::forward, 0.75}, {call::backward, 2.5}, {call::update, 0.5}});
    ask(o, 1.1, 0.7,
        {{call::forward, 1.3}, {call::backward, 2.6}, {call::update, 0.3}});
}

// The caller's numbers change before the slopes come back, and not every
// output has a slope.
void each_layer_keeps_its_own_input(observation& o)
{
    double input = 8;
    o.give("w", 3, "b", 2, "w of the second", 7, "b of the second", 4);
    layer_with_bias<double> first{3, 2};
    layer_with_bias<double> second{7, 4};
    o.see("forward(8)", first.forward(input));
    input = 5;
    o.see("forward(5)", first.forward(input));
    input = 6;
    o.see("forward(6) of the second", second.forward(input));
    input = 0;
    play(o, first, {call::backward, 2});
    play(o, second, {call::backward, 9});
}

// ## 7.2
void ask(observation& o, const values& w, double x, double error)
{
    o.give("w", w, "x", x, "error", error);
    o.see("dw", repaired_gradient(w, x, error));
}

void the_example_comes_out(observation& o)
{
    ask(o, {3, 5, 7}, 11, 13);
}

void every_slope_is_right_at_any_depth(observation& o, draws& any)
{
    const values w = any.wholes(any.size(2, 5));
    const values ends = any.wholes(2);
    ask(o, w, ends[0], ends[1]);
}

void one_layer_will_do(observation& o)
{
    ask(o, {3}, 5, 7);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, -1.5}, 2.5, 0.75);
    ask(o, {1.1, 1.3, 0.7}, 1.9, 4.6);
}

// ## 7.3
void ask(observation& o, const values& w,
         const std::vector<sample<double>>& samples, double rate)
{
    std::string shown;
    for (const sample<double>& s : samples) {
        shown += " (" + digits(s.x) + ", " + digits(s.t) + ")";
    }
    o.give("w", w, "rate", rate);
    o.say("samples", shown);
    network<double> net{std::span<const double>(w)};
    net.forward(3);
    net.backward(5);
    train_batch(net, samples, rate);
    values moved;
    for (std::size_t i = 0; i < net.size(); ++i) {
        moved.push_back(net.at(i).weight());
    }
    o.see("new w", moved);
}

void the_example_comes_out(observation& o)
{
    ask(o, {2}, {{1, 1}, {2, 2}}, 0.5);
}

// The number of samples is a power of two, so that the mean is exact.
void the_step_follows_the_mean(observation& o, draws& any)
{
    const values w = any.wholes(any.size(1, 3), 5);
    const values x = any.wholes(4, 6);
    const values t = any.wholes(4);
    std::vector<sample<double>> samples{{x[0], t[0]}, {x[1], t[1]}};
    if (any.whole() > 0) {
        samples.push_back({x[2], t[2]});
        samples.push_back({x[3], t[3]});
    }
    ask(o, w, samples, 0.25);
}

void a_batch_may_be_one_sample(observation& o)
{
    ask(o, {2, 3}, {{5, 7}}, 0.25);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5}, {{1.5, 0.25}, {2, 1.25}}, 0.5);
    ask(o, {1.1, 0.7}, {{1.3, 4.6}, {-0.9, 2.2}, {0.3, 1.7}}, 0.3);
}
