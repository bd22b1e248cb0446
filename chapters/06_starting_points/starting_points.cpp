#include "starting_points.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "figures.hpp"

using namespace chainrule;
using namespace chainrule::starting_points;

// @section The corners
//
// @predict The article says that $(+,+,+)$ fails. How many of the eight fail?
// Think of what $p$ has to pass on its way to $-1$.
const option<double> rate{"rate", 0.05, "how far a step goes", 1e-4};
const weights<double> article_start{0.2333, -0.233, -0.52133};

using epochs = std::optional<int>;

template <class Step>
epochs epochs_taken(weights<double> w, Step take_step, int limit)
{
    for (int epoch = 1; epoch <= limit; ++epoch) {
        w = take_step(take_step(w));
        if (std::abs(product(w) + 1) < 0.01) {
            return epoch;
        }
    }
    return std::nullopt;
}
// @fold Printing
epochs epochs_taken(const weights<double>& w, int limit)
{
    const auto take_step = [](const auto& v) { return step(v, rate()); };
    return epochs_taken(w, take_step, limit);
}

std::string text(const epochs& e)
{
    return e ? std::to_string(*e) : "never";
}

void eight_corners()
{
    for (const double a : {1, -1}) {
        for (const double b : {1, -1}) {
            for (const double c : {1, -1}) {
                const auto taken =
                    epochs_taken({a * 0.2333, b * 0.2333, c * 0.2333}, 20000);
                for (const double sign : {a, b, c}) {
                    std::cout << (sign > 0 ? " +" : " -");
                }
                std::cout << "  learned: " << (taken ? "in epoch " : "")
                          << text(taken) << "\n";
            }
        }
    }
}
// @end
// @answer Four: those whose product is positive.
//
// @output eight corners
// @endpredict
//
// So equality alone does not stop a run: three equal negative weights learn,
// and fast. The sign of the product matters. Where $p$ is positive and has to
// become $-1$, it must pass zero on its way, and so must some weight.

// @section Near zero
//
// How does a weight behave near zero? Here are three starts with a positive
// product. We look at the smallest weight of each.
//
// @predict The speed of a weight is $\eta \, (p + 1)$ times the product of the
// two others. In which of these starts does the first weight pass zero?
//
// - alone: $(0.1, 0.5, 0.5)$
// - one more: $(0.1, 0.1, 0.5)$
// - two more: $(0.1, 0.1, 0.1)$
// @fold Printing
void passing_zero()
{
    weights<double> alone{0.1, 0.5, 0.5};
    weights<double> two{0.1, 0.1, 0.5};
    weights<double> three{0.1, 0.1, 0.1};
    std::cout << " step     alone  one more  two more\n"
              << std::fixed << std::setprecision(6);
    for (int k = 0; k <= 200; ++k) {
        if (k % 4 == 0 && (k <= 12 || k % 50 == 0)) {
            std::cout << std::setw(5) << k << std::setw(10) << alone[0]
                      << std::setw(10) << two[0] << std::setw(10) << three[0]
                      << "\n";
        }
        alone = step(alone, rate());
        two = step(two, rate());
        three = step(three, rate());
    }
}
// @end
// @answer Only in the first. There the speed hardly depends on the weight
// itself: at zero it still moves by 0.012, and goes through. In the second
// case its neighbour shrinks with it. Each step takes only a share of what is
// left, two or three parts in a hundred, and that never arrives. In the third
// case even the share becomes smaller.
//
// @output passing zero
// @endpredict

// @section The grid
//
// @predict How many of the 6859 starts never learn, do you think: about 50,
// 500 or 3000?
std::vector<weights<double>> grid()
{
    std::vector<weights<double>> all;
    for (int a = -9; a <= 9; ++a) {
        for (int b = -9; b <= 9; ++b) {
            for (int c = -9; c <= 9; ++c) {
                all.push_back({a / 10.0, b / 10.0, c / 10.0});
            }
        }
    }
    return all;
}
// @fold Printing
void how_often()
{
    int positive = 0;
    int stuck = 0;
    int never = 0;
    int wrong = 0;
    for (const weights<double>& w : grid()) {
        positive += product(w) > 0 ? 1 : 0;
        stuck += product(w) > 0 && !learns(w) ? 1 : 0;
        never += learns(w) ? 0 : 1;
        wrong += learns(w) != epochs_taken(w, 3000).has_value() ? 1 : 0;
    }
    std::cout << "starts = " << grid().size()
              << "\npositive product = " << positive
              << "\nof these never learn = " << stuck
              << "\nnever learn = " << never << "\noutcome wrong = " << wrong
              << "\n";
}
// @end
// @answer About 500, and no outcome is wrong. In one of six starts with a
// positive product the smallest weights are tied; the others that never learn
// begin with two zeros or three.
// @proved{one_positive_product_in_six_is_tied_at_the_bottom}
//
// @output how often
// @endpredict

// @section The map
//
// @fold Drawing
void a_map_of_starts()
{
    const map_of_starts map = follow_starts(rate());
    draw_map(map);
    std::cout << "runs that learn = " << map.learned.size()
              << "\nruns that are stuck = " << map.stuck.size() << std::fixed
              << std::setprecision(2)
              << "\nlargest change of w2^2 - w1^2 = " << map.largest_change
              << "\n";
}
// @end
// @output a map of starts
//
// @interactive choose-a-start | Choose a start in this plane and follow it. | runs that learn; runs that are stuck; the article's start/observed

// ## A flat place
//
// Where two weights are zero, all three slopes are zero. A run that is there
// does not move. Yet the loss is $\frac12$ there, and at the goal it is 0.
//
// Is there a way down? Look at a network of two weights first, with the loss
// $\frac12 (w_1 w_2 + 1)^2$, and go a little away from zero. If both weights
// become $a$, the loss rises. If one becomes $a$ and the other $-a$, it falls.
// Such a place, flat, with a way up and a way down, is called a **saddle**.
//
// For three weights $(a, a, a)$ goes up, and $(-a, -a, -a)$ goes down.
//
// @predict By about what does the loss change for $a = 0.01$, with two weights
// and with three? Multiply out $\frac12 (a^2 + 1)^2$, and the same with $a^3$.
void a_flat_place()
{
    const auto change = [](double p) { return p + p * p / 2; };
    std::cout << std::scientific << std::setprecision(1);
    for (const double a : {0.1, 0.01}) {
        std::cout << "two weights, a = " << a << ": up " << change(a * a)
                  << ", down " << change(-a * a)
                  << "\nthree weights, a = " << a << ": up "
                  << change(a * a * a) << ", down " << change(-a * a * a)
                  << "\n";
    }
}
// @answer By about $a^2$ and $a^3$: a ten-thousandth, and a millionth.
//
// @output a flat place
// @endpredict

// @section Its start
//
// Its weights are 0.2333, $-0.233$ and $-0.52133$. The product is positive: the
// wrong sign. The two smallest differ by 0.0003. They are not tied, but nearly.
//
// @predict @chapter{04_training} has shown that it learns. With 0.1 for its
// first weight, will it learn sooner or later? By about how many epochs?
// @fold Printing
void the_articles_start()
{
    const weights<double> other{0.1, -0.233, -0.52133};
    std::cout << std::fixed << std::setprecision(0)
              << "predicted = " << epochs_to_learn(article_start, rate())
              << "\nobserved = " << text(epochs_taken(article_start, 1000))
              << "\nwith 0.1, predicted = " << epochs_to_learn(other, rate())
              << "\nwith 0.1, observed = " << text(epochs_taken(other, 1000))
              << "\n";
}
// @end
// @answer Sooner, by more than a hundred. When the smallest weight of the
// article's start is near zero, the next one is nearly there, too, and makes it
// slow.
//
// @output the article's start
// @endpredict
//
// The article's start is no tie, but nearly one. That is why 160 epochs were
// not enough for the right gradient in @chapter{04_training}.

// ## Every epoch
//
// Here is the same comparison for all starts of the grid that learn.
void every_epoch()
{
    int learn = 0;
    double worst = 0;
    for (const weights<double>& w : grid()) {
        if (const epochs taken = epochs_taken(w, 3000)) {
            ++learn;
            worst = std::max(worst,
                             std::abs(*taken - epochs_to_learn(w, rate())));
        }
    }
    std::cout << std::fixed << std::setprecision(1) << "learn = " << learn
              << "\nlargest error, in epochs = " << worst << "\n";
}
// @output every epoch
//
// No start of the grid is off by more than @value{largest error, in epochs}
// epochs. The prediction used nothing but the start and the rate.

// @section Nearly equal
//
// Hardly any start is exactly tied by chance. So make one of the tied weights
// smaller by an **asymmetry** $a$, and see how long the escape takes: from
// $(0.5213, 0.2333, 0.2333 - a)$ with two nearly tied, and from
// $(0.2333, 0.2333, 0.2333 - a)$ with three.
// @fold Printing and drawing
void nearly_equal()
{
    std::cout << "    a   two predicted  three predicted\n"
              << std::fixed << std::setprecision(0);
    std::vector<point> two;
    std::vector<point> three;
    std::vector<point> law;
    for (int digit = 1; digit <= 6; ++digit) {
        const double a = std::pow(10, -digit);
        const weights<double> pair{0.5213, 0.2333, 0.2333 - a};
        const weights<double> triple{0.2333, 0.2333, 0.2333 - a};
        const int of_pair = epochs_taken(pair, 60000).value_or(60000);
        const int of_triple = epochs_taken(triple, 60000).value_or(60000);
        std::cout << " 1e-" << digit << std::setw(6) << of_pair
                  << std::setw(10) << epochs_to_learn(pair, rate())
                  << std::setw(7) << of_triple << std::setw(10)
                  << epochs_to_learn(triple, rate()) << "\n";
        two.push_back({a, static_cast<double>(of_pair)});
        three.push_back({a, static_cast<double>(of_triple)});
        law.push_back(
            {a, std::acos(-1) / (2 * rate() * std::sqrt(2 * a * 0.2333))});
    }
    draw_escape(two, three, law);
}
// @end
// @output nearly equal
//
// With *two* tied, each time $a$ is ten times smaller costs about fifty
// epochs. When the tied ones are near zero, $w_1$ has fallen from 0.5213 to
// 0.466, and $p + 1$ is nearly 1. The difference of the tied weights then
// grows in each step by the share $\eta |w_1|$, some 2.3 parts in a hundred.
// A hundred such steps multiply it by ten, and they are fifty epochs.
// @proved{a_digit_costs_fifty_epochs_when_two_are_tied}
//
// With *three* tied, each time $a$ is ten times smaller costs a factor that
// comes near $\sqrt{10}$. There $Q$ is close to $u^2 + c$ with $c = 2 a w$,
// where $w$ is 0.2333. A step moves $u$ by about $\eta \, Q$. So the number
// of steps is $\frac{1}{\eta}$ times the integral of $1 / (u^2 + c)$, which
// is an arctangent. Over the whole line it is $\pi / \sqrt{c}$. An epoch has
// two steps, so the escape takes about $\pi / (2 \eta \sqrt{c})$ epochs. In
// the figure this is the law.
// @proved{a_digit_costs_a_root_of_ten_when_three_are_tied}
//
// @figure escape | Epochs until the network has learned, against the asymmetry of the start. | With three weights tied the epochs rise along a straight line of slope minus one half, on the line of the law. With two tied they rise far less.

// @section How the slip breaks a tie
//
// The stale step of @chapter{04_training} moves $w_3$ first, and hands the
// slope back through the moved weight. So it does not treat equal weights
// equally. @proved{the_stale_step_breaks_a_tie_at_once}
//
// @predict All three start at 0.2333. Does the stale step learn?
weights<double> stale_step(weights<double> w)
{
    const double y = w[0];
    const double z = w[1] * y;
    const double r3 = w[2] * z + 1;
    w[2] = w[2] - rate() * r3 * z;
    const double r2 = r3 * w[2];
    w[1] = w[1] - rate() * r2 * y;
    w[0] = w[0] - rate() * r2 * w[1];
    return w;
}

void how_the_slip_breaks_a_tie()
{
    const weights<double> equal{0.2333, 0.2333, 0.2333};
    std::cout << "slopes first = " << text(epochs_taken(equal, 20000))
              << "\nstale = " << text(epochs_taken(equal, stale_step, 20000))
              << "\nasymmetry   slopes first  stale\n";
    for (const double a : {0.1, 0.01, 0.003, 0.001, 1e-4, 1e-6, 0.0, -0.001,
                           -0.0015, -0.002, -0.003, -0.01}) {
        const weights<double> w{0.2333, a - 0.2333, -0.52133};
        std::cout << std::setw(9) << a << std::setw(15)
                  << text(epochs_taken(w, 1000)) << std::setw(7)
                  << text(epochs_taken(w, stale_step, 1000)) << "\n";
    }
}
// @answer It does, after a long time.
//
// @output how the slip breaks a tie
//
// The table has starts near that of the article. In these the asymmetry is
// the size of the first weight less that of the second; in the article's
// start it is 0.0003. The stale step adds one of its own: without any in the
// start it takes 144 epochs, and the right step takes 145 with 0.003.
// @proved{the_slip_makes_an_asymmetry_of_its_own} Where the second weight is
// the larger one, the asymmetry is negative, and cancels that of the slip:
// from $-0.003$ the stale step takes half as long again as the right one.
// @proved{an_asymmetry_of_the_other_sign_cancels_that_of_the_slip}
// @endpredict
//
// Within the 160 epochs of the article's program its remark holds. In epoch
// @value{how the slip breaks a tie/stale} the slip would have carried it to
// the goal. And from the article's own start, nearly tied, the asymmetry of
// the slip is why it was so far ahead in @chapter{04_training}.

// @section How rounding breaks a tie
//
// The step of this chapter treats all weights alike. A backward pass does not:
// it multiplies from the back. In exact arithmetic that is the same
// @proved{in_exact_arithmetic_any_true_step_keeps_a_tie}. In `double`,
// $\delta \cdot (w_3 \cdot w_2)$ and $(\delta \cdot w_3) \cdot w_2$ may differ
// in the last bit.
weights<double> walk_back_step(const weights<double>& w)
{
    const double y = w[0];
    const double z = w[1] * y;
    const double r3 = w[2] * z + 1;
    const double r2 = r3 * w[2];
    return {w[0] - rate() * (r2 * w[1]), w[1] - rate() * (r2 * y),
            w[2] - rate() * (r3 * z)};
}

// | slope of the first weight | of the second | of the third |
// |-|-|-|
// | $(\delta \cdot w_3) \cdot w_2$ | $(\delta \cdot w_3) \cdot w_1$ | $\delta \cdot (w_2 \cdot w_1)$ |
//
// @predict Two starts: $(0.5213, 0.2333, 0.2333)$, and the same numbers in the
// order $(0.2333, 0.2333, 0.5213)$. Which tie can break?
// @fold Printing
void how_rounding_breaks_a_tie()
{
    const weights<double> last{0.5213, 0.2333, 0.2333};
    const weights<double> first{0.2333, 0.2333, 0.5213};
    std::cout << "tied at the end = "
              << text(epochs_taken(last, walk_back_step, 20000))
              << "\ntied at the front = "
              << text(epochs_taken(first, walk_back_step, 20000))
              << "\nthe same with all weights alike = "
              << text(epochs_taken(last, 20000)) << std::fixed
              << std::setprecision(0)
              << "\npredicted for an asymmetry of 1e-16 = "
              << epochs_to_learn({0.5213, 0.2333, 0.2333 - 1e-16}, rate())
              << "\n";
}
// @end
// @answer That of the second and third: their slopes are multiplied in
// different orders. The first and second weight get the same products.
//
// @output how rounding breaks a tie
// @endpredict
//
// The run with the broken tie took longer than predicted for an asymmetry of
// $10^{-16}$, but by less than a third. The order of multiplication is part of
// a program.

// ## Going further
//
// - A. Saxe, J. McClelland, S. Ganguli,
//   [*Exact solutions to the nonlinear dynamics of learning in deep linear neural networks*](https://arxiv.org/abs/1312.6120),
//   2013: the conserved quantities, for matrices.
// - K. Kawaguchi, [*Deep learning without poor local
//   minima*](https://arxiv.org/abs/1605.07110), 2016: deep linear networks
//   have saddles from which the loss does not curve downwards.
// - P. Bartlett, D. Helmbold, P. Long, *Gradient descent with identity
//   initialization efficiently learns positive definite linear
//   transformations by deep residual networks*, 2018: the same
//   obstacle for matrices, with starts at the identity.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"eight corners", eight_corners},
         {"passing zero", passing_zero},
         {"how often", how_often},
         {"a map of starts", a_map_of_starts},
         {"a flat place", a_flat_place},
         {"the article's start", the_articles_start},
         {"every epoch", every_epoch},
         {"nearly equal", nearly_equal},
         {"how the slip breaks a tie", how_the_slip_breaks_a_tie},
         {"how rounding breaks a tie", how_rounding_breaks_a_tie}});
}
