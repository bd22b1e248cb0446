/// \file
/// Wrong answers to the exercises of chapter 04 that have a name.
#pragma once

#include <cmath>

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    both_stale,
    third_stale,
    second_stale,
    up_the_slope,
    not_handed_on,
    input_left_out,
    rate_left_out,
    decay_up,
    decay_doubled,
    decay_without_rate,
    decay_of_new_weight,
    decay_squared,
    decay_handed_on,
    decay_left_out,
    first_within,
    from_zero,
    last_within,
    one_side_only,
    never_counted,
    edge_included,
    decay_without_weight,
    one_too_late
};

template <slip S>
three wrong_step(const three& w, const double& x, const double& t,
                 const double& rate)
{
    const double y = w[0] * x;
    const double z = w[1] * y;
    const double r3 = w[2] * z - t;
    const double eta = S == slip::up_the_slope    ? -rate
                       : S == slip::rate_left_out ? 1
                                                  : rate;
    const double new3 = w[2] - eta * r3 * z;
    const bool stale3 = S == slip::both_stale || S == slip::third_stale;
    const double r2 =
        S == slip::not_handed_on ? r3 : r3 * (stale3 ? new3 : w[2]);
    const double new2 = w[1] - eta * r2 * y;
    const bool stale2 = S == slip::both_stale || S == slip::second_stale;
    const double r1 =
        S == slip::not_handed_on ? r2 : r2 * (stale2 ? new2 : w[1]);
    return {w[0] - eta * r1 * (S == slip::input_left_out ? 1 : x), new2,
            new3};
}

template <slip S>
three wrong_decay(const three& w, const double& x, const double& t,
                  const double& rate, const double& decay)
{
    const double y = w[0] * x;
    const double z = w[1] * y;
    const double r3 = w[2] * z - t;
    const double r2 = r3 * w[2];
    const double r1 = r2 * w[1];
    three g{r1 * x, r2 * y, r3 * z};
    if (S == slip::decay_handed_on) {
        // The price enters where the walk back begins.
        const double extra = decay * w[2];
        const double h2 = (r3 + extra) * w[2];
        return {w[0] - rate * h2 * w[1] * x, w[1] - rate * h2 * y,
                w[2] - rate * (r3 + extra) * z};
    }
    three next{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double price = S == slip::decay_up        ? -decay * w[i]
                             : S == slip::decay_doubled ? 2 * decay * w[i]
                             : S == slip::decay_squared
                                 ? decay / 2 * w[i] * w[i]
                             : S == slip::decay_without_weight ? decay
                             : S == slip::decay_left_out       ? 0
                                                               : decay * w[i];
        const double moved = w[i] - rate * g[i];
        next[i] = S == slip::decay_without_rate ? moved - decay * w[i]
                  : S == slip::decay_of_new_weight
                      ? moved - rate * decay * moved
                      : moved - rate * price;
    }
    return next;
}

template <slip S>
std::size_t wrong_settled(const values& v, const double& goal,
                          const double& distance)
{
    const auto near = [&](std::size_t i) {
        const double from_goal =
            S == slip::one_side_only ? v[i] - goal : std::abs(v[i] - goal);
        return S == slip::edge_included ? from_goal <= distance
                                        : from_goal < distance;
    };
    if (S == slip::first_within) {
        for (std::size_t i = 0; i < v.size(); ++i) {
            if (near(i)) {
                return i + 1;
            }
        }
        return 0;
    }
    if (S == slip::last_within) {
        for (std::size_t i = v.size(); i > 0; --i) {
            if (near(i - 1)) {
                return i;
            }
        }
        return 0;
    }
    std::size_t i = v.size();
    while (i > 0 && near(i - 1)) {
        --i;
    }
    if (i == v.size() && S != slip::never_counted) {
        return 0;
    }
    return S == slip::from_zero ? i : S == slip::one_too_late ? i + 2 : i + 1;
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"4.1", "both-stale",
          "Both slopes are still handed back through weights that have "
          "moved.",
          "Take r3, r2 and r1 before the first weight moves.",
          "The step as the article has it"},
         [](table& t) { t.repaired = wrong_step<slip::both_stale>; }},
        {{"4.1", "third-weight-stale",
          "The slope still passes the third weight after it has moved.",
          "The second of the two repairs is there. Look at the line that "
          "makes r2.",
          "The step as the article has it"},
         [](table& t) { t.repaired = wrong_step<slip::third_stale>; }},
        {{"4.1", "second-weight-stale",
          "The slope still passes the second weight after it has moved.",
          "The first of the two repairs is there. The line for the first "
          "weight has the same trouble.",
          "The step as the article has it"},
         [](table& t) { t.repaired = wrong_step<slip::second_stale>; }},
        {{"4.1", "up-the-slope",
          "The step goes along the slope instead of against it.",
          "A positive slope says that a larger weight makes a larger loss.",
          "The step as the article has it"},
         [](table& t) { t.repaired = wrong_step<slip::up_the_slope>; }},
        {{"4.1", "not-handed-on",
          "Every weight gets the error itself: no slope is handed on.",
          "On its way back the slope is multiplied by each weight it passes.",
          "The step as the article has it"},
         [](table& t) { t.repaired = wrong_step<slip::not_handed_on>; }},
        {{"4.1", "input-left-out",
          "The first weight moves as if its input were 1.",
          "What stands beside the first weight?",
          "The step as the article has it"},
         [](table& t) { t.repaired = wrong_step<slip::input_left_out>; }},
        {{"4.1", "rate-left-out", "The step has no learning rate.",
          "Each weight moves by the rate times its slope.",
          "The step as the article has it"},
         [](table& t) { t.repaired = wrong_step<slip::rate_left_out>; }},

        {{"4.2", "decay-left-out",
          "This is the step without the price on large weights.",
          "The new part of the loss has a slope by each weight, too.",
          "The step with all slopes first"},
         [](table& t) { t.decay = wrong_decay<slip::decay_left_out>; }},
        {{"4.2", "decay-upwards",
          "The price drives the weights up instead of down.",
          "Its slope is added to the slope of the error, and then the step "
          "goes against both.",
          "The step with all slopes first"},
         [](table& t) { t.decay = wrong_decay<slip::decay_up>; }},
        {{"4.2", "decay-without-the-weight",
          "The price pulls every weight equally, whatever its size.",
          "Its slope is lambda times the weight.",
          "The step with all slopes first"},
         [](table& t) { t.decay = wrong_decay<slip::decay_without_weight>; }},
        {{"4.2", "decay-doubled",
          "The price pulls twice as hard as it should.",
          "There is a one half in front of it. What is left of it and the "
          "square?",
          "The step with all slopes first"},
         [](table& t) { t.decay = wrong_decay<slip::decay_doubled>; }},
        {{"4.2", "decay-without-rate",
          "The price moves the weights without the learning rate.",
          "It is a part of the loss. Its slope is multiplied by the rate as "
          "any other.",
          "The step with all slopes first"},
         [](table& t) { t.decay = wrong_decay<slip::decay_without_rate>; }},
        {{"4.2", "decay-of-the-new-weight",
          "The price is taken from weights that have moved.",
          "All slopes first, this one included.",
          "The step with all slopes first"},
         [](table& t) { t.decay = wrong_decay<slip::decay_of_new_weight>; }},
        {{"4.2", "price-for-its-slope",
          "The price itself is added, where its derivative belongs.",
          "Differentiate the price by the weight first.",
          "The step with all slopes first"},
         [](table& t) { t.decay = wrong_decay<slip::decay_squared>; }},
        {{"4.2", "decay-handed-back",
          "The price is added to the error, and walks back through layers.",
          "The price sees each weight directly. No layer is in between.",
          "The step with all slopes first"},
         [](table& t) { t.decay = wrong_decay<slip::decay_handed_on>; }},

        {{"4.3", "first-time",
          "This is the first epoch near the goal, and not all after it are.",
          "A run may come near and leave again. Which epoch decides?",
          "Side by side"},
         [](table& t) { t.settled = wrong_settled<slip::first_within>; }},
        {{"4.3", "counted-from-zero", "The epoch is one too small.",
          "Epochs are counted from 1, and what stands in a vector from 0.",
          "Side by side"},
         [](table& t) { t.settled = wrong_settled<slip::from_zero>; }},
        {{"4.3", "one-too-late", "The epoch is one too large.",
          "Where does your walk stop, at the last value that is too far or "
          "at the one after it?",
          "Side by side"},
         [](table& t) { t.settled = wrong_settled<slip::one_too_late>; }},
        {{"4.3", "last-time", "This is the last epoch near the goal.",
          "The first epoch of the last stretch is asked for.",
          "Side by side"},
         [](table& t) { t.settled = wrong_settled<slip::last_within>; }},
        {{"4.3", "one-side-only", "Values far below the goal count as near.",
          "The distance is the size of the difference, whatever its sign.",
          "Side by side"},
         [](table& t) { t.settled = wrong_settled<slip::one_side_only>; }},
        {{"4.3", "never-not-zero",
          "A run that ends far from the goal has not settled at all.",
          "What does your function return if the last value is too far?",
          "Side by side"},
         [](table& t) { t.settled = wrong_settled<slip::never_counted>; }},
        {{"4.3", "edge-included",
          "A value exactly at the distance counts as near.",
          "The text says nearer than the distance.", "Side by side"},
         [](table& t) { t.settled = wrong_settled<slip::edge_included>; }},
    };
}

}  // namespace chainrule::exercises
