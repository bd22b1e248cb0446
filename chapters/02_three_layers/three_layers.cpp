#include "three_layers.hpp"

#include <array>
#include <boost/algorithm/string/replace.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <cstdlib>
#include <iostream>
#include <sstream>
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

// ## A nudge on its way
//
// Take $x = 2$, $t = 1$ and the weights $w_1 = \frac12$, $w_2 = -\frac13$,
// $w_3 = \frac34$. Move $w_1$ by $\frac1{1000}$ and look at $y$, $z$ and $e$.
//
// @predict How much does $y$ move, and how much do $z$ and $e$?
// @answer $y$ moves $x = 2$ times as much as $w_1$. $z$ moves $-\frac13$
// times as much as $y$, and $e$ moves $\frac34$ times as much as $z$:
// $2 \cdot (-\frac13) \cdot \frac34 = -\frac12$ times as much as $w_1$.
// @output a nudge on its way
// @endpredict
//
// The type `rational` is an exact fraction, so the program prints what you
// have on paper.
const weights<rational> start{{1, 2}, {-1, 3}, {3, 4}};
const rational input = 2;
const rational target = 1;

void a_nudge_on_its_way()
{
    const rational h(1, 1000);
    weights<rational> nudged = start;
    nudged.w1 += h;
    const auto before = forward(start, input);
    const auto after = forward(nudged, input);
    std::cout << "y moves = " << after.y - before.y
              << "\nz moves = " << after.z - before.z
              << "\ne moves = " << after.e - before.e << "\n";
}

// ## One sample by hand
//
// The same sample and the same weights.
//
// @predict Compute the three derivatives on paper. Will a larger $w_2$ make
// the loss larger or smaller?
// @answer The derivative by $w_2$ is $@value{one sample by hand/dw2}$. It is
// negative, so near this $w_2$ a larger one makes the loss smaller.
// @output one sample by hand
// @endpredict
// @fold Computing and printing
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
// @end
// @graph The sample on its way. Solid arrows carry values from left to right, dashed ones carry the slope of the loss from right to left. | Values from left to right: x 2, y @value{one sample by hand/y}, z @value{one sample by hand/z}, e @value{one sample by hand/e}, L @value{one sample by hand/loss}. Slopes from right to left: by e @value{slope by e}, by z @value{slope by z}, by y @value{slope by y}.
//   ranksep=0.1; node [width=0.75];
//   x [label="x\n2"]; y [label="y\n@value{one sample by hand/y}"]; z [label="z\n@value{one sample by hand/z}"];
//   e [label="e\n@value{one sample by hand/e}"]; L [label="L\n@value{one sample by hand/loss}"];
//   x -> y [label="× 1/2"]; y -> z [label="× −1/3"]; z -> e [label="× 3/4"];
//   e -> L [label="½ (e − 1)²"];
//   edge [style=dashed constraint=false color="#D55E00" fontcolor="#D55E00"];
//   L:sw -> e:se [label="@value{slope by e}"]; e:sw -> z:se [label="@value{slope by z}"];
//   z:sw -> y:se [label="@value{slope by y}"];
// @endgraph
//
// A derivative is the slope on the dashed arrow that ends at the output of its
// layer, times what went into the layer. Try it for $w_3$. The slope by $e$ is
// $@value{slope by e}$ and the input is $z = @value{one sample by hand/z}$.
// Their product, $@value{one sample by hand/dw3}$, is `dw3`.

// ## The article's proof
//
// How can we know that the three lines of code are right? The article offers
// two ways; the second one comes in "The difference quotient" below. The first
// is to substitute: put the formula of $y$ into $z$, that of $z$ into $e$,
// until only weights, input and target are left. Then compare with the
// derivative of the expanded loss
//
// $$ L = \tfrac12 (w_3 w_2 w_1 x - t)^2. $$
//
// A machine can do the substituting. The type `traced` is a number that does
// not compute. It writes down what it was asked to compute. We hand it to the
// same functions:
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
// of such numbers, and every whole number is a product of primes in one way
// only. So its value tells which quantities went in.
//
// @predict Which prime is missing from the derivative by $w_2$? Which ones are
// in all three?
// @answer The derivative by $w_2$ is @value{a probe of primes/dw2}: it lacks
// 5, which is $w_2$ itself. The primes in all three are 13, which is
// $\delta$, and 11, which is $x$. For `dw3` and `dw2` the input is inside $z$
// and $y$.
// @output a probe of primes
// @endpredict
// @fold A fraction and its factors
std::string factors(const rational& value)
{
    std::ostringstream text;
    const auto put = [&](long long n, const char* sign) {
        for (long long prime = 2; n > 1; ++prime) {
            for (; n % prime == 0; n /= prime) {
                text << sign << prime;
            }
        }
    };
    const long long above = std::stoll(value.numerator());
    text << value << " = " << (above < 0 ? -1 : 1);
    put(std::abs(above), " * ");
    put(std::stoll(value.denominator()), " / ");
    return boost::replace_first_copy(text.str(), " = 1 * ", " = ");
}
// @end

void a_probe_of_primes()
{
    const weights<rational> w{3, 5, 7};
    const rational x = 11;
    const auto out = forward(w, x);
    const rational t = out.e - 13;
    const auto g = derivatives(w, out, x, t);
    std::cout << "dw3 = " << factors(g.dw3) << "\ndw2 = " << factors(g.dw2)
              << "\ndw1 = " << factors(g.dw1)
              << "\narticle's dw1 = " << factors(rational(13) * w.w3 * w.w2)
              << "\n";
}
// The article's closed form for $w_1$ has no 11: the input was lost on the
// way. At the first sample of the article, $x = 1$, that leaves no trace,
// because a lost factor of 1 changes nothing. At its second sample, $x = -1$,
// the sign is wrong.
// @proved{a_missing_input_is_invisible_at_one_and_turns_the_sign_at_minus_one}
//
// The wrong name shows as well. The line that is named `dw3` there is meant for
// $w_1$, and it contains a 7, which is $w_3$. No weight is a factor of its own
// derivative.
// @proved{the_articles_mislabelled_line_is_not_dw3}
//
// @note Choose test values so that no two mistakes look alike. Ones, zeros
// and equal weights hide mistakes. Different primes show them.

// ## Numbers that know their slope
//
// A probe of primes needs a person to look at it. For a verdict by a program
// we need a second way to the same derivatives, one that does not use the
// three lines that are to be proved. A **dual number** is a pair: a value, and
// the slope of that value when one chosen quantity moves. In a sum the slopes
// are added, and a product follows the product rule:
//
// $$ (a, a') \cdot (b, b') = (ab, \; a'b + ab'). $$
//
// Give the chosen weight the slope 1 and everything else the slope 0, run the
// forward pass, and the loss arrives with its derivative. This way of taking
// derivatives is called **forward mode**, because the slopes travel with the
// values. To begin at the loss, as our three lines do, is **reverse mode**;
// @chapter{03_cached_backprop} says what it is good for.
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

// Both ways are exact, so we may ask for equality. On the sample from above
// they agree. One sample proves little, though: the formulas could differ
// elsewhere. What settles it is one **random** sample in another kind of
// number, the type `residue`: whole numbers that are counted modulo the prime
// $p = 2^{61} - 1$, as hours are counted modulo 12. They can be divided, too.
// One half is $2^{60}$, because $2 \cdot 2^{60} = 2^{61}$, and that is 1 more
// than $p$, so it counts as 1.
//
// Both sides are polynomials in five variables. The longest terms have seven
// factors: four in $\delta$, and three more behind it in each derivative. A
// theorem of Schwartz and Zippel says: if two such polynomials are different
// modulo $p$, they agree at a random point with a probability of at most
// $7 / p$. That is less than one in $10^{17}$. (The point is drawn by a
// generator with a fixed start, so that every run prints the same. The
// coefficients are small whole numbers, so none that differ are equal modulo
// $p$.)
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
// Usually this is an approximation, and $h$ has to be small.
//
// @predict Take $h = 1000$. How far off will the quotient be?
// @answer Not at all.
// @output the difference quotient
// @endpredict
//
// Along a single weight the loss is a parabola, or constant:
// $L = A w^2 + B w + C$. Put that in and the square of $h$ cancels:
//
// $$ \begin{aligned} \frac{A (w+h)^2 - A (w-h)^2 + 2Bh}{2h}
//    &= \frac{4Awh + 2Bh}{2h} \\ &= 2Aw + B. \end{aligned} $$
//
// That is the derivative, for every $h$ but 0. So on this network the central
// difference quotient in exact numbers may be compared with **zero
// tolerance**, and any disagreement is a mistake.
//
// The function `moved_loss` is told which weight to move by a pointer to a
// member, such as `&weights<rational>::w1`.
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
    std::cout << "h: dw1, dw2, dw3\n";
    for (const rational& h : {rational(1000), rational(1), {1, 10000}}) {
        std::cout << h << ": "
                  << central_difference(&weights<rational>::w1, h) << ", "
                  << central_difference(&weights<rational>::w2, h) << ", "
                  << central_difference(&weights<rational>::w3, h) << "\n";
    }
}
// The article prints the formula with a plus between the two losses. With $h$
// going to zero that quotient comes close to $2L / 2h$, and it grows without
// bound, unless $L$ is 0. Here is what the plus would have given for $w_1$,
// whose derivative is @value{one sample by hand/dw1}:
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
// The article's program has the minus, so this slip is in its text only. What
// the program found, and what it could not see, is the subject of
// @chapter{05_gradient_check}.

// ## The loss along each weight
//
// Now the parabolas themselves: move one weight, keep the other two, and draw
// the loss. All three curves meet where nothing has moved, and their slopes
// there are the three derivatives.
//
// When a weight moves by $h$, the estimate moves by $k h$, where $k$ is the
// product of all that the weight is multiplied by; for $w_1$ it is
// $w_3 w_2 x$. So the loss is $\frac12 (\delta + k h)^2$, and it is zero at
// $h = -\delta / k$. The further $k$ is from zero, the
// narrower the parabola.
// @fold Where the bottoms lie, and drawing
void the_loss_along_each_weight()
{
    const auto out = forward(start, input);
    const rational d = out.e - target;
    const auto bottom = [&](const rational& k) { return -d / k; };
    std::cout << "The loss is 0 if one moves:\n"
              << "w1 by " << bottom(start.w3 * start.w2 * input) << "\n"
              << "w2 by " << bottom(start.w3 * out.y) << "\n"
              << "w3 by " << bottom(out.z) << "\n";

    figure f("loss-along-weights");
    f.x_axis("change of one weight").y_axis("loss");
    const double now = loss(out.e, target).to_double();
    f.guide("now", {{-4.5, now}, {2, now}});
    const std::array along = {&weights<rational>::w1, &weights<rational>::w2,
                              &weights<rational>::w3};
    for (std::size_t i = 0; i < along.size(); ++i) {
        std::vector<point> curve;
        for (int step = -90; step <= 40; ++step) {
            const rational h(step, 20);
            const double moved = moved_loss(along[i], h).to_double();
            if (moved <= 2.6) {
                curve.push_back({h.to_double(), moved});
            }
        }
        f.curve("w" + std::to_string(i + 1), curve);
    }
    f.draw();
}
// @end
//
// @output the loss along each weight
//
// @figure loss-along-weights | The loss as one weight moves and the other two stay. Each curve is a parabola. They meet at 0, where nothing has moved, at the height of the dashed line. | Three parabolas through one common point at no change: the loss along w2 is the narrowest and falls to the right, the loss along w1 rises to the right, and that along w3 is the widest and rises less.
//
// Each of the three weights alone could bring the loss of this one sample to
// zero. A step of training moves all three; @chapter{04_training} takes it.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | the input is missing from `dw1` | right as long as $x = 1$; the probe of primes lacks 11 |
// | the layer's own weight is in its derivative | a factor too many in the probe: 3, 5 or 7 |
// | an index is off by one | the probe has a wrong set of primes |
// | the plus for the minus | the quotient grows without bound as $h$ goes to zero, unless $L$ is 0 |
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
// the whole chain $w_3 w_2 w_1 x$. In exact numbers a test of a backward pass
// can use this: it needs neither a second way to the derivatives nor a
// tolerance.
// @endquestion

// ## What you can now say
//
// - The derivative by a weight is a product along the way from the loss to
//   that weight: the slope of the loss, the weights of the layers between, and
//   the input of its own layer.
// - A test with different primes shows each factor. Ones and zeros hide it.
// - Two polynomials of small degree that agree at one random point modulo a
//   large prime are equal, but for a chance that can be neglected.
// - On this network the central difference quotient, in exact numbers, is the
//   derivative for every $h$ but 0.

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
        {{"a nudge on its way", a_nudge_on_its_way},
         {"one sample by hand", one_sample_by_hand},
         {"the article's proof", the_articles_proof},
         {"a probe of primes", a_probe_of_primes},
         {"numbers that know their slope", numbers_that_know_their_slope},
         {"the difference quotient", the_difference_quotient},
         {"the printed plus", the_printed_plus},
         {"the loss along each weight", the_loss_along_each_weight}});
}
