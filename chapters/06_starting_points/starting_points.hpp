// # Starting points
//
// In a comment of its program @ref about "the article" remarks that it does
// not work to start all three weights at 0.2333. It gives no reason.
//
// Here is a map of starts. The second and the third weight begin equal, so two
// numbers say where a run begins. It begins at a mark, and moves along its
// line as it trains.
//
// @figure map-of-starts | Training runs that begin at the right, at the top or at the bottom. The runs of one colour end on the goal, those of the other stop on the horizontal axis. | Runs that start above the diagonal bend to the left, pass the vertical axis and end on the goal curve. Runs that start below it end on the horizontal axis, where the second and third weight are zero.
//
// A part of the runs stops far from the goal and does not move again. *What
// stops them, and which starts are so?*
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
// In @chapter{04_training} you saw that both samples of the article have the
// same gradient. With $x = 1$ and $t = -1$ the error is $p + 1$, and
//
// $$ g_1 = (p + 1) \, w_2 w_3, \quad g_2 = (p + 1) \, w_1 w_3, \quad
//    g_3 = (p + 1) \, w_1 w_2. $$
//
// Each slope has the product of the two *other* weights. Take $w = (0.1, 0.5,
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
// How does a weight behave near zero? Here are three starts with a positive
// product. We look at the smallest weight of each.
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
// The rest has $\eta$ twice, so it is small for small steps. Over the whole
// run of the article's start it moves the difference of two squares by less
// than 0.0001. @proved{differences_of_squares_are_conserved_as_the_rate_falls}
//
// Take the start $(0.1, 0.3, 0.5)$. The squares are 0.01, 0.09 and 0.25. The
// sign of $p$ is wrong, so all three fall, and by the same amount. The first
// is at zero when each has lost 0.01. The others then have 0.08 and 0.24
// left. They are not zero, so the first weight goes on with a speed that is
// not zero, and its sign changes.
//
// Now take $(0.1, 0.1, 0.5)$. The two smallest squares are equal and stay
// equal. Whichever comes near zero, the other is there as well, and stops it.
// Such weights are called **tied**. What counts are the sizes: $0.1$ and
// $-0.1$ are tied, too.
//
// So only the smallest weight can change its sign
// @proved{only_the_smallest_weight_changes_its_sign}, and only if it is alone.
// A start learns if its product is negative, or if its smallest weight is
// alone.
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
// @proved{random_starts_are_predicted_within_two_in_a_hundred} The rule was made
// for small steps, but it holds for larger ones, too. Try
// `./workbook run 6 --rate 0.6`. @proved{the_rule_holds_up_to_large_rates} At
// 0.7 most starts do not learn any more.
// @proved{beyond_two_thirds_most_starts_do_not_learn} Which section of
// @chapter{04_training} says why?

// ## A map of starts
//
// Now the map at the top can be read. The difference of two squares hardly
// changes, so each run follows a line on which $w_2^2 - w_1^2$ is constant: a
// piece of a hyperbola.
//
// - To the left of the vertical axis the product has the right sign: learned.
// - To the right of it and above the diagonal the first weight is the
//   smallest, and alone. It passes zero, and the run learns.
// - Below the diagonal the second and third are the smallest. They are tied,
//   and the run ends where both are zero.
// - On the diagonal all three are equal: this is the article's remark.
//
// @experiment The map
// @experiment A flat place
//
// With two weights, or where only two of the three are zero, the ground
// curves: the loss changes with $a^2$. Where all three are zero it is flatter
// still, and does not even curve.
// @proved{zero_is_flat_to_second_order_for_three_weights} That is why the
// share in the third column above became smaller and smaller.
//
// If there is a way down, why does a tied run not take it? With two tied
// weights the way down makes one of them larger and the other smaller. But
// equal weights get equal steps, so the run comes down along the ridge and
// stops at the saddle. With three, the way down lies straight ahead, beyond
// zero. The run comes nearer and slower, and never arrives.

// ## In which epoch?
//
// The two differences of the squares are known for the whole run. So one
// weight is enough to know the other two. Follow the smallest. Let $u$ have
// its size, and the sign that makes $p = -u Q$, where $Q$ is the size of the
// product of the other two:
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

// The error $p + 1$ is $1 - u Q$, and the product of the other two weights has
// the size $Q$. So one step moves $u$ by $\eta \, (1 - u Q) \, Q$. That is its
// speed, and time is distance divided by speed. The speed changes on the way.
// So cut the way into pieces, shorter ones near zero and near the goal, take
// for each the speed in its middle, and add up. An epoch has two steps.
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
// Its weights are 0.2333, $-0.233$ and $-0.52133$. The product is positive:
// the wrong sign. The two smallest differ by 0.0003. They are not tied, but
// nearly.
//
// @experiment Its start
// @experiment Every epoch

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | all weights start at one value | by its sign they learn or stand still |
// | all weights start at zero | every slope is zero, and stays so |
// | a run seems to have settled | look at the loss: a saddle is flat, too |
// | two weights are nearly tied | the run is slow; the appendix says how slow |

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
// the last two are zero: all slopes are zero, never.
// @proved{five_starts_are_judged_as_the_page_says}
// @endquestion
//
// @question **A crawl.**
// Let all three weights be equal to a small $w$. A step takes about
// $\eta w^2$ away. What does it do to $1 / w$? What is $w$ after 40 000 steps
// from 0.2333?
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
// The three sections that follow are an appendix: how slow a nearly tied start
// is, and what breaks a tie. @chapter{07_layer_and_network} does not need it.
//
// @experiment Nearly equal
// @experiment How the slip breaks a tie
// @experiment How rounding breaks a tie

// ## Going further
//
// - A. Saxe, J. McClelland, S. Ganguli, [*Exact solutions to the nonlinear
//   dynamics of learning in deep linear neural
//   networks*](https://arxiv.org/abs/1312.6120), 2013: the conserved
//   quantities, for matrices.
// - K. Kawaguchi, [*Deep learning without poor local
//   minima*](https://arxiv.org/abs/1605.07110), 2016: deep linear networks
//   have saddles from which the loss does not curve downwards.
// - P. Bartlett, D. Helmbold, P. Long, *Gradient descent with identity
//   initialization efficiently learns positive definite linear
//   transformations by deep residual networks*, 2018: the same
//   obstacle for matrices, with starts at the identity.

}  // namespace chainrule::starting_points
