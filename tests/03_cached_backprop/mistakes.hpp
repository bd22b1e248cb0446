/// \file
/// Wrong answers to the exercises of chapter 03 that have a name.
#pragma once

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    none,
    bias_left_out,
    bias_with_input,
    bias_too_late,
    output_for_input,
    not_handed_on,
    weight_below,
    weight_last,
    sign,
    factor,
    square_for_cube,
    plain_error,
    loss_itself,
    one_layer_only,
    own_weight,
    target_left_out,
    first_layer_left_out,
    power_kept,
    quarter_kept
};

// Both walks with a slip in them. The slope by the estimate is given, because
// the losses of the exercises differ in nothing else.
template <slip S, class Slope>
std::pair<values, values> walk(const values& w, const values& b, double x,
                               Slope by_estimate)
{
    const std::size_t n = w.size();
    values a{x};
    for (std::size_t i = 0; i < n; ++i) {
        a.push_back(w[i] * a[i] + (S == slip::bias_left_out ? 0 : b[i]));
    }
    values dw(n);
    values db(n);
    double r = by_estimate(a[n]);
    const std::size_t first = S == slip::first_layer_left_out ? 1 : 0;
    for (std::size_t i = n; i-- > first;) {
        dw[i] = r * a[S == slip::output_for_input ? i + 1 : i];
        db[i] = S == slip::bias_with_input ? dw[i]
                : S == slip::bias_too_late ? r * w[i]
                                           : r;
        if (S == slip::weight_last) {
            dw[i] = r * w[i] * a[i];
        }
        const std::size_t through =
            S == slip::weight_below && i > 0 ? i - 1 : i;
        r = S == slip::not_handed_on ? r : r * w[through];
    }
    return {dw, db};
}

template <slip S>
std::pair<values, values> wrong_with_biases(const values& w, const values& b,
                                            const double& x, const double& t)
{
    return walk<S>(w, b, x, [&](double e) {
        return S == slip::sign              ? t - e
               : S == slip::target_left_out ? e
               : S == slip::factor          ? 2 * (e - t)
                                            : e - t;
    });
}

template <slip S>
values wrong_fourth_power(const values& w, const double& x, const double& t)
{
    const auto by_estimate = [&](double e) {
        const double d = S == slip::sign ? t - e : e - t;
        switch (S) {
        case slip::factor:
            return 4 * d * d * d;
        case slip::power_kept:
            return d * d * d * d;
        case slip::quarter_kept:
            return d * d * d / 4;
        case slip::square_for_cube:
            return d * d;
        case slip::plain_error:
            return d;
        case slip::loss_itself:
            return d * d * d * d / 4;
        default:
            return d * d * d;
        }
    };
    return walk<S>(w, values(w.size(), 0), x, by_estimate).first;
}

template <slip S>
double wrong_shared_weight(const double& w, std::size_t n, const double& x,
                           const double& t)
{
    values a{x};
    for (std::size_t i = 0; i < n; ++i) {
        a.push_back(w * a[i]);
    }
    double sum = 0;
    double r = S == slip::sign ? t - a[n] : a[n] - t;
    for (std::size_t i = n; i-- > 0;) {
        const double part = r * a[i];
        sum += S == slip::own_weight ? part * w : part;
        r = S == slip::not_handed_on ? r : r * w;
        if (S == slip::one_layer_only) {
            break;
        }
    }
    return sum;
}

// The right slopes, each as a product of its own: n (n - 1) / 2
// multiplications only to pass through the layers above.
inline std::pair<numbers, numbers> one_at_a_time(const numbers& w,
                                                 const numbers& b,
                                                 const number& x,
                                                 const number& t)
{
    numbers a{x};
    for (std::size_t i = 0; i < w.size(); ++i) {
        a.push_back(w[i] * a[i] + b[i]);
    }
    numbers dw(w.size());
    numbers db(w.size());
    for (std::size_t i = 0; i < w.size(); ++i) {
        db[i] = a.back() - t;
        for (std::size_t above = w.size() - 1; above > i; --above) {
            db[i] = db[i] * w[above];
        }
        dw[i] = db[i] * a[i];
    }
    return {dw, db};
}

inline numbers one_at_a_time(const numbers& w, const number& x,
                             const number& t)
{
    return one_at_a_time(w, numbers(w.size(), number(0)), x, t).first;
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"3.1", "bias-left-out", "The walk up leaves the biases out.",
          "Add b[i] where layer i makes its output. Every value behind it "
          "changes, and so does the error.",
          "The forward pass"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::bias_left_out>;
         }},
        {{"3.1", "bias-like-a-weight",
          "The slope by a bias has the layer's input as a factor.",
          "Ask how fast w a + b grows with b alone. Nothing multiplies b.",
          "One walk back"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::bias_with_input>;
         }},
        {{"3.1", "bias-after-handing-on",
          "The bias takes its slope after the weight was multiplied in.",
          "The slope that reaches a layer is by its output. Take both slopes "
          "of the layer before r changes.",
          "One walk back"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::bias_too_late>;
         }},
        {{"3.1", "output-for-input",
          "A weight's slope ends with the layer's output.",
          "What stands beside w in w a + b? Check which index of the "
          "remembered values that is.",
          "The forward pass"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::output_for_input>;
         }},
        {{"3.1", "not-handed-on",
          "Every layer gets the error itself: no slope is handed on.",
          "A layer below the last reaches the loss only through those above "
          "it. What does the slope pick up on that way?",
          "One walk back"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::not_handed_on>;
         }},
        {{"3.1", "weight-of-the-layer-below",
          "The slope is handed on through the weight of the wrong layer.",
          "On its way from the output of a layer to its input the slope "
          "passes that layer's own weight. Look at the index.",
          "One walk back"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::weight_below>;
         }},
        {{"3.1", "own-weight-too-early",
          "A weight's own slope has the weight as a factor.",
          "Take the slopes of a layer first, then multiply r by its weight "
          "for the layer below.",
          "One walk back"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::weight_last>;
         }},
        {{"3.1", "sign-flipped", "All slopes have the wrong sign.",
          "The loss grows with the estimate when the estimate is above the "
          "target. Is the error that way round?",
          "One derivative at a time"},
         [](table& t) { t.with_biases = wrong_with_biases<slip::sign>; }},
        {{"3.1", "half-forgotten", "All slopes are twice the true ones.",
          "The loss has a one half in front. What is left when the square "
          "is differentiated?",
          "One derivative at a time"},
         [](table& t) { t.with_biases = wrong_with_biases<slip::factor>; }},
        {{"3.1", "target-left-out",
          "The walk back begins with the estimate instead of the error.",
          "A slope of zero should mean that the estimate is the target.",
          "One derivative at a time"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::target_left_out>;
         }},
        {{"3.1", "first-layer-left-out",
          "The walk stops before the first layer.",
          "An index of an unsigned type is never below zero. Does the loop "
          "reach 0?",
          "One walk back"},
         [](table& t) {
             t.with_biases = wrong_with_biases<slip::first_layer_left_out>;
         }},
        {{"3.1", "one-at-a-time",
          "The slopes are right, and products are computed again and again.",
          "Walk back once, and carry along what the layers above have in "
          "common.",
          "One walk back"},
         [](table& t) { t.counted_with_biases = one_at_a_time; }},

        {{"3.2", "plain-error",
          "These are the slopes for half the squared error.",
          "The walk back begins with the derivative of the loss. This loss "
          "is another one.",
          "One walk back"},
         [](table& t) {
             t.fourth_power = wrong_fourth_power<slip::plain_error>;
         }},
        {{"3.2", "square-for-cube",
          "The error is squared where its cube belongs.",
          "The derivative of d^4 is 4 d^3. Count the factors.",
          "One walk back"},
         [](table& t) {
             t.fourth_power = wrong_fourth_power<slip::square_for_cube>;
         }},
        {{"3.2", "power-not-lowered",
          "The error stands there to the fourth power.",
          "A derivative has one factor less than the power it came from.",
          "One walk back"},
         [](table& t) {
             t.fourth_power = wrong_fourth_power<slip::power_kept>;
         }},
        {{"3.2", "quarter-kept", "All slopes are a quarter of the true ones.",
          "The quarter of the loss is used up: it cancels the 4 of the "
          "derivative.",
          "One walk back"},
         [](table& t) {
             t.fourth_power = wrong_fourth_power<slip::quarter_kept>;
         }},
        {{"3.2", "quarter-forgotten",
          "All slopes are four times the true ones.",
          "The loss has a quarter in front. It cancels the 4 of the "
          "derivative.",
          "One walk back"},
         [](table& t) { t.fourth_power = wrong_fourth_power<slip::factor>; }},
        {{"3.2", "loss-for-its-slope",
          "The walk back begins with the loss instead of its derivative.",
          "Differentiate the loss by the estimate first.", "One walk back"},
         [](table& t) {
             t.fourth_power = wrong_fourth_power<slip::loss_itself>;
         }},
        {{"3.2", "sign-flipped", "All slopes have the wrong sign.",
          "A cube keeps the sign of the error. Is the error the estimate "
          "minus the target?",
          "One derivative at a time"},
         [](table& t) { t.fourth_power = wrong_fourth_power<slip::sign>; }},
        {{"3.2", "weight-of-the-layer-below",
          "The slope is handed on through the weight of the wrong layer.",
          "On its way from the output of a layer to its input the slope "
          "passes that layer's own weight. Look at the index.",
          "One walk back"},
         [](table& t) {
             t.fourth_power = wrong_fourth_power<slip::weight_below>;
         }},
        {{"3.2", "output-for-input",
          "A weight's slope ends with the layer's output.",
          "What stands beside w in w a? Check which index of the remembered "
          "values that is.",
          "The forward pass"},
         [](table& t) {
             t.fourth_power = wrong_fourth_power<slip::output_for_input>;
         }},
        {{"3.2", "one-at-a-time",
          "The slopes are right, and products are computed again and again.",
          "Walk back once, and carry along what the layers above have in "
          "common.",
          "One walk back"},
         [](table& t) { t.counted_fourth_power = one_at_a_time; }},

        {{"3.3", "one-layer-only",
          "This is the part of one layer, not the sum over all.",
          "Moving the weight moves it in every layer. Add up what each of "
          "them gives.",
          "One walk back"},
         [](table& t) {
             t.shared_weight = wrong_shared_weight<slip::one_layer_only>;
         }},
        {{"3.3", "own-weight-once-more",
          "Each part has the weight as a factor once too often.",
          "In the derivative by a layer's weight that layer's own weight "
          "does not occur. Take the slope before handing it on.",
          "One walk back"},
         [](table& t) {
             t.shared_weight = wrong_shared_weight<slip::own_weight>;
         }},
        {{"3.3", "half-of-each-product",
          "Of each part, one half of the product is missing.",
          "A part has two halves: the slope that reaches the layer, with the "
          "weights above, and the layer's input, with the weights below.",
          "One walk back"},
         [](table& t) {
             t.shared_weight = wrong_shared_weight<slip::not_handed_on>;
         }},
        {{"3.3", "sign-flipped", "The slope has the wrong sign.",
          "The error is the estimate minus the target.",
          "One derivative at a time"},
         [](table& t) { t.shared_weight = wrong_shared_weight<slip::sign>; }},
    };
}

}  // namespace chainrule::exercises
