#include "one_neuron.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <vector>

#include "chainrule/numbers/rational.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::one_neuron;

// ## The slope of a curve
//
// Before the neuron, the slope. Take the curve $y = x^2$ and stand at
// $x = 3$, where $y = 9$. Go a little to the right, by $h$, and see how much
// higher you are. Height gained over distance gone is the slope:
//
// $$ \frac{(3 + h)^2 - 3^2}{h}. $$
//
// @predict What will it be for $h = 1$, for $h = \frac1{10}$, and for still
// smaller steps?
// @answer $@value{h 1, slope}$, then $@value{h 1/10, slope}$. It comes as
// close to 6 as you like.
// @endpredict
//
// The type `rational` is an exact fraction, so no digit below is rounded.
void the_slope_of_a_curve()
{
    for (const rational& h : {rational(1), {1, 10}, {1, 100}, {1, 1000}}) {
        const rational x = 3;
        const rational slope = ((x + h) * (x + h) - x * x) / h;
        std::cout << "h " << h << ", slope = " << slope << "\n";
    }
}
// @output the slope of a curve
//
// Multiply out and you see why. The quotient is $(6h + h^2)/h = 6 + h$, and
// what is left when $h$ goes to zero is 6. This is the **derivative** of
// $x^2$ at 3. At any $x$ the same sum gives $2x$.

// ## One step by hand
//
// Take the neuron $w_1 = 1$, $w_2 = -1$, $b = \frac12$ and the sample
// $x_1 = 1$, $x_2 = 2$ with target $t = 1$.
//
// @predict What does the neuron give? Which of its three parameters will grow
// in a step with $\eta = \frac1{10}$?
// @answer It gives $@value{one step by hand/e}$, and the error $e - t$ is
// $@value{one step by hand/error}$. All three slopes are negative, so all three parameters grow.
// @endpredict
const neuron<rational> start{1, -1, {1, 2}};
const sample<rational> one_sample{1, 2, 1};

void one_step_by_hand()
{
    const auto g = slopes(start, one_sample);
    const auto next = step(start, one_sample, rational(1, 10));
    std::cout << "e = " << estimate(start, one_sample)
              << "\nerror = " << estimate(start, one_sample) - one_sample.t
              << "\nloss = " << loss(start, one_sample) << "\ndw1 = " << g.dw1
              << "\ndw2 = " << g.dw2 << "\ndb = " << g.db
              << "\nnext w1 = " << next.w1 << "\nnext w2 = " << next.w2
              << "\nnext b = " << next.b << "\nnext error = "
              << estimate(next, one_sample) - one_sample.t
              << "\nnext loss = " << loss(next, one_sample) << "\n";
}
// @output one step by hand
//
// The error went from $@value{one step by hand/error}$ to
// $@value{next error}$. That is no accident. Put the new parameters into the
// estimate, and the error of the same sample after the step is
//
// $$ (e - t) \cdot \bigl(1 - \eta \, (x_1^2 + x_2^2 + 1)\bigr). $$
//
// Here the bracket is $1 - \frac1{10}(1 + 4 + 1) = \frac25$. So a step
// shrinks the error if the bracket lies between $-1$ and $1$. With a rate
// beyond $2 / (x_1^2 + x_2^2 + 1)$ every step makes it worse.

// ## When parameters move in turn
//
// Now the broken rule. The third slope is taken after two parameters have
// moved. Each of the moves shrinks the error by a factor of its own, so that
// the error after the step is
//
// $$ (e - t) \cdot (1 - \eta x_1^2) (1 - \eta x_2^2) (1 - \eta). $$
//
// @predict Take $\eta = \frac16$. What is left of the error if all slopes are
// taken first, and what if they are taken in turn?
// @answer The first bracket is $1 - \frac66 = 0$: nothing is left. In turn,
// the error is @value{error in turn}.
// @endpredict
void when_parameters_move_in_turn()
{
    const rational rate(1, 6);
    const auto first = step(start, one_sample, rate);
    const auto turn = step_in_turn(start, one_sample, rate);
    std::cout << "error, slopes first = "
              << estimate(first, one_sample) - one_sample.t
              << "\nerror in turn = "
              << estimate(turn, one_sample) - one_sample.t
              << "\nw2 moves, slopes first = " << first.w2 - start.w2
              << "\nw2 moves, in turn = " << turn.w2 - start.w2 << "\n";
}
// @output when parameters move in turn
//
// Still, the error did shrink. That is what makes this mistake so hard to
// see. A network that is trained this way usually learns, only it does not
// follow the gradient. What it follows depends on the order in which the
// parameters happen to be written. We shall meet the same slip in three
// layers, where it does more.

// ## Learning AND
//
// The neuron shall learn the logical AND. Its inputs are 0 or 1. The target
// is $+1$ if both are 1 and $-1$ otherwise. The sign of the estimate is the
// answer. Training shows it one sample after the other, always in the same
// order, and takes a step after each. One round through all samples is called
// an **epoch**. The rate is $\eta = 0.01$.
const std::array<sample<double>, 4> and_samples{
    {{0, 0, -1}, {0, 1, -1}, {1, 0, -1}, {1, 1, 1}}};

double mean_loss(const neuron<double>& n)
{
    double sum = 0;
    for (const auto& s : and_samples) {
        sum += loss(n, s);
    }
    return sum / 4;
}

int right_answers(const neuron<double>& n)
{
    return static_cast<int>(std::count_if(
        and_samples.begin(), and_samples.end(),
        [&](const auto& s) { return (estimate(n, s) > 0) == (s.t > 0); }));
}

void train_one_epoch(neuron<double>& n)
{
    for (const auto& s : and_samples) {
        n = step(n, s, 0.01);
    }
}

// Where the estimate is zero lies a line, and the answers differ on its two
// sides. This gives its two ends within the window of the figure.
std::vector<point> decision_line(const neuron<double>& n)
{
    constexpr double low = -0.5;
    constexpr double high = 1.7;
    std::vector<point> ends;
    for (int i = 0; i <= 200; ++i) {
        const double x1 = low + (high - low) * i / 200;
        const double x2 = -(n.w1 * x1 + n.b) / n.w2;
        if (x2 >= low && x2 <= high) {
            ends.push_back({x1, x2});
        }
    }
    return ends;
}

// @predict The neuron starts with $w_1 = 0.5$, $w_2 = 0.2$, $b = 0.3$, so it
// says yes to everything. How many epochs until all four answers are right:
// ten, a hundred, a thousand?
// @answer After @value{epoch of four right answers} epochs.
// @endpredict
void learning_and()
{
    neuron<double> n{0.5, 0.2, 0.3};
    std::vector<point> losses;
    figure lines("decision-line");
    lines.x_axis("x1").y_axis("x2");
    int learned = 0;
    for (int epoch = 0; epoch <= 1000; ++epoch) {
        losses.push_back({static_cast<double>(epoch), mean_loss(n)});
        if (learned == 0 && right_answers(n) == 4) {
            learned = epoch;
        }
        if (epoch == 0 || epoch == 30 || epoch == 100 || epoch == 1000) {
            std::cout << "epoch " << epoch << ": " << right_answers(n)
                      << " of 4 right\n";
            if (epoch > 0) {
                lines.curve("epoch " + std::to_string(epoch),
                            decision_line(n));
            }
        }
        train_one_epoch(n);
    }
    std::cout << "epoch of four right answers = " << learned << "\n";
    lines.marks("no", {{0, 0}, {0, 1}, {1, 0}}).marks("yes", {{1, 1}}).draw();
    figure("loss-of-and")
        .x_axis("epoch")
        .y_axis("mean loss")
        .curve("loss", losses)
        .draw();
}
// @output learning AND
//
// @figure decision-line | The line on which the neuron's estimate is zero, at three epochs. | All three lines part the corner where both inputs are one from the other three. At epoch 30 the line is steep and close to the corner; at epoch 1000 it runs midway between.
//
// @figure loss-of-and | The mean loss over the four samples. It does not reach zero. | The loss falls steeply for about fifty epochs, then slowly, and levels off above zero.
//
// The loss stops falling above zero. No choice of three parameters gives
// exactly $-1, -1, -1, +1$ at the four corners, because the estimate is a
// plane. The best plane gives $-\frac32, -\frac12, -\frac12, +\frac12$. All
// signs are right, and that is all we asked.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | parameters move in turn | it learns all the same; the second weight moves by less than its slope says |
// | the step goes along the slope | the loss grows from the first step on |
// | the rate is too large | the error changes its sign at each step and grows |
// | the bias is left out | the line always passes through the origin, and AND cannot be learned |

// ## Your turn
//
// @exercises
//
// @question **The largest rate.**
// For AND with inputs 0 and 1, which rate is too large for every one of the
// four samples? Which sample is the first to suffer?
// @solution The bracket is $1 - \eta (x_1^2 + x_2^2 + 1)$. For $(1, 1)$ it
// falls below $-1$ beyond $\eta = \frac23$, so that sample suffers first. For
// $(0, 0)$ the limit is 2, so beyond 2 the rate is too large for all.
// @endquestion
//
// @question **OR and XOR.**
// Which of the two can one neuron learn? Think of the line.
// @solution OR: one line cuts off the corner $(0, 0)$. For XOR the two
// corners with the answer yes lie across from each other, and no single line
// parts them from the other two.
// @endquestion
//
// @question **In another order.**
// In `step_in_turn`, let $b$ move first and $w_1$ last. Is the error after
// the step the same? Are the parameters?
// @solution The error is the same, because the three factors are only
// multiplied in another order. The parameters are not: the one that moves
// first follows its true slope, and the last one the smallest.
// @endquestion

// ## Going further
//
// - Training on one sample at a time is called stochastic gradient descent.
//   H. Robbins and S. Monro, *A stochastic approximation method*, 1951.
// - @chapter{02_three_layers} puts three weights in a row.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"the slope of a curve", the_slope_of_a_curve},
         {"one step by hand", one_step_by_hand},
         {"when parameters move in turn", when_parameters_move_in_turn},
         {"learning AND", learning_and}});
}
