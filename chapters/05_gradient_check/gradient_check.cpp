#include "gradient_check.hpp"

#include <array>
#include <cmath>
#include <complex>
#include <iomanip>
#include <iostream>
#include <limits>
#include <span>
#include <vector>

#include "chainrule/check/gradient_check.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::gradient_check;

// ## The article's check
//
// This is the article's Program B. It trains as in @chapter{04_training},
// with the stale step, and after each step it prints the derivative that the
// step used beside the central difference with $h = 10^{-4}$.
struct comparison {
    double dw1, by_definition1;
    double dw2, by_definition2;
    double dw3, by_definition3;
};

constexpr double article_h = 1e-4;

// The central differences at the weights as they are now.
void compare(comparison& c, double w1, double w2, double w3, double x,
             double t)
{
    const auto loss = loss_of_article<double>;
    const auto along1 = [&](double w) { return loss(w, w2, w3, x, t); };
    const auto along2 = [&](double w) { return loss(w1, w, w3, x, t); };
    const auto along3 = [&](double w) { return loss(w1, w2, w, x, t); };
    c.by_definition1 = central_difference(along1, w1, article_h);
    c.by_definition2 = central_difference(along2, w2, article_h);
    c.by_definition3 = central_difference(along3, w3, article_h);
}

enum class place { after_the_step, before_the_step };

std::vector<comparison> program_b(place check)
{
    double w1 = 0.2333;
    double w2 = -0.233;
    double w3 = -0.52133;
    std::vector<comparison> all;
    for (int step = 0; step < 320; ++step) {
        const double x = step % 2 == 0 ? 1 : -1;
        const double t = -x;
        comparison c{};
        if (check == place::before_the_step) {
            compare(c, w1, w2, w3, x, t);
        }
        const double y = w1 * x;
        const double z = w2 * y;
        const double r3 = w3 * z - t;
        // Before the step nothing is stale: all slopes, then the check.
        const double old_w2 = w2;
        const double old_w3 = w3;
        c.dw3 = r3 * z;
        w3 -= 0.05 * c.dw3;
        const bool stale = check == place::after_the_step;
        const double r2 = r3 * (stale ? w3 : old_w3);
        c.dw2 = r2 * y;
        w2 -= 0.05 * c.dw2;
        c.dw1 = r2 * (stale ? w2 : old_w2) * x;
        w1 -= 0.05 * c.dw1;
        if (check == place::after_the_step) {
            compare(c, w1, w2, w3, x, t);
        }
        all.push_back(c);
    }
    return all;
}

// Here are the ten lines that the article shows, around the 156th step.
//
// @predict Two columns, six digits. Would you call them equal?
// @answer The article looked at them and called them basically equal. That is
// what an eye does. The count below the lines does something else.
// @endpredict
void the_articles_check()
{
    const auto all = program_b(place::after_the_step);
    const auto row = [](const char* name, double a, double b) {
        std::cout << "dl/" << name << std::setw(11) << a << std::setw(11) << b
                  << "\n";
    };
    std::cout << std::fixed << std::setprecision(6);
    row("dw1", all[154].dw1, all[154].by_definition1);
    for (std::size_t step : {155u, 156u, 157u}) {
        row("dw3", all[step].dw3, all[step].by_definition3);
        row("dw2", all[step].dw2, all[step].by_definition2);
        row("dw1", all[step].dw1, all[step].by_definition1);
    }
    const auto apart =
        std::count_if(all.begin(), all.end(), [](const comparison& c) {
            return !agree(c.dw3, c.by_definition3, 0.01);
        });
    const auto delayed = [&] {
        long long same = 0;
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            same += agree(all[i].by_definition3, all[i + 1].dw3, 1e-6);
        }
        return same;
    }();
    std::cout << "dw3 differs by more than 1 % = " << apart
              << "\nof = " << all.size()
              << "\ndefinition now, dw3 in the next step = " << delayed
              << "\n";
}
// @output the article's check
//
// In @value{dw3 differs by more than 1 %} of @value{the article's check/of}
// steps, `dw3` and its check differ by more than a hundredth. And look at the
// lines again: the right column of each `dw3` is the left column of the next.
// The check speaks of the weights *after* the step. Program B compares the
// slope of one point with the definition at another.
//
// The reader of such a table needs a rule for what is equal. So the next
// question is what a check can show at best.

// ## The check in its place
//
// Put the check before the step, and take all slopes before anything moves.
//
// @predict How many of the 320 will differ by more than a millionth?
// @answer None.
// @endpredict
void the_check_in_its_place()
{
    long long apart = 0;
    double worst = 0;
    for (const comparison& c : program_b(place::before_the_step)) {
        for (const auto& [a, b] : {std::pair{c.dw1, c.by_definition1},
                                   {c.dw2, c.by_definition2},
                                   {c.dw3, c.by_definition3}}) {
            apart += !agree(a, b, 1e-6);
            worst = std::max(worst, std::abs(a - b));
        }
    }
    std::cout << "differ by more than a millionth = " << apart
              << "\nall within 1e-11 of each other = "
              << (worst < 1e-11 ? "yes" : "no") << "\n";
}
// @output the check in its place
//
// From @chapter{02_three_layers} we know why: along each weight the loss is a
// parabola, so the central difference has no truncation error here. A
// disagreement in the third digit was never an inaccuracy of the check. It
// was the slip. *The article's check was right, and its eye was wrong.*

// ## How small should the step be?
//
// With a function that bends, the step matters. Take the network with
// $\tanh$ and shrink $h$.
//
// @predict The truncation error falls as $h^2$. So will $h = 10^{-12}$ give
// the best derivative?
// @answer No. Look at the figure: the error falls, turns, and rises again.
// @endpredict
template <class T>
T tanh_loss_along_w1(const T& w1)
{
    return loss_with_tanh(w1, T(-0.7), T(1.1), T(0.9), T(-0.4));
}

double true_slope()
{
    return tanh_loss_along_w1(variable(0.8)).slope;
}

template <class T>
double error_of_central(double h)
{
    const auto f = tanh_loss_along_w1<T>;
    return relative_error(
        static_cast<double>(central_difference<T>(f, T(0.8), T(h))),
        true_slope());
}

template <class T>
double error_of_forward(double h)
{
    const auto f = tanh_loss_along_w1<T>;
    return relative_error(
        static_cast<double>(forward_difference<T>(f, T(0.8), T(h))),
        true_slope());
}

// While the truncation error rules, it can be printed. Below that it is
// round-off, whose digits belong to the machine, and it is drawn.
void how_small()
{
    std::cout << std::scientific << std::setprecision(1);
    for (const double h : {1e-1, 1e-2, 1e-3}) {
        std::cout << "h " << h
                  << ", forward = " << error_of_forward<double>(h) << "\nh "
                  << h << ", central = " << error_of_central<double>(h)
                  << "\n";
    }
    const auto curve = [](double (*error)(double)) {
        std::vector<point> points;
        for (int tenth = 0; tenth <= 140; tenth += 2) {
            const double h = std::pow(10, -tenth / 10.0);
            points.push_back({h, std::max(error(h), 1e-17)});
        }
        return points;
    };
    figure("u-curves")
        .x_axis("step h", scale::logarithmic)
        .y_axis("relative error", scale::logarithmic)
        .curve("forward, double", curve(error_of_forward<double>))
        .curve("central, double", curve(error_of_central<double>))
        .curve("central, float", curve(error_of_central<float>))
        .draw();
}
// @output how small
//
// @figure u-curves | The error of a difference quotient against its step. Read it from right to left. | Each curve is a rough U: from the right the error falls along a straight line, steeper for central than for forward differences, reaches a lowest point, and rises again as round-off takes over. The float curve turns far earlier and higher than the double ones.
//
// @interactive u-curve | Move the step along the curves. | h 1.0e-01, forward; h 1.0e-01, central; h 1.0e-02, forward; h 1.0e-02, central; h 1.0e-03, forward; h 1.0e-03, central
//
// Two errors meet. The truncation error falls with $h$. The **round-off
// error** rises: both losses are known to a relative $\epsilon$ only, their
// difference keeps that error, and it is divided by a smaller and smaller
// $h$. The sum is least where the two are equal, near $h = \sqrt{\epsilon}$
// for the forward difference and near $h = \sqrt[3]{\epsilon}$ for the
// central one. In `float` the article's $10^{-4}$ lies on the wrong side.

// ## Derivatives without a difference
//
// The round-off comes from subtracting two nearly equal numbers. There are
// ways that subtract nothing. Dual numbers are one. Another needs no new
// type: give the weight an imaginary part $h$ and look at the imaginary part
// of the loss,
//
// $$ \operatorname{Im} f(x + ih) = h f'(x) - \tfrac{h^3}{6} f'''(x) + \dots $$
//
// Nothing cancels, so $h$ may be as small as $10^{-200}$.
void without_a_difference()
{
    const std::complex<double> moved(0.8, 1e-200);
    const double slope = tanh_loss_along_w1(moved).imag() / 1e-200;
    std::cout << "complex step, error below 1e-14 = "
              << (agree(slope, true_slope(), 1e-14) ? "yes" : "no") << "\n";
}
// @output without a difference

// ## A test without a tolerance
//
// Every check so far compares two numbers and needs a bound for their
// distance. The **Taylor test** looks at how a distance *shrinks*. If $g$ is
// the derivative, the remainder
//
// $$ \bigl| f(x + h) - f(x) - h g \bigr| $$
//
// falls as $h^2$. If $g$ is anything else, a multiple of $h$ is left and the
// remainder falls only as $h$. On logarithmic axes that is slope 2 or
// slope 1, and nobody has to say how near is near enough.
double remainder_slope(double g)
{
    const auto remainder = [&](double h) {
        const auto f = tanh_loss_along_w1<double>;
        return std::abs(f(0.8 + h) - f(0.8) - h * g);
    };
    return std::log(remainder(1e-3) / remainder(1e-5)) / std::log(100.0);
}

void a_test_without_a_tolerance()
{
    std::cout << std::fixed << std::setprecision(2)
              << "right gradient, slope = " << remainder_slope(true_slope())
              << "\nwrong by 5 %, slope = "
              << remainder_slope(1.05 * true_slope()) << "\n";
}
// @output a test without a tolerance

// ## A checker for every day
//
// The library has a checker that puts this together. It tries steps of many
// sizes, estimates both errors from what it sees, takes the step where their
// sum is least, and derives its tolerance from that sum. Nobody chooses a
// step or a bound.
//
// It has one more skill. A function such as $\max(0, x)$ has a **kink** at
// zero: a slope of 0 on the left and of 1 on the right. There is no
// derivative, and any value between the two is a fair answer. A checker that
// calls that an error gives false alarms. Ours looks at both sides.
//
// @predict The function is $2 p_0^2 + \max(0, p_1) + 3 p_2$, at $p = (1, 0,
// 1)$. The gradient that is checked is $(4, 0, -3)$. What will it say?
// @answer The first is right, the second sits on a kink, and the third has
// the wrong sign. The worst comes first.
// @endpredict
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
// @output a checker for every day

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | the check runs after the step | each number agrees with the next step's |
// | only sizes are compared | a gradient of the wrong sign passes |
// | the bound is absolute | small gradients pass, whatever they are |
// | the weight is not put back | later parameters disagree |
// | `float` and a step of $10^{-4}$ | a right gradient is off in the third digit |
// | a kink lies within the step | a right gradient is called wrong |

// ## Your turn
//
// @exercises
//
// @question **The best step.**
// The round-off error of a central difference is about $\epsilon |f| / h$, its
// truncation error $h^2 |f'''| / 6$. Which $h$ makes the sum least?
// @solution Set the derivative by $h$ to zero: $h^3 = 3 \epsilon |f| /
// |f'''|$. For $f$ and $f'''$ of size 1 in `double` that is about
// $9 \cdot 10^{-6}$.
// @endquestion
//
// @question **A checker's blind spot.**
// A checker compares $|a|$ with $|b|$. Name a mistake that it passes.
// @solution The forgotten minus: a step up the slope and not down. The library
// kann compares so, in its function `kad_check_grad`.
// @endquestion

// ## Going further
//
// - W. Squire and G. Trapp, *Using complex variables to estimate derivatives
//   of real functions*, SIAM Review 40 (1998), has the complex step.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"the article's check", the_articles_check},
         {"the check in its place", the_check_in_its_place},
         {"how small", how_small},
         {"without a difference", without_a_difference},
         {"a test without a tolerance", a_test_without_a_tolerance},
         {"a checker for every day", a_checker_for_every_day}});
}
