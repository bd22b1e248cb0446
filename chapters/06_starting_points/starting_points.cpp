#include "starting_points.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::starting_points;

// @section The corners
//
// @predict The article says that $(+,+,+)$ fails. How many of the eight fail?
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
// So it is not the equality of the weights: three equal negative ones learn,
// and fast. It is the sign of the product. Where $p$ is positive and has to
// become $-1$, it must pass zero on its way, and for that some weight must
// pass zero.

// @section Near zero
//
// @predict The speed of a weight is $\eta \, (p + 1)$ times the product of the
// two others. Let the others be 0.5 and 0.5; or 0.1 and 0.5, with the 0.1 as
// small as the weight itself; or 0.1 and 0.1. In which case does the weight
// pass zero?
// @fold Printing
void passing_zero()
{
    weights<double> alone{0.1, 0.5, 0.5};
    weights<double> two{0.1, 0.1, 0.5};
    weights<double> three{0.1, 0.1, 0.1};
    std::cout << " step      alone  with another  with two others\n"
              << std::fixed << std::setprecision(6);
    for (int k = 0; k <= 200; ++k) {
        if (k % 4 == 0 && (k <= 12 || k % 50 == 0)) {
            std::cout << std::setw(5) << k << std::setw(11) << alone[0]
                      << std::setw(14) << two[0] << std::setw(17) << three[0]
                      << "\n";
        }
        alone = step(alone, rate());
        two = step(two, rate());
        three = step(three, rate());
    }
}
// @end
// @answer Only in the first. There the speed does not depend on the weight
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
    int never = 0;
    int wrong = 0;
    for (const weights<double>& w : grid()) {
        never += learns(w) ? 0 : 1;
        wrong += learns(w) != epochs_taken(w, 3000).has_value() ? 1 : 0;
    }
    std::cout << "starts = " << grid().size() << "\nnever learn = " << never
              << "\noutcome wrong = " << wrong << "\n";
}
// @end
// @answer Two fifths of the products are positive, but only few of these
// starts have a tie at the bottom.
//
// @output how often
//
// Not one outcome is wrong.
// @endpredict

// @section The map
//
// @fold Drawing
void a_map_of_starts()
{
    std::vector<std::vector<point>> learned;
    std::vector<std::vector<point>> stuck;
    std::vector<point> starts;
    const auto follow = [&](double w1, double w23) {
        starts.push_back({w1, w23});
        std::vector<point> line{{w1, w23}};
        weights<double> w{w1, w23, w23};
        for (int k = 0; k < 4000; ++k) {
            const weights<double> next = step(w, rate());
            w = std::abs(product(next)) < 10 ? next : w;
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
    figure f("map-of-starts");
    f.x_axis("first weight").y_axis("second and third weight");
    if (!learned.empty()) {
        f.curves("learns", learned);
    }
    if (!stuck.empty()) {
        f.curves("is stuck", stuck);
    }
    f.marks("start", starts)
        .guide("goal", goal)
        .guide("all equal", {{0, 0}, {1.25, 1.25}})
        .draw();
    std::cout << "runs that learn = " << learned.size()
              << "\nruns that are stuck = " << stuck.size() << "\n";
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
// and with three? Multiply out: $\frac12 (a^2 + 1)^2$ and
// $\frac12 (a^3 + 1)^2$.
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
// @predict Will it learn? Sooner or later than the same start with 0.1 for its
// first weight?
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
// @answer It will, and later. When its smallest weight is near zero, the next
// one is nearly there, too, and makes it slow.
//
// @output the article's start
// @endpredict
//
// So the article had found a way round the bad place, close to it. That is why
// 160 epochs were not enough for the right gradient in @chapter{04_training}.

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
// No start is off by more than @value{largest error, in epochs} epochs. The
// prediction used nothing but the start.

// ## Nearly equal
//
// Hardly any start is exactly tied by chance. So make one weight smaller than
// the others by an **asymmetry** $a$, and see how long the escape takes.
// @fold Printing and drawing
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
        const int of_pair = epochs_taken(pair, 60000).value_or(60000);
        const int of_triple = epochs_taken(triple, 60000).value_or(60000);
        std::cout << "    1e-" << digit << std::setw(13) << of_pair
                  << std::setw(11) << epochs_to_learn(pair, rate())
                  << std::setw(13) << of_triple << std::setw(11)
                  << epochs_to_learn(triple, rate()) << "\n";
        two.push_back({a, static_cast<double>(of_pair)});
        three.push_back({a, static_cast<double>(of_triple)});
        law.push_back(
            {a, std::acos(-1) / (2 * rate() * std::sqrt(2 * a * 0.2333))});
    }
    figure("escape")
        .x_axis("asymmetry", scale::logarithmic)
        .y_axis("epochs", scale::logarithmic)
        .marks("three tied", three)
        .marks("two tied", two)
        .guide("the law", law)
        .draw();
}
// @end
// @output nearly equal
//
// With *two* tied, each digit of $a$ costs about fifty epochs. Near zero
// $p + 1$ is nearly 1, and the difference of the tied weights grows in each
// step by the share $\eta |w_3|$, here by some 2.3 parts in a hundred. A
// hundred such steps multiply it by ten, and they are fifty epochs.
// @proved{a_digit_costs_fifty_epochs_when_two_are_tied}
//
// With *three* tied, each digit costs a factor of $\sqrt{10}$. There $Q$ is
// close to $u^2 + c$ with $c = 2 a w$. The time is $\frac{1}{\eta}$ times the
// integral of $1 / (u^2 + c)$. That integral is an arctangent, and over the
// whole line it is $\pi / \sqrt{c}$. In the figure this is the law.
// @proved{a_digit_costs_a_root_of_ten_when_three_are_tied}
//
// @figure escape | Epochs until the network has learned, against the asymmetry of the start. | With three weights tied the epochs rise along a straight line of slope minus one half, on the line of the law. With two tied they rise far less.

// ## How the slip breaks a tie
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
    for (int digit = 1; digit <= 6; ++digit) {
        const weights<double> w{0.2333, std::pow(10, -digit) - 0.2333,
                                -0.52133};
        std::cout << "    1e-" << digit << std::setw(15)
                  << text(epochs_taken(w, 1000)) << std::setw(7)
                  << text(epochs_taken(w, stale_step, 1000)) << "\n";
    }
}
// @answer It does, after a long time.
//
// @output how the slip breaks a tie
// @endpredict
//
// The article's program has this step, and ends after 160 epochs. Within these
// its remark holds. In epoch @value{how the slip breaks a tie/stale} the slip
// would have carried it through.
//
// The table has starts near that of the article, whose asymmetry is 0.0003. For
// the right gradient each digit costs fifty epochs. The stale step makes an
// asymmetry of its own, and beyond some point it does not matter how small that
// of the start is. @proved{the_slip_makes_an_asymmetry_of_its_own} That is why
// it was so far ahead in @chapter{04_training}.

// ## How rounding breaks a tie
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

// @predict Two starts: $(0.5213, 0.2333, 0.2333)$ and the same numbers in the
// order $(0.2333, 0.2333, 0.5213)$. The slope of the second weight is
// $(\delta \cdot w_3) \cdot w_1$ here, that of the third
// $\delta \cdot (w_2 \cdot w_1)$, and that of the first
// $(\delta \cdot w_3) \cdot w_2$. Which tie can break?
// @fold Printing
void how_rounding_breaks_a_tie()
{
    const weights<double> last{0.5213, 0.2333, 0.2333};
    const weights<double> first{0.2333, 0.2333, 0.5213};
    const weights<double> slightly{0.5213, 0.2333, 0.2333 - 1e-16};
    std::cout << "tied at the end = "
              << text(epochs_taken(last, walk_back_step, 20000))
              << "\ntied at the front = "
              << text(epochs_taken(first, walk_back_step, 20000))
              << "\nthe same with all weights alike = "
              << text(epochs_taken(last, 20000)) << std::fixed
              << std::setprecision(0)
              << "\npredicted for an asymmetry of 1e-16 = "
              << epochs_to_learn(slightly, rate()) << "\n";
}
// @end
// @answer That of the second and third: their slopes are multiplied in
// different orders. The first and second weight get the same products.
//
// @output how rounding breaks a tie
// @endpredict
//
// The run with the broken tie took longer than the law says for an asymmetry
// of $10^{-16}$, but by less than a third. The order of multiplication is part
// of a program.

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
