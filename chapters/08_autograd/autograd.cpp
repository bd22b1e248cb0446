#include "autograd.hpp"

#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "chainrule/autograd/tape.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::autograd;

// ## Two ways to one number
//
// Take $f = (a + b) \cdot a$ at $a = 3$, $b = 4$. The number $a$ is used
// twice.
//
// @predict On paper: multiply out and take both derivatives.
// @answer $f = a^2 + ab$, so $\partial f / \partial a = 2a + b =
// @value{two ways/slope by a}$ and $\partial f / \partial b = a =
// @value{two ways/slope by b}$. The first is a sum: $a + b = 7$ over the edge
// of the product, and $a = 3$ by way of the sum.
// @endpredict
void two_ways()
{
    const number<rational> a(3);
    const number<rational> b(4);
    const number<rational> f = (a + b) * a;
    backward(f);
    std::cout << "f = " << f.at->value << "\nslope by a = " << a.at->slope
              << "\nslope by b = " << b.at->slope << "\n";
}
// @output two ways

// The program can draw its own graph. Each node shows its value, and below it
// the slope of the result. An edge shows the slope of the one by the other.
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
        for (const auto& e : n->edges) {
            std::cout << names[e.to.get()] << " -> " << names[n.get()]
                      << " [label=\"" << e.by << "\"];\n";
        }
    }
}
// @output its own graph
//
// @graph The graph as the program wrote it: values above, slopes of the result below. | Input 4 and input 3 lead to the sum 7, the sum and the input 3 lead to the product 21. The product has the slope 1, the sum 3, the input 3 the slope 10 and the input 4 the slope 3.
//   node [width=0.7];
//   @lines{its own graph}
// @endgraph

// ## Three slips
//
// Each line of `backward` is there for a reason. Take them out one by one. The
// first slip sets a slope where it should add. The second hands on at once,
// node by node, as each is met, without waiting for a slope to be complete.
// The third forgets to clear the slopes of an earlier walk.
void set_instead_of_add(const number<rational>& result)
{
    const auto order = topological(result);
    result.at->slope = 1;
    for (auto n = order.rbegin(); n != order.rend(); ++n) {
        for (const auto& e : (*n)->edges) {
            e.to->slope = (*n)->slope * e.by;
        }
    }
}

void hand_on_at_once(node<rational>& n)
{
    for (const auto& e : n.edges) {
        e.to->slope = e.to->slope + n.slope * e.by;
        hand_on_at_once(*e.to);
    }
}

void without_clearing(const number<rational>& result)
{
    const auto order = topological(result);
    result.at->slope = 1;
    for (auto n = order.rbegin(); n != order.rend(); ++n) {
        for (const auto& e : (*n)->edges) {
            e.to->slope = e.to->slope + (*n)->slope * e.by;
        }
    }
}

// @predict The derivative of $x^2$ at 3 is 6, that of $x^3$ is 27, and that
// of $2 \cdot 2x$ is 4. What will the three slips give?
// @answer @value{three slips/x x, set instead of add} for the first,
// @value{three slips/4 x, handed on at once} for the second, and for the third
// @value{three slips/x x x, second walk} at the second walk.
// @endpredict
void three_slips()
{
    const auto say = [](const char* what, const number<rational>& x) {
        std::cout << what << " = " << x.at->slope << "\n";
    };
    const number<rational> x(3);
    set_instead_of_add(x * x);
    say("x x, set instead of add", x);

    const number<rational> y(1);
    const auto twice = y + y;
    const auto four_times = twice + twice;
    four_times.at->slope = 1;
    hand_on_at_once(*four_times.at);
    say("4 x, handed on at once", y);

    const number<rational> z(3);
    const auto cube = z * z * z;
    without_clearing(cube);
    say("x x x, first walk", z);
    without_clearing(cube);
    say("x x x, second walk", z);
}
// @output three slips
//
// None of the three shows on a row of layers that is walked once. That is why
// they are so common: the programs in which they are born are rows.

// ## Any graph
//
// One example proves little. So build graphs at random: sixty operations,
// each on two numbers that are there already, drawn among all of them. Take
// whole numbers modulo $2^{61} - 1$ as in @chapter{02_three_layers}, and let
// dual numbers say what is true.
enum class operation { plus, minus, times };

struct step_of_graph {
    operation what;
    std::size_t left, right;
};

using recipe = std::vector<step_of_graph>;

recipe random_recipe(boost::random::mt19937_64& engine, std::size_t inputs,
                     std::size_t steps)
{
    const auto any = [&](std::size_t below) {
        return boost::random::uniform_int_distribution<std::size_t>(
            0, below - 1)(engine);
    };
    recipe r;
    for (std::size_t i = 0; i < steps; ++i) {
        r.push_back({static_cast<operation>(any(3)), any(inputs + i),
                     any(inputs + i)});
    }
    return r;
}

template <class T>
T cook(const recipe& r, std::vector<T> numbers)
{
    for (const step_of_graph& s : r) {
        const T& a = numbers[s.left];
        const T& b = numbers[s.right];
        numbers.push_back(s.what == operation::plus    ? a + b
                          : s.what == operation::minus ? a - b
                                                       : a * b);
    }
    return numbers.back();
}

using values = std::vector<residue>;

values slopes_by_dual(const recipe& r, const values& at)
{
    values slopes;
    for (std::size_t moving = 0; moving < at.size(); ++moving) {
        std::vector<dual<residue>> inputs;
        for (std::size_t i = 0; i < at.size(); ++i) {
            inputs.emplace_back(at[i], residue(i == moving ? 1 : 0));
        }
        slopes.push_back(cook(r, inputs).slope);
    }
    return slopes;
}

values slopes_by_graph(const recipe& r, const values& at)
{
    const std::vector<number<residue>> inputs(at.begin(), at.end());
    backward(cook(r, inputs));
    values slopes;
    for (const auto& input : inputs) {
        slopes.push_back(input.at->slope);
    }
    return slopes;
}

values slopes_by_tape(const recipe& r, const values& at)
{
    tape<residue> t;
    std::vector<taped<residue>> inputs;
    for (const residue& v : at) {
        inputs.push_back(t.input(v));
    }
    t.backward(cook(r, inputs));
    values slopes;
    for (const auto& input : inputs) {
        slopes.push_back(t.slope(input));
    }
    return slopes;
}

void any_graph()
{
    boost::random::mt19937_64 engine(8);
    int graph_right = 0;
    int tape_right = 0;
    for (int i = 0; i < 200; ++i) {
        const recipe r = random_recipe(engine, 4, 60);
        values at(4);
        for (residue& v : at) {
            v = random_residue(engine);
        }
        const values truth = slopes_by_dual(r, at);
        graph_right += slopes_by_graph(r, at) == truth;
        tape_right += slopes_by_tape(r, at) == truth;
    }
    std::cout << "graphs = 200\nequal on the graph = " << graph_right
              << "\nequal on the tape = " << tape_right << "\n";
}
// @output any graph

// ## What it costs
//
// @chapter{03_cached_backprop} found that all derivatives of a row cost about
// as much as the row itself. What do they cost for any graph? Each operation
// of the function is one. Going back, each entry of the tape multiplies the
// slope by two numbers and adds twice.
//
// @predict How many operations are function and gradient together, for each
// operation of the function?
// @answer Five: one, two multiplications, two additions. It does not depend on
// how many inputs there are.
// @endpredict
using counting = counted<double>;

std::vector<counting> ones(std::size_t n)
{
    return std::vector<counting>(n, counting(1));
}

long long cost_of_function(const recipe& r, std::size_t inputs)
{
    return count([&] { return cook(r, ones(inputs)); }).total();
}

long long cost_on_tape(const recipe& r, std::size_t inputs)
{
    return count([&] {
               tape<counting> t;
               std::vector<taped<counting>> numbers;
               for (const counting& v : ones(inputs)) {
                   numbers.push_back(t.input(v));
               }
               t.backward(cook(r, numbers));
           })
        .total();
}

long long cost_of_dual(const recipe& r, std::size_t inputs)
{
    return count([&] {
               for (std::size_t moving = 0; moving < inputs; ++moving) {
                   std::vector<dual<counting>> numbers;
                   for (std::size_t i = 0; i < inputs; ++i) {
                       numbers.emplace_back(counting(1),
                                            counting(i == moving ? 1 : 0));
                   }
                   cook(r, numbers);
               }
           })
        .total();
}

void what_it_costs()
{
    boost::random::mt19937_64 engine(80);
    std::vector<point> on_tape;
    std::vector<point> by_dual;
    for (const std::size_t inputs : {1u, 2u, 5u, 10u, 20u, 50u, 100u}) {
        const recipe r = random_recipe(engine, inputs, 1000);
        const auto function =
            static_cast<double>(cost_of_function(r, inputs));
        const auto ratio = [&](long long cost) {
            return static_cast<double>(cost) / function;
        };
        const auto x = static_cast<double>(inputs);
        const double tape_ratio = ratio(cost_on_tape(r, inputs));
        on_tape.push_back({x, tape_ratio});
        by_dual.push_back({x, ratio(cost_of_dual(r, inputs))});
        std::cout << "inputs " << inputs << ", tape = " << std::fixed
                  << std::setprecision(1) << tape_ratio << "\ninputs "
                  << inputs << ", dual numbers = " << by_dual.back().y
                  << "\n";
    }
    figure("cost-of-gradient")
        .x_axis("number of inputs", scale::logarithmic)
        .y_axis("operations, per one of the function", scale::logarithmic)
        .curve("tape", on_tape)
        .curve("dual numbers", by_dual)
        .draw();
}
// @output what it costs
//
// @figure cost-of-gradient | The cost of all slopes of a random graph of a thousand operations, against the number of its inputs. | The tape stays at five operations for each one of the function, up to a hundred inputs. Dual numbers need a run for each input, and their line rises in proportion.
//
// A network has one loss and many weights. So its slopes are taken from the
// end, and that is the whole reason why backpropagation goes *back*.

// ## The article's program, without a formula
//
// Nobody derives anything now. The loss is written down, and the tape does the
// rest.
void the_articles_program()
{
    std::array<double, 3> w{0.2333, -0.233, -0.52133};
    tape<double> t;
    for (int epoch = 0; epoch < 160; ++epoch) {
        for (const double x : {1.0, -1.0}) {
            t.clear();
            const std::array weights{t.input(w[0]), t.input(w[1]),
                                     t.input(w[2])};
            const taped<double> e =
                weights[2] * (weights[1] * (weights[0] * taped<double>(x)));
            const taped<double> d = e + taped<double>(x);
            t.backward(taped<double>(0.5) * d * d);
            for (std::size_t i = 0; i < 3; ++i) {
                w[i] -= 0.05 * t.slope(weights[i]);
            }
        }
    }
    std::cout << std::fixed << std::setprecision(6)
              << "product after 160 epochs = " << w[0] * w[1] * w[2] << "\n";
}
// @output the article's program
//
// It is the number of @chapter{04_training} with all slopes first. The stale
// step cannot happen here: the tape keeps the values that the function used,
// whatever moves afterwards.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | a slope is set where it should be added | right on rows; on a fork one way is lost |
// | handing on before the slope is complete | too large wherever two ways meet |
// | slopes of an earlier walk are left | the second walk gives other numbers than the first |
// | a tape is never cleared | memory grows with every step of training |
// | a graph of shared pointers is very deep | freeing it calls itself once a node, and the stack ends; a tape is one array |

// ## Your turn
//
// @exercises
//
// @question **A constant.**
// The tape has an entry 0 for all constants, whose slope nobody asks for. What
// would it cost to leave it out?
// @solution Each operation would have to ask whether an operand is on the
// tape, going there and coming back. One addition that is thrown away is less
// than two questions.
// @endquestion
//
// @question **The same number on both sides.**
// In $x \cdot x$ both edges lead to the same node. Does `backward` need a case
// for that?
// @solution No. Each edge adds $x$, and the sum is $2x$. With a single edge it
// would need one.
// @endquestion

// ## Going further
//
// - A. Griewank, A. Walther, *Evaluating Derivatives*, 2nd edition, 2008, has
//   the bound of five, and how to trade memory for time.
// - B. Speelpenning, *Compiling fast partial derivatives of functions given by
//   algorithms*, 1980, made the walk back a tool for any program.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(argc, argv,
                       {{"two ways", two_ways},
                        {"its own graph", its_own_graph},
                        {"three slips", three_slips},
                        {"any graph", any_graph},
                        {"what it costs", what_it_costs},
                        {"the article's program", the_articles_program}});
}
