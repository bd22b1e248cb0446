#include "gradient_check.hpp"

#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <span>
#include <vector>

#include "chainrule/check/gradient_check.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::gradient_check;

// ## The cube in numbers
//
// @predict At $h = 0.1$ the forward difference errs by 0.61, and the central
// one by 0.01. By about what will they err at $h = 0.01$?
double cube(double x)
{
    return x * x * x;
}

// @fold Printing and drawing
void the_cube_in_numbers()
{
    std::cout << "       h     forward     central\n" << std::fixed;
    for (const double h : {1.0, 0.1, 0.01, 0.001}) {
        std::cout << std::setprecision(3) << std::setw(8) << h
                  << std::setprecision(6) << std::setw(12)
                  << forward_difference(cube, 2.0, h) << std::setw(12)
                  << central_difference(cube, 2.0, h) << "\n";
    }
    std::vector<point> curve;
    for (int i = 8; i <= 31; ++i) {
        curve.push_back({i / 10.0, cube(i / 10.0)});
    }
    figure("chords")
        .x_axis("x")
        .y_axis("x cubed")
        .curve("curve", curve)
        .curve("forward, slope 19", {{2, 8}, {3, 27}})
        .curve("central, slope 13", {{1, 1}, {3, 27}})
        .guide("tangent, slope 12", {{1.25, -1}, {3.1, 21.2}})
        .draw();
}
// @end
// @answer The forward error is about $6h$, so ten times less. The central one
// is $h^2$, so a hundred times less.
//
// @output the cube in numbers
// @endpredict

// ## The count
//
// The program does 160 epochs of two steps. We count for each weight the steps
// in which slope and definition differ by more than one part in a hundred.
using history_of_checks = std::vector<comparison<double>>;

history_of_checks program_b(doubts has)
{
    std::array<double, 3> w{0.2333, -0.233, -0.52133};
    history_of_checks all;
    for (int step = 0; step < 320; ++step) {
        const double x = step % 2 == 0 ? 1 : -1;
        all.push_back(checked_step(w, x, -x, has));
    }
    return all;
}

long long apart(const history_of_checks& all, std::size_t weight,
                double tolerance)
{
    return std::count_if(all.begin(), all.end(), [&](const auto& c) {
        return !agree(c.used[weight], c.defined[weight], tolerance);
    });
}

// @fold Printing
void ten_lines()
{
    const auto all = program_b({.stale = true, .late = true});
    std::cout << std::fixed << std::setprecision(6);
    for (std::size_t k = 2; k < 12; ++k) {
        const auto& c = all[154 + k / 3];
        const std::size_t i = 2 - k % 3;
        std::cout << "dl/dw" << i + 1 << std::setw(11) << c.used[i]
                  << std::setw(11) << c.defined[i] << "\n";
    }
}

void the_count()
{
    const auto all = program_b({.stale = true, .late = true});
    std::cout << "steps = " << all.size() << "\n";
    for (std::size_t i = 0; i < 3; ++i) {
        std::cout << "dw" << i + 1
                  << " differs from its definition = " << apart(all, i, 0.01)
                  << "\n";
    }
}
// @end
// @output the count
//
// So the columns are not equal, and for $w_3$ they hardly ever are: in
// @value{the count/dw3 differs from its definition} of
// @value{the count/steps} steps. The eye passed over it.
//
// Look once more at the ten lines. The right column of each `dw3` is the left
// column of the next `dw3`, and so it is throughout.
// @proved{a_late_check_shows_the_slope_of_the_next_step} The definition speaks
// of the weights *after* the step, the slope of those before. So the check
// stands in the wrong place. But the step is stale as well. Which of the two
// made the @value{the count/dw3 differs from its definition} differences?

// ## One change at a time
//
// With two switches there are four programs. Run all four.
//
// @predict `dw3` is computed first, when no weight has moved. So it is never
// stale. In which of the four programs can `dw3` differ from its definition?
// @fold Printing and drawing
void one_change_at_a_time()
{
    const auto percent = [](const history_of_checks& all) {
        std::vector<point> points;
        for (std::size_t i = 0; i < all.size(); ++i) {
            points.push_back(
                {static_cast<double>(i + 1),
                 100 * relative_error(all[i].used[0], all[i].defined[0])});
        }
        return points;
    };
    std::cout << "step    check       dw1  dw2  dw3\n";
    for (const bool stale : {true, false}) {
        for (const bool late : {true, false}) {
            const auto all = program_b({stale, late});
            std::cout << (stale ? "stale   " : "right   ")
                      << (late ? "late     " : "in place ");
            for (std::size_t i = 0; i < 3; ++i) {
                std::cout << std::setw(i == 0 ? 6 : 5) << apart(all, i, 0.01);
            }
            std::cout << "\n";
        }
    }
    const auto both = program_b({.stale = true, .late = true});
    const auto stale = program_b({.stale = true, .late = false});
    long long silent = 0;
    for (std::size_t i = 0; i < both.size(); ++i) {
        silent += !agree(stale[i].used[0], stale[i].defined[0], 0.01) &&
                  agree(both[i].used[0], both[i].defined[0], 0.01);
    }
    std::cout << "dw1, both = " << apart(both, 0, 0.01)
              << "\ndw1, only the stale step = " << apart(stale, 0, 0.01)
              << "\ndw1 is wrong, and the late check silent = " << silent
              << "\n";
    figure("two-faults")
        .x_axis("step")
        .y_axis("error of dw1 that is seen, in %", scale::logarithmic)
        .curve("check in place", percent(stale))
        .curve("late check", percent(both))
        .draw();
}
// @end
// @answer In the two with the late check, and in no other.
//
// @output one change at a time
// @endpredict
//
// Open the answer, and read its table row by row.
// @proved{four_programs_differ_as_the_table_says}
//
// - *Only the late check* (third row). All slopes are right, and nearly every
//   line says that they are wrong. Each of these is a false alarm.
// - *Only the stale step* (second row). `dw3` is right, and the check says so.
//   `dw1` was handed back through two weights that had moved, and differs in
//   @value{dw1, only the stale step} steps.
// - *Both* (first row, the article). `dw3` gets the false alarms. The slope
//   `dw1` is as wrong as in the second row, and seems to differ in only
//   @value{dw1, both} steps. In
//   @value{dw1 is wrong, and the late check silent} steps it is wrong, and the
//   late check says nothing.
//
// @figure two-faults | The same stale slope of the first weight, compared with its definition in the right place and after the step. | With the check in its place the difference is about 3 per cent for 250 steps, with a peak of 150 per cent at step 105, and vanishes at the end. With the late check it is below 1 per cent until step 233 and rises to 15 per cent at the end.
//
// So the late check does two kinds of harm. It accuses a slope that is right,
// and it *hides* one that is wrong. Here is how. Write $w'$ and $\delta'$ for
// what the weights and the error are after the step. Then
//
// | | `dw1` that the step used | its definition |
// |-|-|-|
// | stale step, check in its place | $\delta \, w_3' w_2' x$ | $\delta \, w_3 w_2 x$ |
// | stale step, late check | $\delta \, w_3' w_2' x$ | $\delta' \, w_3' w_2' x$ |
//
// In the last row both sides have the moved weights, and only $\delta$ is
// compared with $\delta'$. @proved{two_faults_leave_only_the_error_between_them}
// As long as training is slow, the two are nearly the same.
//
// *Two faults can hide each other.* An earlier edition of this chapter mended
// both at once, saw that all differences were gone, and wrote that they had
// come from the slip. For `dw3` that was false. To find a cause, change one
// thing at a time.

// ## How small should the step be?
//
// On a network that bends, the central difference has a truncation error, and
// it shrinks with $h$. So take $h$ very small?
//
// @predict The truncation error falls as $h^2$. Will $h = 10^{-12}$ give the
// best derivative? Think of the cube at 2. The two values differ by
// $0.000000000024$, and a `double` of that size is rounded at about the
// 15th place behind the point.
template <class T>
T tanh_loss_along_w1(const T& w1)
{
    return loss_with_tanh(w1, T(-0.7), T(1.1), T(0.9), T(-0.4));
}

double true_slope(double w1)
{
    return slopes_with_tanh<double>({w1, -0.7, 1.1}, 0.9, -0.4)[0];
}

template <class T>
double error_of_forward(double w1, double h)
{
    const T slope = forward_difference(tanh_loss_along_w1<T>, T(w1), T(h));
    return relative_error(static_cast<double>(slope), true_slope(w1));
}

template <class T>
double error_of_central(double w1, double h)
{
    const T slope = central_difference(tanh_loss_along_w1<T>, T(w1), T(h));
    return relative_error(static_cast<double>(slope), true_slope(w1));
}

// One value of the weight may be lucky. So we take 201 of them, and of their
// errors the one in the middle.
double median(double (*error)(double, double), double h)
{
    std::vector<double> all;
    for (int i = 0; i <= 200; ++i) {
        all.push_back(error(0.3 + 0.005 * i, h));
    }
    std::nth_element(all.begin(), all.begin() + 100, all.end());
    return all[100];
}

// @fold Printing and drawing
void draw_u_curves()
{
    const auto curve = [](double (*error)(double, double)) {
        std::vector<point> points;
        for (int tenth = 0; tenth <= 120; tenth += 2) {
            const double h = std::pow(10, -tenth / 10.0);
            points.push_back({h, median(error, h)});
        }
        return points;
    };
    figure("u-curves")
        .x_axis("step h", scale::logarithmic)
        .y_axis("relative error", scale::logarithmic)
        .curve("forward, double", curve(error_of_forward<double>))
        .curve("central, double", curve(error_of_central<double>))
        .curve("central, float", curve(error_of_central<float>))
        .guide("root of eps", {{1.5e-8, 1e-8}, {1.5e-8, 1}})
        .guide("cube root of eps", {{6.1e-6, 1e-10}, {6.1e-6, 1}})
        .draw();
}

void how_small()
{
    std::cout << std::scientific << std::setprecision(1);
    for (const double h : {1e-1, 1e-2, 1e-3}) {
        std::cout << "h " << h
                  << ", forward = " << error_of_forward<double>(0.8, h)
                  << "\nh " << h
                  << ", central = " << error_of_central<double>(0.8, h)
                  << "\n";
    }
    std::cout << std::fixed << std::setprecision(4)
              << "cube, h 1e-12 = " << central_difference(cube, 2.0, 1e-12)
              << "\n";
    draw_u_curves();
}
// @end
// @answer No. Four or five digits of the difference are known, and the others
// are round-off. Divided by $2h$ it gives @value{how small/cube, h 1e-12} for
// 12.
//
// @output how small
//
// @figure u-curves | The relative error of a difference quotient against its step, for the network with tanh; the median of 201 values of the first weight. Read it from right to left. | Each curve is a rough U. From the right the error falls along a straight line, steeper for the central than for the forward difference. It has its lowest point near the root of epsilon for the forward and near the cube root for the central one, and rises again as round-off takes over. The curve for float turns far earlier and higher.
// @endpredict
//
// Two errors meet. The truncation error falls with $h$. The **round-off
// error** rises: each loss is known to about $\epsilon$ only, and that is
// divided by a smaller and smaller $h$. If $f$ and its slopes are of size 1,
//
// | | truncation | round-off | the sum is least near |
// |-|-|-|-|
// | forward | $h$ | $\epsilon / h$ | $h = \sqrt{\epsilon}$, about $10^{-8}$ |
// | central | $h^2$ | $\epsilon / h$ | $h = \sqrt[3]{\epsilon}$, about $10^{-5}$ |
//
// Both places are marked in the figure.
// @proved{the_best_steps_lie_near_the_roots} In `float`, where $\epsilon$ is
// about $10^{-7}$, the article's $h = 10^{-4}$ would be too small.
//
// @interactive u-curve | Move the step along the curves, for one value of the weight. | h 1.0e-01, forward; h 1.0e-01, central; h 1.0e-02, forward; h 1.0e-02, central; h 1.0e-03, forward; h 1.0e-03, central

// ## Where an agreement says nothing
//
// Here are three wrong gradients of the network with $\tanh$. One has
// forgotten the factor $x$ in the first layer, one the factor $1 - a_2^2$ in
// the second, and one has $a_3 + t$ for $a_3 - t$. Check each at four points:
// with $x = 1$ and $t = -0.4$; with $x = 0.9$ and for $t$ what the network
// gives, or 0, or $-0.4$.
//
// @predict At which of the four points does which mistake pass?
using triple = std::array<double, 3>;

triple input_forgotten(const triple& w, double x, double t)
{
    const triple g = slopes_with_tanh(w, x, t);
    return {g[0] / x, g[1], g[2]};
}

triple bend_forgotten(const triple& w, double x, double t)
{
    const triple g = slopes_with_tanh(w, x, t);
    const double a2 = std::tanh(w[1] * std::tanh(w[0] * x));
    return {g[0] / (1 - a2 * a2), g[1] / (1 - a2 * a2), g[2]};
}

triple target_added(const triple& w, double x, double t)
{
    return slopes_with_tanh(w, x, -t);
}

// @fold Printing
void where_an_agreement_says_nothing()
{
    const triple w{0.8, -0.7, 1.1};
    const double e =
        std::tanh(w[2] * std::tanh(w[1] * std::tanh(w[0] * 0.9)));
    const auto row = [&](const char* name, auto gradient) {
        std::cout << std::left << std::setw(17) << name << std::right;
        for (const auto& [x, t] :
             {std::pair{1.0, -0.4}, {0.9, e}, {0.9, 0.0}, {0.9, -0.4}}) {
            const auto f = [x = x, t = t](std::span<const double> v) {
                return loss_with_tanh(v[0], v[1], v[2], x, t);
            };
            const bool ok = check_gradient(f, w, gradient(w, x, t)).passed();
            std::cout << std::setw(9) << (ok ? "passes" : "wrong");
        }
        std::cout << "\n";
    };
    std::cout << "                     x = 1    t = e    t = 0  neither\n";
    row("nothing forgotten", slopes_with_tanh<double>);
    row("x forgotten", input_forgotten);
    row("1 - a^2 forgotten", bend_forgotten);
    row("t added", target_added);
}
// @end
// @answer A factor $x$ does not show where $x = 1$. Where the network is
// right, $\delta = 0$ and all slopes are zero: what is multiplied by $\delta$
// does not show. The sign of $t$ does not show where $t = 0$.
//
// @output where an agreement says nothing
// @endpredict
//
// A check tells you about one point, and about the mistakes that show there.
// In the data of the article $x$ is 1 or $-1$. At these the factor $x^2$
// could be missing, and no check would tell. So check at values that are all
// different, none of them 0 or 1, and where the network is still wrong.

// ## A checker for every day
//
// The library has a checker that chooses step and bound by itself,
// `check_gradient`. For each parameter it takes the central difference at 25
// steps, each half the one before. This is how it chooses among them:
//
// @source{chainrule/check/gradient_check.cpp#best_slope}
//
// It estimates the truncation error by how far the results at $h$, $h/2$ and
// $h/4$ lie apart, and the round-off, `noise`, by the size of $f$. It takes
// the result for which the sum is least, and allows eight times that sum as
// the difference. Numbers such as this eight were chosen by us. They stand on
// top of the file, and this is what they are worth: no false alarm in ten
// thousand random functions with and without kinks
// @proved{no_false_alarm_in_ten_thousand_functions}, and an error of a
// millionth is found in smooth ones
// @proved{an_error_of_a_millionth_is_found_in_smooth_functions}.
//
// A **kink** is a point where the slope jumps. The function $\max(0, x)$ has
// one at zero: the slope is 0 on the left and 1 on the right. There is no
// derivative, and any value between the two is a fair answer. A central
// difference gives $\frac12$ there, and would call both 0 and 1 wrong. So the
// checker also compares the slopes to the left and to the right. Where the
// jump stays as $h$ shrinks, it says `kink`.
// @proved{a_kink_is_recognised_and_any_slope_between_passes}
//
// @predict The function is $2 p_0^2 + \max(0, p_1) + 3 p_2$, at $p = (1, 0,
// 1)$. The gradient to be checked is $(4, 0, -3)$. What will it say of each?
// It prints the worst first.
void a_checker_for_every_day()
{
    const auto f = [](std::span<const double> p) {
        return 2 * p[0] * p[0] + std::max(0.0, p[1]) + 3 * p[2];
    };
    const std::array at{1.0, 0.0, 1.0};
    const std::array gradient{4.0, 0.0, -3.0};
    const gradient_report report = check_gradient(f, at, gradient);
    for (const parameter_check& c : report.parameters) {
        std::cout << "parameter " << c.index << ": " << name_of(c.found)
                  << "\n";
    }
}
// @answer $p_2$ has the wrong sign, $p_1$ sits on a kink, and the slope of
// $2 p_0^2$ at 1 is 4.
//
// @output a checker for every day
// @endpredict

// ## Going further
//
// - [Stanford's notes for
//   CS231n](https://cs231n.github.io/neural-networks-3/) have a list
//   of advice for gradient checks, kinks included.
// - With complex numbers there is a quotient that subtracts nothing: W. Squire
//   and G. Trapp, *Using complex variables to estimate derivatives of real
//   functions*, SIAM Review 40 (1998), 110-112.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"ten lines", ten_lines},
         {"the cube in numbers", the_cube_in_numbers},
         {"the count", the_count},
         {"one change at a time", one_change_at_a_time},
         {"how small", how_small},
         {"where an agreement says nothing", where_an_agreement_says_nothing},
         {"a checker for every day", a_checker_for_every_day}});
}
