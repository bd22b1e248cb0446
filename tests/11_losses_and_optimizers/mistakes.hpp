/// \file
/// Wrong answers to the exercises of chapter 11 that have a name.
#pragma once

#include <cstddef>

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    elementwise,
    others_only,
    others_up,
    without_p,
    plain_sum,
    no_mean,
    diagonal_p,
    identity,
    p_minus,
    mean_added,
    slope_twice,
    sign,
    plain,
    rate_in_v,
    no_slope,
    dw_subtracted,
    dw_in_part,
    not_kept,
    mean,
    no_rate,
    up,
    rate_on_slope,
    v_not_returned,
    order,
    pairs,
    by_n,
    not_divided,
    unweighted,
    no_two,
    half,
    squared_c,
    slopes_unweighted,
    slopes_not_divided,
    slopes_sign,
    slopes_squared,
    loss_not_squared,
    no_price,
    price_over_n,
    price_twice,
    price_half,
    price_up,
    price_on_bias,
    price_without_rate,
    price_constant,
    price_of_bias,
    price_squared,
    slopes_exchanged,
    sum,
    mean_twice,
    bias_sum,
    uphill
};

template <slip S>
values wrong_softmax(const values& p, const values& dp)
{
    double mean = 0;
    double sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        mean += p[i] * dp[i];
        sum += dp[i];
    }
    values dz;
    for (std::size_t j = 0; j < p.size(); ++j) {
        const double own = p[j] * (1 - p[j]) * dp[j];
        const double others = p[j] * (mean - p[j] * dp[j]);
        dz.push_back(S == slip::elementwise   ? own
                     : S == slip::others_only ? -others
                     : S == slip::others_up   ? own + others
                     : S == slip::without_p   ? dp[j] - mean
                     : S == slip::plain_sum   ? p[j] * (dp[j] - sum)
                     : S == slip::no_mean     ? p[j] * dp[j]
                     : S == slip::diagonal_p  ? p[j] * dp[j] - others
                     : S == slip::identity    ? dp[j]
                     : S == slip::p_minus     ? p[j] - dp[j]
                     : S == slip::mean_added  ? p[j] * (dp[j] + mean)
                     : S == slip::slope_twice
                         ? p[j] * (1 - p[j]) * (dp[j] - mean)
                         : others - own);
    }
    return dz;
}

template <slip S>
two wrong_nesterov(const double& w, const double& v, const double& dw,
                   const double& rate, const double& keep)
{
    const double next = S == slip::not_kept    ? dw
                        : S == slip::mean      ? keep * v + (1 - keep) * dw
                        : S == slip::rate_in_v ? keep * v + rate * dw
                        : S == slip::dw_subtracted ? keep * v - dw
                        : S == slip::dw_in_part    ? keep * (v + dw)
                                                   : keep * v + dw;
    const double ahead = S == slip::plain       ? next
                         : S == slip::no_slope  ? keep * next
                         : S == slip::rate_in_v ? rate * dw + keep * next
                                                : dw + keep * next;
    const double step = S == slip::no_rate || S == slip::rate_in_v ? ahead
                        : S == slip::up            ? -rate * ahead
                        : S == slip::rate_on_slope ? rate * dw + keep * next
                                                   : rate * ahead;
    const double new_v = S == slip::v_not_returned ? v : next;
    if (S == slip::order) {
        return {new_v, w - step};
    }
    return {w - step, new_v};
}

template <slip S>
loss_and_slopes wrong_weighted(const values& y, const values& t,
                               const values& c)
{
    const std::size_t n = y.size();
    double all = 0;
    for (const double each : c) {
        all += S == slip::unweighted ? 1 : each;
    }
    const double below = S == slip::not_divided ? 1
                         : S == slip::by_n      ? static_cast<double>(n)
                                                : all;
    double loss = 0;
    values dy(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (i != j && S != slip::pairs) {
                continue;
            }
            const double d = y[i] - t[j];
            const double weight = S == slip::unweighted  ? 1
                                  : S == slip::squared_c ? c[i] * c[i]
                                                         : c[i];
            loss +=
                weight * d * (S == slip::loss_not_squared ? 1 : d) / below;
            dy[i] += (S == slip::no_two || S == slip::half ? 1 : 2) *
                     (S == slip::slopes_unweighted ? 1 : weight) *
                     (S == slip::slopes_sign      ? -d
                      : S == slip::slopes_squared ? d * d
                                                  : d) /
                     (S == slip::slopes_not_divided ? 1 : below);
        }
    }
    return {S == slip::half ? loss / 2 : loss, dy};
}

template <slip S>
two wrong_priced(const double& w, const double& b, const double& sum_dw,
                 const double& sum_db, int n, const double& decay,
                 const double& rate)
{
    const double by = S == slip::sum ? 1 : S == slip::mean_twice ? n * n : n;
    const double price = S == slip::no_price         ? 0
                         : S == slip::price_over_n   ? decay * w / n
                         : S == slip::price_twice    ? 2 * decay * w
                         : S == slip::price_half     ? decay * w / 2
                         : S == slip::price_up       ? -decay * w
                         : S == slip::price_constant ? decay
                         : S == slip::price_of_bias  ? decay * b
                         : S == slip::price_squared  ? decay * w * w
                                                     : decay * w;
    const double signed_rate = S == slip::uphill ? -rate : rate;
    const double dw = sum_dw / by;
    const double own_db = S == slip::slopes_exchanged ? sum_dw : sum_db;
    const double db = own_db / (S == slip::bias_sum ? 1 : by) +
                      (S == slip::price_on_bias ? decay * b : 0);
    if (S == slip::price_without_rate) {
        return {w - rate * dw - price, b - rate * db};
    }
    return {w - signed_rate * (dw + price), b - signed_rate * db};
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"11.1", "entry-by-entry",
          "The softmax is treated as if each z moved only its own p.",
          "One z moves every p. The terms with two different indices are "
          "missing.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::elementwise>; }},
        {{"11.1", "only-the-others",
          "The terms with two different indices are there, the one with "
          "equal ones is not.",
          "Each z moves its own p as well.", "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::others_only>; }},
        {{"11.1", "others-upwards",
          "The other probabilities are pushed up instead of down.",
          "If one z grows, the other p become smaller.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::others_up>; }},
        {{"11.1", "own-p-forgotten", "The last factor p is missing.",
          "Every derivative of the table has p of that z in it.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::without_p>; }},
        {{"11.1", "plain-sum",
          "The slopes that come back are added up without their p.",
          "What is subtracted is their mean, weighted by p.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::plain_sum>; }},
        {{"11.1", "mean-not-subtracted", "Only p times its slope is there.",
          "What the other p lose is missing.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::no_mean>; }},
        {{"11.1", "square-for-product",
          "The diagonal is p instead of p (1 - p).",
          "Above and below the line of the softmax stands the same e to the "
          "z.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::diagonal_p>; }},
        {{"11.1", "passed-through",
          "The slopes come through as if there were no softmax.",
          "Multiply them by the derivatives of the softmax.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::identity>; }},
        {{"11.1", "as-cross-entropy",
          "This is p minus what comes back, as behind a cross-entropy.",
          "Here something else follows the softmax. Use the table of "
          "derivatives.",
          "How surprised"},
         [](table& t) { t.softmax = wrong_softmax<slip::p_minus>; }},
        {{"11.1", "mean-added",
          "The mean is added where it should be subtracted.",
          "What one p gains, the others lose.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::mean_added>; }},
        {{"11.1", "slope-twice",
          "The result is multiplied by 1 - p once more.",
          "Put the two cases of the table into one sum and see what is left.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::slope_twice>; }},
        {{"11.1", "turned-sign", "All signs are wrong.",
          "The diagonal of the table is positive.",
          "From numbers to probabilities"},
         [](table& t) { t.softmax = wrong_softmax<slip::sign>; }},
        {{"11.2", "plain-momentum",
          "This is momentum without looking ahead: the old velocity makes "
          "the step.",
          "The step has the slope and the kept part of the new velocity.",
          "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::plain>; }},
        {{"11.2", "rate-in-the-velocity", "The velocity has the rate in it.",
          "In these formulas the rate multiplies the step and not the "
          "velocity.",
          "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::rate_in_v>; }},
        {{"11.2", "slope-left-out",
          "The step has only the velocity and not the slope.",
          "Two terms make the step.", "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::no_slope>; }},
        {{"11.2", "slope-subtracted",
          "The slope is subtracted from the velocity.",
          "It is added; the step goes against the velocity.",
          "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::dw_subtracted>; }},
        {{"11.2", "slope-kept-in-part",
          "Only a part of the new slope enters the velocity.",
          "The part is kept of the old velocity. The slope is added whole.",
          "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::dw_in_part>; }},
        {{"11.2", "velocity-not-kept", "The velocity forgets what it was.",
          "A part of the old velocity is kept.", "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::not_kept>; }},
        {{"11.2", "mean-for-sum", "The velocity is a running mean.",
          "Here the slope is added whole.", "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::mean>; }},
        {{"11.2", "rate-left-out", "The step has no learning rate.",
          "The rate multiplies the whole step.", "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::no_rate>; }},
        {{"11.2", "up-the-slope", "The step goes up instead of down.",
          "A positive slope says that a larger weight makes a larger loss.",
          "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::up>; }},
        {{"11.2", "rate-on-a-part",
          "The rate multiplies only one of the two terms of the step.",
          "Both are inside the bracket.", "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::rate_on_slope>; }},
        {{"11.2", "velocity-not-advanced",
          "The velocity that is returned is the old one.",
          "Both numbers change.", "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::v_not_returned>; }},
        {{"11.2", "order",
          "Weight and velocity are returned in the wrong order.",
          "First the weight, then the velocity.", "Steps with a memory"},
         [](table& t) { t.nesterov = wrong_nesterov<slip::order>; }},
        {{"11.3", "all-pairs", "Every output is compared with every target.",
          "Output n belongs to target n and to no other.", "Spirals"},
         [](table& t) { t.weighted = wrong_weighted<slip::pairs>; }},
        {{"11.3", "over-the-samples",
          "The sum is divided by the number of samples.",
          "Below the line is the sum of the weights.", "Spirals"},
         [](table& t) { t.weighted = wrong_weighted<slip::by_n>; }},
        {{"11.3", "not-divided", "The sum is not divided at all.",
          "Below the line is the sum of the weights.", "Spirals"},
         [](table& t) { t.weighted = wrong_weighted<slip::not_divided>; }},
        {{"11.3", "weights-forgotten", "Every sample counts alike.",
          "Each has a weight of its own.", "Spirals"},
         [](table& t) { t.weighted = wrong_weighted<slip::unweighted>; }},
        {{"11.3", "two-forgotten", "The slopes lack the factor 2.",
          "There is no one half in this loss.", "How surprised"},
         [](table& t) { t.weighted = wrong_weighted<slip::no_two>; }},
        {{"11.3", "half-the-loss",
          "The loss has a one half that is not in the formula.",
          "Read the formula again.", "How surprised"},
         [](table& t) { t.weighted = wrong_weighted<slip::half>; }},
        {{"11.3", "weights-squared",
          "The weights are squared along with the errors.",
          "The square is of the error only.", "Spirals"},
         [](table& t) { t.weighted = wrong_weighted<slip::squared_c>; }},
        {{"11.3", "slopes-not-weighted",
          "The loss has the weights, and the slopes have not.",
          "The weight is a factor of the term that is derived.", "Spirals"},
         [](table& t) {
             t.weighted = wrong_weighted<slip::slopes_unweighted>;
         }},
        {{"11.3", "slopes-not-divided",
          "The loss is divided by the sum of the weights, and the slopes are "
          "not.",
          "A constant below the line stays there.", "Spirals"},
         [](table& t) {
             t.weighted = wrong_weighted<slip::slopes_not_divided>;
         }},
        {{"11.3", "sign", "The slopes have the wrong sign.",
          "The error is the output minus the target.", "How surprised"},
         [](table& t) { t.weighted = wrong_weighted<slip::slopes_sign>; }},
        {{"11.3", "slopes-of-the-loss",
          "The slopes have the square of the error.",
          "The derivative of a square is twice the error.", "How surprised"},
         [](table& t) { t.weighted = wrong_weighted<slip::slopes_squared>; }},
        {{"11.3", "not-squared",
          "The loss has the errors and not their squares.",
          "Below zero and above zero must not cancel.", "Spirals"},
         [](table& t) {
             t.weighted = wrong_weighted<slip::loss_not_squared>;
         }},
        {{"11.4", "price-forgotten", "There is no price on the weight.",
          "The last term of the loss has a slope, too.", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::no_price>; }},
        {{"11.4", "price-over-n",
          "The price is divided by the number of samples.",
          "It stands outside of the mean.", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_over_n>; }},
        {{"11.4", "price-doubled",
          "The price pulls twice as hard as it should.",
          "What is left of the one half and the square?", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_twice>; }},
        {{"11.4", "price-halved",
          "The price pulls half as hard as it should.",
          "What is left of the one half and the square?", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_half>; }},
        {{"11.4", "price-upwards", "The price drives the weight away from 0.",
          "Its slope is added to the other one, and the step goes against "
          "both.",
          "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_up>; }},
        {{"11.4", "price-on-the-bias", "The bias has a price as well.",
          "Only the weight is in the last term.", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_on_bias>; }},
        {{"11.4", "price-without-rate",
          "The price moves the weight without the rate.",
          "It is a part of the loss.", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_without_rate>; }},
        {{"11.4", "price-without-the-weight",
          "The price pulls with the same force whatever the weight.",
          "The derivative of w squared has w in it.", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_constant>; }},
        {{"11.4", "price-of-the-bias",
          "The price on the weight has the bias in it.",
          "The price is on the weight, and so is its slope.",
          "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_of_bias>; }},
        {{"11.4", "price-squared",
          "The price has the square of the weight in it.",
          "Differentiate it first.", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::price_squared>; }},
        {{"11.4", "slopes-exchanged",
          "The bias moves by the slope of the weight.",
          "Each has its own sum.", "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::slopes_exchanged>; }},
        {{"11.4", "sum-for-mean",
          "The sums are not divided by the number of samples.",
          "The loss is a mean.", "Spirals"},
         [](table& t) { t.priced = wrong_priced<slip::sum>; }},
        {{"11.4", "mean-twice",
          "The sums are divided by the number of samples twice.",
          "Once makes a mean.", "Spirals"},
         [](table& t) { t.priced = wrong_priced<slip::mean_twice>; }},
        {{"11.4", "bias-sum-for-mean",
          "The weight's slope is a mean and the bias's is a sum.",
          "Both are means.", "Spirals"},
         [](table& t) { t.priced = wrong_priced<slip::bias_sum>; }},
        {{"11.4", "up-the-slope", "The step goes up instead of down.",
          "A positive slope says that a larger weight makes a larger loss.",
          "How large a rate"},
         [](table& t) { t.priced = wrong_priced<slip::uphill>; }},
    };
}

}  // namespace chainrule::exercises
