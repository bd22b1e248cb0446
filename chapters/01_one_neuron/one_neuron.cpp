#include "one_neuron.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <string>
#include <vector>

#include "chainrule/data/idx.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::one_neuron;

// What you may change.
const struct {
    option<double> rate{"rate", 0.01, "how far a step goes, for AND"};
    option<int> epochs{"epochs", 1000, "how long AND is trained", 0};
} options;

// @section pictures of clothes
//
// @figure clothes | Pictures of clothes, each of 28 times 28 grey values. | Six small grey pictures in a row: a boot, a T-shirt, and other clothes.
// @fold Drawing them
void pictures_of_clothes()
{
    const images clothes =
        read_images(CHAPTER_FOLDER "/../12_fashion/data/"
                                   "train-images-idx3-ubyte.gz");
    constexpr std::size_t shown = 6;
    const std::size_t size = clothes.rows * clothes.cols;
    pixels row(clothes.rows, std::vector<double>(shown * clothes.cols));
    for (std::size_t i = 0; i < shown * size; ++i) {
        const std::size_t in = i % size;
        row[in / clothes.cols][i / size * clothes.cols + in % clothes.cols] =
            clothes.pixels[i];
    }
    figure("clothes").picture(row).draw();
    // A layer of 128 neurons, and one neuron for each of ten kinds.
    std::cout << "grey values = " << size
              << "\nnumbers to choose = " << (size + 1) * 128 + 129UL * 10
              << "\n";
}
// @output pictures of clothes
// @end

// ## The slope of a curve
//
// Take the curve $y = x^2$ and stand at $x = 3$, where $y = 9$. Go a little to
// the right, by $h$, and see how much higher you are. Height gained over
// distance gone is the **slope**:
//
// $$ \frac{(3 + h)^2 - 3^2}{h}. $$
//
// @predict What will it be for $h = 1$, for $h = \frac1{10}$, and for still
// smaller steps?
// @answer $@value{h 1, slope}$, then $@value{h 1/10, slope}$. It comes as
// close to 6 as you like.
// @output the slope of a curve
// @endpredict
//
// The type `rational` is an exact fraction, so no digit is rounded.
void the_slope_of_a_curve()
{
    for (const rational& h : {rational(1), {1, 10}, {1, 100}, {1, 1000}}) {
        const rational x = 3;
        const rational slope = ((x + h) * (x + h) - x * x) / h;
        std::cout << "h " << h << ", slope = " << slope << "\n";
    }
}
// Multiply out and you see why. The quotient is $(6h + h^2)/h = 6 + h$, and
// what is left when $h$ goes to zero is 6. This is the **derivative** of
// $x^2$ at 3. At any other $x$ the quotient is $(2xh + h^2)/h = 2x + h$, so
// there the derivative is $2x$. From here on we say slope for this limit, and
// **measured slope** for the quotient with a move that is not zero.
//
// It says how fast $y$ follows $x$: near $x = 3$, when $x$ moves by a little,
// $y$ moves about six times as much.

// ## A nudge
//
// Take the neuron $w_1 = 1$, $w_2 = -1$, $b = \frac12$ and the sample
// $x_1 = 1$, $x_2 = 2$ with target $t = 1$. The estimate is
// $@value{one step by hand/e}$ and the error $e - t$ is
// $@value{one step by hand/error}$. Now make one parameter larger by $0.001$,
// leave the others alone, and look at what follows.
//
// @predict When $w_2$ moves by $0.001$, by how much does $e$ move? Does the
// loss become larger or smaller, and by more or by less than $e$ moves?
// @answer $w_2$ is multiplied by $x_2 = 2$, so $e$ moves twice as much, by
// $@value{w2 by 0.001, e moves}$, and comes closer to $t$. So the loss becomes
// smaller. It moves by $@value{w2 by 0.001, loss moves}$, which is more.
// @output a nudge
// @endpredict
// @fold Moving each parameter, and printing
const neuron<rational> start{1, -1, {1, 2}};
const sample<rational> one_sample{1, 2, 1};

void a_nudge()
{
    const rational h(1, 1000);
    const auto show = [&](const char* name, const neuron<rational>& n) {
        const rational by_e =
            estimate(n, one_sample) - estimate(start, one_sample);
        const rational by_loss =
            loss(n, one_sample) - loss(start, one_sample);
        std::cout << name << "e moves = " << by_e.to_double() << "\n"
                  << name << "loss moves = " << by_loss.to_double() << "\n"
                  << name << "measured slope = " << (by_loss / h).to_double()
                  << "\n";
    };
    show("w1 by 0.001, ", {start.w1 + h, start.w2, start.b});
    show("w2 by 0.001, ", {start.w1, start.w2 + h, start.b});
    show("b by 0.001, ", {start.w1, start.w2, start.b + h});
}
// @end
//
// The loss moves about $-1.5$ times as much as $e$, and $-1.5$ is the error.
// That is no accident: the next section shows it. Now put both together. $e$
// moves 2 times as much as $w_2$, and $L$ about $-1.5$ times as much as $e$. So
// $L$ moves about $2 \cdot (-1.5)$ times as much as $w_2$, that is $-3$ times.
// This is the **chain rule**: along a chain, slopes are multiplied. The slope
// measured is $@value{w2 by 0.001, measured slope}$, not quite $-3$, as above
// $@value{the slope of a curve/h 1/1000, slope}$ is not quite 6: a move of
// $0.001$ is small, but it is not zero.

// ## One step by hand
//
// The same neuron and the same sample, and $\eta = \frac1{10}$.
//
// @predict Which of the three parameters grow? What is the new error?
// @answer All three slopes are negative, so all three parameters grow. The
// error goes from $@value{one step by hand/error}$ to $@value{next error}$.
// @output one step by hand
// @endpredict
// @fold Taking the step, and printing
void one_step_by_hand()
{
    const auto g = slopes(start, one_sample);
    const auto next = step(start, one_sample, rational(1, 10));
    const rational e = estimate(start, one_sample);
    std::cout << "e = " << e << "\nerror = " << e - one_sample.t
              << "\nloss = " << loss(start, one_sample) << "\ndw1 = " << g.dw1
              << "\ndw2 = " << g.dw2 << "\ndb = " << g.db
              << "\nnext w1 = " << next.w1 << "\nnext w2 = " << next.w2
              << "\nnext b = " << next.b << "\nnext error = "
              << estimate(next, one_sample) - one_sample.t
              << "\nnext loss = " << loss(next, one_sample) << "\n";
}
// @end

// ## Why all may move at once
//
// Each slope was taken while the other parameters stood still, and then all
// of them move. May we do that? The estimate is a sum, so its moves add up:
// when the parameters move by $\Delta w_1$, $\Delta w_2$ and $\Delta b$, it
// moves by $x_1 \Delta w_1 + x_2 \Delta w_2 + \Delta b$. For small moves the
// loss moves $e - t$ times as much, which is
//
// $$ \frac{\partial L}{\partial w_1} \Delta w_1
//    + \frac{\partial L}{\partial w_2} \Delta w_2
//    + \frac{\partial L}{\partial b} \Delta b. $$
//
// In a step each move is $-\eta$ times its slope. So the loss moves by about
// $-\eta$ times the sum of the squares of the slopes, and a sum of squares is
// never negative. If the rate is small enough, a step makes the loss smaller,
// unless all slopes are zero.
//
// @predict For the slopes $-\frac32$, $-3$ and $-\frac32$, which number does
// the change of the loss, divided by $\eta$, come close to when $\eta$ becomes
// small?
// @answer $-(\frac94 + 9 + \frac94) = -13.5$.
// @output why all may move at once
// @endpredict
void why_all_may_move_at_once()
{
    for (const rational& rate :
         {rational(1, 10), {1, 100}, {1, 1000}, {1, 10000}}) {
        const rational change =
            loss(step(start, one_sample, rate), one_sample) -
            loss(start, one_sample);
        std::cout << "rate " << rate.to_double()
                  << ", change / rate = " << (change / rate).to_double()
                  << "\n";
    }
}

// ## How large a step may be
//
// In our neuron one can say what a step does to the error of its sample. The
// parameters move by $-\eta (e-t)$ times $x_1$, $x_2$ and 1. On its way into
// the estimate each move is multiplied once more by its own $x_1$, $x_2$ or
// 1. So the estimate moves by $-\eta (e-t) (x_1^2 + x_2^2 + 1)$, and the
// error that is left is
//
// $$ (e - t) \cdot \bigl(1 - \eta \, (x_1^2 + x_2^2 + 1)\bigr). $$
//
// A step leaves this part of the error for every neuron, sample and rate.
// @proved{a_step_keeps_the_stated_part_of_the_error}
//
// In the step above the bracket was $1 - \frac1{10}(1 + 4 + 1) = \frac25$,
// and $\frac25$ of the error was left. A step makes the error smaller if the
// bracket lies between $-1$ and $1$. With a rate beyond $2 / (x_1^2 + x_2^2 +
// 1)$ each step makes it larger, unless it is zero. For this sample it grows
// beyond the rate $\frac13$.
// @proved{beyond_the_limit_a_step_makes_the_error_larger}
//
// @predict At the rate $\frac1{10}$ the error becomes smaller without changing
// its sign. What does it do at the rate $0.3$, and at $0.35$, step after step?
// @answer At $0.3$ the bracket is $-0.8$: the error changes its sign at each
// step and becomes smaller. At $0.35$ the bracket is $-1.1$: it changes its
// sign and grows.
// @output how large a step may be
// @endpredict
void how_large_a_step_may_be()
{
    for (const rational& rate : {rational(1, 10), {3, 10}, {35, 100}}) {
        std::cout << "rate " << rate.to_double() << ":";
        neuron<rational> n = start;
        for (int i = 0; i < 4; ++i) {
            std::cout << " "
                      << (estimate(n, one_sample) - one_sample.t).to_double();
            n = step(n, one_sample, rate);
        }
        std::cout << "\n";
    }
}

// ## When parameters move in turn
//
// In turn, each move leaves a part of the error, and the next parameter takes
// its slope from what is left. When only $w_1$ moves, the bracket above has
// only its term, so $1 - \eta x_1^2$ of the error is left. Then
// $1 - \eta x_2^2$ of that is left, then $1 - \eta$ of that:
//
// $$ (e - t) \cdot (1 - \eta x_1^2) (1 - \eta x_2^2) (1 - \eta). $$
//
// Moves in turn leave this product for every neuron, sample and rate.
// @proved{in_turn_each_move_shrinks_the_error_by_its_own_factor}
//
// @predict Take $\eta = \frac16$. What is left of the error if all slopes are
// taken first, and what if they are taken in turn?
// @answer With all slopes first, the bracket is $1 - \frac66 = 0$, so nothing
// is left. In turn, the error is $@value{error in turn}$.
// @output when parameters move in turn
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
// Still, the error did become smaller, and AND below is learned as well if the
// parameters move in turn. @proved{in_turn_and_is_learned_all_the_same} But
// not all of them follow their slopes, and what comes out depends on their
// order. We shall meet the same slip in three layers.

// ## Learning AND
//
// Now the neuron shall learn something, the logical AND. The inputs are 0 or
// 1. The target is $+1$ if both are 1, and $-1$ otherwise. The answer of the
// neuron is yes if its estimate is above zero. Training shows it one sample
// after the other, always in the same order, and takes a step after each. One
// round through all samples is called an **epoch**. The rate is $0.01$. We
// measure how good the neuron is by the mean of the losses of all four samples.
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

// @predict The neuron starts with $w_1 = 0.5$, $w_2 = 0.2$, $b = 0.3$, so it
// says yes to everything. Each step makes the loss of its sample smaller. Will
// the mean loss fall with each step, and the number of right answers only grow?
// @answer No. @value{steps that raised the loss} of @value{steps in all} steps
// make the mean loss larger: what a step gains on its sample, it may lose on
// others. And at epoch 36 an answer is lost that was right at epoch 24.
// @output learning AND
// @figure decision-line | The line on which the neuron's estimate is zero, at three epochs. On its right the neuron says yes. | At epoch 30 the line parts the corner where both inputs are one from the other three. At epoch 50 that corner lies on the wrong side. At epoch 1000 the line runs midway between.
// @endpredict
//
// @fold Training, printing and drawing
// Points on the line where the estimate is zero.
std::vector<point> decision_line(const neuron<double>& n)
{
    std::vector<point> points;
    for (double x1 = -1; x1 <= 2; x1 += 1. / 64) {
        const double x2 = -(n.w1 * x1 + n.b) / n.w2;
        if (std::abs(x2 - 0.5) <= 1.5) {
            points.push_back({x1, x2});
        }
    }
    return points;
}

void learning_and()
{
    neuron<double> n{0.5, 0.2, 0.3};
    std::vector<point> losses;
    figure lines("decision-line");
    lines.x_axis("x1").y_axis("x2");
    int right = 0, worse = 0;
    for (int epoch = 0; epoch <= options.epochs(); ++epoch) {
        if (std::isfinite(mean_loss(n))) {
            losses.push_back({static_cast<double>(epoch), mean_loss(n)});
        }
        if (right_answers(n) != right) {
            right = right_answers(n);
            std::cout << "from epoch " << epoch << ": " << right
                      << " of 4 right\n";
        }
        const auto line = decision_line(n);
        if ((epoch == 30 || epoch == 50 || epoch == options.epochs()) &&
            !line.empty()) {
            lines.curve("epoch " + std::to_string(epoch), line);
        }
        for (std::size_t i = 0; i < 4 && epoch < options.epochs(); ++i) {
            const double before = mean_loss(n);
            n = step(n, and_samples[i], options.rate());
            worse += mean_loss(n) > before ? 1 : 0;
        }
    }
    std::cout << "steps in all = " << 4 * options.epochs()
              << "\nsteps that raised the loss = " << worse
              << "\nmean loss at the end = "
              << std::round(1000 * mean_loss(n)) / 1000 << "\n";
    lines.marks("target no", {{0, 0}, {0, 1}, {1, 0}})
        .marks("target yes", {{1, 1}})
        .draw();
    figure loss("loss-of-and");
    loss.x_axis("epoch").y_axis("mean loss").curve("loss", losses);
    loss.guide("zero", {{0, 0}, {losses.back().x, 0}}).draw();
}
// @end
//
// @figure loss-of-and | The mean loss over the four samples. It does not reach zero. | The loss falls steeply at first, then slowly, and levels off well above zero.
//
// Why does the loss stop above zero? For every choice of the parameters the
// estimates at the corners satisfy
//
// $$ e(1,1) = e(1,0) + e(0,1) - e(0,0), $$
//
// because both sides are $w_1 + w_2 + b$. The targets do not: $-1 - 1 + 1$ is
// $-1$, and not $+1$. In every direction the mean loss is a parabola that opens
// upwards, so it is least where its three slopes are zero. That is at
// $w_1 = w_2 = 1$, $b = -\frac32$. There the estimates are $-\frac32, -\frac12,
// -\frac12, +\frac12$, and each of the four losses is $\frac18$.
// @proved{the_best_plane_for_and_has_no_slope_left} All signs are right.
//
// Try `./workbook run 1 --rate 0.1`, and then 0.9. At the rate 0.1 AND is
// learned in four epochs, and no answer is lost again.
// @proved{at_a_tenth_and_is_learned_in_four_epochs_and_kept} At the rate 0.9
// AND is never learned: the step for $(1, 1)$ makes its own error 1.7 times
// larger, and in the end the mean loss goes round with the steps, from 36 to
// 10, 25, 15 and back.
// @proved{at_nine_tenths_and_is_never_learned_and_the_loss_goes_round}

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | parameters move in turn | at a small rate it learns all the same; the second weight moves by $1 - \eta x_1^2$ of what its slope says |
// | the step goes along the slope, with a plus | the error of a sample grows at each step |
// | the rate is too large | with one sample, the error changes its sign at each step and grows; with several, the mean loss stays large, or grows |
// | the bias is left out | AND cannot be learned: the corners $(1,0)$ and $(0,1)$ ask for weights that are not above zero, and then their sum, the estimate at $(1,1)$, is not above zero either |

// ## Your turn
//
// @exercises
//
// @question **The largest rate.** Let the rate grow. For AND with inputs 0 and
// 1, which sample is the first whose own step makes its error larger, and
// beyond which rate? Beyond which rate is that so for all four?
// @solution The bracket is $1 - \eta (x_1^2 + x_2^2 + 1)$. For $(1, 1)$ it
// falls below $-1$ beyond $\eta = \frac23$, so that sample is the first. For
// $(0, 0)$ the limit is 2, so beyond 2 it is so for all four.
// @endquestion
//
// @question **OR and XOR.** The logical OR says yes unless both inputs are 0;
// XOR says yes if exactly one of them is 1. Which can one neuron learn? Think
// of the line.
// @solution OR: one line cuts off the corner $(0, 0)$. For XOR the two
// corners with the answer yes lie across from each other, and no single line
// parts them from the other two. Several neurons can, if there is a bend
// between them: @chapter{09_activations} trains them.
// @endquestion
//
// @question **In another order.** In `step_in_turn`, let $b$ move first and
// $w_1$ last. Is the error after the step the same? Are the parameters?
// @solution The error is the same, because the three factors are only
// multiplied in another order. The parameters are not: only the one that
// moves first follows its slope in the neuron as it was. (In the sample above
// $w_2$ is the same in both, because $x_1^2$ is 1.)
// @endquestion

// ## What you can now say
//
// - A derivative says how fast one number follows another. Along a chain,
//   slopes are multiplied.
// - Each parameter moves against its slope, by the learning rate times it. All
//   slopes are taken before anything moves.
// - A small step makes the loss of its sample smaller, a large one larger.

// ## Going further
//
// - Neurons were trained by such steps in 1960: B. Widrow and M. E. Hoff,
//   *Adaptive switching circuits*.
// - With samples drawn at random it is called stochastic gradient descent:
//   H. Robbins and S. Monro, *A stochastic approximation method*, 1951.
// - @chapter{02_three_layers} puts three weights in a row.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"pictures of clothes", pictures_of_clothes},
         {"the slope of a curve", the_slope_of_a_curve},
         {"a nudge", a_nudge},
         {"one step by hand", one_step_by_hand},
         {"why all may move at once", why_all_may_move_at_once},
         {"how large a step may be", how_large_a_step_may_be},
         {"when parameters move in turn", when_parameters_move_in_turn},
         {"learning AND", learning_and}});
}
