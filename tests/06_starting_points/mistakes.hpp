/// \file
/// Wrong answers to the exercises of chapter 06 that have a name.
#pragma once

#include <algorithm>
#include <cmath>

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    divides,
    own_weight,
    target_added,
    sign,
    before_only,
    after_only,
    error_left_out,
    sign_only,
    tie_always_stuck,
    any_tie,
    target_ignored,
    zero_stuck,
    zero_is_positive,
    signed_tie,
    single_is_tied,
    tie_ignored,
    target_left_out
};

template <slip S>
values wrong_product(const values& w, const double& t)
{
    double p = 1;
    for (const double each : w) {
        p *= each;
    }
    const double d = S == slip::sign              ? t - p
                     : S == slip::target_added    ? p + t
                     : S == slip::error_left_out  ? 1
                     : S == slip::target_left_out ? p
                                                  : p - t;
    values slopes;
    for (std::size_t i = 0; i < w.size(); ++i) {
        double slope = d;
        for (std::size_t j = 0; j < w.size(); ++j) {
            const bool other = S == slip::own_weight    ? true
                               : S == slip::before_only ? j < i
                               : S == slip::after_only  ? j > i
                                                        : j != i;
            slope *= other ? w[j] : 1;
        }
        slopes.push_back(S == slip::divides ? d * p / w[i] : slope);
    }
    return slopes;
}

// The right slopes with n (n - 1) multiplications.
inline numbers each_for_itself(const numbers& w, const number& t)
{
    number p = 1;
    for (const number& each : w) {
        p = p * each;
    }
    numbers slopes;
    for (std::size_t i = 0; i < w.size(); ++i) {
        number slope = p - t;
        for (std::size_t j = 0; j < w.size(); ++j) {
            slope = j == i ? slope : slope * w[j];
        }
        slopes.push_back(slope);
    }
    return slopes;
}

template <slip S>
bool wrong_learns(const values& w, const double& target)
{
    double sign = S == slip::target_ignored ? -1 : target;
    for (const double each : w) {
        sign *= each < 0                      ? -1
                : each > 0                    ? 1
                : S == slip::zero_is_positive ? 1
                                              : 0;
    }
    values sizes;
    for (const double each : w) {
        sizes.push_back(S == slip::signed_tie ? each : std::abs(each));
    }
    std::sort(sizes.begin(), sizes.end());
    const bool tied =
        S == slip::any_tie
            ? std::adjacent_find(sizes.begin(), sizes.end()) != sizes.end()
        : sizes.size() < 2 ? S == slip::single_is_tied
                           : sizes[0] == sizes[1];
    if (S == slip::tie_always_stuck) {
        return !tied;
    }
    if (S == slip::zero_stuck && sign == 0) {
        return false;
    }
    return sign > 0 ||
           (S != slip::sign_only && (!tied || S == slip::tie_ignored));
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"6.1", "divides-by-the-weight",
          "The product of all weights is divided by one of them.",
          "A weight may be zero. Multiply what lies before it by what lies "
          "after it.",
          "One step, all weights alike"},
         [](table& t) { t.product = wrong_product<slip::divides>; }},
        {{"6.1", "own-weight", "Each slope has its own weight as a factor.",
          "The product of all other weights is asked for.",
          "One step, all weights alike"},
         [](table& t) { t.product = wrong_product<slip::own_weight>; }},
        {{"6.1", "target-added",
          "The target is added where it should be subtracted.",
          "The slope by the product is the product minus the target.",
          "One step, all weights alike"},
         [](table& t) { t.product = wrong_product<slip::target_added>; }},
        {{"6.1", "sign-flipped", "All slopes have the wrong sign.",
          "The error is the product minus the target.",
          "One step, all weights alike"},
         [](table& t) { t.product = wrong_product<slip::sign>; }},
        {{"6.1", "target-left-out",
          "The product stands where the error belongs.",
          "The slope by the product is the product minus the target.",
          "One step, all weights alike"},
         [](table& t) { t.product = wrong_product<slip::target_left_out>; }},
        {{"6.1", "weights-before-only",
          "Only the weights before each one are in its product.",
          "Those after it belong to it as well. Carry them along on a walk "
          "back.",
          "One step, all weights alike"},
         [](table& t) { t.product = wrong_product<slip::before_only>; }},
        {{"6.1", "weights-after-only",
          "Only the weights after each one are in its product.",
          "Those before it belong to it as well. Remember them on the walk "
          "up.",
          "One step, all weights alike"},
         [](table& t) { t.product = wrong_product<slip::after_only>; }},
        {{"6.1", "error-left-out",
          "These are slopes of the product, not of the loss.",
          "The loss follows the product, and the product follows a weight. "
          "Two slopes multiply.",
          "One step, all weights alike"},
         [](table& t) { t.product = wrong_product<slip::error_left_out>; }},
        {{"6.1", "each-for-itself",
          "The slopes are right, and products are computed again and again.",
          "Neighbouring weights share nearly all of their products. Walk up "
          "once and back once.",
          "One step, all weights alike"},
         [](table& t) { t.counted_product = each_for_itself; }},

        {{"6.2", "sign-only",
          "Every start with the wrong sign is said to fail.",
          "The smallest weight can pass zero, if it is alone.",
          "Eight corners"},
         [](table& t) { t.learns = wrong_learns<slip::sign_only>; }},
        {{"6.2", "tie-ignored", "Every start is said to learn.",
          "With the wrong sign, two smallest weights shrink together and "
          "never pass zero.",
          "A flat place"},
         [](table& t) { t.learns = wrong_learns<slip::tie_ignored>; }},
        {{"6.2", "tie-always-stuck",
          "A tie is said to fail even where the sign is right.",
          "With the right sign no weight has to pass zero.", "Eight corners"},
         [](table& t) { t.learns = wrong_learns<slip::tie_always_stuck>; }},
        {{"6.2", "any-tie", "A tie among the larger weights is said to fail.",
          "Only the smallest weight has to pass zero. What do the others do "
          "meanwhile?",
          "Eight corners"},
         [](table& t) { t.learns = wrong_learns<slip::any_tie>; }},
        {{"6.2", "target-ignored", "The target is taken to be -1.",
          "Which sign is the wrong one depends on the target.",
          "Eight corners"},
         [](table& t) { t.learns = wrong_learns<slip::target_ignored>; }},
        {{"6.2", "zero-is-stuck",
          "Every start with a weight of zero is said to fail.",
          "A single weight of zero has a slope, because no other is zero.",
          "A flat place"},
         [](table& t) { t.learns = wrong_learns<slip::zero_stuck>; }},
        {{"6.2", "zero-is-positive",
          "A weight of zero is taken for a positive one.",
          "A product of zero has not the sign of any target.",
          "A flat place"},
         [](table& t) { t.learns = wrong_learns<slip::zero_is_positive>; }},
        {{"6.2", "signed-tie", "Values are compared where sizes should be.",
          "0.2 and -0.2 are equally far from zero.", "Three weights are one"},
         [](table& t) { t.learns = wrong_learns<slip::signed_tie>; }},
        {{"6.2", "single-is-tied", "A single weight is said to be stuck.",
          "With whom would it be tied?", "Eight corners"},
         [](table& t) { t.learns = wrong_learns<slip::single_is_tied>; }},
    };
}

}  // namespace chainrule::exercises
