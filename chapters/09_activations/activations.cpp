#include "activations.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <string>

#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::activations;

// ## The three, drawn
//
// Far from zero the sigmoid and the tangent are flat. There a slope that
// comes down from above is multiplied by almost nothing: the neuron is
// **saturated**.
template <class F>
std::vector<point> values_of()
{
    std::vector<point> curve;
    for (int i = -50; i <= 50; ++i) {
        curve.push_back({i / 10.0, F::value(i / 10.0)});
    }
    return curve;
}

void the_three_drawn()
{
    figure("activations")
        .x_axis("z")
        .y_axis("output")
        .curve("sigmoid", values_of<sigmoid>())
        .curve("tanh", values_of<activations::tanh>())
        .curve("relu", {{-5, 0}, {0, 0}, {2, 2}})
        .draw();
    std::cout << std::setprecision(3);
    for (const double z : {0.0, 2.0, 10.0}) {
        std::cout << "z " << z << ", slope of sigmoid = "
                  << sigmoid::slope(sigmoid::value(z)) << "\nz " << z
                  << ", slope of tanh = "
                  << activations::tanh::slope(activations::tanh::value(z))
                  << "\n";
    }
}
// @output the three, drawn
//
// @figure activations | The three activations; the rectifier goes on rising. | The sigmoid rises from 0 to 1 and is flat beyond 5 on both sides. The hyperbolic tangent rises from minus 1 to 1 and is flat beyond 3. The rectifier is zero up to zero and then a straight line.

// ## The corner
//
// At $z = 0$ the rectifier has a corner and no slope. From the left it is 0,
// from the right it is 1. Everybody takes 0.
//
// @predict The central difference of @chapter{05_gradient_check} takes the
// value a little to the right minus the value a little to the left, over the
// distance of both. What does it give at the corner?
// @answer @value{the corner/central difference at 0}, whatever the step. Both
// sides have their say. A check that finds one half where your code has 0 or
// 1 has found a corner, and no mistake.
// @endpredict
void the_corner()
{
    const double h = 1e-6;
    const auto central = [&](double z) {
        return (relu::value(z + h) - relu::value(z - h)) / (2 * h);
    };
    std::cout << "central difference at 0 = " << central(0)
              << "\nslope from the output at 0 = "
              << relu::slope(relu::value(0.0)) << "\n";
}
// @output the corner

// ## Exclusive or
//
// The neuron of @chapter{01_one_neuron} learned AND. The exclusive or of two
// inputs, 1 if exactly one of them is 1, cannot be learned by it: no straight
// line has $(0, 1)$ and $(1, 0)$ on one side, and $(0, 0)$ and $(1, 1)$ on
// the other. Four hidden neurons and a bend can do it.
//
// @predict How will the same network do with the identity for an activation?
// Guess the loss that it cannot get below.
// @answer It is again a single straight plane. The best one gives
// $\frac12$ everywhere, so the mean loss is $\frac12 \cdot \frac14 =
// \frac18$. The run ends at @value{exclusive or/identity, loss}, because the
// steps of single samples keep it moving a little.
// @endpredict
struct labelled {
    std::array<double, 2> x;
    double t;
};
const std::array<labelled, 4> exclusive_or_table{
    {{{0, 0}, 0}, {{0, 1}, 1}, {{1, 0}, 1}, {{1, 1}, 0}}};

two_layers<double> random_start(std::uint64_t seed, std::size_t width)
{
    boost::random::mt19937_64 engine(seed);
    boost::random::uniform_real_distribution<double> any(-1, 1);
    two_layers<double> net{{}, 0};
    for (std::size_t j = 0; j < width; ++j) {
        const double w1 = any(engine);
        const double w2 = any(engine);
        net.hidden.push_back({{w1, w2}, any(engine), any(engine)});
    }
    return net;
}

template <class F>
std::vector<point> train(two_layers<double>& net, double rate, int epochs)
{
    std::vector<point> losses;
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        double sum = 0;
        for (const labelled& s : exclusive_or_table) {
            const double d = estimate<F>(net, s.x) - s.t;
            sum += d * d / 2;
            step(net, slopes<F>(net, s.x, s.t), rate);
        }
        losses.push_back({static_cast<double>(epoch), sum / 4});
    }
    return losses;
}

void exclusive_or()
{
    figure drawn("exclusive-or");
    drawn.x_axis("epoch").y_axis("mean loss");
    const auto run = [&]<class F>(const std::string& name, F) {
        two_layers<double> net = random_start(9, 4);
        const auto losses = train<F>(net, 0.2, 600);
        drawn.curve(name, losses);
        std::cout << std::fixed << std::setprecision(2) << name
                  << ", loss = " << losses.back().y << "\n";
        for (const labelled& s : exclusive_or_table) {
            std::cout << name << ", " << std::setprecision(0) << s.x[0] << " "
                      << s.x[1] << " gives " << std::setprecision(1)
                      << estimate<F>(net, s.x) << "\n";
        }
    };
    run("tanh", activations::tanh());
    run("identity", identity());
    drawn.draw();
}
// @output exclusive or
//
// @figure exclusive-or | The mean loss of one start, with a bend and without. | The loss of the network with tanh stays near one eighth for a while and then falls to zero. The loss of the network with the identity never leaves one eighth.

// ## What depth does to a slope
//
// Each layer multiplies the slope by $w_i \varphi'(z_i)$ on its way down.
// Take rows of twenty neurons with all weights 1, all biases 0 and the input
// 1, and let a slope of 1 come in at the top.
//
// @predict What is the most that can arrive at the bottom of twenty
// sigmoids?
// @answer $(1/4)^{20}$, which is about $10^{-12}$. It is
// @value{depth/sigmoid, slope by x}.
// @endpredict
template <class F>
std::vector<point> slopes_by_layer()
{
    const std::vector<double> w(20, 1.0);
    const std::vector<double> b(20, 0.0);
    const auto s = walk_back<F>(w, outputs<F>(w, b, 1.0), 1.0);
    std::vector<point> sizes;
    for (std::size_t i = 0; i < w.size(); ++i) {
        sizes.push_back({static_cast<double>(i + 1), s.db[i]});
    }
    std::cout << s.dx << "\n";
    return sizes;
}

void depth()
{
    std::cout << std::setprecision(1) << std::scientific;
    std::cout << "sigmoid, slope by x = ";
    const auto by_sigmoid = slopes_by_layer<sigmoid>();
    std::cout << "tanh, slope by x = ";
    const auto by_tanh = slopes_by_layer<activations::tanh>();
    std::cout << "relu, slope by x = ";
    const auto by_relu = slopes_by_layer<relu>();
    figure("slope-by-layer")
        .x_axis("layer, from the input")
        .y_axis("slope by its bias", scale::logarithmic)
        .curve("relu", by_relu)
        .curve("tanh", by_tanh)
        .curve("sigmoid", by_sigmoid)
        .draw();
}
// @output depth
//
// @figure slope-by-layer | What arrives at each of twenty layers of a slope of 1. | The slope passes twenty rectifiers unchanged. Twenty hyperbolic tangents make it about a hundredth. Twenty sigmoids divide it by about four at each layer and leave less than a trillionth.
//
// This is the **vanishing gradient**. The first layers of a deep row of
// sigmoids hardly learn. The rectifier hands a slope on whole, as long as its
// neuron is not asleep.

// ## Asleep for good
//
// A rectifier whose sum is negative for every sample gives 0 everywhere, and
// its slope is 0 everywhere. No step will ever move its weights: it is
// **dead**. One step that is too large is enough.
//
// @predict Training begins with all neurons alive for some sample. Guess which
// part of them is dead after 200 epochs at the rate 0.05, and at 1.
// @answer At 0.05 it is @value{asleep/rate 0.05, dead} of
// @value{asleep/neurons at each rate}, at 1 it is @value{asleep/rate 1, dead}.
// @endpredict
bool is_dead(const hidden_neuron<double>& h)
{
    for (const labelled& s : exclusive_or_table) {
        if (h.w[0] * s.x[0] + h.w[1] * s.x[1] + h.b > 0) {
            return false;
        }
    }
    return true;
}

void asleep()
{
    int neurons = 0;
    for (const double rate : {0.05, 0.3, 1.0}) {
        int dead = 0;
        neurons = 0;
        for (std::uint64_t seed = 0; neurons < 400; ++seed) {
            two_layers<double> net = random_start(seed, 4);
            std::erase_if(net.hidden, is_dead);
            neurons += static_cast<int>(net.hidden.size());
            train<relu>(net, rate, 200);
            for (const auto& h : net.hidden) {
                dead += is_dead(h) ? 1 : 0;
            }
        }
        std::cout << "rate " << rate << ", dead = " << dead << "\n";
    }
    std::cout << "neurons at each rate = " << neurons << "\n";
}
// @output asleep

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | $\varphi'$ left out | right signs, and wrong sizes; a network of rectifiers trains dead neurons |
// | $\varphi'$ taken at the output where the formula wants $z$ | the tangent: $1 - \tanh^2(a)$ for $1 - a^2$; nearly right for small numbers |
// | $\varphi'$ multiplied twice | slopes vanish twice as fast |
// | the mask of the rectifier made from the slope that comes in | negative slopes never pass |
// | a difference of one half | a corner, and no mistake |
// | all hidden neurons start alike | they stay alike; see @chapter{06_starting_points} |

// ## Your turn
//
// @exercises
//
// @question **A sum of sigmoids.**
// Show that $\tanh z = 2 \sigma(2z) - 1$. What does it say about networks of
// the one and the other?
// @solution Write $\sigma(2z) = e^z / (e^z + e^{-z})$, double it and subtract
// 1. So a network with tangents can be rewritten as one with sigmoids: double
// the weights and the bias into each hidden neuron, double $v_j$, and take
// $v_j$ off $c$. They can say the same things, and learn them differently.
// @endquestion
//
// @question **Large weights.**
// The factor at each layer is $w \varphi'(z)$. Why not make up for the quarter
// of the sigmoid with weights of 4?
// @solution Large weights make large sums, and a saturated sigmoid has a slope
// far below the quarter. Only at $z = 0$ would the trade come out even.
// @endquestion

// ## Going further
//
// - X. Glorot, A. Bordes, Y. Bengio, "Deep sparse rectifier neural networks",
//   AISTATS 2011, made the rectifier usual.
// - S. Hochreiter, *Untersuchungen zu dynamischen neuronalen Netzen*, 1991,
//   found the vanishing gradient.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(argc, argv,
                       {{"the three, drawn", the_three_drawn},
                        {"the corner", the_corner},
                        {"exclusive or", exclusive_or},
                        {"depth", depth},
                        {"asleep", asleep}});
}
