/// \file
/// Wrong answers to the exercises of chapter 05 that have a name.
#pragma once

#include <algorithm>
#include <cmath>

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    steps_swapped,
    sum_for_difference,
    third_left_out,
    plain_central,
    same_denominator,
    forward,
    mean_of_both,
    absolute,
    asks_for_large,
    sizes_only,
    lengths_ignored,
    zeros_differ,
    mean_error,
    first_only,
    of_the_first,
    of_the_smaller,
    infinite_agrees,
    strictly_less,
    huge_step,
    all_together,
    wide_tolerance,
    not_restored,
    two_left_out
};

template <slip S>
rational wrong_four_point(const curve& f, const rational& x,
                          const rational& h)
{
    const auto central = [&](const rational& step, const rational& under) {
        return S == slip::forward
                   ? (f(x + step) - f(x)) / step
                   : (f(x + step) - f(x - step)) /
                         (S == slip::two_left_out ? under : 2 * under);
    };
    const rational near = central(h, h);
    const rational far =
        central(2 * h, S == slip::same_denominator ? h : 2 * h);
    switch (S) {
    case slip::steps_swapped:
        return (4 * far - near) / 3;
    case slip::sum_for_difference:
        return (4 * near + far) / 3;
    case slip::third_left_out:
        return 4 * near - far;
    case slip::plain_central:
        return near;
    case slip::mean_of_both:
        return (near + far) / 2;
    default:
        return (4 * near - far) / 3;
    }
}

template <slip S>
bool pair_agrees(double a, double b, double tolerance)
{
    const double p = S == slip::sizes_only ? std::abs(a) : a;
    const double q = S == slip::sizes_only ? std::abs(b) : b;
    const double distance = std::abs(p - q);
    const double larger = std::max(std::abs(p), std::abs(q));
    switch (S) {
    case slip::absolute:
        return distance <= tolerance;
    case slip::asks_for_large:
        return !(distance / larger > tolerance) && !std::isinf(larger);
    case slip::zeros_differ:
        return distance / larger <= tolerance;
    case slip::of_the_first:
        return distance <= tolerance * std::abs(p);
    case slip::of_the_smaller:
        return distance <= tolerance * std::min(std::abs(p), std::abs(q));
    case slip::infinite_agrees:
        return p == q || distance <= tolerance * larger;
    case slip::strictly_less:
        return (p == 0 && q == 0) ||
               (distance < tolerance * larger && std::isfinite(larger));
    default:
        return distance <= tolerance * larger && std::isfinite(larger);
    }
}

template <slip S>
bool wrong_agree(const values& a, const values& b, const double& tolerance)
{
    if (S != slip::lengths_ignored && a.size() != b.size()) {
        return false;
    }
    const std::size_t n = std::min(a.size(), b.size());
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (S == slip::mean_error) {
            const double larger = std::max(std::abs(a[i]), std::abs(b[i]));
            sum += larger == 0 ? 0 : std::abs(a[i] - b[i]) / larger;
        } else if (S == slip::first_only) {
            return pair_agrees<S>(a[i], b[i], tolerance);
        } else if (!pair_agrees<S>(a[i], b[i], tolerance)) {
            return false;
        }
    }
    return S != slip::mean_error || n == 0 ||
           sum / static_cast<double>(n) <= tolerance;
}

// A checker with a step, a tolerance, and a slip.
template <slip S>
bool wrong_right(const landscape& f, const values& at, const values& gradient)
{
    const double h = S == slip::huge_step ? 0.3 : 1e-5;
    const double tolerance = S == slip::wide_tolerance ? 0.5 : 1e-4;
    values up = at;
    values down = at;
    double claimed = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        up[i] += h;
        down[i] -= h;
        if (S == slip::all_together) {
            claimed += gradient[i];
            continue;
        }
        const double slope = (f(up) - f(down)) / (2 * h);
        if (S != slip::not_restored) {
            up[i] = at[i];
            down[i] = at[i];
        }
        const double distance =
            S == slip::sizes_only
                ? std::abs(std::abs(slope) - std::abs(gradient[i]))
                : std::abs(slope - gradient[i]);
        const double larger =
            std::max(std::abs(slope), std::abs(gradient[i]));
        const double limit =
            S == slip::absolute ? tolerance : tolerance * larger;
        if (S == slip::asks_for_large ? distance > limit
                                      : !(distance <= limit)) {
            return false;
        }
        if (S == slip::first_only) {
            return true;
        }
    }
    if (S == slip::all_together) {
        const double sum = (f(up) - f(down)) / (2 * h);
        return std::abs(sum - claimed) <=
               tolerance * std::max(std::abs(sum), std::abs(claimed));
    }
    return true;
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"5.1", "steps-swapped",
          "The difference with the larger step gets the larger share.",
          "Which of the two errs less? It should count more.",
          "Two difference quotients"},
         [](table& t) {
             t.four_point = wrong_four_point<slip::steps_swapped>;
         }},
        {{"5.1", "plus-for-minus",
          "The two differences are added, and so are their errors.",
          "The errors have the same sign. They cancel if one is subtracted.",
          "Two difference quotients"},
         [](table& t) {
             t.four_point = wrong_four_point<slip::sum_for_difference>;
         }},
        {{"5.1", "three-left-out", "The result is three times too large.",
          "The shares have to add up to one: four thirds less one third.",
          "Two difference quotients"},
         [](table& t) {
             t.four_point = wrong_four_point<slip::third_left_out>;
         }},
        {{"5.1", "plain-central", "This is the plain central difference.",
          "The second one, with twice the step, is still missing.",
          "Two difference quotients"},
         [](table& t) {
             t.four_point = wrong_four_point<slip::plain_central>;
         }},
        {{"5.1", "denominator-stays",
          "The second difference is divided by the distance of the first.",
          "With the step 2h the two points are 4h apart.",
          "Two difference quotients"},
         [](table& t) {
             t.four_point = wrong_four_point<slip::same_denominator>;
         }},
        {{"5.1", "one-sided", "Both differences go to one side only.",
          "A central difference looks to the left as far as to the right.",
          "Two difference quotients"},
         [](table& t) { t.four_point = wrong_four_point<slip::forward>; }},
        {{"5.1", "two-left-out",
          "The result is twice as large as it should be.",
          "The two points of a central difference are 2h apart.",
          "Two difference quotients"},
         [](table& t) {
             t.four_point = wrong_four_point<slip::two_left_out>;
         }},
        {{"5.1", "mean-of-both", "The mean of the two differences is taken.",
          "One of them errs four times as much. Their mean still errs.",
          "Two difference quotients"},
         [](table& t) {
             t.four_point = wrong_four_point<slip::mean_of_both>;
         }},

        {{"5.2", "absolute-error",
          "The distance itself is compared, not the relative error.",
          "Is 1 a large distance? Between 400 and 401 it is not.",
          "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::absolute>; }},
        {{"5.2", "asks-whether-large",
          "What is not a number agrees with everything.",
          "Every comparison with it is false. Ask whether the error is "
          "small, never whether it is large.",
          "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::asks_for_large>; }},
        {{"5.2", "sizes-only", "Numbers of opposite sign agree.",
          "The distance is that of the numbers, not that of their sizes.",
          "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::sizes_only>; }},
        {{"5.2", "lengths-ignored", "Gradients of different lengths agree.",
          "Compare the lengths before the first pair.", "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::lengths_ignored>; }},
        {{"5.2", "zeros-differ", "Two zeros do not agree.",
          "Zero divided by zero is not a number. Multiply the tolerance "
          "instead of dividing the distance.",
          "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::zeros_differ>; }},
        {{"5.2", "mean-error", "The mean of the errors is compared.",
          "One wrong entry among many right ones is still wrong.",
          "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::mean_error>; }},
        {{"5.2", "first-pair-only", "Only the first pair decides.",
          "Does the function return inside of its loop?", "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::first_only>; }},
        {{"5.2", "relative-to-the-first",
          "The error is taken relative to the first number of a pair.",
          "Exchange the two gradients: the answer must stay the same.",
          "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::of_the_first>; }},
        {{"5.2", "relative-to-the-smaller",
          "The error is taken relative to the smaller number of a pair.",
          "The text divides by the larger of the two sizes.",
          "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::of_the_smaller>; }},
        {{"5.2", "infinite-agrees", "Something infinite agrees.",
          "A tolerance times infinity is infinite, and everything is less.",
          "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::infinite_agrees>; }},
        {{"5.2", "strictly-less",
          "An error of exactly the tolerance does not agree.",
          "The text says at most the tolerance.", "How far apart?"},
         [](table& t) { t.agree = wrong_agree<slip::strictly_less>; }},

        {{"5.3", "passes-all",
          "The checker passes everything that it is shown.",
          "A checker that never complains says nothing. Give it a wrong "
          "gradient of your own.",
          "The article's check"},
         [](table& t) {
             t.right = [](const landscape&, const values&, const values&) {
                 return true;
             };
         }},
        {{"5.3", "fails-all",
          "The checker complains about everything, right or wrong.",
          "Give it f = w w at 3 with the gradient 6, and print what it "
          "compares.",
          "How far apart?"},
         [](table& t) {
             t.right = [](const landscape&, const values&, const values&) {
                 return false;
             };
         }},
        {{"5.3", "sizes-only",
          "The checker passes a gradient of the wrong sign.",
          "Compare the numbers, not their sizes.", "How far apart?"},
         [](table& t) { t.right = wrong_right<slip::sizes_only>; }},
        {{"5.3", "absolute-error",
          "The checker compares the distance itself.",
          "For a very small function everything is near, for a very large "
          "one nothing. Divide by the larger size.",
          "How far apart?"},
         [](table& t) { t.right = wrong_right<slip::absolute>; }},
        {{"5.3", "asks-whether-large",
          "The checker passes a gradient with something that is no number.",
          "Ask whether the error is small, never whether it is large.",
          "How far apart?"},
         [](table& t) { t.right = wrong_right<slip::asks_for_large>; }},
        {{"5.3", "first-entry-only", "Only the first entry is checked.",
          "Return true only after the last one.", "The check in its place"},
         [](table& t) { t.right = wrong_right<slip::first_only>; }},
        {{"5.3", "truncation",
          "Right gradients of curved functions are refused.",
          "The difference errs by too much. Is the step too large, or does "
          "it go to one side only?",
          "How small should the step be?"},
         [](table& t) { t.right = wrong_right<slip::huge_step>; }},
        {{"5.3", "not-restored",
          "It errs as soon as there are several parameters.",
          "Is a parameter put back to exactly where it was, before the next "
          "one moves?",
          "The check in its place"},
         [](table& t) { t.right = wrong_right<slip::not_restored>; }},
        {{"5.3", "all-together", "All parameters are moved at once.",
          "The sum of the slopes can be right where two of them are wrong. "
          "Move one at a time.",
          "The check in its place"},
         [](table& t) { t.right = wrong_right<slip::all_together>; }},
        {{"5.3", "wide-tolerance",
          "The tolerance lets small mistakes through.",
          "A wrong entry may be off by one part in a hundred.",
          "How far apart?"},
         [](table& t) { t.right = wrong_right<slip::wide_tolerance>; }},
    };
}

}  // namespace chainrule::exercises
