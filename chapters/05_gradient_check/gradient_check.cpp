#include "gradient_check.hpp"

#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <span>
#include <vector>

#include "chainrule/check/gradient_check.hpp"
#include "chapter/program.hpp"
#include "figures.hpp"

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
    draw_chords();
}
// @end
// @answer The forward error is about $6h$, so ten times less. The central one
// is $h^2$, so a hundred times less.
//
// @output the cube in numbers
// @endpredict

// ## How often do they differ?
//
// The program does 160 epochs of two training steps. We count for each weight
// those in which slope and definition differ by more than a hundredth.
using history_of_checks = std::vector<comparison<double>>;

history_of_checks program_b(faults on)
{
    std::array<double, 3> w{0.2333, -0.233, -0.52133};
    history_of_checks all;
    for (int step = 0; step < 320; ++step) {
        const double x = step % 2 == 0 ? 1 : -1;
        all.push_back(checked_step(w, x, -x, on));
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
// So the columns are not equal. For $w_3$ they differ in
// @value{the count/dw3 differs from its definition} of
// @value{the count/steps} steps. The eye passed over it.
//
// Look once more at the ten lines. The first `dw3` has 0.003970 and 0.004164,
// the next one 0.004164 and 0.004367. The right column of each `dw3` is the
// left column of the next, and so it is throughout.
// @proved{a_late_check_shows_the_slope_of_the_next_step} (The next training
// step has the other sample. Both have the same gradient: a question in
// @chapter{04_training}.) The definition speaks of the weights *after* the
// step, the slope of those before. So the check stands in the wrong place.
// But the step is stale as well. Which of the two made the @value{the
// count/dw3 differs from its definition} differences?

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
        double k = 0;
        for (const auto& c : all) {
            points.push_back(
                {++k, 100 * relative_error(c.used[0], c.defined[0])});
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
              << "\ndw1 wrong, late check silent = " << silent << "\n";
    draw_two_faults(percent(stale), percent(both));
}
// @end
// @answer In the two programs with the late check, and in no other, `dw3`
// differs from its definition.
// @proved{four_programs_differ_as_the_table_says}
//
// @output one change at a time
//
// Read it from the third row upwards.
//
// - *Only the late check* (third row). All slopes are right, and nearly every
//   line says that they are wrong. Each of these is a false alarm.
// - *Only the stale step* (second row). `dw3` is right, and the check says so.
//   `dw1` came through two weights that had moved, and differs in
//   @value{dw1, only the stale step} training steps.
// - *Both* (first row, the article). `dw3` gets the false alarms. `dw1` is as
//   wrong as in the second row, and seems to differ in only @value{dw1, both}.
//   In @value{dw1 wrong, late check silent} the late check is silent.
// @endpredict
//
// @figure two-faults | The same stale slope of the first weight, compared with its definition in the right place and after the step. | With the check in its place the difference is about 3 per cent for 250 steps, with a peak of 150 per cent at step 105, and vanishes at the end. With the late check it is below 1 per cent until step 233 and rises to 15 per cent at the end.
//
// So the late check does two kinds of harm. It accuses `dw3`, which is right.
// And it *hides* that `dw1` is wrong, in
// @value{dw1 wrong, late check silent} of the
// @value{dw1, only the stale step} steps in which it is. Here is how. Write $w'$ and $\delta'$ for what the weights and the error
// are after the step. Then
//
// | | `dw1` that the step used | its definition |
// |-|-|-|
// | stale step, check in its place | $\delta \, w_3' w_2' x$ | $\delta \, w_3 w_2 x$ |
// | stale step, late check | $\delta \, w_3' w_2' x$ | $\delta' \, w_3' w_2' x$ |
//
// In the last row both sides have the moved weights, and only $\delta$ is
// compared with $\delta'$.
// @proved{two_faults_leave_only_the_error_between_them} As long as training
// is slow, the two are nearly the same. The peak of the other curve is where
// $w_2$ passes zero: there $w_2'$ and $w_2$ are small and of opposite signs.
// @proved{the_peak_is_where_the_second_weight_passes_zero}
//
// *Two faults can hide each other.* Mend both at once, and all differences are
// gone; but you cannot say what each had done. Change one thing at a time.

// ## How small should the step be?
//
// On a network that bends, the central difference has a truncation error, and
// it falls as $h^2$. So take $h$ very small?
//
// @predict Will $h = 10^{-12}$ give the best derivative? Think of the cube at
// 2.3 first. Its two values are near 12 and differ by $0.000000000032$. A
// `double` near 12 is rounded at about the 15th place behind the point.
// @fold The network along its first weight
template <class T>
T tanh_loss(const T& w1)
{
    return loss_with_tanh(w1, T(-0.7), T(1.1), T(0.9), T(-0.4));
}

double error_of(double slope, double w1)
{
    const std::array w{w1, -0.7, 1.1};
    return relative_error(slope, slopes_with_tanh(w, 0.9, -0.4)[0]);
}

template <class T>
double error_of_forward(double w1, double h)
{
    return error_of(forward_difference(tanh_loss<T>, T(w1), T(h)), w1);
}

template <class T>
double error_of_central(double w1, double h)
{
    return error_of(central_difference(tanh_loss<T>, T(w1), T(h)), w1);
}
// @end

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
    const double distance = (2.3 + 1e-12) - (2.3 - 1e-12);
    const double slope = central_difference(cube, 2.3, 1e-12);
    std::cout << std::fixed << std::setprecision(5)
              << "cube, h 1e-12 = " << slope
              << "\ncube, by the real distance = " << slope * 2e-12 / distance
              << "\nreal distance, in 1e-12 = " << distance * 1e12 << "\n";
    draw_u_curves(
        [](double h) { return median(error_of_forward<double>, h); },
        [](double h) { return median(error_of_central<double>, h); },
        [](double h) { return median(error_of_central<float>, h); });
}
// @end
// @answer No. Of the cube four or five digits of the difference are known, and
// the others are round-off. The places $2.3 + h$ and $2.3 - h$ are rounded as
// well: they lie @value{how small/real distance, in 1e-12} units of
// $10^{-12}$ apart, and not 2. Divided by $2h$ the difference gives
// @value{how small/cube, h 1e-12}, and by the real distance
// @value{how small/cube, by the real distance}. The slope is 15.87.
//
// @output how small
//
// The first six lines are of the network, where $w_1$ is 0.8. From one $h$ to
// the next the central error falls to a hundredth, the forward error in the end
// to a tenth. At $10^{-12}$ the figure below shows what is left of that.
// @endpredict
//
// Two errors meet. The truncation error falls with $h$. The **round-off
// error** rises: each loss is known to about $\epsilon$ only, and that is
// divided by a smaller and smaller $h$.
//
// @figure u-curves | The relative error of a difference quotient against its step, for the network with tanh; the median of 201 values of the first weight. Read it from right to left. The dashed lines mark the root of ϵ, at the left, and its cube root. The third curve is the central difference in float; at the left it is flat at 1: there the difference is 0, because the two losses, and further left the two weights as well, are rounded to the same number. | Each curve is a rough U. From the right the error falls along a straight line, steeper for the central than for the forward difference. It has its lowest point near the root of epsilon for the forward and near the cube root for the central one, and rises again as round-off takes over. The curve for float turns far earlier and higher, and is flat at 1 for the smallest steps.
//
// If $f$, $f'$, $f''$ and $f'''$ are of about the same size, the relative
// errors are about
//
// | | truncation | round-off | the sum is least near |
// |-|-|-|-|
// | forward | $h$ | $\epsilon / h$ | $h = \sqrt{\epsilon}$, about $10^{-8}$ |
// | central | $h^2$ | $\epsilon / h$ | $h = \sqrt[3]{\epsilon}$, about $10^{-5}$ |
//
// In the figure $f$ is smaller than its slope. Yet each of the least errors
// lies near its place. @proved{the_best_steps_lie_near_the_roots} In `float`,
// where $\epsilon$ is about $10^{-7}$, the article's $10^{-4}$ is too small.
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
// @predict Which of the three mistakes pass where $t$ is what the network
// gives?
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
// @answer The first two. Where $t = e$, $\delta = 0$ and all slopes are zero:
// what is multiplied by $\delta$ does not show. But $a_3 + t$ is $2e$ there,
// and not 0. At the other points, a factor $x$ does not show where $x = 1$,
// and the sign of $t$ not where $t = 0$.
//
// @output where an agreement says nothing
// @endpredict
//
// A check tells you about one point, and about the mistakes that show there.
// In the data of the article $x$ is 1 or $-1$. At these $x^2$ is 1, so a factor
// $x^2$ too many does not show. So check at values that are all different, none
// of them 0, 1 or $-1$, and where the network is still wrong.

// ## A checker for every day
//
// The best step depends on $f'''$, and that is what you do not know. So the
// library has a checker that chooses step and bound by itself,
// `check_gradient`. For each parameter it takes the central difference at 25
// steps, $\frac14$, $\frac18$ and so on, times the parameter if that is larger
// than 1. In the code below `all` has an entry for each step, the largest
// first. Its `central()` is the quotient, and its `noise` a bound for the
// round-off: the last places of $f$, divided by $h$.
//
// @source{chainrule/check/gradient_check.cpp#best_slope}
//
// The truncation error is estimated by how far the quotients at three steps lie
// apart. The middle one of them is a candidate, with the noise of the smallest
// step, which is the largest of the three. The checker takes the candidate
// for which the sum is least, and allows eight times that sum.
//
// The eight was chosen by us. With it there is no false alarm in ten thousand
// random functions with and without kinks, and with four there is a false
// alarm. @proved{no_false_alarm_in_ten_thousand_functions} With it an error
// of a millionth is found in a thousand smooth functions, in slopes that are
// not small beside the function, and with 64 it is not found in all.
// @proved{an_error_of_a_millionth_is_found_in_smooth_functions}
//
// A **kink** is a point where the slope jumps. The function $\max(0, x)$ has
// one at zero: the slope is 0 on the left and 1 on the right, and any value
// between the two is a fair answer. A central difference gives $\frac12$, and
// would call both 0 and 1 wrong. So the checker also compares the slopes to the
// left and to the right. Where the jump stays as $h$ shrinks, it says `kink`.
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
// - [Stanford's notes for CS231n](https://cs231n.github.io/neural-networks-3/)
//   have a list of advice for gradient checks, kinks included.
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
