#include "dense_layers.hpp"

#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "bank.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "digits.hpp"
#include "plots/figure.hpp"
#include "weak_probes.hpp"

using namespace chainrule;
using namespace chainrule::dense_layers;

// What you may change.
const struct {
    option<double> rate{"rate", 0.1, "how far a step goes"};
    option<int> epochs{"epochs", 1000, "how many steps, with all digits", 0};
    option<std::size_t> neurons{"neurons", 16, "how many are inside", 1};
} options;

// @section a layer as a picture
//
// @graph A layer of three neurons for two inputs. Every neuron hears every input; each arrow is a weight. | Two inputs on the left, three neurons on the right, and an arrow from each input to each neuron, six in all.
//   rankdir=LR; x1 -> z1; x1 -> z2; x1 -> z3; x2 -> z1; x2 -> z2; x2 -> z3;
// @endgraph
// @fold Counting
void a_layer_as_a_picture()
{
    std::cout << "weights of 784 x 128 = " << 784 * 128
              << "\nmultiplications for 64 pictures = " << 64 * 784 * 128
              << "\n";
}
// @output a layer as a picture
// @end

// ## Two samples by hand
//
// Two samples of two numbers, one neuron. `dz` is what comes from above.
//
// @predict Work out the slopes on paper, for the inputs $(1, 2)$ and $(3,
// 4)$, the weights 3 and 5, and $\bar Z$ with the rows 7 and 11. Which slopes
// mix the two samples, and which do not?
// @fold Printing a table
template <class T>
void print(const std::string& name, const table<T>& t)
{
    for (std::size_t n = 0; n < t.rows(); ++n) {
        std::cout << name << " row " << n + 1 << " =";
        for (std::size_t j = 0; j < t.cols(); ++j) {
            std::cout << " " << t(n, j);
        }
        std::cout << "\n";
    }
}
// @end

void two_samples_by_hand()
{
    const table<int> x{{1, 2}, {3, 4}};
    const table<int> w{{3}, {5}};
    const table<int> b{{1}};
    const table<int> dz{{7}, {11}};
    print("z", sums(x, w, b));
    const auto s = walk_back(x, w, dz);
    print("dw", s.dw);
    print("db", s.db);
    print("dx", s.dx);
}
// @answer $X^T \bar Z$ is $1 \cdot 7 + 3 \cdot 11 = 40$ and $2 \cdot 7 + 4
// \cdot 11 = 58$, and the bias has 18. Weights and biases are used by all
// samples, so their slopes mix them. The inputs of a sample are its own, and
// so are their slopes.
// @output two samples by hand
// @endpredict

// ## Two slips
//
// Two slips that are easily made, on a square table of weights. The first: $W$
// is not turned around on the way back. The second: the bias gets the slope of
// the first sample, and the others are forgotten.
//
// @predict On which tables would nobody see the first slip? On which batch
// would nobody see the second?
// @answer On a table that is its own transpose, such as the second one below:
// it is called **symmetric**. And on a batch of one sample.
// @output two slips
// @endpredict
void two_slips()
{
    const table<int> dz{{7, 2}, {11, 3}};
    for (const table<int>& w :
         {table<int>{{3, 1}, {5, 0}}, table<int>{{3, 5}, {5, 0}}}) {
        print("dx", product(dz, transposed(w)));
        print("dx, not turned around", product(dz, w));
    }
    print("db", walk_back(table<int>(2, 1), table<int>(1, 2), dz).db);
    print("db, first sample only", table<int>{{dz(0, 0), dz(0, 1)}});
}

// ## Make the shapes fit
//
// There is a rule of thumb for finding the formulas again: of all ways to
// multiply the two tables, take the one that has the right shape.
//
// @predict Take the products of $\bar Z$ and $W$, in both orders, each table
// turned around or not. How many have the shape of $X$ if $N = 5$, $I = 3$,
// $J = 2$? And if all three are 4?
// @answer @value{5 x 3 x 2} and @value{4 x 4 x 4}. Where the sizes differ the
// rule finds the formula. Where all are equal it says nothing, because
// everything fits.
// @output make the shapes fit
// @endpredict
//
// So choose a test in which $N$, $I$ and $J$ are different. Then a table that
// is turned the wrong way does not even fit.
// @fold Trying them all
void make_the_shapes_fit()
{
    struct shape {
        std::size_t rows, cols;
    };
    const auto turned = [](shape s, bool turn) {
        return turn ? shape{s.cols, s.rows} : s;
    };
    for (const auto& [n, i, j] :
         {std::array<std::size_t, 3>{5, 3, 2}, {4, 4, 4}}) {
        int fit = 0;
        for (const bool turn_d : {false, true}) {
            for (const bool turn_w : {false, true}) {
                const shape d = turned({n, j}, turn_d);
                const shape w = turned({i, j}, turn_w);
                fit += d.cols == w.rows && d.rows == n && w.cols == i;
                fit += w.cols == d.rows && w.rows == n && d.cols == i;
            }
        }
        std::cout << n << " x " << i << " x " << j << " = " << fit << "\n";
    }
}
// @end

// ## Learning digits
//
// Now let two such layers learn something. A pocket calculator shows a digit
// with seven bars, each on or off. The network is given the seven bars and
// shall say which digit they show. The ten digits are one batch, so $X$ is
// $10 \times 7$. There are 16 neurons inside, and ten outputs, one for each
// digit. The target is 1 for the digit that is shown and 0 for the others, and
// the answer is the output that is largest.
//
// Between the two layers stands relu of @chapter{09_activations}: it lets
// through what is above 0, and gives 0 for the rest. The loss is half the sum
// of the squared errors of a sample, as a mean over the samples. So the slope
// by each output is its error over 10. `digits.hpp`, beside this file, has the
// digits, the random start and the counting; here is what learns.
void train_one_step(two_layers& net, const table<double>& x, double rate)
{
    const table<double> z1 = sums(x, net.w1, net.b1);
    const table<double> a1 = relu_of(z1);
    table<double> dy = sums(a1, net.w2, net.b2);
    for (std::size_t n = 0; n < 10; ++n) {
        for (std::size_t j = 0; j < 10; ++j) {
            dy(n, j) = (dy(n, j) - (n == j ? 1 : 0)) / 10;
        }
    }
    const auto upper = walk_back(a1, net.w2, dy);
    table<double> dz1 = upper.dx;
    for (std::size_t n = 0; n < 10; ++n) {
        for (std::size_t j = 0; j < dz1.cols(); ++j) {
            dz1(n, j) = z1(n, j) > 0 ? dz1(n, j) : 0;
        }
    }
    const auto lower = walk_back(x, net.w1, dz1);
    move(net.w2, upper.dw, rate);
    move(net.b2, upper.db, rate);
    move(net.w1, lower.dw, rate);
    move(net.b1, lower.db, rate);
}

// The weights begin at random between $-\frac12$ and $\frac12$. One start
// proves nothing, so there are five of them.
//
// @predict How many of the ten digits does a network read before it has
// learned? One of the rates 0.1 and 0.5 is too large. How would that show?
// @answer About one in ten before. At the rate 0.1 all five read all ten digits
// in the end. At 0.5 only one of the five does. The last line of each rate says
// what became of the others: most of their neurons give 0 for every digit. No
// slope passes them any more. @chapter{09_activations} calls such a neuron
// dead.
// @output learning digits
// @endpredict
void learning_digits()
{
    const table<double> x = digits_as_bars();
    for (const double rate : {options.rate(), 5 * options.rate()}) {
        for (const int steps : {0, 10, 100, options.epochs()}) {
            std::cout << "rate " << rate << ", after " << steps
                      << " steps, read:";
            for (std::uint64_t seed = 1; seed <= 5; ++seed) {
                two_layers net = random_network(options.neurons(), seed);
                for (int i = 0; i < steps; ++i) {
                    train_one_step(net, x, rate);
                }
                std::cout << " " << digits_read(net);
            }
            std::cout << "\n";
        }
        std::cout << "rate " << rate << ", dead of " << options.neurons()
                  << ":";
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            two_layers net = random_network(options.neurons(), seed);
            for (int i = 0; i < options.epochs(); ++i) {
                train_one_step(net, x, rate);
            }
            std::cout << " " << dead_neurons(net);
        }
        std::cout << "\n";
    }
}

// Try `./workbook run 10 --neurons 8`, then 12 and 32. At the rate 0.1, 8 are
// too few for all five, and 32 are enough.

// ## What a weak probe hides
//
// The digits are learned by slopes that are right. What if they are wrong? In
// @chapter{04_training} a network with a wrong slope learned all the same. So
// learning is no proof, and a wrong walk back has to be found by a test. The
// numbers on which a test runs are its **probe**, and a
// test is as good as the mistakes that its probe lets it see.
//
// To measure that we take two layers with an activation between them, and a
// loss with two parts. One is half the squared errors, as a mean over the
// samples. The other is **weight decay**: $\frac{\lambda}{2}$ times the sum of
// the squares of all weights, which makes large weights cost something. (The
// Greek letter $\lambda$, lambda, is a number that we choose.) The walk back
// through all of this has six pieces: the error, the way through the
// activation, the slopes by weights, by biases and by inputs, and the decay.
//
// The file `bank.hpp` beside this one has these pieces as functions that can be
// exchanged. And it has a bank of slips. Each of them exchanges one piece for a
// wrong one. All numbers are taken modulo $2^{61} - 1$, so equal means equal.
void the_slips()
{
    std::size_t number = 0;
    for (const slip& each : bank()) {
        std::cout << ++number << " " << each.name << "\n";
    }
}
// @output the slips
//
// The probes are in `weak_probes.hpp`. Each is the same random one with one
// thing made special; "one sample" is its first row. Tables are $3 \times 3$
// this time, so that whatever is turned around still fits and has to be found
// by its numbers. The activation is $p z^2 + q z$ with two random numbers $p$
// and $q$, because relu asks what is above 0, and that has no meaning modulo
// a prime. For $p = 0$ and $q = 1$ it is the identity.
//
// @predict Which of these probes hides most slips: no error, weights of zero,
// one sample, the identity for an activation, no weight decay, symmetric
// weights, biases of zero, or a test that looks at the last layer only?
// @answer No error: nothing walks back then, so only slips that need no error
// show.
// @output what a weak probe hides
// @figure hidden-slips | Which slip each probe hides: a dark square. | The first row, the random probe, hides nothing. Each other row has dark squares. The last row, the probe without an error, is dark for most slips.
// @endpredict
void what_a_weak_probe_hides()
{
    std::cout << "slips in the bank = " << bank().size() << "\n";
    pixels hidden_slips;
    std::vector<std::string> names;
    for (const auto& [name, s] : weak_probes()) {
        const auto truth = all_slopes(s, right_way());
        int hidden = 0;
        hidden_slips.emplace_back();
        names.push_back(name);
        for (const slip& each : bank()) {
            way wrong = right_way();
            each.make(wrong);
            const bool hides = all_slopes(s, wrong) == truth;
            hidden += hides ? 1 : 0;
            hidden_slips.back().push_back(hides ? 1 : 0);
        }
        std::cout << name << ", hidden = " << hidden << "\n";
    }
    figure("hidden-slips")
        .x_axis("slip, as numbered in the list")
        .y_axis("probe")
        .picture(hidden_slips)
        .rows(names)
        .draw();
}
// The random probe of several samples hides none of them.
// @proved{a_random_probe_of_several_samples_hides_nothing}

// ## One test that needs no formula
//
// Here is a test of the slope by the inputs that needs no second walk back.
// Move the inputs by any table $V$. Then the sums move by $VW$. Say that each
// sum counts with a factor $d_{nj}$ in a total; so the total moves by
//
// $$ \sum_{nj} d_{nj} (VW)_{nj}, $$
//
// the sum over all $n$ and $j$. Now the other way. Send the table $D$ back
// through the layer as if it had come from above. The slopes $\bar X$ that
// arrive say how fast the total follows each input, so it moves by
//
// $$ \sum_{ni} \bar x_{ni} v_{ni}. $$
//
// Both are the same number, whatever $V$ and $D$ are. One random choice
// decides.
//
// @predict Does this test find a table of weights that was not turned around?
// @answer Yes: the two sides differ then.
// @output one test that needs no formula
// @endpredict
residue dot(const grid& a, const grid& b)
{
    residue sum = 0;
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.cols(); ++j) {
            sum += a(i, j) * b(i, j);
        }
    }
    return sum;
}

void one_test_that_needs_no_formula()
{
    boost::random::mt19937_64 engine(100);
    const grid w = random_grid(engine, 3);
    const grid x = random_grid(engine, 5);
    const grid v = random_grid(engine, 5);
    const grid d = random_grid(engine, 5);
    const residue there = dot(d, product(v, w));
    std::cout << "equal = " << std::boolalpha
              << (there == dot(walk_back(x, w, d).dx, v))
              << "\nequal if not turned = "
              << (there == dot(product(d, w), v)) << "\n";
}

// ## What it costs
//
// @predict Forward takes $N I J$ multiplications. How many does the way back
// take?
// @answer Twice as many: $N I J$ for the weights and $N I J$ for the inputs.
// The first layer of a network needs no slope by its inputs, so it takes only
// half of that.
// @output what it costs
// @endpredict
void what_it_costs()
{
    using counting = counted<double>;
    const table<counting> x(8, 5);
    const table<counting> w(5, 3);
    const table<counting> b(1, 3);
    const table<counting> dz(8, 3);
    std::cout << "forward = " << count([&] { sums(x, w, b); }).multiplications
              << "\nback = "
              << count([&] { walk_back(x, w, dz); }).multiplications << "\n";
}

// ## The same, and fast
//
// Three nested loops are enough to understand a product. Where products are
// taken millions of times one uses a library that others have made fast; this
// book uses Eigen. The layer of the library is written with it, and these are
// the lines of this chapter again:
//
// @fold The layer of the library
// @source{chainrule/layers/dense.hpp#dense}
// @end
//
// A layer keeps nothing of a batch: `backward` is given `x` again. Its last
// lines leave out the slope by the inputs if nobody needs it. An activation
// is a layer of its own. Here is relu; it is given what it made, `y`, and
// that is above 0 where its input was:
//
// @source{chainrule/layers/activation.hpp#relu}
//
// The suite runs the dense layer of the library and the tables of this chapter
// on the same residues and finds them equal, entry by entry.
// @proved{the_layer_of_the_library_gives_the_same_numbers} So its formulas are
// right. What `float` adds is rounding.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | $W$ not turned around | a shape error, if the sizes differ; otherwise only the numbers show it |
// | $\bar Z^T X$ for $X^T \bar Z$ | the same |
// | the bias has one sample's slope | a batch of one hides it |
// | mean taken twice, or not at all | as if the rate were $N$ times as small, or as large |
// | the slope of the activation at its output instead of its input | a wrong slope in each layer below; relu hides it |
// | weight decay on the biases, or divided by $N$ | nothing to be seen in a test with $\lambda = 0$ |

// ## Your turn
//
// @exercises
//
// @question **Shuffled.**
// Exchange two samples of the batch. Which slopes change?
// @solution Those by the weights and biases do not: a sum does not mind its
// order. The rows of $\bar X$ are exchanged. That is a test, and it needs no
// truth.
// @endquestion

// ## What you can now say
//
// - There, $Z = XW + b$. Back, $\bar W = X^T \bar Z$, $\bar X = \bar Z
//   W^T$, and $\bar b$ is the sum of the rows of $\bar Z$. Each transpose
//   comes from an index.
// - A probe with one sample, no error, zeros or symmetric weights hides
//   slips. A random one with several samples hid none of our 25. Equal
//   sizes let a wrong shape pass, and then only the numbers show it.

// ## Going further
//
// - I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, 2016, section
//   6.5, has the same formulas for any graph of tables.
// - J. Claerbout, *Earth Soundings Analysis: Processing versus Inversion*,
//   1992, has the test without a formula, as the dot-product test.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"a layer as a picture", a_layer_as_a_picture},
         {"two samples by hand", two_samples_by_hand},
         {"two slips", two_slips},
         {"make the shapes fit", make_the_shapes_fit},
         {"learning digits", learning_digits},
         {"the slips", the_slips},
         {"what a weak probe hides", what_a_weak_probe_hides},
         {"one test that needs no formula", one_test_that_needs_no_formula},
         {"what it costs", what_it_costs}});
}
