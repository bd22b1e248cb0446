/// \file
/// Wrong answers to the exercises of chapter 02 that have a name.
#pragma once

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    sign,
    factor,
    input_left_out,
    own_weight,
    nothing_passed_on,
    link_skipped,
    weights_below,
    reversed,
    bias_left_out,
    bias_skips_a_layer,
    bias_with_input,
    bias_left_out_of_dw3,
    bias_passed_on,
    inner_left_out,
    inner_without_two,
    plain_error,
    estimate_for_square,
    last_layer_left_out,
    bias_before_the_layer,
    out_of_order,
    half_kept
};

template <slip S>
four wrong_four_layers(const four& w, const double& x, const double& t)
{
    const double y = w[0] * x;
    const double z = w[1] * y;
    const double u = w[2] * z;
    const double e = S == slip::last_layer_left_out ? u : w[3] * u;
    const double d = S == slip::sign        ? t - e
                     : S == slip::factor    ? 2 * (e - t)
                     : S == slip::half_kept ? (e - t) / 2
                                            : e - t;
    switch (S) {
    case slip::input_left_out:
        return {d * w[3] * w[2] * w[1], d * w[3] * w[2] * y, d * w[3] * z,
                d * u};
    case slip::own_weight:
        return {d * e, d * e, d * e, d * e};
    case slip::nothing_passed_on:
        return {d * x, d * y, d * z, d * u};
    case slip::link_skipped:
        return {d * w[3] * w[2] * x, d * w[3] * w[2] * y, d * w[3] * z,
                d * u};
    case slip::weights_below:
        return {d * x, d * w[0] * y, d * w[0] * w[1] * z,
                d * w[0] * w[1] * w[2] * u};
    case slip::reversed:
        return {d * u, d * w[3] * z, d * w[3] * w[2] * y,
                d * w[3] * w[2] * w[1] * x};
    default:
        return {d * w[3] * w[2] * w[1] * x, d * w[3] * w[2] * y, d * w[3] * z,
                d * u};
    }
}

template <slip S>
four wrong_bias(const three& w, const double& b, const double& x,
                const double& t)
{
    const double y = w[0] * x;
    const double z = S == slip::bias_before_the_layer ? w[1] * (y + b)
                     : S == slip::bias_left_out       ? w[1] * y
                                                      : w[1] * y + b;
    const double e = w[2] * z;
    const double d = S == slip::sign ? t - e : e - t;
    const double db = S == slip::bias_skips_a_layer ? d
                      : S == slip::bias_with_input  ? d * w[2] * y
                                                    : d * w[2];
    if (S == slip::out_of_order) {
        return {d * w[2] * w[1] * x, d * w[2] * y, d * z, db};
    }
    const double through = S == slip::bias_passed_on ? w[1] + b : w[1];
    return {d * w[2] * through * x, d * w[2] * y, db,
            S == slip::bias_left_out_of_dw3 ? d * w[1] * y : d * z};
}

template <slip S>
three wrong_square(const three& w, const double& x, const double& t)
{
    const double y = w[0] * x;
    const double z = w[1] * y;
    const double e = w[2] * z;
    const double d = e * e - t;
    const double by_e = S == slip::sign                  ? -d * 2 * e
                        : S == slip::factor              ? 2 * d * 2 * e
                        : S == slip::inner_left_out      ? d
                        : S == slip::inner_without_two   ? d * e
                        : S == slip::plain_error         ? e - t
                        : S == slip::estimate_for_square ? (e - t) * 2 * e
                                                         : d * 2 * e;
    if (S == slip::nothing_passed_on) {
        return {by_e * x, by_e * y, by_e * z};
    }
    return {by_e * w[2] * w[1] * x, by_e * w[2] * y, by_e * z};
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"2.1", "sign-flipped", "All derivatives have the wrong sign.",
          "The loss grows with the estimate when the estimate is above the "
          "target. Is the error that way round?",
          "The loss"},
         [](table& t) { t.four_layers = wrong_four_layers<slip::sign>; }},
        {{"2.1", "half-forgotten", "All derivatives are twice the true ones.",
          "The loss has a one half in front. What is left when the square "
          "is differentiated?",
          "The loss"},
         [](table& t) { t.four_layers = wrong_four_layers<slip::factor>; }},
        {{"2.1", "input-left-out", "The first derivative lacks the input x.",
          "Every product ends with what stood beside the weight. Beside the "
          "first weight stands x, and it is not always 1.",
          "A probe of primes"},
         [](table& t) {
             t.four_layers = wrong_four_layers<slip::input_left_out>;
         }},
        {{"2.1", "own-weight",
          "Each derivative has its own weight as a factor.",
          "The layer whose weight is asked for is not passed: it ends the "
          "product with its input. With its output its weight comes in.",
          "Three derivatives"},
         [](table& t) {
             t.four_layers = wrong_four_layers<slip::own_weight>;
         }},
        {{"2.1", "nothing-passed-on",
          "Each derivative is the error times the input of the layer.",
          "A change of an early weight reaches the loss only through the "
          "layers behind it. Each of them multiplies it.",
          "Three derivatives"},
         [](table& t) {
             t.four_layers = wrong_four_layers<slip::nothing_passed_on>;
         }},
        {{"2.1", "link-skipped",
          "On the way to the first weight a layer is skipped.",
          "Write down every layer between the first weight and the loss. "
          "Each gives one factor.",
          "Three derivatives"},
         [](table& t) {
             t.four_layers = wrong_four_layers<slip::link_skipped>;
         }},
        {{"2.1", "weights-below",
          "The products hold the weights below a layer, not those above it.",
          "The way from a weight to the loss leads forward. Which layers "
          "come after it?",
          "Three derivatives"},
         [](table& t) {
             t.four_layers = wrong_four_layers<slip::weights_below>;
         }},
        {{"2.1", "in-reverse",
          "The derivatives are right, and in the reverse order.",
          "The first value belongs to the first weight.",
          "The article's proof"},
         [](table& t) { t.four_layers = wrong_four_layers<slip::reversed>; }},

        {{"2.1", "half-kept", "All derivatives are half the true ones.",
          "The one half of the loss is used up: it cancels the 2 of the "
          "square.",
          "The loss"},
         [](table& t) {
             t.four_layers = wrong_four_layers<slip::half_kept>;
         }},
        {{"2.1", "last-layer-left-out",
          "The error is taken in front of the last layer.",
          "The estimate is what the fourth layer gives.", "The forward pass"},
         [](table& t) {
             t.four_layers = wrong_four_layers<slip::last_layer_left_out>;
         }},

        {{"2.2", "bias-left-out", "The forward pass leaves the bias out.",
          "Every value behind the second layer changes with the bias, and "
          "so does the error.",
          "The forward pass"},
         [](table& t) { t.bias = wrong_bias<slip::bias_left_out>; }},
        {{"2.2", "bias-skips-a-layer",
          "The bias gets the error as if it stood in the last layer.",
          "Between the bias and the loss there is a layer. What does it "
          "multiply by?",
          "Three derivatives"},
         [](table& t) { t.bias = wrong_bias<slip::bias_skips_a_layer>; }},
        {{"2.2", "bias-like-a-weight",
          "The derivative by the bias ends with an input.",
          "How fast does w y + b grow with b? Nothing stands beside it.",
          "Three derivatives"},
         [](table& t) { t.bias = wrong_bias<slip::bias_with_input>; }},
        {{"2.2", "bias-left-out-of-dw3",
          "The derivative by the third weight does not know of the bias.",
          "It ends with the input of the third layer. That is all of z.",
          "Three derivatives"},
         [](table& t) { t.bias = wrong_bias<slip::bias_left_out_of_dw3>; }},
        {{"2.2", "bias-passed-on",
          "On the way to the first weight the bias is passed on as well.",
          "How fast does w y + b grow with y?", "Three derivatives"},
         [](table& t) { t.bias = wrong_bias<slip::bias_passed_on>; }},
        {{"2.2", "sign-flipped", "All derivatives have the wrong sign.",
          "The error is the estimate minus the target.", "The loss"},
         [](table& t) { t.bias = wrong_bias<slip::sign>; }},

        {{"2.2", "bias-before-the-layer",
          "The forward pass adds the bias in front of the second weight.",
          "The bias is added to what the weight has multiplied.",
          "The forward pass"},
         [](table& t) { t.bias = wrong_bias<slip::bias_before_the_layer>; }},
        {{"2.2", "out-of-order", "The last two derivatives are exchanged.",
          "The text asks for w1, w2, b, w3, in this order.",
          "The article's proof"},
         [](table& t) { t.bias = wrong_bias<slip::out_of_order>; }},

        {{"2.3", "plain-error",
          "These are the derivatives for the loss of the chapter.",
          "The loss has changed, so its derivative by the estimate has too.",
          "The loss"},
         [](table& t) { t.square = wrong_square<slip::plain_error>; }},
        {{"2.3", "inner-derivative-left-out",
          "One link of the chain is missing: from e to its square.",
          "The loss follows the square of e, and the square follows e. Two "
          "slopes multiply.",
          "Three derivatives"},
         [](table& t) { t.square = wrong_square<slip::inner_left_out>; }},
        {{"2.3", "square-without-its-two",
          "The derivative of the square lacks its 2.",
          "The one half in front of the loss is used up by the outer "
          "square. The inner one has a 2 of its own.",
          "The loss"},
         [](table& t) { t.square = wrong_square<slip::inner_without_two>; }},
        {{"2.3", "half-forgotten", "All derivatives are twice the true ones.",
          "The one half in front of the loss cancels the 2 of the outer "
          "square.",
          "The loss"},
         [](table& t) { t.square = wrong_square<slip::factor>; }},
        {{"2.3", "estimate-for-its-square",
          "The error is taken with e where its square belongs.",
          "This loss compares the square of the estimate with the target.",
          "The loss"},
         [](table& t) {
             t.square = wrong_square<slip::estimate_for_square>;
         }},
        {{"2.3", "nothing-passed-on",
          "The first factor is right, and no layer multiplies it.",
          "From e backwards nothing has changed: each layer on the way "
          "passes the slope on, times its weight.",
          "Three derivatives"},
         [](table& t) { t.square = wrong_square<slip::nothing_passed_on>; }},
        {{"2.3", "sign-flipped", "All derivatives have the wrong sign.",
          "The difference is the square minus the target.", "The loss"},
         [](table& t) { t.square = wrong_square<slip::sign>; }},
    };
}

}  // namespace chainrule::exercises
