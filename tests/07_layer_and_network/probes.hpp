// How the answers to chapter 07 are asked, and what is looked at.
#include <array>
#include <span>
#include <string>
#include <vector>

#include "07_layer_and_network/layer_and_network.hpp"
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
struct row_call {
    enum { forward, backward, update, zero_grad } what;
    double with = 0;
};

// One call to the layer. What can be seen behind it has its number, and not
// what it was called with: that is drawn.
template <class Layer>
void play(observation& o, Layer& l, const row_call& c, const std::string& nth)
{
    if (c.what == row_call::forward) {
        o.see("output of call " + nth, l.forward(c.with));
        return;
    }
    if (c.what == row_call::backward) {
        o.see("handed on by call " + nth, l.backward(c.with));
    } else if (c.what == row_call::update) {
        l.update(c.with);
    } else {
        l.zero_grad();
    }
    values w, dw;
    for (const auto& each : l.inside.layers) {
        w.push_back(each.w);
        dw.push_back(each.dw);
    }
    o.see("ds after call " + nth, l.ds);
    o.see("s after call " + nth, l.s);
    o.see("dw after call " + nth, dw);
    o.see("w after call " + nth, w);
}

void ask(observation& o, const values& w, double s,
         const std::vector<row_call>& calls)
{
    constexpr std::array names{"forward", "backward", "update", "zero_grad"};
    std::string all;
    for (const row_call& c : calls) {
        all += (all.empty() ? "" : ", ") + std::string(names.at(c.what)) +
               (c.what == row_call::zero_grad ? "()"
                                              : "(" + digits(c.with) + ")");
    }
    o.give("w inside", w, "s", s);
    o.say("calls", all);
    chainrule::layer_and_network::plain_network<double> row;
    for (const double each : w) {
        row.layers.push_back({each});
    }
    way_around<double> l{row, s};
    int n = 0;
    for (const row_call& c : calls) {
        play(o, l, c, std::to_string(++n));
    }
}

void the_example_comes_out(observation& o)
{
    ask(o, {2, 5}, 7, {{row_call::forward, 3}, {row_call::backward, 11}});
}

void a_row_without_layers_gives_its_input(observation& o)
{
    ask(o, {}, 7,
        {{row_call::forward, 3},
         {row_call::backward, 11},
         {row_call::update, 0.25},
         {row_call::forward, 5}});
}

void new_sums_begin_with_nothing(observation& o)
{
    ask(o, {2, 5}, 7,
        {{row_call::forward, 3},
         {row_call::backward, 11},
         {row_call::zero_grad},
         {row_call::forward, 4},
         {row_call::backward, 9}});
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {0.5, -1.5}, 0.75,
        {{row_call::forward, 2.5},
         {row_call::backward, -0.25},
         {row_call::update, 0.5}});
    ask(o, {1.1, 0.7, -1.3}, 0.3,
        {{row_call::forward, 1.9},
         {row_call::backward, 2.6},
         {row_call::update, 0.1}});
}

void two_samples_are_added_and_move_everything(observation& o, draws& any)
{
    const values v = any.wholes(7);
    values w = any.wholes(any.size(2, 3), 6);
    for (double& each : w) {
        each /= 2;
    }
    ask(o, w, v[0] / 2,
        {{row_call::forward, v[1]},
         {row_call::backward, v[2]},
         {row_call::forward, v[3]},
         {row_call::backward, v[4]},
         {row_call::update, 0x1p-10},
         {row_call::zero_grad},
         {row_call::forward, v[5]},
         {row_call::backward, v[6]},
         {row_call::update, 0x1p-11}});
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
