#include "training.hpp"

#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "chainrule/numbers/rational.hpp"
#include "chainrule/training/history.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::training;

// ## The loop
//
// Training is a loop over epochs, and in each of them over the samples. The
// loop does not know which step it takes, so both can be run by the same
// lines. At the end of each epoch it shows the weights to an **observer**, a
// function that may write down what it likes and changes nothing.
const std::array<sample<double>, 2> samples{{{1, -1}, {-1, 1}}};
const weights<double> article_start{0.2333, -0.233, -0.52133};

template <class Step, class Observer>
weights<double> train(weights<double> w, Step take_step, double rate,
                      int epochs, Observer observe)
{
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        for (const sample<double>& s : samples) {
            w = take_step(w, s, rate);
        }
        observe(w);
    }
    return w;
}

// We watch the product $p$. A `history` keeps one number for each epoch.
//
// @source{chainrule/training/history.hpp#history}
double product(const weights<double>& w)
{
    return w.w1 * w.w2 * w.w3;
}

template <class Step>
history products(Step take_step, double rate, int epochs)
{
    history h;
    train(article_start, take_step, rate, epochs,
          [&](const weights<double>& w) { h.record(product(w)); });
    return h;
}

// ## The article's program
//
// The article calls this Program A. Its answer is the *sign* of the estimate,
// and that is what it prints.
//
// @predict The step is stale. Will the program give the right answers?
// @answer It will, and the product ends at
// $@value{the article's program/product}$.
// @endpredict
int sign(double e)
{
    return e > 0 ? 1 : -1;
}

void the_articles_program()
{
    const weights<double> w = train(article_start, stale_step<double>, 0.05,
                                    160, [](const weights<double>&) {});
    for (const double x : {1.0, -1.0}) {
        std::cout << x << " , " << sign(estimate(w, x)) << "\n";
    }
    std::cout << std::fixed << std::setprecision(6)
              << "product = " << product(w) << "\n";
}
// @output the article's program
//
// The answers are those of the article. The network has learned.

// ## The same program, all slopes first
//
// Now the same start, the same data and the same rate with `step` for
// `stale_step`. Nothing else changes.
//
// @predict Will the right gradient be better after 160 epochs, as good, or
// worse?
// @answer Far worse. The product is
// $@value{the same program, all slopes first/product}$.
// @endpredict
void the_same_program()
{
    const weights<double> w = train(article_start, step<double>, 0.05, 160,
                                    [](const weights<double>&) {});
    for (const double x : {1.0, -1.0}) {
        std::cout << x << " , " << sign(estimate(w, x)) << "\n";
    }
    std::cout << std::fixed << std::setprecision(6)
              << "product = " << product(w) << "\n";
}
// @output the same program, all slopes first
//
// Look at the answers before the product. They are the same. An estimate of
// $@value{the same program, all slopes first/product}$ where $-1$ is wanted
// has the right sign, and the sign is all that
// the program prints. So *"it predicts right" is no test of a gradient*. It
// is not even a test of learning.

// ## Side by side
//
// Here is the whole course of both runs.
void side_by_side()
{
    const history stale = products(stale_step<double>, 0.05, 240);
    const history right = products(step<double>, 0.05, 240);
    std::cout << std::fixed << std::setprecision(6)
              << "epoch      stale  slopes first\n";
    for (std::size_t epoch = 40; epoch <= 240; epoch += 40) {
        std::cout << std::setw(5) << epoch << std::setw(11) << stale.at(epoch)
                  << std::setw(14) << right.at(epoch) << "\n";
    }
    std::cout << "stale, within 0.01 at epoch = "
              << stale.first_within(-1, 0.01).value()
              << "\nslopes first, within 0.01 at epoch = "
              << right.first_within(-1, 0.01).value() << "\n";

    const auto curve = [](const history& h) {
        std::vector<point> points;
        for (std::size_t epoch = 1; epoch <= h.values().size(); ++epoch) {
            points.push_back({static_cast<double>(epoch), h.at(epoch)});
        }
        return points;
    };
    figure("stale-and-right")
        .x_axis("epoch")
        .y_axis("product of the weights")
        .curve("stale", curve(stale))
        .curve("slopes first", curve(right))
        .guide("goal", {{1, -1}, {240, -1}})
        .draw();
}
// @output side by side
//
// @figure stale-and-right | The product of the weights, which should become −1. Both runs start at the same weights. | Both curves lie near zero for long and then fall to minus one within forty epochs; the stale one falls about fifty epochs earlier.
//
// @interactive two-steps | Take one step of the article's program, line by line, beside the step that takes all slopes first. | the article's program/product; the same program, all slopes first/product; stale, within 0.01 at epoch; slopes first, within 0.01 at epoch
//
// Both get there, and the slip gets there first. That is luck of this start,
// and a later chapter will explain it. A wrong gradient that trains better
// once is still wrong: it is not the slope of this loss, nor of any other.

// ## A law that only the true step keeps
//
// Training cannot tell the two steps apart. A conserved quantity can. From
// @chapter{02_three_layers} we know that a derivative times its own weight is
// the same for all three weights: $w_i g_i = \delta e$, where $g_i$ is the
// derivative by $w_i$. Square a step:
//
// $$ (w_i - \eta g_i)^2 = w_i^2 - 2 \eta \, w_i g_i + \eta^2 g_i^2. $$
//
// Subtract the same for another weight $w_j$. The middle terms are equal and
// vanish. So in one step
//
// $$ w_i^2 - w_j^2 \quad \text{changes by exactly} \quad
//    \eta^2 (g_i^2 - g_j^2). $$
//
// We take the article's first step in exact fractions, and ask for equality.
const weights<rational> exact_start{rational::parse("0.2333"),
                                    rational::parse("-0.233"),
                                    rational::parse("-0.52133")};
const sample<rational> first_sample{1, -1};
const rational article_rate(1, 20);

template <class Step>
bool keeps_the_law(Step take_step)
{
    const auto& w = exact_start;
    const gradient<rational> g = walk_back(w, first_sample);
    const auto next = take_step(w, first_sample, article_rate);
    const auto change = [](const rational& from, const rational& to) {
        return to * to - from * from;
    };
    const rational d1 = change(w.w1, next.w1);
    const rational d2 = change(w.w2, next.w2);
    const rational d3 = change(w.w3, next.w3);
    const rational square = article_rate * article_rate;
    return d1 - d2 == square * (g.dw1 * g.dw1 - g.dw2 * g.dw2) &&
           d2 - d3 == square * (g.dw2 * g.dw2 - g.dw3 * g.dw3);
}

void a_law()
{
    const auto answer = [](bool yes) { return yes ? "yes" : "no"; };
    std::cout << "slopes first keeps the law = "
              << answer(keeps_the_law(step<rational>))
              << "\nstale keeps the law = "
              << answer(keeps_the_law(stale_step<rational>)) << "\n";
}
// @output a law that only the true step keeps
//
// One step, one comparison, no tolerance. That is a test of a gradient.

// ## The learning rate
//
// How large may a step be? Near the goal the loss is a valley. Where
// $p = -1$ and $x$ is 1 or $-1$, its steepest wall has the curvature
//
// $$ \lambda = \frac{1}{w_1^2} + \frac{1}{w_2^2} + \frac{1}{w_3^2}, $$
//
// and on a parabola of curvature $\lambda$ a step leaves the part
// $1 - \eta \lambda$ of the distance. Beyond $\eta = 2 / \lambda$ that is
// below $-1$: the step lands on the other wall, further up.
//
// @predict If all three weights have the size 1, what is the largest rate
// that settles?
// @answer $\lambda = 3$, so $\frac23$. The runs below settle at 0.66 and do
// not at 0.67.
// @endpredict
void the_learning_rate()
{
    for (const double rate : {0.005, 0.05, 0.2, 0.5, 0.66, 0.67, 0.8}) {
        const history h = products(step<double>, rate, 3000);
        const auto epoch = h.first_within(-1, 0.01);
        const bool settled = std::abs(h.at(3000) + 1) < 0.01 &&
                             std::abs(h.at(2999) + 1) < 0.01;
        std::cout << "rate " << rate << ": "
                  << (settled ? "settles, within 0.01 at epoch " +
                                    std::to_string(epoch.value())
                              : std::string("does not settle"))
                  << "\n";
    }

    const weights<double> jumping =
        train(article_start, step<double>, 0.8, 3000, [](const auto&) {});
    std::cout << std::fixed << std::setprecision(4)
              << "rate 0.8, after an epoch = " << product(jumping)
              << "\nrate 0.8, one step later = "
              << product(step(jumping, samples[0], 0.8)) << "\n";

    figure f("learning-rates");
    f.x_axis("epoch").y_axis("product of the weights");
    for (const double rate : {0.02, 0.05, 0.2, 0.8}) {
        const history h = products(step<double>, rate, 250);
        std::vector<point> points;
        for (std::size_t epoch = 1; epoch <= 250; ++epoch) {
            points.push_back({static_cast<double>(epoch), h.at(epoch)});
        }
        f.curve("rate " + std::to_string(rate).substr(0, 4), points);
    }
    f.draw();
}
// @output the learning rate
//
// @figure learning-rates | The product of the weights at the end of each epoch, at four learning rates. | At rate 0.02 the product has hardly moved after 250 epochs; at 0.05 and 0.2 it falls to minus one and stays; at 0.8 it falls at once, beyond minus one, and stays there.
//
// At 0.8 the product seems to come to rest, in the wrong place. It does not
// rest. An epoch is two steps, and the figure sees only every second one. At
// the end of an epoch the product is
// $@value{rate 0.8, after an epoch}$, and one step later it is
// $@value{rate 0.8, one step later}$: from wall to wall of the valley, for
// ever. A curve that is flat has not settled until the loss says so.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | a step is stale | the answers are right; the law above fails |
// | only the sign is looked at | an untrained network passes |
// | the rate is too small | nothing seems to happen for many epochs |
// | the rate is too large | the product jumps about the goal, or seems to rest beside it |
// | both samples say the same | a step for one of them twice gives the same run |

// ## Your turn
//
// @exercises
//
// @question **Two samples, one gradient.**
// Show that the article's two samples have the same gradient. What does that
// hide?
// @solution Changing the sign of $x$ and $t$ changes that of $y$, $z$, $e$
// and $\delta$, and each derivative is $\delta$ times one of these, so no
// product changes. It hides every mistake in how samples are combined: the
// sum, the mean, the last one alone all point the same way.
// @endquestion
//
// @question **A step that is too large.**
// At the goal $(1, 1, -1)$ let the weights be off by a little, all in the
// direction of the gradient. What happens at $\eta = \frac23$ exactly?
// @solution The distance changes its sign at each step and keeps its size,
// up to terms that are smaller still. The run neither settles nor leaves.
// @endquestion

// ## Going further
//
// - That $w_i^2 - w_j^2$ is conserved as steps become small is known of deep
//   linear networks: S. Du, W. Hu, J. Lee, *Algorithmic regularization in
//   learning deep homogeneous models*, 2018.
// - The slip is asked about again and again in forums. In most networks it
//   does little harm at small rates, because $\eta$ is small and the two
//   weights are close. That is why it lives so long.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"the article's program", the_articles_program},
         {"the same program, all slopes first", the_same_program},
         {"side by side", side_by_side},
         {"a law that only the true step keeps", a_law},
         {"the learning rate", the_learning_rate}});
}
