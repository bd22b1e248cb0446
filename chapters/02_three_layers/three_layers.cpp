#include "three_layers.hpp"

#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chainrule/numbers/traced.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::three_layers;

// ## One sample by hand
//
// Take $x = 2$, $t = 1$ and the weights $w_1 = \frac12$,
// $w_2 = -\frac13$, $w_3 = \frac34$.
//
// @predict Compute $y$, $z$, $e$ on paper, then the three derivatives. Will a
// larger $w_2$ make the loss larger or smaller?
// @answer $y = @value{one sample by hand/y}$,
// $z = @value{one sample by hand/z}$ and $e = @value{one sample by hand/e}$.
// The derivative by $w_2$ is $@value{one sample by hand/dw2}$. It is
// negative, so a larger $w_2$ makes the loss smaller.
// @endpredict
//
// The type `rational` is an exact fraction, so the program prints what you
// have on paper.
const weights<rational> start{{1, 2}, {-1, 3}, {3, 4}};
const rational input = 2;
const rational target = 1;

void one_sample_by_hand()
{
    const auto out = forward(start, input);
    const auto g = derivatives(start, out, input, target);
    const rational d = out.e - target;
    std::cout << "y = " << out.y << "\nz = " << out.z << "\ne = " << out.e
              << "\nloss = " << loss(out.e, target) << "\ndw3 = " << g.dw3
              << "\ndw2 = " << g.dw2 << "\ndw1 = " << g.dw1
              << "\nslope by e = " << d << "\nslope by z = " << d * start.w3
              << "\nslope by y = " << d * start.w3 * start.w2 << "\n";
}
// @output one sample by hand
//
// @graph The sample on its way. Solid arrows carry values from left to right, dashed ones carry the slope of the loss from right to left. | Values from left to right: x 2, y @value{y}, z @value{z}, e @value{e}, L @value{one sample by hand/loss}. Slopes from right to left: by e @value{slope by e}, by z @value{slope by z}, by y @value{slope by y}.
//   node [width=0.75];
//   x [label="x\n2"]; y [label="y\n@value{y}"]; z [label="z\n@value{z}"];
//   e [label="e\n@value{e}"]; L [label="L\n@value{one sample by hand/loss}"];
//   x -> y [label="× 1/2"]; y -> z [label="× −1/3"]; z -> e [label="× 3/4"];
//   e -> L [label="½ (e − 1)²"];
//   L -> e [label="@value{slope by e}" style=dashed constraint=false];
//   e -> z [label="@value{slope by z}" style=dashed constraint=false];
//   z -> y [label="@value{slope by y}" style=dashed constraint=false];
// @endgraph
//
// A derivative is what arrives at the output of its layer on a dashed arrow,
// times what went into the layer on the solid one. Try it for $w_2$: the slope
// by $z$ is $@value{slope by z}$, the input $y$ is $@value{y}$, and their
// product is `dw2`.

// ## The article's proof
//
// How can we know that the three lines of code are right? The article offers
// two ways. The first is to substitute: put the formula of $y$ into $z$, that
// of $z$ into $e$, until only weights, input and target are left. Then
// compare with the derivative of the expanded loss
//
// $$ L = \tfrac12 (w_3 w_2 w_1 x - t)^2. $$
//
// Substituting is dull work, and a machine can do it. The type `traced` is a
// number that does not compute. It writes down what it was asked to compute.
// We hand it to the very same functions:
void the_articles_proof()
{
    const weights<traced> w{traced("w1"), traced("w2"), traced("w3")};
    const traced x("x");
    const traced t("t");
    const auto out = forward(w, x);
    const auto g = derivatives(w, out, x, t);
    std::cout << "loss = " << loss(out.e, t).formula()
              << "\ndw3 = " << g.dw3.formula()
              << "\ndw2 = " << g.dw2.formula()
              << "\ndw1 = " << g.dw1.formula() << "\n";
}
// @output the article's proof
//
// Now do it on paper: the derivative of the expanded loss by $w_1$ is the
// inner part, $w_3 w_2 w_1 x - t$, times the derivative of the inner part by
// $w_1$, which is $w_3 w_2 x$. That is the last line of the output.
//
// The article prints its closed forms *without* the factor $x$, and one of
// the three lines carries the name `dw3` where `dw1` is meant. Both are slips
// of the pen that anybody makes. The question is what would have caught them.

// ## A probe of primes
//
// Give every quantity its own prime number: $w_1 = 3$, $w_2 = 5$, $w_3 = 7$,
// $x = 11$, and choose $t$ so that $\delta = 13$. A derivative is a product
// of such numbers, and a whole number has one factorisation. So the value
// tells which quantities went in.
//
// @predict Which prime is missing from the derivative by $w_2$? Which one is
// in all three?
// @answer The derivative by $w_2$ is @value{a probe of primes/dw2}: it lacks
// 5, which is $w_2$ itself. The primes in all three are 13, which is
// $\delta$, and 11, which is $x$. For `dw3` and `dw2` the input is inside $z$
// and $y$.
// @endpredict
std::string factors(long long n)
{
    std::string product = std::to_string(n) + " =";
    for (long long prime = 2; n > 1; ++prime) {
        for (; n % prime == 0; n /= prime) {
            product += (product.back() == '=' ? " " : " * ");
            product += std::to_string(prime);
        }
    }
    return product;
}

void a_probe_of_primes()
{
    const weights<long long> w{3, 5, 7};
    const long long x = 11;
    const auto out = forward(w, x);
    const long long t = out.e - 13;
    const auto g = derivatives(w, out, x, t);
    std::cout << "dw3 = " << factors(g.dw3) << "\ndw2 = " << factors(g.dw2)
              << "\ndw1 = " << factors(g.dw1)
              << "\narticle's dw1 = " << factors(13 * w.w3 * w.w2) << "\n";
}
// @output a probe of primes
//
// The article's closed form for $w_1$ has no 11: the input was lost on the
// way. Its data could never have told, because there $x$ is $1$ or $-1$, and
// a lost factor of $1$ leaves no trace. The wrong label shows as well. A line
// named `dw3` that contains 7 would say that the derivative by $w_3$ depends
// on $w_3$ a second time, and a layer's own weight does not occur in its own
// derivative.
//
// @note Choose test values so that no two mistakes look alike. Ones, zeros
// and equal weights hide mistakes. Different primes show them.

// ## Numbers that know their slope
//
// A probe of primes needs someone to look at it. For a verdict we need a
// second way to the same derivatives, one that shares no line with the first.
// A **dual number** is a pair: a value, and the slope of that value when one
// chosen quantity moves. Sums add slopes, and a product follows the product
// rule:
//
// $$ (a, a') \cdot (b, b') = (ab, \; a'b + ab'). $$
//
// Start the chosen weight with slope 1 and everything else with slope 0, run
// the forward pass, and the loss arrives with its derivative. Nobody has
// derived anything.
template <field T>
gradient<T> by_dual_numbers(const weights<T>& w, const T& x, const T& t)
{
    using number = dual<T>;
    const auto slope = [&](const T& s1, const T& s2, const T& s3) {
        const weights<number> moving{{w.w1, s1}, {w.w2, s2}, {w.w3, s3}};
        const auto out = forward(moving, number(x, T(0)));
        return loss(out.e, number(t, T(0))).slope;
    };
    return {slope(T(1), T(0), T(0)), slope(T(0), T(1), T(0)),
            slope(T(0), T(0), T(1))};
}

// Both ways are exact, so we may ask for equality, to the last digit. One
// example proves little, though. What settles it is a **random probe** in
// whole numbers modulo the prime $2^{61} - 1$, the type `residue`. Both sides
// are polynomials, in five variables and of degree 7 at most. Two different
// polynomials of degree 7 agree at a random point with a probability of at
// most $7 / (2^{61} - 1)$, less than one in $10^{17}$. That theorem is named
// after Schwartz and Zippel. One random point, and we know.
void numbers_that_know_their_slope()
{
    const auto g = by_dual_numbers(start, input, target);
    std::cout << "dw3 by dual numbers = " << g.dw3
              << "\ndw2 by dual numbers = " << g.dw2
              << "\ndw1 by dual numbers = " << g.dw1 << "\n";

    boost::random::mt19937_64 engine(2);
    const auto any = [&] { return random_residue(engine); };
    const weights<residue> w{any(), any(), any()};
    const residue x = any();
    const residue t = any();
    const bool same =
        by_dual_numbers(w, x, t) == derivatives(w, forward(w, x), x, t);
    std::cout << "equal at a random point = " << (same ? "yes" : "no")
              << "\n";
}
// @output numbers that know their slope

// ## The difference quotient
//
// The article's second way is a program: move one weight by a small $h$ in
// both directions and divide the change of the loss by the change of the
// weight,
//
// $$ \frac{L(w + h) - L(w - h)}{2h}. $$
//
// Usually this is an approximation, and $h$ has to be small. Not here.
//
// @predict Take $h = 1000$. How far off will the quotient be?
// @answer Not at all. See the output below.
// @endpredict
//
// Along a single weight the loss is a parabola, $L = a w^2 + b w + c$. Put
// that in and the square of $h$ cancels:
//
// $$ \frac{a (w+h)^2 - a (w-h)^2 + 2bh}{2h} = \frac{4awh + 2bh}{2h}
//    = 2aw + b. $$
//
// The right side is the derivative, at every $h$. So on this network a
// difference quotient in exact numbers may be compared with **zero
// tolerance**, and any disagreement is a mistake.
rational loss_at(const weights<rational>& w)
{
    return loss(forward(w, input).e, target);
}

rational moved_loss(rational weights<rational>::*weight, const rational& h)
{
    weights<rational> moved = start;
    moved.*weight += h;
    return loss_at(moved);
}

rational central_difference(rational weights<rational>::*weight,
                            const rational& h)
{
    return (moved_loss(weight, h) - moved_loss(weight, -h)) / (2 * h);
}

void the_difference_quotient()
{
    for (const rational& h : {rational(1000), rational(1), {1, 10000}}) {
        std::cout << "h = " << h << ":  dw1 "
                  << central_difference(&weights<rational>::w1, h)
                  << ",  dw2 "
                  << central_difference(&weights<rational>::w2, h)
                  << ",  dw3 "
                  << central_difference(&weights<rational>::w3, h) << "\n";
    }
}
// @output the difference quotient
//
// The article prints the formula with a plus between the two losses. With
// $h$ going to zero that quotient is $2L / 2h$, and it grows without bound.
// Here is what the plus would have given for $w_1$, whose derivative is
// @value{one sample by hand/dw1}:
void the_printed_plus()
{
    for (const rational& h : {rational(1), {1, 100}, {1, 10000}}) {
        const rational sum = moved_loss(&weights<rational>::w1, h) +
                             moved_loss(&weights<rational>::w1, -h);
        std::cout << "h = " << h << ":  " << (sum / (2 * h)).to_double()
                  << "\n";
    }
}
// @output the printed plus
//
// The article's program has the minus, so this slip is in the text only. Its
// program found the slip that mattered, as a later chapter
// will tell.

// ## The loss along each weight
//
// The parabolas themselves: move one weight, keep the other two, and draw
// the loss. All three curves meet where nothing has moved, and the slopes
// there are the three derivatives.
//
// Each parabola opens with its own width. The second derivative along a
// weight is the square of everything that multiplies the weight, so the
// bottom lies at
// $-\,\partial L / \partial w$ divided by that square.
void the_loss_along_each_weight()
{
    const auto out = forward(start, input);
    const auto g = derivatives(start, out, input, target);
    const rational d = out.e - target;
    const auto bottom = [&](const rational& slope) {
        const rational beside = slope / d;
        return -slope / (beside * beside);
    };
    std::cout << "move w1 by " << bottom(g.dw1) << ", or w2 by "
              << bottom(g.dw2) << ", or w3 by " << bottom(g.dw3)
              << ", and the loss is 0\n";

    figure f("loss-along-weights");
    f.x_axis("change of one weight").y_axis("loss");
    const std::array along = {&weights<rational>::w1, &weights<rational>::w2,
                              &weights<rational>::w3};
    for (std::size_t i = 0; i < along.size(); ++i) {
        std::vector<point> curve;
        for (int step = -30; step <= 30; ++step) {
            const rational h(step, 10);
            curve.push_back(
                {h.to_double(), moved_loss(along[i], h).to_double()});
        }
        f.curve("w" + std::to_string(i + 1), curve);
    }
    f.draw();
}
// @output the loss along each weight
//
// @figure loss-along-weights | The loss as one weight moves and the other two stay. Each curve is a parabola. | Three parabolas through one common point at no change: the loss along w2 is the narrowest and falls to the right, the loss along w1 rises to the right, and that along w3 is the widest.
//
// Any one of the three weights could bring the loss of this one sample to
// zero alone. Which of them a training step moves, and how far, is the
// subject of a later chapter.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | the input is missing from `dw1` | right as long as $x = 1$; the probe of primes lacks 11 |
// | the layer's own weight is in its derivative | a factor too many in the probe: 3, 5 or 7 |
// | an index is off by one | one prime in another's place |
// | the plus for the minus | the quotient grows when $h$ shrinks |
// | a derivative under another's name | the difference quotient of that weight disagrees |

// ## Your turn
//
// @exercises
//
// @question **A weight of zero.**
// Let $w_2 = 0$. Which of the three derivatives are zero as well, whatever
// the sample is? What does that mean for training?
// @solution `dw1` is zero, because $w_2$ is one of its factors, and `dw3` is
// zero, because $z = w_2 y$ is. Only `dw2` is left. The first step can move
// nothing but $w_2$.
// @endquestion
//
// @question **Equal products.**
// Multiply each derivative by its own weight. What do you notice? Prove it.
// @solution All three products are $\delta e$: each one is $\delta$ times
// the whole chain $w_3 w_2 w_1 x$. A test of a backward pass can use this,
// because it needs neither a second derivative nor a tolerance.
// @endquestion

// ## Going further
//
// - The formulas repeat: $\delta$ stands in three of them and $w_3$ in two.
//   @chapter{03_cached_backprop} computes each factor once.
// - J. T. Schwartz, *Fast probabilistic algorithms for verification of
//   polynomial identities*, Journal of the ACM 27 (1980), has the theorem
//   behind the random probe.
// - W. K. Clifford introduced dual numbers in 1873.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"one sample by hand", one_sample_by_hand},
         {"the article's proof", the_articles_proof},
         {"a probe of primes", a_probe_of_primes},
         {"numbers that know their slope", numbers_that_know_their_slope},
         {"the difference quotient", the_difference_quotient},
         {"the printed plus", the_printed_plus},
         {"the loss along each weight", the_loss_along_each_weight}});
}
