#include "training.hpp"

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "chainrule/numbers/rational.hpp"
#include "chainrule/training/history.hpp"
#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::training;

// ## The loop
//
// Training is a loop over epochs, and in each of them over the samples. The
// loop does not know which step it takes, so the same lines run both. At the
// end of each epoch it shows the weights to an **observer**, a function that
// may write down what it likes and changes nothing.
const std::array<sample<double>, 2> samples{{{1, -1}, {-1, 1}}};
const weights<double> article_start{0.2333, -0.233, -0.52133};

template <class Step, class Observer>
weights<double> train(weights<double> w, Step take_step, double rate,
                      std::size_t epochs, Observer observe)
{
    for (std::size_t epoch = 1; epoch <= epochs; ++epoch) {
        for (const sample<double>& s : samples) {
            w = take_step(w, s, rate);
        }
        observe(w);
    }
    return w;
}

// We watch the product $p$. A `history` is a list with one number for each
// epoch. Its `first_within` gives the first epoch whose number is near a goal.
//
// @fold A history
//
// @source{chainrule/training/history.hpp#history}
// @end
double product(const weights<double>& w)
{
    return w.w1 * w.w2 * w.w3;
}

template <class Step>
history products(Step take_step, double rate, std::size_t epochs)
{
    history h;
    train(article_start, take_step, rate, epochs,
          [&](const weights<double>& w) { h.record(product(w)); });
    return h;
}

// ## The article's program
//
// The loop with `stale_step` is the article's Program A. Its answer is the
// *sign* of the estimate. The last line of the output, with the product, is
// ours.
//
// @predict For which products $p$ are both signs right?
// @fold Printing
struct {
    option<double> rate{"rate", 0.05, "how far a step goes", 1e-4};
    option<std::size_t> epochs{"epochs", 160, "how long it trains", 1};
} options;

int sign(double e)
{
    return e > 0 ? 1 : -1;
}

template <class Step>
void answers_of(Step take_step)
{
    const weights<double> w =
        train(article_start, take_step, options.rate(), options.epochs(),
              [](const weights<double>&) {});
    for (const double x : {1.0, -1.0}) {
        std::cout << x << " , " << sign(estimate(w, x)) << "\n";
    }
    std::cout << std::fixed << std::setprecision(6)
              << "product = " << product(w) << "\n";
}

void the_articles_program()
{
    answers_of(stale_step<double>);
}
// @end
// @answer For every negative one, however near to zero. Here it is nearly $-1$:
// the network has learned.
//
// @output the article's program
// @endpredict

// ## The same program, all slopes first
//
// Now the same start, the same data and the same rate with `step` for
// `stale_step`. Nothing else changes.
//
// @predict The signs will be right again. Which part of the way from 0 to $-1$
// has the product gone by then: about four, forty or ninety per cent? The
// figure at the top can tell.
void the_same_program()
{
    answers_of(step<double>);
}
// @answer About four. At epoch 160 the curve has hardly left zero.
//
// @output the same program, all slopes first
// @endpredict
//
// An estimate of $@value{the same program, all slopes first/product}$ where
// $-1$ is wanted has the right sign, and the sign is all that the program
// looks at. So right answers are no test of a gradient. They are not even a
// test of learning.
//
// Try `./workbook run 4 --epochs 240`, and both will have learned.

// ## Side by side
//
// Here is the course of both runs in numbers.
// @fold Printing and drawing
std::string text(const std::optional<std::size_t>& epoch)
{
    return epoch ? std::to_string(*epoch) : "never";
}

std::vector<point> curve(const history& h)
{
    std::vector<point> points{{0, product(article_start)}};
    for (std::size_t epoch = 1; epoch <= h.values().size(); ++epoch) {
        if (std::isfinite(h.at(epoch))) {
            points.push_back({static_cast<double>(epoch), h.at(epoch)});
        }
    }
    return points;
}

void side_by_side()
{
    const history stale = products(stale_step<double>, options.rate(), 240);
    const history right = products(step<double>, options.rate(), 240);
    std::cout << std::fixed << std::setprecision(6)
              << "epoch      stale  slopes first\n";
    for (std::size_t epoch = 40; epoch <= 240; epoch += 40) {
        std::cout << std::setw(5) << epoch << std::setw(11) << stale.at(epoch)
                  << std::setw(14) << right.at(epoch) << "\n";
    }
    std::cout << "stale, within 0.01 at epoch = "
              << text(stale.first_within(-1, 0.01))
              << "\nslopes first, within 0.01 at epoch = "
              << text(right.first_within(-1, 0.01)) << "\n";
    figure("stale-and-right")
        .x_axis("epoch")
        .y_axis("product of the weights")
        .curve("stale", curve(stale))
        .curve("slopes first", curve(right))
        .guide("goal", {{1, -1}, {240, -1}})
        .draw();
}
// @end
// @output side by side
//
// @interactive two-steps | Take one step of the article's program, line by line, beside the step that takes all slopes first. | the article's program/product; the same program, all slopes first/product; stale, within 0.01 at epoch; slopes first, within 0.01 at epoch

// ## A thousand starts
//
// Both get there, and the slip gets there first. Is the slip perhaps a good
// idea? One start cannot say. So take a thousand, with weights drawn between
// $-0.5$ and 0.5, and give both the same.
//
// @predict Let the product be between $-1$ and 0. Then a step makes all three
// sizes larger. The stale step takes some slopes after it has moved a weight.
// Are they larger or smaller than the true ones?
// @fold Counting and printing
template <class Step>
long epochs_taken(weights<double> w, Step take_step)
{
    for (long epoch = 1; epoch <= 20000; ++epoch) {
        for (const sample<double>& s : samples) {
            w = take_step(w, s, options.rate());
        }
        if (std::abs(product(w) + 1) < 0.01) {
            return epoch;
        }
    }
    return 20001;
}

void a_thousand_starts()
{
    boost::random::mt19937_64 engine(4);
    const boost::random::uniform_real_distribution<double> any(-0.5, 0.5);
    std::vector<long> leads;
    std::vector<long> from_negative;
    for (int start = 0; start < 1000; ++start) {
        const weights<double> w{any(engine), any(engine), any(engine)};
        leads.push_back(epochs_taken(w, step<double>) -
                        epochs_taken(w, stale_step<double>));
        if (product(w) < 0) {
            from_negative.push_back(leads.back());
        }
    }
    const auto [least, most] =
        std::minmax_element(from_negative.begin(), from_negative.end());
    std::sort(leads.begin(), leads.end());
    const auto number = [&](auto which) {
        return std::count_if(leads.begin(), leads.end(), which);
    };
    std::cout << "stale step first = " << number([](long l) { return l > 0; })
              << "\nboth in the same epoch = "
              << number([](long l) { return l == 0; })
              << "\nslopes first, first = "
              << number([](long l) { return l < 0; })
              << "\nmedian lead of the stale step = " << leads[500]
              << "\na lead of 53 or more = "
              << number([](long l) { return l >= 53; })
              << "\nlargest lead of slopes first = " << -leads.front()
              << "\nproduct negative at the start = " << from_negative.size()
              << "\nof these, least lead of the stale step = " << *least
              << "\nof these, largest lead of the stale step = " << *most
              << "\n";
}
// @end
// @answer Larger. Where the product is between $-1$ and 0, a stale step moves
// the first two weights at least as far as the right step does.
// @proved{stale_slopes_are_larger_between_zero_and_the_goal} It is as if the
// rate were a little larger. From weights between $-0.5$ and 0.5 whose
// product is negative such a run arrives at most three epochs earlier, and
// never later.
// @proved{from_a_negative_product_the_stale_step_is_never_behind}
//
// @output a thousand starts
// @endpredict
//
// So the slip usually helps, and by little: the median lead is
// @value{median lead of the stale step} epoch. A lead of 53 epochs, as from the
// article's start, is rare. And there are starts from which the slip is far
// behind. What makes it lead here, and what can make it fall behind, is told in
// the section "How the slip breaks a tie" of @chapter{06_starting_points}.
//
// Does that make it a good step? No. If you want larger steps, choose a larger
// rate: with 0.5, below, the article's start needs less than an eighth of the
// epochs.

// ## A law for every step along the slope
//
// Training does not tell which of the two steps is right. An equation does.
// Each slope is $\delta x$ times the two other weights. Multiply it by its own
// weight, and you have $\delta x \, w_1 w_2 w_3$, or $\delta e$, whichever
// weight it is: $w_i g_i = \delta e$. A step along the slope moves each weight
// by $\Delta_i = -\eta g_i$. So the three products
//
// $$ w_1 \Delta_1, \quad w_2 \Delta_2, \quad w_3 \Delta_3 $$
//
// are equal, too. To see whether they are, you need only the weights before
// and after a step.
//
// Take $w = (2, 3, 5)$ once more. The right step goes to $(-13, -7, -1)$. It
// moves by $(-15, -10, -6)$, and the products are $-30$, $-30$ and $-30$. The
// stale step goes to $(7, 5, -1)$. It moves by $(5, 2, -6)$, and the products
// are $10$, $6$ and $-30$.
//
// @predict Here are four more steps that are wrong. Which of them keep the
// law? One uses twice the slopes. One goes up the slope instead of down. One
// has $e + t$ for the error. One leaves the first layer as it is.
using exact = weights<rational>;

bool keeps_the_law(const exact& w, const exact& next)
{
    const rational one = w.w1 * (next.w1 - w.w1);
    const rational two = w.w2 * (next.w2 - w.w2);
    const rational three = w.w3 * (next.w3 - w.w3);
    return one == two && two == three;
}
// @fold The six steps
void a_law()
{
    const exact w{rational::parse("0.2333"), rational::parse("-0.233"),
                  rational::parse("-0.52133")};
    const sample<rational> s{1, -1};
    const rational rate(1, 20);
    const exact right = step(w, s, rate);
    const auto row = [&](const char* name, const exact& next) {
        std::cout << name << " keeps the law = "
                  << (keeps_the_law(w, next) ? "yes" : "no") << "\n";
    };
    row("slopes first", right);
    row("stale", stale_step(w, s, rate));
    row("twice the slopes", step(w, s, rational(2) * rate));
    row("up the slope", step(w, s, -rate));
    row("e + t", step(w, sample<rational>{s.x, -s.t}, rate));
    row("first layer as it was", {w.w1, right.w2, right.w3});
}
// @end
// @answer The first three. Twice, minus, or another error: that is a factor
// which all three slopes have, and the products stay equal.
//
// @output a law
// @endpredict
//
// One step, one comparison, no tolerance, and the stale step is found. But the
// law tests only the *direction* of a step. Where no weight, no input and no
// error is zero, a step keeps the law if it goes along the slope, whatever its
// length and sign, and in no other case.
// @proved{the_law_holds_along_the_slope_and_nowhere_else}
//
// The law has a consequence that you will need in @chapter{06_starting_points}.
// A step changes $w_i^2$ by $2 w_i \Delta_i + \Delta_i^2$. The first part is
// the same for all weights. So the *difference* of two squares changes only by
// the second part, which has $\eta^2$ as a factor. In one step $w_i^2 - w_j^2$
// changes by exactly $\eta^2 (g_i^2 - g_j^2)$.
// @proved{the_true_step_keeps_the_law_exactly}

// ## The learning rate
//
// How large may a step be? Let the weights be near $(2, \frac12, -1)$, so
// that $p$ is near $-1$, and take $x = 1$. Let the error $p + 1$ be a small
// $\delta$.
//
// 1. A slope is the error times the two other weights. For $w_1$ these make
//    about $-\frac12$, so its slope is $-\frac12 \delta$. The other two slopes
//    are $-2 \delta$ and $\delta$.
// 2. A step moves $w_1$ by $-\eta$ times its slope. That moves $p$ by the two
//    other weights times as much: by $-\eta \, \delta \, (-\frac12)^2$. So the
//    two others come in twice, and their square has no sign.
// 3. All three weights move. What each does to $p$ adds up, but for terms in
//    which two moves are multiplied, and these are far smaller. So $p$ moves by
//    about $-\eta \, \delta \, (\frac14 + 4 + 1)$.
//
// At any weights the product of the two others is $p / w_i$, and at the goal
// $p^2$ is 1. So the sum in brackets is
//
// $$ \kappa = \frac{1}{w_1^2} + \frac{1}{w_2^2} + \frac{1}{w_3^2}. $$
//
// Near the goal a step multiplies the error $p + 1$ by about
// $1 - \eta \kappa$. @proved{near_the_goal_a_step_multiplies_the_error} With
// $\eta \kappa = \frac12$ it is halved. With $\eta \kappa = 1.9$ it becomes
// $-0.9$ times what it was: the step lands on the other side of the goal, a
// little nearer. With $\eta \kappa$ above 2 it lands further away.
//
// @predict If all three weights have the size 1, what is the largest rate
// that settles?
// @fold Printing and drawing
void the_learning_rate()
{
    for (const double rate : {0.005, 0.05, 0.2, 0.5, 0.66, 0.67, 0.8}) {
        const history h = products(step<double>, rate, 3000);
        const bool settled = std::abs(h.at(3000) + 1) < 0.01 &&
                             std::abs(h.at(2999) + 1) < 0.01;
        std::cout << "rate " << rate << ": "
                  << (settled ? "settles, within 0.01 at epoch " +
                                    text(h.first_within(-1, 0.01))
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
        f.curve("rate " + std::to_string(rate).substr(0, 4),
                curve(products(step<double>, rate, 250)));
    }
    f.guide("goal", {{0, -1}, {250, -1}}).draw();
}
// @end
// @answer $\kappa = 3$, so $\frac23$. The run from the article's start ends
// at sizes near 1. @proved{the_article_ends_where_kappa_is_nearly_least} It
// settles at the rate 0.66 and does not at 0.67.
// @proved{two_thirds_is_the_limit_of_the_rate}
//
// @output the learning rate
// @endpredict
//
// @figure learning-rates | The product of the weights at the end of each epoch, at four learning rates. | At rate 0.02 the product has hardly moved after 250 epochs. At 0.05 and 0.2 it falls to minus one and stays. At 0.8 it falls within some twenty epochs, beyond minus one, and stays there.
//
// At 0.8 the product seems to come to rest, in the wrong place. It does not
// rest. An epoch is two steps, and the figure sees only every second one. At
// the end of an epoch the product is $@value{rate 0.8, after an epoch}$, and
// one step later it is $@value{rate 0.8, one step later}$: from one side of
// the goal to the other. So a curve that is flat need not rest. Look at every
// step.
//
// Try `./workbook run 4 --rate 1.5`: the product ends as `nan` or `-nan`,
// which is no number. @proved{at_one_and_a_half_the_product_ends_as_nan}

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"the article's program", the_articles_program},
         {"the same program, all slopes first", the_same_program},
         {"side by side", side_by_side},
         {"a thousand starts", a_thousand_starts},
         {"a law", a_law},
         {"the learning rate", the_learning_rate}});
}
