/// \file
/// Wrong answers to the exercises of chapter 07 that have a name.
#pragma once

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    bias_left_out,
    bias_like_a_weight,
    bias_with_input,
    dw_overwritten,
    db_overwritten,
    both_overwritten,
    own_weight,
    output_remembered,
    first_input_kept,
    slope_as_it_came,
    input_handed_on,
    bias_stays,
    weight_stays,
    update_upwards,
    db_kept,
    dw_kept,
    as_given,
    still_from_the_front,
    still_own_weight,
    last_weight_first,
    error_not_handed_on,
    sum_for_mean,
    zero_in_loop,
    update_in_loop,
    one_at_a_time,
    zero_left_out,
    sign,
    mean_twice,
    last_only,
    bias_by_dw,
    update_left_out,
    ends_exchanged,
    error_left_out
};

template <slip S>
struct wrong_layer {
    double w, b;
    double dw = 0, db = 0;
    double input = 0;
    bool used = false;

    double forward(double x)
    {
        const double out = w * x + (S == slip::bias_left_out ? 0 : b);
        if (S != slip::first_input_kept || !used) {
            input = S == slip::output_remembered ? out : x;
        }
        used = true;
        return out;
    }

    double backward(double slope)
    {
        const bool new_dw =
            S == slip::dw_overwritten || S == slip::both_overwritten;
        const bool new_db =
            S == slip::db_overwritten || S == slip::both_overwritten;
        const double by_b = S == slip::bias_like_a_weight ? slope * b
                            : S == slip::bias_with_input  ? slope * input
                                                          : slope;
        const double by_w = slope * input * (S == slip::own_weight ? w : 1);
        dw = (new_dw ? 0 : dw) + by_w;
        db = (new_db ? 0 : db) + by_b;
        return S == slip::slope_as_it_came  ? slope
               : S == slip::input_handed_on ? slope * input
                                            : slope * w;
    }

    void update(double rate)
    {
        const double eta = S == slip::update_upwards ? -rate : rate;
        w -= S == slip::weight_stays ? 0 : eta * dw;
        b -= S == slip::bias_stays   ? 0
             : S == slip::bias_by_dw ? eta * dw
                                     : eta * db;
    }

    void zero_grad()
    {
        dw = S == slip::dw_kept ? dw : 0;
        db = S == slip::db_kept ? db : 0;
    }
};

template <slip S>
values wrong_gradient(const values& w, const double& x, const double& error)
{
    const std::size_t n = w.size();
    values input(n, x);
    for (std::size_t i = 1; i < n; ++i) {
        input[i] = w[i - 1] * input[i - 1];
    }
    values dw(n);
    double r = S == slip::as_given || S == slip::last_weight_first
                   ? error * w.back()
               : S == slip::error_left_out ? 1
                                           : error;
    const bool forwards =
        S == slip::as_given || S == slip::still_from_the_front;
    const bool own = S == slip::as_given || S == slip::still_own_weight;
    for (std::size_t step = 0; step < n; ++step) {
        const std::size_t i = forwards ? step : n - 1 - step;
        dw[i] = r * (own ? w[i] : 1) * input[i];
        r = S == slip::error_not_handed_on ? r : r * w[i];
    }
    return dw;
}

template <slip S>
void wrong_train(network<double>& net, const batch& samples,
                 const double& rate)
{
    const auto n = static_cast<double>(samples.size());
    if (S != slip::zero_left_out) {
        net.zero_grad();
    }
    for (const sample<double>& s : samples) {
        if (S == slip::zero_in_loop || S == slip::one_at_a_time ||
            S == slip::last_only) {
            net.zero_grad();
        }
        const bool exchanged = S == slip::ends_exchanged;
        const double e = net.forward(exchanged ? s.t : s.x);
        const double target = exchanged ? s.x : s.t;
        const double d = S == slip::sign ? target - e : e - target;
        const bool whole = S == slip::sum_for_mean ||
                           S == slip::one_at_a_time || S == slip::last_only;
        net.backward(whole ? d : d / n);
        if (S == slip::update_in_loop || S == slip::one_at_a_time) {
            net.update(rate);
        }
    }
    if (S != slip::update_in_loop && S != slip::one_at_a_time &&
        S != slip::update_left_out) {
        net.update(S == slip::mean_twice ? rate / n : rate);
    }
}

template <slip S>
void make_layer(table& t)
{
    t.layer = play<wrong_layer<S>>;
}

template <slip S>
void make_gradient(table& t)
{
    t.gradient = wrong_gradient<S>;
}

template <slip S>
void make_train(table& t)
{
    t.train = wrong_train<S>;
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"7.1", "bias-left-out", "The output lacks the bias.",
          "The output is w times the input, plus b.",
          "What a layer has to do"},
         make_layer<slip::bias_left_out>},
        {{"7.1", "bias-like-a-weight",
          "The slope by the bias has the bias as a factor.",
          "The output grows exactly as fast as the bias.",
          "What a layer has to do"},
         make_layer<slip::bias_like_a_weight>},
        {{"7.1", "bias-with-input",
          "The slope by the bias has the input as a factor.",
          "Nothing stands beside the bias.", "What a layer has to do"},
         make_layer<slip::bias_with_input>},
        {{"7.1", "dw-overwritten",
          "A second backward forgets the slope of the first in dw.",
          "backward adds to dw. Only zero_grad begins anew.",
          "The order of calls"},
         make_layer<slip::dw_overwritten>},
        {{"7.1", "db-overwritten",
          "A second backward forgets the slope of the first in db.",
          "backward adds to db, as it does to dw.", "The order of calls"},
         make_layer<slip::db_overwritten>},
        {{"7.1", "both-overwritten",
          "A second backward forgets the slopes of the first.",
          "backward adds. Only zero_grad begins anew.", "The order of calls"},
         make_layer<slip::both_overwritten>},
        {{"7.1", "own-weight", "The layer's own weight is a factor of dw.",
          "The weight belongs into what is handed on, and nowhere else.",
          "What a layer has to do"},
         make_layer<slip::own_weight>},
        {{"7.1", "output-remembered",
          "The layer remembers its output where it needs its input.",
          "What stands beside w in w a + b?", "What a layer has to do"},
         make_layer<slip::output_remembered>},
        {{"7.1", "first-input-kept",
          "The layer goes on using the first input it ever saw.",
          "Every forward has to remember its own input.",
          "What a layer has to do"},
         make_layer<slip::first_input_kept>},
        {{"7.1", "slope-as-it-came",
          "backward hands on the slope as it came.",
          "The layer below reaches the loss through this layer, which "
          "multiplies by its weight.",
          "What a layer has to do"},
         make_layer<slip::slope_as_it_came>},
        {{"7.1", "own-slope-handed-on",
          "backward hands on the slope by the weight.",
          "One product is for the layer itself and has its input, the other "
          "is for the layer below and has its weight.",
          "What a layer has to do"},
         make_layer<slip::input_handed_on>},
        {{"7.1", "bias-stays", "update does not move the bias.",
          "There are two parameters now.", "What a layer has to do"},
         make_layer<slip::bias_stays>},
        {{"7.1", "bias-moves-with-the-weight",
          "update moves the bias by the slope of the weight.",
          "Each parameter has its own sum.", "What a layer has to do"},
         make_layer<slip::bias_by_dw>},
        {{"7.1", "weight-stays", "update does not move the weight.",
          "There are two parameters, and both move.",
          "What a layer has to do"},
         make_layer<slip::weight_stays>},
        {{"7.1", "up-the-slope",
          "update goes along the slope instead of against it.",
          "A positive slope says that a larger parameter makes a larger "
          "loss.",
          "What a layer has to do"},
         make_layer<slip::update_upwards>},
        {{"7.1", "db-not-cleared", "zero_grad leaves the sum db as it is.",
          "Both sums begin anew.", "The order of calls"},
         make_layer<slip::db_kept>},
        {{"7.1", "dw-not-cleared", "zero_grad leaves the sum dw as it is.",
          "Both sums begin anew.", "The order of calls"},
         make_layer<slip::dw_kept>},

        {{"7.2", "as-given",
          "These are the article's slopes, with both slips in them.",
          "Ask of each layer what it is told and what it hands on.",
          "The article's framework"},
         make_gradient<slip::as_given>},
        {{"7.2", "still-from-the-front",
          "The walk still begins at the first layer.",
          "One slip is repaired. The loss is behind the last layer, and that "
          "is where its slope is known.",
          "The article's framework"},
         make_gradient<slip::still_from_the_front>},
        {{"7.2", "still-own-weight",
          "Each slope still has its own weight as a factor.",
          "One slip is repaired. Take the slope before the value is "
          "multiplied by the weight.",
          "The article's framework"},
         make_gradient<slip::still_own_weight>},
        {{"7.2", "error-left-out",
          "These are the slopes of the estimate, not of the loss.",
          "The last layer is told the error.", "The article's framework"},
         make_gradient<slip::error_left_out>},
        {{"7.2", "last-weight-first",
          "The walk begins with the last weight already multiplied in.",
          "The last layer is told the error itself.",
          "The article's framework"},
         make_gradient<slip::last_weight_first>},
        {{"7.2", "not-handed-on", "Every layer is told the error itself.",
          "What a layer hands on has its weight as a factor.",
          "What a layer has to do"},
         make_gradient<slip::error_not_handed_on>},

        {{"7.3", "sum-for-mean",
          "The step follows the sum of the losses, not their mean.",
          "The slope of the mean is the sum of the slopes divided by their "
          "number.",
          "The loop"},
         make_train<slip::sum_for_mean>},
        {{"7.3", "zero-grad-in-the-loop",
          "Only the last sample is left when the step is taken.",
          "The sums begin once for the whole batch.", "The order of calls"},
         make_train<slip::zero_in_loop>},
        {{"7.3", "last-sample-only",
          "The step follows the whole slope of the last sample alone.",
          "The sums begin once for the whole batch, and each sample has its "
          "share of the mean.",
          "The order of calls"},
         make_train<slip::last_only>},
        {{"7.3", "update-in-the-loop", "A step is taken after each sample.",
          "All samples of a batch meet the same weights. Move once, after "
          "the last.",
          "The loop"},
         make_train<slip::update_in_loop>},
        {{"7.3", "one-at-a-time",
          "The samples are learned one after the other.",
          "That is the loop of the chapter. A batch takes a single step.",
          "The loop"},
         make_train<slip::one_at_a_time>},
        {{"7.3", "zero-grad-left-out", "Old slopes are left in the step.",
          "backward adds to what is there. Who clears it?",
          "The order of calls"},
         make_train<slip::zero_left_out>},
        {{"7.3", "sign-flipped", "The step goes the wrong way.",
          "The slope of the loss by the estimate is the estimate minus the "
          "target.",
          "The loop"},
         make_train<slip::sign>},
        {{"7.3", "update-left-out", "No step is taken.",
          "backward only collects. Who moves the weights?",
          "The order of calls"},
         make_train<slip::update_left_out>},
        {{"7.3", "ends-exchanged", "Input and target are exchanged.",
          "x goes into the network, and t is what should come out.",
          "The loop"},
         make_train<slip::ends_exchanged>},
        {{"7.3", "mean-twice", "The mean is taken twice.",
          "Divide each slope or the rate, not both.", "The loop"},
         make_train<slip::mean_twice>},
    };
}

}  // namespace chainrule::exercises
