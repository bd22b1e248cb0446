#include "starting_points.hpp"

#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::starting_points;

// ## Watching
//
// The experiments ask one question again and again: in which epoch does the
// product come within 0.01 of $-1$, if it does within a limit?
constexpr double rate = 0.05;
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

epochs epochs_taken(const weights<double>& w, int limit)
{
    const auto take_step = [](const auto& v) { return step(v, rate); };
    return epochs_taken(w, take_step, limit);
}

std::string text(const epochs& e)
{
    return e ? std::to_string(*e) : "never";
}

// ## Eight corners
//
// Begin with the remark. Give all three weights the size 0.2333, and try all
// signs.
//
// @predict The remark says that $(+,+,+)$ fails. How many of the eight fail?
// @answer Four: those whose product is positive.
// @endpredict
void eight_corners()
{
    for (const double a : {1, -1}) {
        for (const double b : {1, -1}) {
            for (const double c : {1, -1}) {
                const auto taken =
                    epochs_taken({a * 0.2333, b * 0.2333, c * 0.2333}, 20000);
                const auto sign = [](double v) {
                    return v > 0 ? " +" : " -";
                };
                std::cout << sign(a) << sign(b) << sign(c)
                          << "  learned: " << (taken ? "in epoch " : "")
                          << text(taken) << "\n";
            }
        }
    }
}
// @output eight corners
//
// "Never" is said after 20 000 epochs. So the cause is not that the weights
// are equal: three equal negative ones learn, and fast. The sign of the
// product has to change, and something keeps it from changing.

// ## A map of starts
//
// Two of three weights that begin equal stay equal. Such starts fill a plane:
// $w_1$ to the right, $w_2 = w_3$ upwards. Each line below is a run, and what
// ended the run gives it its colour.
void a_map_of_starts()
{
    std::vector<std::vector<point>> learned;
    std::vector<std::vector<point>> stuck;
    const auto follow = [&](double w1, double w23) {
        std::vector<point> line{{w1, w23}};
        weights<double> w{w1, w23, w23};
        for (int k = 0; k < 4000; ++k) {
            w = step(w, rate);
            const point last = line.back();
            if (std::hypot(w[0] - last.x, w[1] - last.y) > 0.03) {
                line.push_back({w[0], w[1]});
            }
        }
        line.push_back({w[0], w[1]});
        const bool ended_well = std::abs(product(w) + 1) < 0.01;
        (ended_well ? learned : stuck).push_back(line);
    };
    for (const double c : {0.2, 0.4, 0.6, 0.8, 1.0, 1.2}) {
        follow(1.2, c + 0.05);
        follow(c - 0.1, 1.3);
        follow(-c, 0.02);
    }
    std::vector<point> goal;
    for (double w1 = -1.4; w1 < -0.5; w1 += 0.02) {
        goal.push_back({w1, std::sqrt(-1 / w1)});
    }
    figure("map-of-starts")
        .x_axis("first weight")
        .y_axis("second and third weight")
        .curves("learns", learned)
        .curves("is stuck", stuck)
        .guide("goal", goal)
        .guide("all equal", {{0, 0}, {1.25, 1.25}})
        .draw();
    std::cout << "runs that learn = " << learned.size()
              << "\nruns that are stuck = " << stuck.size() << "\n";
}
// @output a map of starts
//
// @figure map-of-starts | Runs in the plane in which the second and third weight are equal. A run begins at the right or at the bottom and moves to the left. | Runs that start above the diagonal bend to the left, pass the vertical axis and end on the goal curve; runs that start below it end on the horizontal axis, where the second and third weight are zero.
//
// @interactive choose-a-start | Choose a start in this plane and follow it. | runs that learn; runs that are stuck; the article's start/observed
//
// The lines are pieces of hyperbolas, $w_2^2 - w_1^2$ constant: the
// conserved quantity can be seen. Above the diagonal the first weight is the
// smallest. It is alone, it passes zero, and the run learns. Below the
// diagonal the two equal weights are the smallest, and the run ends where
// both are zero. On the diagonal all three are equal: the article's remark.

// ## A flat place
//
// Where two weights are zero, all three derivatives are zero, and yet the
// loss is not at its least. Such a point is a **saddle**. The slope says
// nothing there. Does the curvature say where to go?
//
// A dual number carries a slope. A dual number of dual numbers carries a
// slope of a slope. Here is the curvature of the loss at zero, for a network
// of two weights and for one of three.
using twice = dual<dual<rational>>;

template <std::size_t n>
rational curvature_at_zero(std::size_t i, std::size_t j)
{
    twice p = 1;
    for (std::size_t k = 0; k < n; ++k) {
        const dual<rational> inner(0, k == i ? 1 : 0);
        const dual<rational> outer(k == j ? 1 : 0);
        p = p * twice(inner, outer);
    }
    const twice d = p + twice(1);
    const twice loss = d * d / twice(2);
    return loss.slope.slope;
}

void a_flat_place()
{
    std::cout << "two weights, by w1 and w2 = " << curvature_at_zero<2>(0, 1)
              << "\ntwo weights, by w1 twice = " << curvature_at_zero<2>(0, 0)
              << "\nthree weights, by w1 and w2 = "
              << curvature_at_zero<3>(0, 1)
              << "\nthree weights, by w1 twice = "
              << curvature_at_zero<3>(0, 0) << "\n";
}
// @output a flat place
//
// With two weights there is a way down: one up, the other down. The saddle is
// called **strict**. With three, every curvature is zero. The place is flat
// to second order, and a run that comes near it crawls. Where only two of the
// three are zero, the third is a number like any other, and the saddle is
// that of two weights.

// ## How slow is a crawl?
//
// Let all three be equal to $w$ and small. Then $p + 1$ is nearly 1, and a
// step takes $\eta w^2$ away. For $1 / w$ this is simple: it grows by $\eta$.
//
// @predict After 40 000 steps from 0.2333, what is $w$?
// @answer $1 / (40\,000 \, \eta + 1 / 0.2333) = 1 / 2004.3$, or 0.000499.
// @endpredict
void how_slow()
{
    weights<double> w{0.2333, 0.2333, 0.2333};
    std::vector<point> measured;
    std::vector<point> law;
    for (int k = 0; k <= 40000; ++k) {
        if (k % 4000 == 0) {
            measured.push_back({k / 1000.0, 1 / w[0]});
            law.push_back({k / 1000.0, rate * k + 1 / 0.2333});
        }
        if (k == 40000) {
            std::cout << std::fixed << std::setprecision(3)
                      << "1000 w, measured = " << 1000 * w[0]
                      << "\n1000 w, by the law = " << 1000 / law.back().y
                      << "\n";
        }
        w = step(w, rate);
    }
    figure("crawl")
        .x_axis("steps, in thousands")
        .y_axis("1 / w")
        .marks("measured", measured)
        .guide("law", law)
        .draw();
}
// @output how slow
//
// @figure crawl | The reciprocal of a weight against the number of steps, with all three weights equal. | The marks lie on a straight line that rises by 0.05 for each step.
//
// The weight goes to zero and never through it.

// ## Nearly equal
//
// No start is exactly equal by chance. So make one weight smaller than the
// others by an **asymmetry** $a$, and ask how long the escape takes. The
// integral has the answer in it. If only the two smallest are nearly equal,
// $Q$ is close to $|w_3| \sqrt{u^2 + c_2}$, and the integral grows like a
// logarithm. Each digit of $a$ costs the same number of steps. If all three
// are nearly equal, $Q$ is close to $u^2 + c$ with $c = 2 a w$, and the
// integral is $\pi / \sqrt c$. Each digit costs a factor of $\sqrt{10}$.
//
// @predict How many epochs after $a = 0.001$ does $a = 0.000001$ take? Two
// weights tied, then three.
// @answer Two: 150 more. Three: about 32 times as many.
// @endpredict
void nearly_equal()
{
    std::cout << "asymmetry   two tied  predicted   three tied  predicted\n"
              << std::fixed << std::setprecision(0);
    std::vector<point> two;
    std::vector<point> three;
    std::vector<point> law;
    for (int digit = 1; digit <= 6; ++digit) {
        const double a = std::pow(10, -digit);
        const weights<double> pair{0.5213, 0.2333, 0.2333 - a};
        const weights<double> triple{0.2333, 0.2333, 0.2333 - a};
        const int of_pair = epochs_taken(pair, 60000).value();
        const int of_triple = epochs_taken(triple, 60000).value();
        std::cout << "    1e-" << digit << std::setw(13) << of_pair
                  << std::setw(11) << epochs_to_learn(pair, rate)
                  << std::setw(13) << of_triple << std::setw(11)
                  << epochs_to_learn(triple, rate) << "\n";
        two.push_back({a, static_cast<double>(of_pair)});
        three.push_back({a, static_cast<double>(of_triple)});
        law.push_back(
            {a, std::acos(-1) / (2 * rate * std::sqrt(2 * a * 0.2333))});
    }
    figure("escape")
        .x_axis("asymmetry", scale::logarithmic)
        .y_axis("epochs", scale::logarithmic)
        .curve("three tied", three)
        .curve("two tied", two)
        .guide("the law", law)
        .draw();
}
// @output nearly equal
//
// @figure escape | Epochs until the network has learned, against the asymmetry of the start. | With three weights tied the epochs rise along a straight line of slope minus one half, on the line of the law; with two tied they hardly rise.

// ## The article's start
//
// Its weights are 0.2333, $-0.233$ and $-0.52133$. Their product is positive:
// the wrong sign. The two smallest differ by 0.0003.
void the_articles_start()
{
    std::cout << std::fixed << std::setprecision(0)
              << "predicted = " << epochs_to_learn(article_start, rate)
              << "\nobserved = " << text(epochs_taken(article_start, 1000))
              << "\n";
}
// @output the article's start
//
// So the article had found a way round the bad place, and kept close to it.
// That is why 160 epochs were not enough in @chapter{04_training}.

// ## How often is the prediction right?
//
// Take every start whose weights are among $-0.9, -0.8, \dots, 0.9$. Predict,
// run for 3000 epochs, and compare.
//
// @predict In how many of the 6859 starts will the prediction of the outcome
// be wrong?
// @answer In @value{how often/outcome wrong}.
// @endpredict
void how_often()
{
    int starts = 0;
    int never = 0;
    int wrong = 0;
    int within_two = 0;
    for (int a = -9; a <= 9; ++a) {
        for (int b = -9; b <= 9; ++b) {
            for (int c = -9; c <= 9; ++c) {
                const weights<double> w{a / 10.0, b / 10.0, c / 10.0};
                const epochs taken = epochs_taken(w, 3000);
                const double predicted = epochs_to_learn(w, rate);
                ++starts;
                never += learns(w) ? 0 : 1;
                wrong += learns(w) != taken.has_value() ? 1 : 0;
                within_two +=
                    taken && std::abs(*taken - predicted) < 2 ? 1 : 0;
            }
        }
    }
    std::cout << "starts = " << starts << "\nnever learn = " << never
              << "\noutcome wrong = " << wrong
              << "\nlearn, epoch predicted within two = " << within_two
              << "\n";
}
// @output how often
//
// All outcomes are right, and so is every epoch, up to two. The
// @value{how often/never learn} starts that never learn are all tied: a grid
// has many ties. Of starts that are drawn at random none is exactly tied, and
// a few are slow.

// ## How the slip breaks a tie
//
// The stale step of chapter 04 moves $w_3$ first. From then on the three
// weights are not alike.
//
// @predict All three start at 0.2333. Does the stale step learn?
// @answer It does, in epoch @value{how the slip breaks a tie/stale}.
// @endpredict
weights<double> stale_step(weights<double> w)
{
    const double y = w[0];
    const double z = w[1] * y;
    const double r3 = w[2] * z + 1;
    w[2] = w[2] - rate * r3 * z;
    const double r2 = r3 * w[2];
    w[1] = w[1] - rate * r2 * y;
    w[0] = w[0] - rate * r2 * w[1];
    return w;
}

void how_the_slip_breaks_a_tie()
{
    const weights<double> equal{0.2333, 0.2333, 0.2333};
    std::cout << "slopes first = " << text(epochs_taken(equal, 20000))
              << "\nstale = " << text(epochs_taken(equal, stale_step, 20000))
              << "\n";
}
// @output how the slip breaks a tie
//
// The remark in the article says that this start does not work, and with the
// 160 epochs of its program it does not. With a thousand more the slip would
// have carried it through.

// ## How rounding breaks a tie
//
// The step of this chapter treats all weights alike. A backward pass does
// not: it multiplies from the back. In exact arithmetic that is the same. In
// `double`, $\delta \cdot (w_3 \cdot w_2)$ and $(\delta \cdot w_3) \cdot w_2$
// may differ in the last bit.
weights<double> walk_back_step(const weights<double>& w)
{
    const double y = w[0];
    const double z = w[1] * y;
    const double r3 = w[2] * z + 1;
    const double r2 = r3 * w[2];
    return {w[0] - rate * (r2 * w[1]), w[1] - rate * (r2 * y),
            w[2] - rate * (r3 * z)};
}

// @predict Two starts: $(0.5213, 0.2333, 0.2333)$ and the same numbers in the
// order $(0.2333, 0.2333, 0.5213)$. Both are tied. Which of them learns?
// @answer The first, in the end. Rounding tells its second and third weight
// apart, and the tie grows from the last bit. In the other order the two
// tied weights are treated alike.
// @endpredict
void how_rounding_breaks_a_tie()
{
    const weights<double> last{0.5213, 0.2333, 0.2333};
    const weights<double> first{0.2333, 0.2333, 0.5213};
    std::cout << "tied at the end = "
              << text(epochs_taken(last, walk_back_step, 20000))
              << "\ntied at the front = "
              << text(epochs_taken(first, walk_back_step, 20000))
              << "\nthe same with all weights alike = "
              << text(epochs_taken(last, 20000)) << "\n";
}
// @output how rounding breaks a tie
//
// An asymmetry of $10^{-16}$ at fifty epochs for each digit: the law above
// gives the right size. The order of multiplication is part of a program.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | all weights start at one value | it may learn, crawl or stand still, by the sign |
// | all weights start at zero | every slope is zero, and stays so |
// | a run seems to have settled | the loss is not zero: a saddle, not a goal |
// | two machines round differently | one run escapes a tie, the other does not |

// ## Your turn
//
// @exercises
//
// @question **Which of these learn?**
// Say without a run: $(0.1, -0.2, 0.3)$, $(0.1, 0.2, 0.2)$, $(0.2, 0.2, 0.3)$,
// $(0, 0.2, 0.2)$, $(0, 0, 0.5)$.
// @solution The first has the right sign. The second has the wrong one, and
// its smallest weight is alone: it learns. The third is tied: never. In the
// fourth $u$ is zero and alone, so it moves: it learns. In the last two are
// zero: all slopes are zero, never.
// @endquestion
//
// @question **A stuck run.**
// You see a run crawl near zero. What is the smallest change to a weight that
// lets it go on?
// @solution Any that makes the smallest weight alone. The size decides how
// long it takes: an asymmetry ten times larger saves fifty epochs if two were
// tied, and two thirds of the time if three were.
// @endquestion

// ## Going further
//
// - A. Saxe, J. McClelland, S. Ganguli, *Exact solutions to the nonlinear
//   dynamics of learning in deep linear neural networks*, 2013, has the
//   conserved quantities for matrices.
// - K. Kawaguchi, *Deep learning without poor local minima*, 2016, shows that
//   deep linear networks have saddles without negative curvature.
// - P. Bartlett, D. Helmbold, P. Long, *Gradient descent with identity
//   initialization efficiently learns positive definite linear
//   transformations by deep residual networks*, 2018: a target with the wrong
//   sign cannot be reached from equal starts.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"eight corners", eight_corners},
         {"a map of starts", a_map_of_starts},
         {"a flat place", a_flat_place},
         {"how slow", how_slow},
         {"nearly equal", nearly_equal},
         {"the article's start", the_articles_start},
         {"how often", how_often},
         {"how the slip breaks a tie", how_the_slip_breaks_a_tie},
         {"how rounding breaks a tie", how_rounding_breaks_a_tie}});
}
