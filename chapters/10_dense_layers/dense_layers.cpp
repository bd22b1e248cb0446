#include "dense_layers.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "bank.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "digits.hpp"
#include "paper.hpp"
#include "plots/figure.hpp"
#include "weak_probes.hpp"

using namespace chainrule;
using namespace chainrule::dense_layers;

// @section options
// @fold What you may change
const struct {
    option<double> rate{"rate", 0.1, "how far a step goes"};
    option<int> epochs{"epochs", 1000, "how many steps, with all digits", 0};
    option<std::size_t> neurons{"neurons", 16, "how many are inside", 1};
} options;
// @end

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
// 4)$, the weights 3 and 5, the bias 1, and $\bar Z$ with the rows 7 and 11.
// Which slopes mix the two samples, and which do not?
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
// Two slips that are easily made, on square tables of weights. The first: $W$
// is not turned around on the way back. The second: the bias gets the slope of
// the first sample, and the others are forgotten.
void two_slips()
{
    const table<int> dz{{7, 2}, {11, 3}};
    const table<int> w{{3, 1}, {5, 0}};
    const table<int> other{{3, 5}, {5, 0}};
    print("W: dx", product(dz, transposed(w)));
    print("W: dx, not turned around", product(dz, w));
    print("other W: dx", product(dz, transposed(other)));
    print("other W: dx, not turned around", product(dz, other));
    print("db", walk_back(table<int>(2, 1), table<int>(1, 2), dz).db);
    print("db, first sample only", table<int>{{dz(0, 0), dz(0, 1)}});
}
// @predict For which of the two tables would nobody see the first slip? On
// which batch would nobody see the second?
// @answer For the other one: it is its own transpose. Such a table is called
// **symmetric**. And on a batch of one sample.
// @output two slips
// @endpredict

// ## Make the shapes fit
//
// There is a rule of thumb for finding the formulas again. Say that you know
// of $\bar X$ only that it is a product of $\bar Z$ and $W$. Of all ways to
// multiply these two, take the one that has the right shape.
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
// So choose a test in which $N$, $I$ and $J$ are different. Then $W$ does not
// fit until it is turned around, and `product` says so
// @proved{factors_that_do_not_fit_are_refused}. For $\bar W$ that is not
// enough: $\bar Z^T X$ fits in all sizes. It is $X^T \bar Z$ turned around
// @proved{a_turned_slope_of_the_weights_fits_in_another_shape}. So
// compare the shape of a slope with that of its parameter, too.
// @fold Trying them all
void make_the_shapes_fit()
{
    std::cout << "5 x 3 x 2 = " << products_of_the_right_shape(5, 3, 2)
              << "\n4 x 4 x 4 = " << products_of_the_right_shape(4, 4, 4)
              << "\n";
}
// @end

// ## Learning digits
//
// Now let two such layers learn something. A pocket calculator shows a digit
// with seven bars, each on or off. The network is given the seven bars and
// shall say which digit they show. The ten digits are one batch, so $X$ is
// $10 \times 7$. There are 16 neurons inside, and ten outputs, one for each
// digit. The target is 1 for the digit that is shown and 0 for the others. When
// the network is asked, its answer is the digit with the largest output.
//
// Between the two layers stands relu of @chapter{09_activations}: it lets
// through what is above 0, and gives 0 for the rest. The loss is half the sum
// of the squared errors of a sample, as a mean over the samples. So the slope
// by each output is its error over 10. `digits.hpp`, beside this file, has the
// digits, the random start and the counting. Its `move` takes the step and
// refuses a slope of another shape
// @proved{a_slope_of_another_shape_moves_nothing}. Here is what learns.
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
        std::vector<two_layers> nets;
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            nets.push_back(random_network(options.neurons(), seed));
        }
        const auto say = [&](const std::string& what, auto count) {
            std::cout << "rate " << rate << ", " << what << ":";
            for (const two_layers& net : nets) {
                std::cout << " " << count(net);
            }
            std::cout << "\n";
        };
        say("after 0 steps, read", digits_read);
        for (int made = 1; made <= options.epochs(); ++made) {
            for (two_layers& net : nets) {
                train_one_step(net, x, rate);
            }
            if (made == 10 || made == 100 || made == options.epochs()) {
                say("after " + std::to_string(made) + " steps, read",
                    digits_read);
            }
        }
        say("dead of " + std::to_string(options.neurons()), dead_neurons);
    }
}

// Try `./workbook run 10 --neurons 8`, then 12 and 32. At the rate 0.1, none
// of the five networks with 8 neurons reads all ten digits, and with 32 all of
// them do.

// ## What a weak probe hides
//
// The digits are learned by slopes that are right. What if they are wrong? In
// @chapter{04_training} a network with a wrong slope learned all the same. So
// learning is no proof, and a wrong walk back has to be found by a test. The
// numbers on which a test runs are its **probe**, and a test is as good as the
// mistakes that its probe lets it see.
//
// To measure that we take two layers with an activation between them, and a
// loss with two parts. One is half the squared errors, as a mean over the
// samples. The other is **weight decay**: $\frac{\lambda}{2}$ times the sum of
// the squares of all weights, which makes large weights cost something. (The
// Greek letter $\lambda$, lambda, is a number that we choose.) The walk back
// through all of this has six pieces: the error, the way through the
// activation, the slopes by weights, by biases and by inputs, and the decay of
// the weights alone.
//
// The file `bank.hpp` beside this one has these pieces, and a bank of slips.
// Each of them makes one piece wrong, and no other
// @proved{each_slip_spoils_one_piece_and_as_its_name_says}. All numbers are
// taken modulo $2^{61} - 1$, so equal means equal.
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
// thing made special. For "one sample" its first row is taken alone. For "no
// error" the targets are what the network gives. Tables are $3 \times 3$
// this time, so that whatever is turned around still fits and has to be found
// by its numbers. The activation is $p z^2 + q z$ with two random numbers $p$
// and $q$, because relu asks what is above 0, and that has no meaning modulo
// a prime. For $p = 0$ and $q = 1$ it is the identity.
//
// @predict Go through the list. Which slips does a batch of one sample hide,
// with $N = 1$? And which probe hides still more: no error, the identity for
// an activation, no weight decay, symmetric weights, biases of zero, or a test
// that looks at the last layer only?
// @answer To divide by 1, once more or not at all, changes nothing, and the
// first sample is the last one and all there are. So 3, 4, 12 to 17 and 24
// are hidden, @value{one sample, hidden} slips. The probe without an error
// hides @value{no error, hidden}: nothing walks back then, so only slips that
// need no error show.
// @output what a weak probe hides
// @figure hidden-slips | Which slip each probe hides: a dark square. A name stands at the first slip of each piece, with its number in the list. | The first row, the random probe, hides nothing. Each other row has dark squares. The last row, the probe without an error, is dark for most slips.
// @endpredict
void what_a_weak_probe_hides()
{
    std::cout << "slips in the bank = " << bank().size() << "\n";
    pixels hidden_slips;
    std::vector<std::string> probes;
    for (const auto& [name, s] : weak_probes()) {
        const auto truth = all_slopes(s, right_way());
        int hidden = 0;
        hidden_slips.emplace_back();
        probes.push_back(name);
        for (const slip& each : bank()) {
            way wrong = right_way();
            each.make(wrong);
            const bool hides = all_slopes(s, wrong) == truth;
            hidden += hides ? 1 : 0;
            hidden_slips.back().push_back(hides ? 1 : 0);
        }
        std::cout << name << ", hidden = " << hidden << "\n";
    }
    // @fold Drawing
    figure("hidden-slips")
        .x_axis("slip")
        .y_axis("probe")
        .picture(hidden_slips)
        .rows(probes)
        .columns(first_of_each_piece())
        .draw();
}
// @end
// The random probe of several samples hides none of them.
// @proved{a_random_probe_of_several_samples_hides_nothing}

// ## One test that needs no formula
//
// A gradient check (@chapter{05_gradient_check}) asks for one number after
// another. Here is a test that asks for the slopes by all inputs at once, with
// no second walk back and no small step.
//
// First with single numbers, $z = wx$. Move $x$ by $v$, and $z$ moves by $vw$.
// If a total has $z$ in it times $d$, the total moves by $d v w$. On the way
// back, $d$ comes from above, so $\bar x = d w$, and the total moves by $\bar
// x v$. That is the same number.
//
// With tables there is such a product for each sum and for each input. Move the
// inputs by any table $V$, and the sums move by $VW$. With a factor $d_{nj}$
// for each sum, and the slopes $\bar X$ that come of sending $D$ back,
//
// $$ \sum_{nj} d_{nj} (VW)_{nj} = \sum_{ni} \bar x_{ni} v_{ni}, $$
//
// on the left added up over all $n$ and $j$, on the right over all $n$ and
// $i$. It holds for all $V$ and $D$, and one random choice decides.
//
// @predict When does this test not find a table of weights that was not turned
// around? And which slips of the bank does it never find?
// @answer When the table is symmetric. And none of those in the error, the
// activation, the weights, the biases or the decay: it asks for $\bar X$ alone.
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
    const grid symmetric = made_symmetric(w);
    std::cout << std::boolalpha << "equal = "
              << (dot(d, product(v, w)) == dot(walk_back(x, w, d).dx, v))
              << "\nequal if not turned = "
              << (dot(d, product(v, w)) == dot(product(d, w), v))
              << "\nequal if not turned, but symmetric = "
              << (dot(d, product(v, symmetric)) ==
                  dot(product(d, symmetric), v))
              << "\n";
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
// Of a batch the layer keeps the slopes and not the inputs: `backward` is given
// `x` again. Its last lines leave out the slope by the inputs if nobody needs
// it. An activation is a layer of its own. Here is relu. It is given what it
// made, `a`, and that is above 0 where its input was:
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
// | $W$ not turned around | `product` refuses it if $I$ and $J$ differ; otherwise only the numbers show it |
// | $\bar Z^T X$ for $X^T \bar Z$ | a slope of the shape $J \times I$, which `move` refuses if $I$ and $J$ differ; otherwise only the numbers show it |
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
//   slips. A random one with several samples hid none of our 25. Where sizes
//   are equal only the numbers show what was turned the wrong way.

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
