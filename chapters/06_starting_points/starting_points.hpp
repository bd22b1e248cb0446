// # Starting points
//
// In a comment of its program @ref about "the article" remarks that it does
// not work to start all three weights at 0.2333. It gives no reason.
//
// Here is a map of starts. The second and the third weight begin equal, so two
// numbers say where a run begins. It begins at a mark, and moves along its
// line as it trains.
//
// @figure map-of-starts | Training runs that begin at the right, at the top or at the bottom. The runs of one colour end on the goal, those of the other near the horizontal axis. | Seven runs that start above the diagonal bend to the left, pass the vertical axis and end on the goal curve. Six more start to the left of that axis, near the horizontal one, and rise to the goal curve. Five that start below the diagonal end near the horizontal axis, where the second and third weight are zero.
//
// Some runs come to rest far from the goal. We call them stuck. *What stops
// them, and from which starts does that happen?*
//
// When you have read this chapter you can
//
// - say from the starting weights alone whether this network will learn, and
//   in which epoch,
// - say what a saddle is, and why a run may end at one.
//
// | symbol | what it is |
// |--------|------------|
// | $w_1, w_2, w_3$ | the weights |
// | $p = w_1 w_2 w_3$ | their product; the goal is $p = -1$ |
// | $g_i$ | the derivative of the loss by $w_i$ |
// | $\eta$ | the learning rate, 0.05 as before |
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::starting_points {

// ## One step, all weights alike
//
// Both samples of the article have the same gradient: if $x$ and $t$ change
// their signs, so does the error, and each slope has the product of the error
// and $x$ as a factor. With $x = 1$ and $t = -1$ the error is $p + 1$, and
//
// $$ \begin{aligned} g_1 &= (p + 1) \, w_2 w_3 \\ g_2 &= (p + 1) \, w_1 w_3
//    \\ g_3 &= (p + 1) \, w_1 w_2 \end{aligned} $$
//
// Each slope has the two *other* weights as factors. Take $w = (0.1, 0.5,
// 0.5)$. Then $p = 0.025$, and one step moves the first weight by $0.05 \cdot
// 1.025 \cdot 0.5 \cdot 0.5$, or 0.0128, and the second by 0.0026.
//
// The three lines are one line with the names exchanged. The code keeps to
// that, so it treats equal weights equally, down to the last bit.
// @proved{equal_sizes_stay_equal_to_the_last_bit} That will matter.
template <field T>
using weights = std::array<T, 3>;

template <field T>
T product(const weights<T>& w)
{
    return w[0] * w[1] * w[2];
}

template <field T>
weights<T> step(const weights<T>& w, const T& rate)
{
    const T d = product(w) + T(1);
    return {w[0] - rate * (d * (w[1] * w[2])),
            w[1] - rate * (d * (w[0] * w[2])),
            w[2] - rate * (d * (w[0] * w[1]))};
}

// ## Eight corners
//
// Give all three weights the size 0.2333, and try all signs. We ask in which
// epoch $p$ comes within 0.01 of $-1$, and say "never" after 20 000 epochs.
//
// @experiment The corners

// ## Passing zero
//
// @experiment Near zero

// ## Three weights are one
//
// Which weight comes to zero first? @chapter{04_training} has the answer. A
// step changes the *squares* of all three weights by the same amount, up to a
// small rest:
//
// $$ w_i^2 \quad \text{changes by} \quad
//    -2 \eta \, (p + 1) \, p \;+\; \eta^2 g_i^2. $$
//
// The rest has the factor $\eta^2$, so it is small for small steps. Until the
// article's start has learned, it moves each difference of two squares by
// less than 0.005.
// @proved{differences_of_squares_are_conserved_as_the_rate_falls} So one
// weight tells the sizes of the other two: three weights are one.
//
// Take the start $(0.1, 0.3, 0.5)$. The squares are 0.01, 0.09 and 0.25. The
// sign of $p$ is wrong, so all three fall, and by the same amount. The first
// is at zero when each has lost 0.01. The others then have 0.08 and 0.24
// left. They are not zero, so the first weight goes on with a speed that is
// not zero, and its sign changes.
//
// Now take $(0.1, 0.1, 0.5)$. The two smallest are equal, so they take equal
// steps and stay equal. Where one comes near zero, the other is there as well.
// It is a factor of the first one's slope, and stops it.
//
// Weights of equal size are called **tied**; $0.1$ and $-0.1$ are tied, too.
// Only the smallest weight can change its sign
// @proved{only_the_smallest_weight_changes_its_sign}, and only if it is not
// tied with another. Ties of larger weights stop nothing. So, as long as the
// steps are small, a start learns if its product is negative or its smallest
// weight is alone, and otherwise not.
inline weights<double> by_size(weights<double> w)
{
    std::sort(w.begin(), w.end(),
              [](double a, double b) { return std::abs(a) < std::abs(b); });
    return w;
}

inline bool learns(const weights<double>& start)
{
    const weights<double> w = by_size(start);
    return product(w) < 0 || std::abs(w[0]) < std::abs(w[1]);
}

// ## How often is that right?
//
// Take every start whose weights are among $-0.9, -0.8, \dots, 0.9$. Predict
// from the start, run for 3000 epochs, and compare.
//
// @experiment The grid
//
// A grid has many ties. Of 300 starts that were drawn at random all learn.
// @proved{random_starts_are_predicted_within_two_in_a_hundred} The rule was
// made for small steps. From the starts of this grid it holds for larger
// ones, too: up to the rate 0.6 a run is at the goal after 1000 epochs, and
// stays there, if the rule says so, and otherwise not.
// @proved{the_rule_holds_up_to_large_rates} Larger weights take larger steps:
// try `./workbook run 6 --rate 0.6`, and in the map below one run breaks the
// rule. @proved{a_large_start_breaks_the_rule_at_a_large_rate} At 0.7 no run
// from this grid stays at the goal
// @proved{beyond_two_thirds_no_run_stays_at_the_goal}: it is above the
// $\frac23$ of "The learning rate" in @chapter{04_training}.

// ## A map of starts
//
// Now the map at the top can be read. On the way $w_2^2 - w_1^2$ changes by
// less than @value{a map of starts/largest change of w2^2 - w1^2}. So each
// run stays near a line on which it is constant: a piece of a hyperbola.
//
// - To the left of the vertical axis the product has the right sign: learned.
// - To the right of it and above the diagonal the first weight is the
//   smallest, and alone. It passes zero, and the run learns.
// - Below the diagonal the second and third are the smallest. They are tied,
//   and the run comes nearer and nearer to where both are zero.
// - On the diagonal all three are equal: this is the article's remark.
//
// @experiment The map
// @experiment A flat place
//
// In the network of two weights, and in that of three where only two are
// zero, the loss changes with $a^2$. Where all three are zero it is flatter:
// all second derivatives are zero, too.
// @proved{zero_is_flat_to_second_order_for_three_weights} That is why the
// share of the third start in "Passing zero" became ever smaller.
//
// If there is a way down, why does a tied run not take it? With two tied
// weights the way down makes one of them larger and the other smaller. But
// equal weights get equal steps. While $w_2$ and $w_3$ are both $a$ and $w_1$
// is positive, $w_1 a^2 + 1$ is least at $a = 0$. There the run goes. With
// three, the way down lies straight ahead, beyond zero, which the run never
// reaches.

// ## In which epoch?
//
// The two differences of the squares are known for the whole run. So one
// weight is enough to know the other two. Follow the smallest, on a line with
// the goal to the right of zero and the wrong sign to the left: let $u$ be
// its size, with a minus if $p$ is positive. Then $p = -u Q$, where $Q$ is
// the size of the product of the other two:
//
// $$ Q(u) = \sqrt{(u^2 + c_2)(u^2 + c_3)}. $$
//
// Here $c_2$ and $c_3$ say how far the squares of the other two lie above
// $u^2$. In the start $(0.1, 0.3, 0.5)$ they are 0.08 and 0.24, and
// $u = -0.1$, because $p$ is positive. The goal is $u Q = 1$.
// @proved{the_path_has_the_same_product_and_forgets_the_order}
struct path {
    double u;       // the smallest weight; negative: p has the wrong sign
    double c2, c3;  // the squares of the others minus its square

    double others(double at) const
    {
        return std::sqrt((at * at + c2) * (at * at + c3));
    }
};

inline path path_of(const weights<double>& start)
{
    const weights<double> w = by_size(start);
    const double sign = w[1] * w[2] > 0 ? -1 : 1;
    const auto above = [&](double v) {
        return (std::abs(v) - std::abs(w[0])) *
               (std::abs(v) + std::abs(w[0]));
    };
    return {sign * w[0], above(w[1]), above(w[2])};
}

// The error $p + 1$ is $1 - u Q$, and the product of the other two weights
// has the size $Q$. So one step moves $u$ by $\eta \, (1 - u Q) \, Q$. In the
// start $(0.1, 0.3, 0.5)$ that is $0.05 \cdot 1.015 \cdot 0.15$, or 0.0076.
// This is the speed of $u$, and time is distance divided by speed. The speed
// changes on the way. So cut the way into pieces, take for each the speed in
// its middle, and add up. They are shorter where the speed changes fast: near
// zero, where $Q$ is least, and near the goal, where the error is. An epoch
// has two steps.
inline double epochs_to_learn(const weights<double>& start, double rate)
{
    if (!learns(start)) {
        return std::numeric_limits<double>::infinity();
    }
    const path v = path_of(start);
    const auto missing = [&](double u) { return 1 - u * v.others(u); };
    const double way = missing(v.u) > 0 ? 1 : -1;
    double steps = 0;
    double u = v.u;
    while (way * missing(u) >= 0.01) {
        const double piece = way * 0.01 * (std::abs(u) + std::sqrt(v.c2)) *
                             std::min(1.0, std::abs(missing(u)));
        const double middle = u + piece / 2;
        steps += piece / (rate * missing(middle) * v.others(middle));
        u += piece;
    }
    return steps / 2;
}

// ## The article's start
//
// @experiment Its start
// @experiment Every epoch

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | all weights start at one value | below zero they learn; above it they come nearer and nearer to zero |
// | all weights start at zero | every slope is zero, and stays so |
// | a run seems to have settled | look at the loss: a saddle is flat, too |
// | the smallest weights are nearly tied, and $p$ is positive | the run is slow; the appendix says how slow |

// ## Your turn
//
// @exercises
//
// @question **Which of these learn?**
// Say without a run: $(0.1, -0.2, 0.3)$, $(0.1, 0.2, 0.2)$, $(0.2, 0.2, 0.3)$,
// $(0, 0.2, 0.2)$, $(0, 0, 0.5)$.
// @solution The first has the right sign. The second has the wrong one, and
// its smallest weight is alone: it learns. The third is tied: never. In the
// fourth the smallest weight is zero and alone, so it moves: it learns. In
// the last, two weights are zero, so all slopes are: never.
// @proved{five_starts_are_judged_as_the_page_says}
// @endquestion
//
// @question **A crawl.**
// Let all three weights be equal to a small $w$. A step takes about $\eta w^2$
// away. What does it do to $1 / w$? What is $w$ after 40 000 steps from 0.2333?
// @solution $\frac{1}{w - \eta w^2}$ is about $\frac1w + \eta$: each step
// adds $\eta$. So $w$ is about $1 / (40\,000 \, \eta + 1 / 0.2333)$, or
// 0.000499, and still positive.
// @proved{three_equal_weights_crawl_as_one_over_the_steps}
// @endquestion

// ## What you can now say
//
// The article's remark is right. From 0.2333 three times, the product has the
// wrong sign, and the smallest weight is not alone. So no weight passes zero.
// With one minus sign it works, and so it does with one weight smaller than
// the others.
//
// ## Appendix
//
// How slow is a start that is nearly tied, and what breaks a tie?
// @chapter{07_layer_and_network} does not need the answers.
//
// ### Nearly equal
//
// @experiment Nearly equal
//
// ### How the slip breaks a tie
//
// @experiment How the slip breaks a tie
//
// ### How rounding breaks a tie
//
// @experiment How rounding breaks a tie

}  // namespace chainrule::starting_points
