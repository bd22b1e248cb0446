/// \file
/// Wrong answers to the exercises of chapter 09 that have a name.
#pragma once

#include <cmath>

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    slope_left_out,
    no_leak,
    leaks_up_only,
    mask_of_slope,
    exchanged,
    corner_right,
    corner_half,
    constant_left,
    not_multiplied,
    order_leaky,
    factor_twice,
    from_z,
    one_minus_leak,
    not_squared,
    at_output,
    no_size,
    tangent,
    sigmoid,
    softsign_left_out,
    softsign_alone,
    inverted,
    phi_left_out,
    phi_at_output,
    phi_twice,
    phi_itself,
    phi_without_three,
    fed_with_sum,
    bias_with_input,
    second_bias_lost,
    first_bias_lost,
    weight_left_out,
    own_weight,
    phi_at_input,
    doubled,
    exchanged_first,
    db1_error,
    sign,
    some,
    awake,
    zero_wakes,
    no_bias,
    minus_bias,
    woken_by_all,
    pairs,
    last_sample,
    first_sample
};

template <slip S>
two wrong_leaky(const double& z, const double& da, const double& leak)
{
    const bool right = S == slip::exchanged      ? !(z > 0)
                       : S == slip::corner_right ? z >= 0
                                                 : z > 0;
    const double left = S == slip::no_leak          ? 0
                        : S == slip::one_minus_leak ? 1 - leak
                                                    : leak;
    const double factor = right ? 1 : left;
    const double a = S == slip::constant_left && !right ? leak : factor * z;
    double slope = factor;
    if (S == slip::slope_left_out) {
        slope = 1;
    } else if (S == slip::leaks_up_only) {
        slope = right ? 1 : 0;
    } else if (S == slip::mask_of_slope) {
        slope = da > 0 ? 1 : leak;
    } else if (S == slip::corner_half && z == 0) {
        slope = (1 + leak) / 2;
    }
    const double dz = S == slip::not_multiplied ? slope
                      : S == slip::factor_twice ? slope * slope * da
                      : S == slip::from_z       ? slope * z
                                                : slope * da;
    if (S == slip::order_leaky) {
        return {dz, a};
    }
    return {a, dz};
}

template <slip S>
double wrong_softsign(const double& a, const double& da)
{
    const double size = std::abs(a);
    const double rest = 1 - size;
    switch (S) {
    case slip::not_squared:
        return da * rest;
    case slip::at_output:
        return da / ((1 + size) * (1 + size));
    case slip::no_size:
        return da * (1 - a) * (1 - a);
    case slip::tangent:
        return da * (1 - a * a);
    case slip::sigmoid:
        return da * a * (1 - a);
    case slip::softsign_left_out:
        return da;
    case slip::softsign_alone:
        return rest * rest;
    default:
        return da / (rest * rest);
    }
}

template <slip S>
four wrong_slopes(const double& w1, const double& b1, const double& w2,
                  const double& b2, const double& x, const double& t)
{
    const double z = S == slip::first_bias_lost ? w1 * x : w1 * x + b1;
    const double a = z * z + 3 * z;
    const double e = S == slip::second_bias_lost ? w2 * a : w2 * a + b2;
    const double de = S == slip::sign      ? t - e
                      : S == slip::doubled ? 2 * (e - t)
                                           : e - t;
    const double slope = S == slip::phi_left_out        ? 1
                         : S == slip::phi_at_output     ? 2 * a + 3
                         : S == slip::phi_at_input      ? 2 * x + 3
                         : S == slip::phi_itself        ? a
                         : S == slip::phi_without_three ? 2 * z
                         : S == slip::phi_twice ? (2 * z + 3) * (2 * z + 3)
                                                : 2 * z + 3;
    const double dz = de * (S == slip::weight_left_out ? 1 : w2) * slope;
    if (S == slip::exchanged_first) {
        return {dz, dz * x, de * a, de};
    }
    if (S == slip::db1_error) {
        return {dz * x, de, de * a, de};
    }
    return {dz * (S == slip::own_weight ? w1 : x),
            S == slip::bias_with_input ? dz * x : dz,
            de * (S == slip::fed_with_sum ? z : a), de};
}

template <slip S>
int wrong_asleep(const values& w, const values& b, const values& samples)
{
    int neurons = 0;
    int pairs = 0;
    for (std::size_t j = 0; j < w.size(); ++j) {
        int sleeps = 0;
        bool wakes = false;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const double shift = S == slip::no_bias      ? 0
                                 : S == slip::minus_bias ? -b[j]
                                                         : b[j];
            const double z = w[j] * samples[i] + shift;
            const bool awake = S == slip::zero_wakes ? z >= 0 : z > 0;
            sleeps += awake ? 0 : 1;
            wakes = S == slip::last_sample             ? awake
                    : S == slip::first_sample && i > 0 ? wakes
                                                       : wakes || awake;
        }
        pairs += sleeps;
        const bool counts = S == slip::some           ? sleeps > 0
                            : S == slip::awake        ? wakes
                            : S == slip::woken_by_all ? sleeps == 0
                                                      : !wakes;
        neurons += counts ? 1 : 0;
    }
    return S == slip::pairs ? pairs : neurons;
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"9.1", "slope-left-out",
          "The slope comes through as if there were no activation.",
          "Multiply it by the slope of the side on which z lies.",
          "A row with activations"},
         [](table& t) { t.leaky = wrong_leaky<slip::slope_left_out>; }},
        {{"9.1", "does-not-leak",
          "Nothing leaks: a negative sum gives 0, as in the chapter.",
          "The left side is a straight line too, with the slope leak.",
          "The corner"},
         [](table& t) { t.leaky = wrong_leaky<slip::no_leak>; }},
        {{"9.1", "leaks-one-way", "The output leaks, and the slope does not.",
          "Going back, the left side has the slope leak as well.",
          "A row with activations"},
         [](table& t) { t.leaky = wrong_leaky<slip::leaks_up_only>; }},
        {{"9.1", "mask-of-the-slope",
          "The slope that comes down decides which side is taken.",
          "Which number lies left or right of the corner?",
          "A row with activations"},
         [](table& t) { t.leaky = wrong_leaky<slip::mask_of_slope>; }},
        {{"9.1", "sides-exchanged", "The two sides are exchanged.",
          "Positive sums pass whole.", "Three functions"},
         [](table& t) { t.leaky = wrong_leaky<slip::exchanged>; }},
        {{"9.1", "corner-to-the-right",
          "At the corner the slope of the right side is taken.",
          "At z = 0 the exercise asks for the left one.", "The corner"},
         [](table& t) { t.leaky = wrong_leaky<slip::corner_right>; }},
        {{"9.1", "half-a-corner",
          "At the corner the mean of both slopes is taken.",
          "That is what a central difference gives. The exercise asks for "
          "the left side.",
          "The corner"},
         [](table& t) { t.leaky = wrong_leaky<slip::corner_half>; }},
        {{"9.1", "leak-for-the-product",
          "Below zero the output is the leak itself.",
          "The output is the leak times z.", "Three functions"},
         [](table& t) { t.leaky = wrong_leaky<slip::constant_left>; }},
        {{"9.1", "slope-not-handed-on",
          "The slope of the activation is returned, and not multiplied by "
          "what comes down.",
          "The slope of the loss by z is a product of two.",
          "A row with activations"},
         [](table& t) { t.leaky = wrong_leaky<slip::not_multiplied>; }},
        {{"9.1", "order", "Output and slope are returned in the wrong order.",
          "First the output, then the slope.", "A row with activations"},
         [](table& t) { t.leaky = wrong_leaky<slip::order_leaky>; }},
        {{"9.1", "factor-twice",
          "The slope of the activation is multiplied twice.",
          "It multiplies what comes down once.", "A row with activations"},
         [](table& t) { t.leaky = wrong_leaky<slip::factor_twice>; }},
        {{"9.1", "output-for-slope",
          "The slope is made from z, and not from what comes down.",
          "The slope of the loss by z is a product of two slopes.",
          "A row with activations"},
         [](table& t) { t.leaky = wrong_leaky<slip::from_z>; }},
        {{"9.1", "leak-turned-around",
          "The left side has the slope 1 less the leak.",
          "The left side has the slope leak.", "Three functions"},
         [](table& t) { t.leaky = wrong_leaky<slip::one_minus_leak>; }},
        {{"9.2", "not-squared",
          "The slope is 1 - |a|, and its square is asked for.",
          "Insert a = z / (1 + |z|) and compare with the formula.",
          "Three functions"},
         [](table& t) { t.softsign = wrong_softsign<slip::not_squared>; }},
        {{"9.2", "formula-of-z-at-a",
          "The formula for z is used with a in the place of z.",
          "It wants z. Express 1 + |z| by the output first.",
          "Three functions"},
         [](table& t) { t.softsign = wrong_softsign<slip::at_output>; }},
        {{"9.2", "sign-of-the-output",
          "For negative outputs the slope is larger than 1.",
          "The size of the output counts, not its sign.", "Three functions"},
         [](table& t) { t.softsign = wrong_softsign<slip::no_size>; }},
        {{"9.2", "as-the-tangent", "This is the slope of the tangent.",
          "1 - a a belongs to another activation.", "Three functions"},
         [](table& t) { t.softsign = wrong_softsign<slip::tangent>; }},
        {{"9.2", "as-the-sigmoid", "This is the slope of the sigmoid.",
          "a (1 - a) belongs to another activation.", "Three functions"},
         [](table& t) { t.softsign = wrong_softsign<slip::sigmoid>; }},
        {{"9.2", "slope-left-out",
          "The slope comes through as if there were no activation.",
          "Multiply it by the slope of the activation.",
          "A row with activations"},
         [](table& t) {
             t.softsign = wrong_softsign<slip::softsign_left_out>;
         }},
        {{"9.2", "not-multiplied",
          "The slope of the activation is returned, and not multiplied by "
          "what comes down.",
          "The slope of the loss by z is a product of two.",
          "A row with activations"},
         [](table& t) { t.softsign = wrong_softsign<slip::softsign_alone>; }},
        {{"9.2", "slope-inverted",
          "The slope is divided where it should multiply.",
          "A flat activation lets little through. Yours lets more through "
          "than came down.",
          "Three functions"},
         [](table& t) { t.softsign = wrong_softsign<slip::inverted>; }},
        {{"9.3", "activation-slope-left-out",
          "The slope by the sum lacks the slope of the activation.",
          "Between the estimate and the sum there are two factors.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::phi_left_out>; }},
        {{"9.3", "activation-slope-at-the-output",
          "The slope of the activation is taken at its output.",
          "2z + 3 wants the sum z.", "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::phi_at_output>; }},
        {{"9.3", "activation-slope-twice",
          "The slope of the activation is there twice.",
          "The slope comes down through the activation once.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::phi_twice>; }},
        {{"9.3", "activation-for-its-slope",
          "The activation itself multiplies, where its derivative belongs.",
          "Differentiate z z + 3 z first.", "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::phi_itself>; }},
        {{"9.3", "constant-lost",
          "The 3 is missing in the slope of the activation.",
          "The derivative of 3 z is 3.", "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::phi_without_three>; }},
        {{"9.3", "fed-with-the-sum",
          "The second weight's slope has the sum z where its input belongs.",
          "What was fed to the second layer is the output of the activation.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::fed_with_sum>; }},
        {{"9.3", "bias-with-the-input",
          "The slope by the first bias has the input in it.",
          "Nothing multiplies a bias, so nothing multiplies its slope.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::bias_with_input>; }},
        {{"9.3", "second-bias-lost",
          "The error is taken without the second bias.",
          "The estimate is w2 a + b2.", "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::second_bias_lost>; }},
        {{"9.3", "first-bias-lost",
          "The sum is taken without the first bias.", "The sum is w1 x + b1.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::first_bias_lost>; }},
        {{"9.3", "weight-not-passed",
          "The slope by the sum lacks the second weight.",
          "On its way from the estimate the slope passes w2.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::weight_left_out>; }},
        {{"9.3", "own-weight",
          "The slope by the first weight has that weight in the place of its "
          "input.",
          "The derivative of w1 x by w1 is x.", "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::own_weight>; }},
        {{"9.3", "slope-at-the-input",
          "The slope of the activation is taken at x.",
          "2z + 3 wants the sum z.", "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::phi_at_input>; }},
        {{"9.3", "error-doubled", "Everything is twice as large.",
          "There is a one half in front of the square.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::doubled>; }},
        {{"9.3", "first-two-exchanged",
          "The slopes by the first weight and the first bias are exchanged.",
          "The weight's slope has the input in it.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::exchanged_first>; }},
        {{"9.3", "bias-hears-the-error",
          "The slope by the first bias is the error.",
          "Between the estimate and the first bias lie a weight and an "
          "activation.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::db1_error>; }},
        {{"9.3", "sign", "All signs are wrong.",
          "The error is the estimate minus the target.",
          "A row with activations"},
         [](table& t) { t.slopes = wrong_slopes<slip::sign>; }},
        {{"9.4", "some-for-all",
          "Neurons count that sleep through some samples and not through "
          "all.",
          "One sample that wakes it is enough to keep a neuron alive.",
          "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::some>; }},
        {{"9.4", "awake-counted", "The neurons that are awake are counted.",
          "The others are asked for.", "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::awake>; }},
        {{"9.4", "zero-wakes", "A sum of exactly 0 wakes a neuron here.",
          "At 0 the rectifier gives 0 and its slope is 0.",
          "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::zero_wakes>; }},
        {{"9.4", "bias-forgotten", "The bias is not in the sum.",
          "The sum is w x + b.", "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::no_bias>; }},
        {{"9.4", "bias-subtracted", "The bias is subtracted.",
          "The sum is w x + b.", "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::minus_bias>; }},
        {{"9.4", "woken-by-all",
          "Neurons count that are awake for every sample.",
          "The others are asked for: asleep for every sample.",
          "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::woken_by_all>; }},
        {{"9.4", "pairs-counted",
          "Pairs of a neuron and a sample are counted.",
          "A neuron that sleeps through three samples is one neuron.",
          "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::pairs>; }},
        {{"9.4", "last-sample-decides", "Only the last sample decides.",
          "Does a later sample undo what an earlier one has found?",
          "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::last_sample>; }},
        {{"9.4", "first-sample-decides", "Only the first sample decides.",
          "Does the loop over the samples end too soon?", "Asleep for good"},
         [](table& t) { t.asleep = wrong_asleep<slip::first_sample>; }},
    };
}

}  // namespace chainrule::exercises
