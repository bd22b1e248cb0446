#include "autograd.hpp"

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "chainrule/autograd/tape.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "costs.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::autograd;

// @fold What you may change in a run
const struct {
    option<double> rate{"rate", 0.1, "how far a step goes"};
    option<std::size_t> epochs{"epochs", 600, "how long it trains", 1};
    option<std::size_t> seed{"seed", 1, "the first of twenty starts"};
    option<std::size_t> neurons{"neurons", 4,
                                "how many stand beside each other", 1};
} options;
// @end

// ## Two ways to one number
//
// Take $f = (a + b) \, a$ at $a = 3$, $b = 4$. Then $f = 7 \cdot 3 = 21$.
// Move $a$ by 0.001.
//
// @predict How far does the sum move? How far does $f$ move?
// @answer The sum moves by 0.001, and $f$ by @value{f moves}, about
// ten times as far as $a$.
// @output two ways to one number
//
// There are two ways from $a$ to $f$. By way of the sum, $f$ moves
// @value{by way of the sum}: the sum moves as far as $a$, and is multiplied
// by 3. By the other way, $f$ moves @value{as the second factor}: here the
// move is multiplied by 7. The rest is $0.001^2$, and it does not matter when
// the nudge is small.
// @endpredict
//
// This is the rule of @chapter{03_cached_backprop}: along a way slopes are
// multiplied, and where ways meet they are added. A program can follow this
// rule if it knows the ways.
void two_ways()
{
    const rational a = 3;
    const rational b = 4;
    const rational h(1, 1000);
    const rational f = (a + b) * a;
    const rational by_sum = (a + h + b) * a - f;
    const rational by_factor = (a + b) * (a + h) - f;
    const rational by_both = (a + h + b) * (a + h) - f;
    std::cout << "by way of the sum = " << by_sum.to_double()
              << "\nas the second factor = " << by_factor.to_double()
              << "\nf moves = " << by_both.to_double() << "\n";
}

// ## Its own graph
//
// A program that has its graph can draw it. In each node stand the value and,
// below it, the slope of the result. On each arrow stands the own slope.
void its_own_graph()
{
    const number<rational> a(3);
    const number<rational> b(4);
    const number<rational> f = (a + b) * a;
    backward(f);
    std::map<const node<rational>*, std::string> names;
    for (const auto& n : topological(f)) {
        names[n.get()] = "n" + std::to_string(names.size());
        std::cout << names[n.get()] << " [label=\"" << n->value << "\\n"
                  << n->slope << "\"];\n";
        for (const auto& operand : n->made_from) {
            std::cout << names[operand.from.get()] << " -> " << names[n.get()]
                      << " [label=\"" << operand.own_slope << "\"];\n";
        }
    }
}
// @fold What it wrote
// @output its own graph
// @end
//
// @graph The graph as the program wrote it. | Input 4 and input 3 lead to the sum 7, the sum and the input 3 lead to the product 21. The product has the slope 1, the sum 3, the input 3 the slope 10 and the input 4 the slope 3.
//   node [width=0.7];
//   @lines{its own graph}
// @endgraph
//
// Values came along the arrows, and slopes went against them.

// ## Three slips
//
// Each line of `backward` is there for a reason. Leave them out, one by one.
// The first slip sets a slope where it should add. The second does not wait:
// a node hands its slope on each time that it gets some. The third does not
// clear the slopes of an earlier walk.
void walk_with_slip(const number<rational>& result, bool adds, bool clears)
{
    const auto order = topological(result);
    for (const auto& n : order) {
        n->slope = clears ? rational(0) : n->slope;
    }
    result.at->slope = 1;
    for (auto n = order.rbegin(); n != order.rend(); ++n) {
        for (const auto& operand : (*n)->made_from) {
            const rational part = (*n)->slope * operand.own_slope;
            operand.from->slope = adds ? operand.from->slope + part : part;
        }
    }
}

void hand_on_at_once(node<rational>& n)
{
    for (const auto& operand : n.made_from) {
        operand.from->slope =
            operand.from->slope + n.slope * operand.own_slope;
        hand_on_at_once(*operand.from);
    }
}

// @predict What does the first slip give for $x \cdot x$ at 3, where 6 is
// right? What does the second give for $u = s + s$ with $s = y + y$, where 4
// is right? And what does the third give for $x^3$ at 3, where 27 is right,
// at the second walk?
// @answer @value{x x, set instead of add}, @value{u, handed on at once}, and
// @value{x x x, second walk}.
// @output three slips
//
// The first keeps only the last of two parts, which is 3. The second: $s$
// gets 1, and hands 1 to $y$ twice. Then $s$ gets its second 1, has 2, and
// hands 2 to $y$ twice. That is 6. The third is not 54: the slope of
// $x \cdot x$ has doubled, too, and it is handed on. So $x$ has 27 from the
// first walk, and gets $9 + 2 \cdot 18 = 45$ from the second.
// @endpredict
void three_slips()
{
    const number<rational> x(3);
    walk_with_slip(x * x, false, true);
    std::cout << "x x, set instead of add = " << x.at->slope << "\n";
    const number<rational> y(1);
    const auto s = y + y;
    const auto u = s + s;
    u.at->slope = 1;
    hand_on_at_once(*u.at);
    std::cout << "u, handed on at once = " << y.at->slope << "\n";
    const number<rational> z(3);
    const auto cube = z * z * z;
    walk_with_slip(cube, true, false);
    walk_with_slip(cube, true, false);
    std::cout << "x x x, second walk = " << z.at->slope << "\n";
}
// On a row of layers that is walked once, from the error, none of the three
// slips shows: each number is used once, and there is no earlier walk.
// @proved{no_slip_shows_on_a_row} But the loss $\frac12 d \cdot d$ uses $d$
// twice. If the loss is on the graph, setting in place of adding halves all
// slopes of the row. @proved{set_instead_of_add_halves_the_slopes_of_a_loss}
// Handing on at once makes them too large, and the more so the farther a
// weight is from the loss: in three layers they are $2$, $\frac52$ and $3$
// times what they should be.
// @proved{handing_on_at_once_is_worse_farther_from_the_loss}

// @section a new operation
//
// @predict Take $f = \mathrm{larger}(a, b) \cdot a$. What are its two slopes
// at $a = 2$, $b = 5$? And at $a = 2$, $b = 1$?
// @answer In the first case $f$ is $b a$ and the slopes are 5 and 2. In the
// second case it is $a \cdot a$, and they are 4 and 0.
// @output a new operation
// @endpredict
void a_new_operation()
{
    for (const int at_b : {5, 1}) {
        const number<rational> a(2);
        const number<rational> b(at_b);
        backward(larger(a, b) * a);
        std::cout << "at 2 and " << at_b << ": slope by a " << a.at->slope
                  << ", slope by b " << b.at->slope << "\n";
    }
}

// @section on a tape
//
// A number is put on a tape with `input`. What is made from it is on the same
// tape.
void on_a_tape()
{
    tape<rational> t;
    const taped<rational> a = t.input(3);
    const taped<rational> b = t.input(4);
    t.backward((a + b) * a);
    std::cout << "slope by a = " << t.slope(a)
              << ", slope by b = " << t.slope(b) << "\n";
}
// @output on a tape

// ## What it costs
//
// A row of $n$ layers is $n$ multiplications, and
// @chapter{03_cached_backprop} took all slopes with $2n - 1$ more. What do the
// slopes of any sums, differences and products cost on a tape? For each entry
// of an operation the walk multiplies the slope by two own slopes, and adds
// twice. Inputs are skipped.
//
// @predict Our formula repeats `f = (f + other) * other - f + f`. Divide all
// operations, those of the formula and those of the slopes, by those of the
// formula. What comes out? And what comes out with dual numbers, where each of
// a hundred inputs needs a run, and $(u v)' = u' v + u v'$?
// @answer On the tape five, for any number of inputs: the operation, two
// multiplications, two additions. A sum of two dual numbers costs two
// operations, and a product four: $u v$ is one, its slope three. With three
// sums or differences for each product a run costs $(3 \cdot 2 + 4) / 4 =
// 2.5$, and a hundred cost 250.
// @output what it costs
//
// @figure cost-of-gradient | The cost of all slopes of a formula of a thousand operations, against the number of its inputs. | The tape stays at five operations for each one of the formula, up to a hundred inputs. Dual numbers need a run for each input, and their line rises in proportion.
// @endpredict
// `costs.hpp`, beside this file, has the formula and the counting.
// @fold Drawing
void what_it_costs()
{
    std::vector<point> on_tape;
    std::vector<point> by_dual;
    for (const std::size_t inputs : {1u, 2u, 5u, 10u, 20u, 50u, 100u}) {
        const auto ratio = [&](long long cost) {
            return static_cast<double>(cost) / 1000;
        };
        const auto x = static_cast<double>(inputs);
        on_tape.push_back({x, ratio(cost_on_tape(inputs))});
        by_dual.push_back({x, ratio(cost_of_dual(inputs))});
        std::cout << "inputs " << inputs << ", tape = " << std::fixed
                  << std::setprecision(1) << on_tape.back().y << "\ninputs "
                  << inputs << ", dual numbers = " << by_dual.back().y
                  << "\n";
    }
    figure("cost-of-gradient")
        .x_axis("number of inputs", scale::logarithmic)
        .y_axis("operations, per one of the formula", scale::logarithmic)
        .curve("tape", on_tape)
        .curve("dual numbers", by_dual)
        .draw();
}
// @end
//
// A quotient costs seven operations in place of five, because its own slopes
// have to be computed. @proved{a_quotient_costs_seven_with_its_gradient}
// A network has many weights and one loss. So slopes are taken from the end.

// ## Exclusive or
//
// Now train something for which nobody has derived anything. The neuron of
// @chapter{01_one_neuron} learned AND. The **exclusive or** of two inputs is
// 1 if exactly one of them is 1, and that neuron can never learn it. Its
// estimate is $e = w_1 x_1 + w_2 x_2 + b$. So its estimates for $(0, 0)$ and
// $(1, 1)$ have the same sum as those for $(0, 1)$ and $(1, 0)$, whatever the
// weights are. @proved{no_neuron_gives_exclusive_or} But the targets have the
// sums 0 and 2.
//
// Put four such neurons beside each other, send what each one gives through
// $\tanh$, and add up with weights $v_j$ and a bias $c$:
//
// $$ e = c + \sum_{j=1}^{4} v_j \tanh (w_{j1} x_1 + w_{j2} x_2 + b_j). $$
//
// In code all parameters stand in one list: first $c$, then $v$, $w_1$, $w_2$
// and $b$ of each neuron. `T` is `double` to ask the network something, and
// `taped<double>` to train it.
template <class T>
T estimate(const std::vector<T>& p, const std::array<double, 2>& x)
{
    using std::tanh;
    T e = p[0];
    for (std::size_t j = 1; j < p.size(); j += 4) {
        const T z = p[j + 1] * T(x[0]) + p[j + 2] * T(x[1]) + p[j + 3];
        e = e + p[j] * tanh(z);
    }
    return e;
}

// A step puts the parameters on the tape, computes the loss of one sample,
// walks back, and moves the parameters. A sample has two inputs here.
struct labelled {
    std::array<double, 2> x;
    double t;
};

double step(tape<double>& t, std::vector<double>& p, const labelled& s)
{
    t.clear();
    std::vector<taped<double>> on_tape;
    for (const double value : p) {
        on_tape.push_back(t.input(value));
    }
    const taped<double> d = estimate(on_tape, s.x) - taped<double>(s.t);
    const taped<double> loss = taped<double>(0.5) * d * d;
    t.backward(loss);
    for (std::size_t i = 0; i < p.size(); ++i) {
        p[i] -= options.rate() * t.slope(on_tape[i]);
    }
    return loss.value();
}

// @fold Starts, training, drawing
const std::array<labelled, 4> exclusive_or_table{
    {{{0, 0}, 0}, {{0, 1}, 1}, {{1, 0}, 1}, {{1, 1}, 0}}};

std::vector<double> random_start(std::size_t seed)
{
    boost::random::mt19937_64 engine(seed);
    boost::random::uniform_real_distribution<double> any(-1, 1);
    std::vector<double> p(1 + 4 * options.neurons(), 0);
    std::generate(p.begin() + 1, p.end(), [&] { return any(engine); });
    return p;
}

std::vector<point> train(tape<double>& t, std::vector<double>& p)
{
    std::vector<point> losses;
    for (std::size_t epoch = 1; epoch <= options.epochs(); ++epoch) {
        double sum = 0;
        for (const labelled& s : exclusive_or_table) {
            sum += step(t, p, s);
        }
        const double drawn = sum < 8 ? std::max(sum / 4, 1e-6) : 2;
        losses.push_back({static_cast<double>(epoch), drawn});
    }
    return losses;
}

void exclusive_or()
{
    tape<double> t;
    std::vector<std::vector<point>> losses;
    int learned = 0;
    std::cout << std::fixed << std::setprecision(1);
    for (std::size_t start = 0; start < 20; ++start) {
        std::vector<double> p = random_start(options.seed() + start);
        losses.push_back(train(t, p));
        bool right = true;
        for (const auto& [x, target] : exclusive_or_table) {
            right = right && std::abs(estimate(p, x) - target) < 0.1;
        }
        learned += right;
    }
    std::cout << "rate = " << options.rate()
              << "\nepochs = " << options.epochs()
              << "\nparameters = " << 1 + 4 * options.neurons()
              << "\nentries for one sample = " << t.size()
              << "\nstarts that have learned, of 20 = " << learned << "\n";
    figure("exclusive-or-on-tape")
        .x_axis("epoch")
        .y_axis("mean loss", scale::logarithmic)
        .curves("starts", losses)
        .draw();
}
// @end
//
// The program takes twenty random starts, and goes through the four samples
// @value{epochs} times with the rate @value{rate}.
//
// @predict How many entries does the tape have for one sample? Each parameter
// is one, and each operation that involves one. (The inputs $x_1$ and $x_2$
// are constants.) And what is the mean loss of a network that always gives
// $\frac12$?
// @answer There are @value{exclusive or/entries for one sample} entries:
// @value{exclusive or/parameters} parameters, seven operations for each
// neuron, one for $d$ and two for the loss. The mean loss is
// $\frac12 \cdot \frac14 = \frac18$.
// @output exclusive or
//
// @figure exclusive-or-on-tape | The mean of the losses that the four samples had before their steps, for twenty starts. What is less than a millionth is drawn at a millionth. | Most of the twenty lines drop in a few epochs to between a tenth and two tenths, stay there for different times, and then fall in nearly straight lines to a millionth.
// @endpredict
//
// One start has learned if all four estimates are within 0.1 of their
// targets. Try `./workbook run 8 --neurons 2`: then some starts get stuck.
// @chapter{09_activations} shows what these neurons do.

// ## Why by hand, all the same
//
// The next chapters derive their walks by hand again. Why? Look at a layer of
// @chapter{12_fashion}: 784 inputs, 128 neurons, 64 pictures at a time. For
// each picture it does a multiplication and an addition for each weight, and
// each of them would be an entry on our tape.
//
// @predict That chapter computes with `float`, and then an entry takes 20
// bytes, with its slope. How much memory is that?
// @answer @value{megabytes on the tape} megabytes, for one layer and one
// step. The walk back of @chapter{10_dense_layers} needs the layer's input,
// which is @value{megabytes by hand} megabytes. (Picture by picture, both are
// 64 times less.)
// @output why by hand, all the same
// @endpredict
void why_by_hand()
{
    const double entry =
        sizeof(chainrule::detail::tape_entry<float>) + sizeof(float);
    const double entries = 2.0 * 784 * 128 * 64;
    std::cout << "bytes of an entry = " << entry << std::fixed
              << std::setprecision(1)
              << "\nmegabytes on the tape = " << entries * entry / 1e6
              << "\nmegabytes by hand = " << 784.0 * 64 * 4 / 1e6 << "\n";
}
// The way out is a tape whose operations are larger: a whole layer is one
// entry, with a walk back of its own. Somebody has to derive that walk. This
// is what @chapter{10_dense_layers} does, and a tape for single numbers is a
// good way to check it.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(argc, argv,
                       {{"two ways to one number", two_ways},
                        {"its own graph", its_own_graph},
                        {"three slips", three_slips},
                        {"a new operation", a_new_operation},
                        {"on a tape", on_a_tape},
                        {"what it costs", what_it_costs},
                        {"exclusive or", exclusive_or},
                        {"why by hand, all the same", why_by_hand}});
}
