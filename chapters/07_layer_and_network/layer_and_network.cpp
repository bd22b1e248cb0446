#include "layer_and_network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iomanip>
#include <iostream>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "chainrule/chain/train.hpp"
#include "chainrule/check/gradient_check.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/training/progress.hpp"
#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"
#include "slips.hpp"
#include "starts.hpp"

using namespace chainrule;
using namespace chainrule::layer_and_network;

// @fold What you may change in a run
const struct {
    option<double> rate{"rate", 0.05, "how far a step goes", 1e-6};
    option<std::size_t> epochs{"epochs", 160, "how long it trains", 1};
    option<std::size_t> seed{"seed", 1, "which thousand starts"};
} options;
// @end

// ## Calls out of order
//
// Now calls that the library refuses, and some numbers that no training can
// use. Each message names the call and says what to do.
const std::array<sample<double>, 2> samples{{{1, -1}, {-1, 1}}};
const std::array article_start{0.2333, -0.233, -0.52133};

void complain(const std::function<void()>& call)
{
    try {
        call();
        std::cout << "no complaint\n";
    } catch (const std::exception& error) {
        std::cout << error.what() << "\n";
    }
}

void calls_out_of_order()
{
    const double infinite = std::numeric_limits<double>::infinity();
    network<double> net(article_start);
    complain([&] { net.backward(1); });
    complain([&] { net.update(0.05); });
    net.backward(net.forward(1) + 1);
    complain([&] { net.backward(1); });
    complain([&] { net.update(infinite); });
    net.update(0.05);
    complain([&] { net.update(0.05); });
    complain([] { network<double>(std::span<const double>()); });
    complain([&] { layer<double> l(infinite); });
    complain([&] {
        train<double>(net, samples, -0.05, 1, [](auto...) { return true; });
    });
}
// @output calls out of order

// ## Training without a formula
//
// Here is the article's network once more, with its start, its samples and
// its rate. The loss in the output is the mean of the two that the samples had
// before their steps in that epoch. On a terminal the progress is a bar. Ctrl-C
// ends the training and not the program, and the weights are kept.
// @proved{ctrl_c_ends_the_training_after_the_epoch}
//
// @predict @chapter{04_training} ended at two products of the three weights,
// one for each order of the steps. Which of the two will it be here?
// @answer That with all slopes first, because `backward` runs through all
// layers before `update` moves any:
// $@value{training without a formula/product}$. All three weights are those
// of @chapter{04_training}, to the last bit.
// @proved{training_is_that_of_chapter_04_to_the_last_bit}
// @output training without a formula
// @endpredict
double product(const network<double>& net)
{
    double p = 1;
    for (std::size_t i = 0; i < net.size(); ++i) {
        p *= net.at(i).weight();
    }
    return p;
}

void training_without_a_formula()
{
    network<double> net(article_start);
    const interrupt ctrl_c;
    progress bar(std::cout, prints_to_terminal(), options.epochs());
    try {
        train<double>(net, samples, options.rate(), options.epochs(),
                      [&](std::size_t epoch, double loss) {
                          bar.show(epoch, loss);
                          return !ctrl_c.requested();
                      });
    } catch (const std::overflow_error& error) {
        std::cout << error.what() << "\n";
    }
    std::cout << std::fixed << std::setprecision(6)
              << "product = " << product(net) << "\n";
}

// ## A probe of primes
//
// How wrong is the framework with both slips? Ask as in
// @chapter{02_three_layers}: weights 3, 5 and 7, the input 11, and 13 for the
// error. The true slopes are $13 \cdot 7 \cdot 5 \cdot 11$ for the first
// weight, $13 \cdot 7 \cdot 3 \cdot 11$ for the second, and
// $13 \cdot 5 \cdot 3 \cdot 11$ for the third.
//
// @predict The last layer is called twice, and the second call counts. What
// is handed to it then? What is its slope, divided by the true one?
// @answer The walk has gone through all layers by then. It starts at the
// error, passes the last layer (times 7), and then the first two (times 3 and
// 5). So 13 has become
// $13 \cdot 7 \cdot 3 \cdot 5$. That is multiplied by its input and
// by its own weight. The true slope is 13 times the input, so it is
// $7 \cdot 3 \cdot 5 \cdot 7$ times too large.
// @output a probe of primes
// @endpredict
void a_probe_of_primes()
{
    article_network<rational> net{{{3}, {5}, {7}}};
    net.predict(11);
    net.calc_gradient(13);
    const std::array<rational, 3> truth{13LL * 7 * 5 * 11, 13LL * 7 * 3 * 11,
                                        13LL * 5 * 3 * 11};
    for (std::size_t i = 0; i < 3; ++i) {
        std::cout << "slope " << i + 1
                  << ", over the true one = " << net.layers[i].dw / truth[i]
                  << "\n";
    }
}
// Read as letters, the slopes of the article's framework are wrong by the
// factors $w_1 / w_2$, $w_1 w_2$ and $w_1 w_2 w_3^2$.
// @proved{the_articles_framework_misses_by_known_factors} All three have the
// sign of $w_1 w_2$. So where $w_1 w_2$ is positive, the slopes are in
// general wrong in size, but each has the right sign. A step makes the loss
// smaller, if it is small. Where $w_1 w_2$ is negative, all three signs are
// wrong, and a small step makes the loss larger.

// ## A thousand starts
//
// The article starts its framework at random weights between $-\frac12$ and
// $\frac12$ and does not say which. So one run proves nothing. We take a
// thousand starts. For each we ask two things after 160 epochs: is the sign
// of the answer right, which is what the article prints? And has it learned:
// is the answer within 0.05 of $-1$? The header `slips.hpp`, beside this
// file, has a switch for each slip, so that each can be repaired on its own.
// @fold Training
// The answer at 1 after training with the samples (1, goal), (-1, -goal).
double trained_by_article(const std::vector<double>& start, slips with,
                          std::size_t epochs, double goal)
{
    switched_network<double> net(start, with);
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        for (const double x : {1, -1}) {
            net.calc_gradient(net.predict(x) - goal * x);
            net.update_weights(options.rate());
        }
    }
    return net.predict(1);
}

struct tally {
    int right_sign = 0;
    int learned = 0;
    int not_finite = 0;
};

tally tally_of(const starts& all, slips with, std::size_t epochs,
               double goal = -1)
{
    tally sum;
    for (const std::vector<double>& start : all) {
        const double e = trained_by_article(start, with, epochs, goal);
        sum.right_sign += e * goal > 0;
        sum.learned += std::abs(e - goal) < 0.05;
        sum.not_finite += !std::isfinite(e);
    }
    return sum;
}
// @end

// @predict With its own weight in its slope, a layer whose weight is near
// zero gets a slope near zero. Can the weight come to the other side of zero?
// What does that say about the sign of the answer?
// @answer A small step cannot bring it there. So with its own weight in its
// slope no weight changes its sign in small steps, and the answer keeps the
// sign that it had at the start.
// @proved{with_its_own_weight_in_its_slope_no_weight_changes_sign} That is
// right in about half of the starts.
// @output a thousand starts
// @endpredict
// @fold Counting
void a_thousand_starts()
{
    const starts all = thousand_starts(options.seed(), 3, 0, 0.5);
    const auto line = [&](const char* name, slips with, std::size_t epochs) {
        const tally sum = tally_of(all, with, epochs);
        std::cout << std::setw(21) << std::left << name << std::right
                  << std::setw(9) << sum.right_sign / 10.0 << std::setw(8)
                  << sum.learned / 10.0 << "\n";
    };
    std::cout << std::fixed << std::setprecision(1)
              << "% of starts         right sign learned\n";
    line("as the article has it", {true, true}, options.epochs());
    line("own weight taken out", {false, true}, options.epochs());
    line("order turned round", {true, false}, options.epochs());
    line("both put right", {false, false}, options.epochs());
    line("both, 2000 epochs", {false, false}, 2000);
}
// @end
//
// So the sign that the article prints is a coin toss, and that much is right
// without any training. With its own weight taken out a weight may change its
// sign, and the answers' signs are no better. On this task only both repairs
// together help: with *one* of them the program learns less often than with
// none. Whoever judges a repair by the result of training would take it back.
//
// Why? With only the order put right, the slope by $w_i$ is wrong by the
// factor $w_i$. With only the own weights taken out, the factors are
// $1 / w_2$, $w_1$ and $w_1 w_2 w_3$.
// @proved{half_a_repair_is_still_wrong_everywhere} The goal is
// $w_1 w_2 w_3 = -1$. Near it at least one of the three factors is negative,
// in either case, so at least one weight goes the wrong way.
//
// @section ten thousand starts
//
// Is that so for other starts, too? And if the goal is $+1$, with the samples
// $(1, 1)$ and $(-1, -1)$? Here are ten other thousands for each goal: how
// many of a thousand learn, at least and at most.
// @fold Counting
void ten_thousand_starts()
{
    const auto line = [](const std::string& name, slips with) {
        for (const double goal : {-1, 1}) {
            std::vector<int> learned;
            for (std::size_t more = 1; more <= 10; ++more) {
                const starts all =
                    thousand_starts(options.seed() + more, 3, 0, 0.5);
                learned.push_back(
                    tally_of(all, with, options.epochs(), goal).learned);
            }
            const auto [least, most] =
                std::minmax_element(learned.begin(), learned.end());
            std::cout << name << ", goal " << (goal < 0 ? "-1" : "+1")
                      << " = " << *least << " to " << *most << "\n";
        }
    };
    line("as the article has it", {true, true});
    line("own weight taken out", {false, true});
    line("order turned round", {true, false});
    line("both put right", {false, false});
}
// @end
// @output ten thousand starts
//
// With the goal $+1$ all factors can be positive, and half a repair does
// something else: with the own weight taken out it learns more often than with
// both slips, with the order turned round less often. So what half a repair
// does to the training depends on the task.

// @section by the signs of the weights
//
// @predict In which of four groups of starts can the framework with both
// slips learn: $w_1 w_2$ positive or negative, and the answer at the start
// right or wrong in sign?
// @answer Its steps must go down, so $w_1 w_2$ has to be positive. And the
// sign of the answer has to be right at the start. In that group it has
// learned in @value{loss falls, right sign} within 160 epochs, and in
// @value{loss falls, right sign, 20000 epochs} within 20000. In the other
// three groups no start has. Where the loss rises, the answer may run away:
// after 160 epochs it is infinite or no number in
// @value{loss rises, answer not finite} starts.
// @output by the signs of the weights
// @endpredict
// @fold Counting
void by_the_signs_of_the_weights()
{
    const starts all = thousand_starts(options.seed(), 3, 0, 0.5);
    const auto group = [&](bool falls, bool right) {
        starts some;
        std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                     [&](const std::vector<double>& w) {
                         return (w[0] * w[1] > 0) == falls &&
                                (w[0] * w[1] * w[2] < 0) == right;
                     });
        const tally soon = tally_of(some, {}, options.epochs());
        const std::string name =
            std::string(falls ? "loss falls" : "loss rises") +
            (right ? ", right sign" : ", wrong sign");
        std::cout << name << " = " << soon.learned << " of " << some.size()
                  << "\n"
                  << name
                  << ", 20000 epochs = " << tally_of(some, {}, 20000).learned
                  << " of " << some.size() << "\n";
        return std::pair(soon.not_finite, some.size());
    };
    group(true, true);
    group(true, false);
    const auto right = group(false, true);
    const auto wrong = group(false, false);
    std::cout << "loss rises, answer not finite = "
              << right.first + wrong.first << " of "
              << right.second + wrong.second << "\n";
}
// @end

// ## What a check says
//
// @chapter{05_gradient_check} has a better judge. It needs no training, and
// one start in place of a thousand. But the weights there must not all be 1
// or $-1$: at 1, 1, 1 each faulty version gives the true slopes, and at $-1$,
// $-1$, 1 the version with both slips does.
// @proved{at_weights_of_one_no_slip_of_the_framework_shows}
void what_a_check_says()
{
    const auto loss = [](std::span<const double> w) {
        const double d = w[2] * (w[1] * (w[0] * 1.7)) - 0.4;
        return d * d / 2;
    };
    const std::array at{0.9, -0.7, 1.3};
    const auto judge = [&](const char* name, slips with) {
        switched_network<double> net({at[0], at[1], at[2]}, with);
        net.calc_gradient(net.predict(1.7) - 0.4);
        const std::array gradient{net.layers[0].dw, net.layers[1].dw,
                                  net.layers[2].dw};
        int wrong = 0;
        for (const auto& p : check_gradient(loss, at, gradient).parameters) {
            wrong += p.found == verdict::wrong;
        }
        std::cout << name << ": " << wrong << " of 3 are wrong\n";
    };
    judge("as the article has it", {true, true});
    judge("own weight taken out", {false, true});
    judge("order turned round", {true, false});
    judge("both put right", {false, false});
}
// @output what a check says

// ## How deep can it be?
//
// A network of layers has any depth. Does training work at any depth? From
// here on it is the network of the library, with the right slopes.
//
// @predict Twelve layers, weights between $-\frac12$ and $\frac12$, 160
// epochs. The size of such a weight is $\frac14$ on average. About how large
// is the product of twelve of them, and how large are the slopes? In how many
// of a thousand starts will it learn?
// @answer Sizes of $\frac14$ would make a product of $4^{-12}$, less than one
// in ten million. Each slope lacks one of the twelve, so it is about four
// times as large. It learns in @value{small weights, 12 layers} of a thousand
// starts.
// @output how deep can it be?
//
// @figure success-by-depth | Starts that have learned after 160 epochs, of a thousand at each depth. | With sizes up to one half the curve falls from 95 percent at three layers to one percent at six and to zero beyond; with sizes around one it falls slowly and is above 70 percent at twelve layers.
// @endpredict
//
// A weight of size 1 hands on values and slopes as large as they come. So the
// second curve begins with sizes between $\frac12$ and $\frac32$, and leaves
// the signs to chance. At twelve layers more than one start in four still has
// not learned; we do not follow that up here. To choose the sizes of the
// first weights well is called **initialisation**.
// @chapter{11_losses_and_optimizers} does it for large layers.
// @fold Counting and drawing
int learned_of_thousand(std::size_t depth, double least, double most)
{
    int learned = 0;
    for (const std::vector<double>& start :
         thousand_starts(options.seed(), depth, least, most)) {
        network<double> net{std::span<const double>(start)};
        try {
            train<double>(net, samples, options.rate(), options.epochs(),
                          [](auto...) { return true; });
            learned += std::abs(product(net) + 1) < 0.05;
        } catch (const std::overflow_error&) {
            // A step was too large: not learned.
        }
    }
    return learned;
}

void how_deep()
{
    std::vector<point> small;
    std::vector<point> near_one;
    for (std::size_t depth = 1; depth <= 12; ++depth) {
        const auto n = static_cast<double>(depth);
        small.push_back({n, learned_of_thousand(depth, 0, 0.5) / 10.0});
        near_one.push_back({n, learned_of_thousand(depth, 0.5, 1.5) / 10.0});
    }
    std::cout << "depth  small  near 1\n"
              << std::fixed << std::setprecision(1);
    for (const std::size_t i : {0u, 2u, 3u, 5u, 7u, 11u}) {
        std::cout << std::setw(5) << i + 1 << std::setw(7) << small[i].y
                  << std::setw(8) << near_one[i].y << "\n";
    }
    std::cout << std::setprecision(0)
              << "small weights, 12 layers = " << 10 * small[11].y << "\n";
    figure("success-by-depth")
        .x_axis("number of layers")
        .y_axis("learned, % of starts")
        .curve("sizes 0 to ½", small)
        .curve("sizes ½ to 1½", near_one)
        .draw();
}
// @end

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"calls out of order", calls_out_of_order},
         {"training without a formula", training_without_a_formula},
         {"a probe of primes", a_probe_of_primes},
         {"a thousand starts", a_thousand_starts},
         {"ten thousand starts", ten_thousand_starts},
         {"by the signs of the weights", by_the_signs_of_the_weights},
         {"what a check says", what_a_check_says},
         {"how deep can it be?", how_deep}});
}
