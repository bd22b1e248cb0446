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
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::dense_layers;

// ## Two samples by hand
//
// Two samples of two numbers, one neuron.
//
// @predict With $X$, $W$ and $\bar Z$ as in the code below, work out the
// slopes on paper. Which of them mix the two samples, and which do not?
// @answer $X^T \bar Z$ is $1 \cdot 7 + 3 \cdot 11 = 40$ and $2 \cdot 7 + 4
// \cdot 11 = 58$, and the bias has 18. Weights and biases belong to all
// samples, so their slopes mix them. The inputs of a sample are its own, and
// so are their slopes.
// @endpredict
template <class T>
void print(const char* name, const table<T>& t)
{
    for (std::size_t i = 0; i < t.rows(); ++i) {
        std::cout << name << " row " << i + 1 << " =";
        for (std::size_t j = 0; j < t.cols(); ++j) {
            std::cout << " " << t(i, j);
        }
        std::cout << "\n";
    }
}

void two_samples()
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
// @output two samples

// ## Make the shapes fit
//
// There is a rule of thumb: of all ways to multiply two tables, only one has
// the right shape, so take that one. For $X^T \bar Z$ it works if $N$, $k$ and
// $m$ are all different. It does not if two of them are equal. Then more than
// one way fits, and the rule is silent.
//
// @predict Which products of $\bar Z$ and $W$, each turned around or not, have
// the shape of $X$ if $N = 5$, $k = 3$, $m = 2$? And if all three are 4?
// @answer @value{shapes that fit/5 x 3 x 2} and
// @value{shapes that fit/4 x 4 x 4}. With a square table everything fits.
// @endpredict
void shapes_that_fit()
{
    struct shape {
        std::size_t rows, cols;
    };
    const auto turned = [](shape s, bool turn) {
        return turn ? shape{s.cols, s.rows} : s;
    };
    for (const auto& [n, k, m] :
         {std::array<std::size_t, 3>{5, 3, 2}, {4, 4, 4}}) {
        int fit = 0;
        for (const bool turn_d : {false, true}) {
            for (const bool turn_w : {false, true}) {
                const shape d = turned({n, m}, turn_d);
                const shape w = turned({k, m}, turn_w);
                fit += d.cols == w.rows && d.rows == n && w.cols == k;
                fit += w.cols == d.rows && w.rows == n && d.cols == k;
            }
        }
        std::cout << n << " x " << k << " x " << m << " = " << fit << "\n";
    }
}
// @output shapes that fit

// ## What a weak probe hides
//
// A test is as good as the mistakes that it catches. The numbers on which it
// runs are its **probe**, and a poor choice of them hides mistakes. Take two
// layers with an activation between them. The loss has two parts: half the
// squared errors, as a mean over the samples, and a **price** on large weights,
// $\frac{\lambda}{2}$ times the sum of their squares. The way back has six
// pieces. Both layers use the same.
//
// All numbers are taken modulo $2^{61} - 1$, as in @chapter{02_three_layers},
// so equal means equal. A `grid` is a table of them, and a `setting` holds the
// tables of a probe. The activation is the polynomial
// $\varphi(z) = p z^2 + q z$.
//
// `bank.hpp`, beside this file, has these six pieces as functions that can be
// exchanged: the error, the way through the activation, the slopes by weights,
// biases and inputs, and the price. And it has a bank of slips. Each exchanges
// one piece, and all have been made by somebody.
void the_bank()
{
    for (const slip& each : bank()) {
        std::cout << each.name << "\n";
    }
}
// @output the bank
//
// Every probe is the random one with one thing made special. Inputs, weights
// and targets are all $3 \times 3$, so that whatever is turned around still
// fits.
//
// @predict Which of these probes hides most: no error, weights of zero, one
// sample, the identity for an activation, no price, symmetric weights, biases
// of zero, or a test that looks at the last layer only? The table is below.
// @answer No error at all: nothing walks back, so only slips that need no
// error show. People do test there, because training ends there.
// @endpredict
grid random_grid(boost::random::mt19937_64& engine, std::size_t rows)
{
    grid g(rows, 3);
    return entries([&](residue) { return random_residue(engine); }, g);
}

setting random_setting(boost::random::mt19937_64& engine, std::size_t samples)
{
    return {random_grid(engine, samples), random_grid(engine, 3),
            random_grid(engine, 1),       random_grid(engine, 3),
            random_grid(engine, 1),       random_grid(engine, samples)};
}

grid made_symmetric(const grid& w)
{
    return entries([](residue a, residue b) { return a + b; }, w,
                   transposed(w));
}

std::vector<std::pair<std::string, setting>> weak_probes()
{
    boost::random::mt19937_64 engine(10);
    const setting random = random_setting(engine, 3);
    std::vector<std::pair<std::string, setting>> probes;
    const auto probe = [&](const std::string& name, auto change) {
        probes.emplace_back(name, random);
        change(probes.back().second);
    };
    probe("all random", [](setting&) {});
    probe("last layer only", [](setting& s) { s.all_seen = false; });
    probe("biases of zero", [](setting& s) {
        s.b1 = times(s.b1, 0);
        s.b2 = times(s.b2, 0);
    });
    probe("symmetric weights", [](setting& s) {
        s.w1 = made_symmetric(s.w1);
        s.w2 = made_symmetric(s.w2);
    });
    probe("no price", [](setting& s) { s.decay = 0; });
    probe("identity", [](setting& s) {
        s.p = 0;
        s.q = 1;
    });
    probe("one sample", [&](setting& s) { s = random_setting(engine, 1); });
    probe("weights of zero", [](setting& s) {
        s.w1 = times(s.w1, 0);
        s.w2 = times(s.w2, 0);
    });
    probe("no error", [](setting& s) {
        const grid z = sums(s.x, s.w1, s.b1);
        const auto f = [&](residue v) { return v * (s.p * v + s.q); };
        s.t = sums(entries(f, z), s.w2, s.b2);
    });
    return probes;
}

void what_a_weak_probe_hides()
{
    std::cout << "slips in the bank = " << bank().size() << "\n";
    pixels hidden_slips;
    for (const auto& [name, s] : weak_probes()) {
        const auto truth = all_slopes(s, right_way());
        int hidden = 0;
        hidden_slips.emplace_back();
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
        .x_axis("slip, in the order of the bank")
        .y_axis("probe, in the order of the output")
        .picture(hidden_slips)
        .draw();
}
// @output what a weak probe hides
//
// @figure hidden-slips | Which slip each probe hides: a dark square. | The first row, the random probe, hides nothing. Each other row has dark squares. The last row, the probe without an error, is dark for most slips.
//
// The random probe of several samples, unequal everywhere, hides nothing, and
// it costs no more than a weak one. If $N$, $k$ and $m$ differ as well, what is
// turned the wrong way around does not even fit.

// ## One test that needs no formula
//
// The way back is the transpose of the way there. Move the inputs in any
// direction $V$, and let $JV$ be how the outputs move. Then for every $D$
//
// $$ \sum_{nj} d_{nj} (JV)_{nj} = \sum_{nk} (\bar X)_{nk} v_{nk}, $$
//
// where $\bar X$ is what the walk back makes of $D$. For the sums of a layer
// $JV = VW$. Both sides are numbers, and one random $V$ and $D$ decide.
//
// @predict Is this test sharp enough to find a weight table that was not
// turned around?
// @answer Yes. The two sides then differ; see the output.
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

void adjoint()
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
// @output adjoint

// ## What it costs
//
// @predict Forward takes $N k m$ multiplications. How many does the way back
// take?
// @answer Twice as many: $N k m$ for the weights and $N k m$ for the inputs.
// The first layer of a network needs no slope by its inputs, so it takes only
// half of that.
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
// @output what it costs

// ## The same, and fast
//
// Three nested loops are enough to understand a product, and not enough to
// train on sixty thousand images. A processor does eight multiplications or
// more at once if it is asked rightly, and waits for memory if it is not. The
// library Eigen knows how to ask. The layer of this book is written with it,
// and you will find every line of this chapter in it:
//
// @source{chainrule/layers/dense.hpp#dense}
//
// A layer keeps its weights and their slopes, and nothing of a batch:
// `backward` is given `x` again. The last lines leave out the slope by the
// inputs if nobody needs it, because only the data lie below. The function
// $\varphi$ is a layer of its own, with its slope written in terms of $a$:
//
// @source{chainrule/layers/activation.hpp#relu}
//
// The suite of this chapter runs this layer and the tables on the same residues
// and finds them equal, entry by entry. So what trains in `float` has been
// proved in whole numbers.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | $W$ not turned around | a shape error, if you are lucky; a square table hides it |
// | $\bar Z^T X$ for $X^T \bar Z$ | the same |
// | the bias has one sample's slope | biases learn slowly; a batch of one hides it |
// | mean taken twice, or not at all | training works with another rate, until the batch size changes |
// | $\varphi'$ at the output | small errors of slope everywhere |
// | price on the biases, or divided by $N$ | nothing to be seen without a test with a large $\lambda$ |

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
//
// @question **Cut in two.**
// How do you get the slopes of a batch of 64 from those of its two halves, if
// the loss is a mean?
// @solution The mean of both. With halves of unequal size, weighted by their
// sizes.
// @endquestion

// ## Going further
//
// - I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, 2016, section
//   6.5, has the same formulas for any graph of tables.
// - J. Claerbout, *Earth Soundings Analysis: Processing versus Inversion*,
//   1992, made the test of the transpose usual among geophysicists.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(argc, argv,
                       {{"two samples", two_samples},
                        {"shapes that fit", shapes_that_fit},
                        {"the bank", the_bank},
                        {"what a weak probe hides", what_a_weak_probe_hides},
                        {"adjoint", adjoint},
                        {"what it costs", what_it_costs}});
}
