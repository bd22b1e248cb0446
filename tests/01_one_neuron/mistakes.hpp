/// \file
/// Wrong answers to the exercises of chapter 01 that have a name.
#pragma once

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    sign,
    factor,
    bias_left_out,
    target_left_out,
    weight_for_input,
    error_left_out,
    loss_for_error,
    bias_as_factor,
    bias_first,
    weight_first,
    input_left_out,
    rate_left_out,
    bias_stays,
    sum,
    bias_summed,
    first_only,
    last_only,
    mean_sample,
    half_kept,
    db_without_error,
    moves_returned,
    first_skipped
};

template <slip S>
four wrong_three_inputs(const three& w, const double& b, const three& x,
                        const double& t)
{
    const double bias = S == slip::bias_left_out ? 0 : b;
    const double target = S == slip::target_left_out ? 0 : t;
    const double e = w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + bias;
    double d = e - target;
    d = S == slip::sign             ? -d
        : S == slip::factor         ? 2 * d
        : S == slip::half_kept      ? d / 2
        : S == slip::error_left_out ? 1
        : S == slip::loss_for_error ? d * d / 2
                                    : d;
    const three& beside = S == slip::weight_for_input ? w : x;
    return {d * beside[0], d * beside[1], d * beside[2],
            S == slip::bias_as_factor     ? d * b
            : S == slip::db_without_error ? 1
                                          : d};
}

template <slip S>
two wrong_step(const double& w, const double& b, const double& x,
               const double& t, const double& rate)
{
    const double eta = S == slip::sign            ? -rate
                       : S == slip::rate_left_out ? 1
                                                  : rate;
    const double bias = S == slip::bias_left_out ? 0 : b;
    const double d = w * x + bias - t;
    const double by_weight = S == slip::input_left_out ? d : d * x;
    const double next_w = w - eta * by_weight;
    const double by_bias = S == slip::bias_as_factor ? d * x : d;
    const double next_b = b - eta * by_bias;
    if (S == slip::bias_first) {
        return {w - eta * (w * x + next_b - t) * x, next_b};
    }
    if (S == slip::weight_first) {
        return {next_w, b - eta * (next_w * x + b - t)};
    }
    if (S == slip::moves_returned) {
        return {eta * by_weight, eta * by_bias};
    }
    return {next_w, S == slip::bias_stays ? b : next_b};
}

template <slip S>
two wrong_batch(const double& w, const double& b, const values& x,
                const values& t)
{
    const std::size_t n = x.size();
    const auto count = static_cast<double>(n);
    double dw = 0;
    double db = 0;
    double sum_x = 0;
    for (std::size_t i = S == slip::last_only       ? n - 1
                         : S == slip::first_skipped ? 1
                                                    : 0;
         i < (S == slip::first_only ? 1 : n); ++i) {
        const double bias = S == slip::bias_left_out ? 0 : b;
        const double error = w * x[i] + bias - t[i];
        const double d = S == slip::sign ? -error : error;
        dw += d * x[i];
        db += d;
        sum_x += x[i];
    }
    if (S == slip::mean_sample) {
        return {db / count * (sum_x / count), db / count};
    }
    if (S == slip::sum || S == slip::first_only || S == slip::last_only) {
        return {dw, db};
    }
    return {dw / count, S == slip::bias_summed ? db : db / count};
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"1.1", "sign-flipped", "All slopes have the wrong sign.",
          "The loss grows with the estimate when the estimate is above the "
          "target. Is the error that way round?",
          "Three slopes"},
         [](table& t) { t.three_inputs = wrong_three_inputs<slip::sign>; }},
        {{"1.1", "half-forgotten", "All slopes are twice the true ones.",
          "The loss has a one half in front. What is left when the square "
          "is differentiated?",
          "Three slopes"},
         [](table& t) { t.three_inputs = wrong_three_inputs<slip::factor>; }},
        {{"1.1", "bias-left-out", "The estimate lacks the bias.",
          "Write the estimate once more, from the text. It has four terms.",
          "One neuron"},
         [](table& t) {
             t.three_inputs = wrong_three_inputs<slip::bias_left_out>;
         }},
        {{"1.1", "target-left-out",
          "The estimate stands where the error belongs.",
          "A slope of zero should mean that the estimate is the target.",
          "Three slopes"},
         [](table& t) {
             t.three_inputs = wrong_three_inputs<slip::target_left_out>;
         }},
        {{"1.1", "weight-for-input",
          "Each slope ends with the weight instead of its input.",
          "Ask how fast w x grows when w grows. What stands beside w?",
          "Three slopes"},
         [](table& t) {
             t.three_inputs = wrong_three_inputs<slip::weight_for_input>;
         }},
        {{"1.1", "error-left-out",
          "The first factor is missing: these are slopes of the estimate.",
          "The loss does not see a weight directly. How does it follow the "
          "estimate?",
          "Three slopes"},
         [](table& t) {
             t.three_inputs = wrong_three_inputs<slip::error_left_out>;
         }},
        {{"1.1", "loss-for-its-slope",
          "The loss stands where its derivative belongs.",
          "The first factor is the derivative of half the squared error by "
          "the estimate.",
          "Three slopes"},
         [](table& t) {
             t.three_inputs = wrong_three_inputs<slip::loss_for_error>;
         }},
        {{"1.1", "bias-as-factor",
          "The slope by the bias has the bias as a factor.",
          "The estimate grows exactly as fast as its bias.", "Three slopes"},
         [](table& t) {
             t.three_inputs = wrong_three_inputs<slip::bias_as_factor>;
         }},

        {{"1.1", "half-kept", "All slopes are half the true ones.",
          "The one half of the loss is used up: it cancels the 2 of the "
          "square.",
          "Three slopes"},
         [](table& t) {
             t.three_inputs = wrong_three_inputs<slip::half_kept>;
         }},
        {{"1.1", "bias-without-error",
          "The slope by the bias lacks the first factor.",
          "The loss does not see the bias directly either. The error stands "
          "in all four slopes.",
          "Three slopes"},
         [](table& t) {
             t.three_inputs = wrong_three_inputs<slip::db_without_error>;
         }},

        {{"1.2", "bias-first",
          "The bias still moves before the slope by the weight is taken.",
          "Both lines compute an error. The second one sees the new bias.",
          "When parameters move in turn"},
         [](table& t) { t.all_at_once = wrong_step<slip::bias_first>; }},
        {{"1.2", "weight-first",
          "Now the weight moves first, and the bias sees it.",
          "Changing the order of the lines only changes who is wrong. Take "
          "what both need before either moves.",
          "When parameters move in turn"},
         [](table& t) { t.all_at_once = wrong_step<slip::weight_first>; }},
        {{"1.2", "up-the-slope",
          "The step goes along the slope instead of against it.",
          "A positive slope says that a larger parameter makes a larger "
          "loss.",
          "One step"},
         [](table& t) { t.all_at_once = wrong_step<slip::sign>; }},
        {{"1.2", "input-left-out", "The weight moves as if its input were 1.",
          "The slope by the weight has one factor more than that by the "
          "bias.",
          "Three slopes"},
         [](table& t) { t.all_at_once = wrong_step<slip::input_left_out>; }},
        {{"1.2", "rate-left-out", "The step has no learning rate.",
          "Both parameters move by the rate times their slope.", "One step"},
         [](table& t) { t.all_at_once = wrong_step<slip::rate_left_out>; }},
        {{"1.2", "bias-stays", "The bias that comes back has not moved.",
          "Which of the two values of b does the function return?",
          "One step"},
         [](table& t) { t.all_at_once = wrong_step<slip::bias_stays>; }},

        {{"1.2", "bias-left-out", "The error lacks the bias.",
          "The error is w x + b - t, with the old b.", "One neuron"},
         [](table& t) { t.all_at_once = wrong_step<slip::bias_left_out>; }},
        {{"1.2", "bias-with-input",
          "The bias moves as if it had the input beside it.",
          "The slope by the bias is the error alone.", "Three slopes"},
         [](table& t) { t.all_at_once = wrong_step<slip::bias_as_factor>; }},
        {{"1.2", "step-returned",
          "The step itself is returned, not where it leads.",
          "The new parameters are the old ones minus the step.", "One step"},
         [](table& t) { t.all_at_once = wrong_step<slip::moves_returned>; }},

        {{"1.3", "sum-for-mean",
          "These are the slopes of the sum, not of the mean.",
          "The loss of a batch is the sum divided by the number of samples, "
          "and so are its slopes.",
          "Three slopes"},
         [](table& t) { t.batch = wrong_batch<slip::sum>; }},
        {{"1.3", "bias-not-divided",
          "The slope by the bias is that of the sum.",
          "Both sums have to be divided by the number of samples.",
          "Three slopes"},
         [](table& t) { t.batch = wrong_batch<slip::bias_summed>; }},
        {{"1.3", "first-sample-only", "Only the first sample is seen.",
          "Does the function return inside of its loop?", "Learning AND"},
         [](table& t) { t.batch = wrong_batch<slip::first_only>; }},
        {{"1.3", "first-sample-skipped", "The first sample is left out.",
          "Samples are counted from 0, as C++ does.", "Learning AND"},
         [](table& t) { t.batch = wrong_batch<slip::first_skipped>; }},
        {{"1.3", "last-sample-only", "Only the last sample is seen.",
          "Each sample has to be added to what is there. Is it put in its "
          "place instead?",
          "Learning AND"},
         [](table& t) { t.batch = wrong_batch<slip::last_only>; }},
        {{"1.3", "mean-error-times-mean-input",
          "The mean error is multiplied by the mean input.",
          "The mean of products is not the product of means. Multiply "
          "sample by sample.",
          "Three slopes"},
         [](table& t) { t.batch = wrong_batch<slip::mean_sample>; }},
        {{"1.3", "bias-left-out", "The estimate lacks the bias.",
          "Each error is w x + b - t, with the same b.", "One neuron"},
         [](table& t) { t.batch = wrong_batch<slip::bias_left_out>; }},
        {{"1.3", "sign-flipped", "Both slopes have the wrong sign.",
          "The error is the estimate minus the target.", "Three slopes"},
         [](table& t) { t.batch = wrong_batch<slip::sign>; }},
    };
}

}  // namespace chainrule::exercises
