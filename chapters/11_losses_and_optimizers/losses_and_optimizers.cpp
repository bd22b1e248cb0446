#include "losses_and_optimizers.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <vector>

#include "bowl.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "drawing.hpp"
#include "journey.hpp"
#include "plots/figure.hpp"
#include "spirals.hpp"

using namespace chainrule;
using namespace chainrule::losses_and_optimizers;

// @section options
// @fold What you may change
const struct {
    option<double> rate{"rate", 0.05, "of one more walk through the bowl"};
    option<std::size_t> epochs{"epochs", 100, "of the race on spirals", 1};
} options;
// @end

// @section huge numbers
//
// @predict A network says $z = (1000, 1001, 1002)$. What does the formula for
// the softmax give as it stands, and what does ours?
void huge_numbers()
{
    const std::vector<double> z{1000, 1001, 1002};
    double total = 0;
    for (const double each : z) {
        total += std::exp(each);
    }
    std::cout << std::boolalpha << "as it stands, first is a number = "
              << !std::isnan(std::exp(z[0]) / total) << "\n"
              << std::fixed << std::setprecision(4);
    for (const double p : softmax(z)) {
        std::cout << "shifted = " << p << "\n";
    }
}
// @answer $e^{1000}$ is too large for any `double`. It becomes infinite, and
// infinite over infinite is no number: the first line of the output. With the
// largest subtracted it is the same as for $z = (0, 1, 2)$.
//
// @output huge numbers
// @endpredict

// @section equal outputs
//
// @predict A network that has learned nothing gives the same probability to
// each class. What is its loss for two classes, and what for ten?
void equal_outputs()
{
    std::cout << std::fixed << std::setprecision(4);
    for (const std::size_t classes : {std::size_t{2}, std::size_t{10}}) {
        const std::vector<double> equal(classes, 7.0);
        std::cout << "loss if " << classes
                  << " classes are equal = " << cross_entropy(equal, 0)
                  << "\n";
    }
}
// @answer $-\log \frac12 = \log 2$ and $\log 10$
// @proved{equal_outputs_cost_the_logarithm_of_their_number}. Remember the
// second number. If the first loss of a network for ten classes is far from
// it, look for a mistake before you train.
//
// @output equal outputs
// @endpredict

// @section two ways
//
// Why write a function for that, when $-\log$ of the softmax says the same?
//
// @predict A network is very wrong and says $z = (0, 800)$, where the first
// class is right. What does `-log(softmax(z)[0])` give, and what is true?
void two_ways()
{
    std::cout << "softmax first = " << -std::log(softmax<double>({0, 800})[0])
              << "\nlogarithm of the sum = "
              << cross_entropy<double>({0, 800}, 0) << "\n";
}
// @answer $p_1$ is about $e^{-800}$. That is below the smallest `double` and
// becomes 0, so the loss becomes infinite. True is $\log(e^0 + e^{800}) - 0$,
// and that is 800 @proved{the_loss_is_right_where_the_softmax_is_zero}. With
// $z_{\max}$ taken out nobody asks for the logarithm of 0.
//
// @output two ways
// @endpredict

// ## Certain and wrong
//
// Why not half the squared error of the probability, $\frac12 (p - 1)^2$? Take
// two classes with the outputs $(z, 0)$. The first is right, and $p$ is the
// sigmoid of $z$. The network is more and more certain of the second.
//
// The slope of the cross-entropy by $z$ is $p - 1$. The squared error has the
// slope $p - 1$ by $p$, and on the way to $z$ it is multiplied by the slope of
// the sigmoid, $p (1 - p)$.
//
// @predict Which of the two slopes pulls harder at $z = -2$? And at $z = -10$?
void certain_and_wrong()
{
    const auto by_square = [](double z) {
        const double p = softmax<double>({z, 0})[0];
        return (p - 1) * p * (1 - p);
    };
    const auto by_entropy = [](double z) {
        return cross_entropy_slope(softmax<double>({z, 0}), 0)[0];
    };
    std::cout << std::setprecision(2);
    for (const int z : {-2, -10}) {
        std::cout << "z " << z << ", cross-entropy = " << by_entropy(z)
                  << "\nz " << z << ", squared error = " << by_square(z)
                  << "\n";
    }
    std::cout << "squared error, hardest over z -10 = " << std::fixed
              << std::setprecision(0)
              << by_square(-std::log(2)) / by_square(-10) << "\n";
    draw_slopes(by_entropy, by_square);
}
// @answer That of the cross-entropy, both times; the minus says that it pulls
// upwards. For $z = -10$ the sigmoid is
// flat, and of the squared error hardly any slope comes back. It pulls hardest
// at $z = -\log 2$, where $p$ is a third
// @proved{the_squared_error_pulls_hardest_at_one_third}. There its slope is
// @value{certain and wrong/squared error, hardest over z -10} times that at
// $z = -10$, so no rate suits both. Beyond that place, the more certain the
// network is of the wrong class, the less it learns from the squared error.
//
// @output certain and wrong
//
// @figure certain-and-wrong | The slope that pulls a wrong answer back. | For very negative z the slope of the cross-entropy is minus one. The slope of the squared error is largest, about minus 0.15, a little left of zero, and goes to zero on both sides.
// @endpredict

// @section how large a rate
//
// `bowl.hpp`, beside this file, walks through the bowl with any kind of step.
//
// @predict From which rate on does the steep weight jump farther each time? How
// fast does $w_1$ come to 0 just below that rate?
void how_large_a_rate()
{
    for (const double rate : {0.079, 0.081, options.rate()}) {
        const double last = walk({}, 400, plain(rate)).back().loss();
        std::cout << "rate " << rate << ", settles = " << std::boolalpha
                  << (last < 1) << "\n";
    }
}
// @answer $1 - 25 \eta = -1$ at $\eta = 2/25 = 0.08$: two over the steepest
// curvature @proved{plain_steps_settle_below_the_limit_and_not_above}. There
// $w_1$ is multiplied by 0.92 at every step. The steep direction sets the
// limit, and the flat one waits.
//
// @output how large a rate
//
// The last line is for a rate of yours: `./workbook run 11 --rate 0.08`.
// @endpredict

// @section three paths
//
// Watch the three move through the bowl of above, from $(1, 0.4)$ to the bottom
// at $(0, 0)$: plain steps at the rate 0.07, momentum at 0.05 with $\mu = 0.6$,
// Adam at 0.1. It is no race, because other settings would change the order.
//
// @predict The slopes at the start are 1 and 10. What are the first steps?
void three_paths()
{
    figure paths("paths");
    paths.x_axis("w1, the flat direction").y_axis("w2, the steep direction");
    const auto show = [&](const std::string& name, const stepper& by) {
        std::vector<point> points;
        for (const place& p : walk({1, 0.4}, 25, by)) {
            points.push_back({p.w1, p.w2});
        }
        std::cout << name << ", first step = (" << points[1].x - 1 << ", "
                  << points[1].y - 0.4 << ")\n";
        paths.curve(name, points);
    };
    show("plain", plain(0.07));
    show("momentum", with_momentum(0.05, 0.6));
    show("adam", with_adam(0.1));
    paths.draw();
}
// @answer The plain step is ten times as far in the steep direction, and so is
// momentum's first one. Adam's is 0.1 in both.
//
// @output three paths
//
// @figure paths | The first twenty-five steps of each; the bottom is at (0, 0). | Plain steps jump from side to side of the valley and creep along it. Momentum jumps in wider waves and is soon near the bottom. Adam leaves along a diagonal, swings past the bottom in a wide bow and turns back.
// @endpredict

// ## Where to begin
//
// Which weights does training start with? They cannot all be equal. Then all
// neurons of a layer say the same, get the same slopes and take the same step.
// A layer of many neurons stays one neuron @proved{equal_neurons_stay_equal},
// as the tied weights of @chapter{06_starting_points} stayed one weight. So
// they are drawn at random around 0. How large should they be?
//
// We need one notion. The **variance** of numbers around 0 is the mean of
// their squares. Its root is the **standard deviation**: the size that such
// numbers have. If numbers are drawn independently, the variances of a sum add
// up @proved{the_variance_of_a_sum_is_the_sum_of_the_variances}. A sum of 100
// numbers of size 1 is then not of size 100 but of size 10, because many of
// them cancel.
//
// The sum of a neuron with $I$ inputs of size 1 and weights of variance
// $\sigma^2$ has the variance $I \sigma^2$. To keep the size from layer to
// layer on the way up, take $\sigma^2 = 1/I$. On the way back, the slope of
// an input is a sum over the $J$ neurons of the layer, with the same weights
// (@chapter{10_dense_layers}). To keep its size, take $\sigma^2 = 1/J$. One
// number cannot be both. Xavier Glorot proposed $2 / (I + J)$, one over the
// mean of $I$ and $J$.
//
// Now measure. `journey.hpp`, beside this file, sends 200 samples of numbers
// of size 1 up through ten layers of 100 neurons. The activation is the
// hyperbolic tangent, `tanh`. Then slopes of size 1 come in at the top and walk
// back to the bottom.
//
// @predict Glorot's deviation is $\sqrt{2 / (100 + 100)} = 0.1$ here. Try 0.01
// and 1 as well. What becomes of the outputs on the way up, and of the slopes
// on the way back? `tanh` is never above 1, and it is flat where it is near 1.
void where_to_begin()
{
    figure up("size-by-layer");
    figure back("slope-by-layer");
    up.x_axis("layer").y_axis("size of the outputs", scale::logarithmic);
    back.x_axis("layer").y_axis("size of the slopes", scale::logarithmic);
    for (const auto& [name, deviation] :
         {std::pair{"1", 1.0}, {"0.1", 0.1}, {"0.01", 0.01}}) {
        const journey seen = there_and_back(deviation, tangent);
        tell(std::string("tanh, ") + name, seen);
        up.curve(std::string("deviation ") + name, by_layer(seen.outputs));
        back.curve(std::string("deviation ") + name, by_layer(seen.slopes));
    }
    tell_more("tanh, 1", there_and_back(1, tangent));
    tell("no function, 1", there_and_back(1, straight));
    tell("rectifiers, glorot", there_and_back(0.1, rectifier));
    tell("rectifiers, he", there_and_back(std::sqrt(0.02), rectifier));
    up.draw();
    back.draw();
}
// @answer With 0.01 both lose nine tenths at each layer. Almost nothing
// arrives: the slopes **vanish**. With 0.1 both lose a little at each layer.
// With 1 the outputs stay near 1, but the slopes grow by a factor of
// @value{where to begin/tanh, 1, slopes per layer} at each layer, and those by
// the lowest weights are
// @value{where to begin/tanh, 1, slopes by weights, bottom over top} times
// as large as those by the highest. The slopes **explode**. With one rate for
// all, the lowest weights move that much farther.
//
// @output where to begin
//
// @figure size-by-layer | The size of the outputs on the way up, for three deviations of the weights. | With a deviation of 1 the outputs stay just below 1 at all layers. With 0.1 they sink slowly to about a quarter. With 0.01 they fall by a factor of ten at each layer.
//
// @figure slope-by-layer | The size of the slopes by these outputs. The walk back goes from right to left. | With a deviation of 1 the slopes grow evenly from 1 at layer 10 to several thousand at the bottom. With 0.1 they sink to about a third. With 0.01 they fall by a factor of ten at each layer.
// @endpredict
//
// How can slopes grow through functions that are mostly flat? A slope on its
// way back is a sum over 100 neurons, and each term has a weight of size 1
// and the slope of `tanh` in it. The mean square of the latter is small,
// @value{where to begin/tanh, 1, mean square of its slope}. But there are 100
// of them, and 100 times that is about 5. Its root is the factor. Without
// `tanh`, and all else the same, the factor is the root of 100.
//
// A rectifier makes half of such sums 0, and takes half of their mean square
// away @proved{a_rectifier_halves_the_mean_of_the_squares}. With Glorot's
// weights each layer then multiplies by about $\sqrt{1/2}$, which is 0.71, both
// ways. Weights of variance $2/I$ make up for it. They are named after Kaiming
// He.

// ## Spirals
//
// Back to the spirals of the first picture. `spirals.hpp`, beside this file,
// makes the points and a network: two inputs, 16 neurons with `tanh`, 16 more,
// and two outputs, with Glorot's weights. This is a step of the library. Its
// `loss` is our cross-entropy for a batch, and `by` one of the three methods:
//
// @source{chainrule/layers/train.hpp#step}
//
// An **epoch** takes all samples once, in a new order, 20 at a time. These
// twenty are a **batch**. The loss of a batch is the *mean* over its samples.
// With the sum, slopes would grow with the batch
// @proved{a_sample_that_counts_twice_changes_the_sum_not_the_mean}.
//
// How do the three methods compare? Each has its own good rates, so each tries
// its own, each rate twice the one before. One start can be lucky, so each rate
// is tried from the same seven. What counts is the mean loss on all 200 points
// after 100 epochs: of the seven the middle one, and also the worst. Say that a
// start *fails* if it ends above 0.1.
//
// @predict Momentum keeps 0.9. Which rate of plain steps should do the same as
// momentum at 0.025?
void the_race()
{
    const spirals data = two_spirals();
    const auto at = [&](double rate, int rates, auto by) {
        return sweep(rate, rates, data, options.epochs(), by);
    };
    const auto momentum = [](double keep) {
        return [=](double rate) { return layers::momentum(rate, keep); };
    };
    const auto by_plain = at(0.125, 6, momentum(0));
    const auto by_momentum = at(0.0125, 7, momentum(0.9));
    const auto by_longer = at(0.00625, 7, momentum(0.95));
    const auto by_adam =
        at(0.005, 8, [](double rate) { return layers::adam(rate); });
    tell("plain", by_plain);
    tell("momentum 0.9", by_momentum);
    tell("momentum 0.95", by_longer);
    tell("adam", by_adam);
    compare("plain at 0.25", by_plain[1], "momentum 0.9 at 0.025",
            by_momentum[1]);
    std::cout << "middle of plain over adam = "
              << best_of(by_plain).middle() / best_of(by_adam).middle()
              << "\n";
    draw_race(by_plain, by_momentum, by_longer, by_adam);
    draw_answer(data, best_of(by_adam).rate, options.epochs());
    draw_points(data);
}
// @answer $0.025 / (1 - 0.9) = 0.25$. The middle loss is @value{spirals/plain
// at 0.25, loss} for plain steps and @value{spirals/momentum 0.9 at 0.025,
// loss} for momentum. So it is at other small rates: drawn over $\eta / (1 -
// \mu)$ the curves lie on each other, and they part from 1 on. That is said
// of the middle. From one start, one of the two losses above is up to
// @value{spirals/one of these over the other, from one start, at most} times
// the other.
//
// @output spirals
//
// @figure race | The middle loss of seven starts at each rate. | Three falling curves, plain steps and two momenta, lie on each other from 0.1 to 0.5. Then plain steps jump up and down, momentum 0.9 turns up at 4 and momentum 0.95 at 8. The curve of Adam, over its own rate, falls to one ten-thousandth at a rate of about 0.2 and rises steeply after that.
// @endpredict
//
// At the rate with the best middle, the middle loss of momentum 0.95 is
// @value{spirals/momentum 0.95, middle start}, that of Adam
// @value{spirals/adam, middle start}, and that of plain steps
// @value{spirals/middle of plain over adam} times Adam's. The worst starts
// differ more: plain steps and momentum fail there from at least one of the
// seven, and Adam from none.
//
// These are the rates at which no start fails. Plain steps:
// @value{spirals/plain, none fails at}. Momentum 0.9:
// @value{spirals/momentum 0.9, none fails at}. Momentum 0.95:
// @value{spirals/momentum 0.95, none fails at}, with a middle loss of
// @value{spirals/momentum 0.95, best middle of these}. Adam:
// @value{spirals/adam, none fails at}. At its other rates Adam fails from some
// start, too. This is a race of seven starts of one small network, one set of
// points and 100 epochs; other starts have other losses. Adam's best rate here
// is far above the 0.001 that its authors propose.
//
// @figure spirals | What a network trained by Adam says at each place: class 0 blue, class 1 orange, white where it does not know. The points are those that it learned from. | Two pale fields, one blue and one orange. The line between them winds like an S, so that each field holds the points of its own colour.

// ## Above the limit
//
// In the bowl, two over the steepest curvature limited the rate of plain steps.
// A network has a curvature along each direction in which all its weights can
// go together. `curvature.hpp`, beside this file, finds the steepest one
// @proved{the_steepest_curvature_of_a_bowl_is_found}.
//
// @predict Plain steps did best at the rate 2. Was that below the limit at the
// start?
void above_the_limit()
{
    const spirals data = two_spirals();
    std::cout << std::defaultfloat << std::setprecision(2);
    for (std::uint64_t seed = 1; seed <= 7; ++seed) {
        auto net = spiral_net(seed);
        const double limit = 2 / curvature_of(net, data);
        const double loss =
            trained(net, layers::sgd(2.0), data, options.epochs(), seed);
        std::cout << "start " << seed << ": limit " << limit
                  << " at first; in the end loss " << loss << ", curvature "
                  << curvature_of(net, data) << "\n";
    }
    const auto at_4 = sweep(4, 1, data, options.epochs(),
                            [](double rate) { return layers::sgd(rate); });
    std::cout << "at the rate 4, smallest loss = " << at_4[0].ranked(0)
              << "\n";
}
// @answer No. For all seven starts the limit is about 1, and in a bowl the loss
// would grow without end at the rate 2. Here the curvature changes on the way.
// The network jumps out of the steep place, and where its loss is small in the
// end, the curvature is far below 1: there a rate of 2 is below the limit. Some
// starts come to no such place, and at the rate 4 none does. So for a network
// the limit is no number that is known before, and rates are tried.
//
// @output above the limit
// @endpredict

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | softmax without the shift | no number, or a probability of 0, when an output comes near 710 in `double` or 89 in `float` @proved{the_exponential_overflows_above_709_and_above_88}; no number either when all are below -746 @proved{the_exponential_is_zero_below_minus_746} |
// | the logarithm taken of the softmax | an infinite loss where the network is very wrong |
// | the slope of the softmax multiplied once more to $p - y$ | where the network is most wrong it learns least, as with the squared error |
// | the softmax taken entry by entry, as $p_i (1 - p_i)$ | the wrong classes get no slope @proved{entry_by_entry_the_wrong_classes_get_no_slope} |
// | a sum where a mean belongs | slopes, and with them the good rates, depend on the size of the batch |
// | a rate above the limit | in a bowl the loss grows without end; in a network it jumps, and settles where the curvature is smaller or ends far above the beginning |
// | no correction of Adam's means | the first step is three times as long @proved{without_the_correction_the_first_step_is_three_times_as_long} |
// | all weights equal | a layer of many neurons learns as one |

// ## Your turn
//
// @exercises

// ## What you can now say
//
// - The cross-entropy starts near $\log K$. Its slope by the outputs is
//   $p - y$.
// - In a bowl two over the steepest curvature limits the rate of plain
//   steps. In a network the curvature changes on the way, and rates are
//   tried.
// - Where slopes agree, momentum is a step of $\eta / (1 - \mu)$.
// - Slopes vanish or explode by a factor per layer, set by the first weights.
// - A race between methods needs a sweep for each, and several starts.

// ## Going further
//
// - I. Goodfellow, Y. Bengio, A. Courville, [*Deep
//   Learning*](https://www.deeplearningbook.org), 2016, sections 6.2.2 and 8;
//   section 3.13 says where the name cross-entropy comes from.
// - X. Glorot, Y. Bengio, ["Understanding the difficulty of training deep
//   feedforward neural networks"](https://proceedings.mlr.press/v9/glorot10a.html),
//   AISTATS 2010; K. He et al., ["Delving deep into
//   rectifiers"](https://arxiv.org/abs/1502.01852), ICCV 2015.
// - G. Goh, ["Why momentum really works"](https://distill.pub/2017/momentum/),
//   Distill 2017, with bowls to play with.
// - D. P. Kingma, J. Ba, ["Adam: a method for stochastic
//   optimization"](https://arxiv.org/abs/1412.6980), ICLR 2015.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(argc, argv,
                       {{"huge numbers", huge_numbers},
                        {"equal outputs", equal_outputs},
                        {"two ways", two_ways},
                        {"certain and wrong", certain_and_wrong},
                        {"how large a rate", how_large_a_rate},
                        {"three paths", three_paths},
                        {"where to begin", where_to_begin},
                        {"spirals", the_race},
                        {"above the limit", above_the_limit}});
}
