#include "activations.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "chainrule/check/gradient_check.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "exclusive_or.hpp"
#include "plots/figure.hpp"
#include "zeros.hpp"

using namespace chainrule;
using namespace chainrule::activations;

// @fold What you may change in a run
const struct {
    option<double> rate{"rate", 0.1, "how far a step goes in the drawn run"};
    option<std::size_t> neurons{"neurons", 2, "how many it draws", 1};
    option<std::size_t> seed{"seed", 1, "where it begins"};
    option<std::size_t> epochs{"epochs", 600, "how long all train", 1};
} options;
// @end

// ## Two neurons by hand
//
// The exclusive or of two inputs is 1 if exactly one of them is 1. Neurons
// between the inputs and the estimate are called **hidden**. Two of them are
// enough for it, with the **rectifier** $\max(0, z)$ for a bend:
//
// $$ \begin{aligned} h_1 &= \max(0, \; x_1 + x_2) \\ h_2 &= \max(0, \; x_1 + x_2 - 1) \\ e &= h_1 - 2 h_2 \end{aligned} $$
//
// @predict Work out $h_1$, $h_2$ and $e$ for the four samples.
// @answer The second neuron gives something for $(1, 1)$ only, and takes back
// there what the first one gave too much.
// @output two neurons by hand
// @endpredict
//
// Why does that help? In the plane of the inputs no straight line parts the
// two kinds of samples.
//
// @figure exclusive-or-inputs | The four samples, and the lines beyond which the hidden neurons give something. | Four points at the corners of a square. Those with target 0 and those with target 1 lie crosswise. One line passes through the corner 0 0, the other through the corners with target 1.
//
// But the last neuron does not see the inputs. It sees $h_1$ and $h_2$. In
// *their* plane the samples lie elsewhere, two of them in one place, and a
// straight line will do.
//
// @figure exclusive-or-hidden | The same samples as the last neuron sees them. The one point with target 1 is two samples. On the dashed line e is one half. | In the plane of h1 and h2 the samples with target 0 lie at 0 0 and at 2 1, both samples with target 1 at 1 0. A straight line passes between them.
//
// This is what hidden neurons do: they move the samples to places where a
// straight line is enough. Without the bend, $h_1$ and $h_2$ would be sums of
// the inputs. Sums turn the square into a parallelogram or press it flat, and
// its corners stay crosswise.

// ## The three, drawn
//
// Far from zero the sigmoid and the hyperbolic tangent are flat. A slope that
// comes back there is multiplied by almost nothing: the neuron is
// **saturated**.
// @fold Measuring and drawing
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
        .curve("tanh", values_of<hyperbolic_tangent>())
        .curve("relu", {{-5, 0}, {0, 0}, {2, 2}})
        .draw();
    std::cout << std::setprecision(3);
    for (const double z : {0.0, 2.0, 10.0}) {
        const double a = std::tanh(z);
        std::cout << "z " << z << ", slope of sigmoid = "
                  << sigmoid::slope(sigmoid::value(z)) << "\nz " << z
                  << ", slope of tanh = " << 1 - a * a << "\n";
    }
    const double slip = 1 - std::pow(std::tanh(std::tanh(2.0)), 2);
    std::cout << "z 2, slope of tanh at a for z = " << slip << "\n";
}
// @end
// @output the three, drawn
//
// @figure activations | The three activations. The rectifier goes on rising. | The sigmoid rises from 0 to 1 and is flat beyond 5 on both sides. The hyperbolic tangent rises from minus 1 to 1 and is flat beyond 3. The rectifier is zero up to zero and then a straight line.
//
// The last line of the output is a mistake that is easily made: to put the
// output $a$ into a formula that wants $z$. At $z = 2$ the slope is
// @value{z 2, slope of tanh}, and the mistake makes it
// @value{z 2, slope of tanh at a for z}.

// ## The corner
//
// At $z = 0$ the rectifier has a corner and no slope: from the left it is 0,
// from the right it is 1. We take 0. @chapter{05_gradient_check} called such
// a place a **kink**. There a central difference, the value a little to the
// right minus the value a little to the left, over the distance of the two,
// is @value{the corner/at 0}.
//
// @predict And what is it at $z = \frac h2$, half a step to the right of the
// kink?
// @answer On the right the value is $\frac32 h$, on the left 0, and the
// distance is $2h$. So it is @value{the corner/half a step to the right}.
// @output the corner
// @endpredict
//
// So within a step of a kink a bare central difference finds some number
// between 0 and 1. Your code has 0 or 1, and can be right all the same. The
// function `check_gradient` looks at both sides. At the kink it says
// "@value{the corner/check_gradient at 0}", which passes, and half a step to
// the right "@value{the corner/check_gradient half a step to the right}".
void the_corner()
{
    const rational h(1, 1000);
    const auto central = [&](const rational& z) {
        return (relu::value(z + h) - relu::value(z - h)) / (2 * h);
    };
    std::cout << "at 0 = " << central(0)
              << "\nhalf a step to the right = " << central(h / 2)
              << "\na step to the right = " << central(h) << "\n";
    const auto check = [](double z) {
        const auto f = [](std::span<const double> p) {
            return relu::value(p[0]);
        };
        const auto report = check_gradient(
            f, std::array{z}, std::array{relu::slope(relu::value(z))});
        return name_of(report.parameters[0].found);
    };
    std::cout << "check_gradient at 0 = " << check(0)
              << "\ncheck_gradient half a step to the right = "
              << check(0.0005) << "\n";
}

// ## Exclusive or
//
// How well does each activation learn it, with how many hidden neurons? A
// rate that suits one may be too large for another. So each is tried at six
// rates, from twenty random starts at each, for @value{epochs} epochs. A
// start has learned if all four estimates are within 0.1 of their targets.
// The output names the smallest rate that does best.
// The header `exclusive_or.hpp`, beside this file, has the samples, the starts
// and the training.
// @fold The two neurons by hand, in code
const two_layers<rational> by_hand{{{{1, 1}, 0, 1}, {{1, 1}, -1, -2}}, 0};

void two_neurons_by_hand()
{
    std::array<std::vector<point>, 2> inputs, hidden;
    for (const int x1 : {0, 1}) {
        for (const int x2 : {0, 1}) {
            const std::array<rational, 2> x{x1, x2};
            const rational h1 = output<relu>(by_hand.hidden[0], x);
            const rational h2 = output<relu>(by_hand.hidden[1], x);
            const std::size_t target = x1 != x2;
            inputs[target].push_back({x[0].to_double(), x[1].to_double()});
            hidden[target].push_back({h1.to_double(), h2.to_double()});
            std::cout << x1 << " " << x2 << ":  h1 = " << h1
                      << ", h2 = " << h2
                      << ", e = " << estimate<relu>(by_hand, x) << "\n";
        }
    }
    figure("exclusive-or-inputs")
        .x_axis("x₁")
        .y_axis("x₂")
        .marks("target 0", inputs[0])
        .marks("target 1", inputs[1])
        .curve("h₁ begins", {{-0.5, 0.5}, {0.5, -0.5}})
        .curve("h₂ begins", {{-0.5, 1.5}, {1.5, -0.5}})
        .draw();
    figure("exclusive-or-hidden")
        .x_axis("h₁")
        .y_axis("h₂")
        .marks("target 0", hidden[0])
        .marks("target 1", hidden[1])
        .guide("e = ½", {{0.25, -0.125}, {2.25, 0.875}})
        .draw();
}
// @end
// @fold Training at each rate
template <class F>
std::vector<point> learned_by_rate(std::size_t width)
{
    std::vector<point> learned;
    for (const double rate : {0.05, 0.1, 0.2, 0.5, 1.0, 2.0}) {
        learned.push_back({rate, 0});
        for (std::size_t seed = 1; seed <= 20; ++seed) {
            auto net = random_start(seed, width);
            learned.back().y += train<F>(net, rate, options.epochs());
        }
    }
    return learned;
}
// @end

// @predict What is the smallest mean loss with the identity? It makes of the
// whole network one straight plane.
// @answer The plane that is $\frac12$ everywhere has errors of $\frac12$ and
// the mean loss $\frac18$. In exclusive or no plane has a mean loss below
// $\frac18$. @proved{no_plane_has_a_mean_loss_below_one_eighth} For a plane
// has the same sum at $(0, 0)$ and $(1, 1)$ as at the other two samples, whose
// targets add up to 2 more. So the sizes of the four errors add up to at least
// 2, and their squares are smallest if each of them is $\frac12$.
// @output exclusive or
//
// @figure learned-by-rate | Starts that have learned, of twenty, with four hidden neurons, at six rates. The line of the identity lies on the axis. | With tanh all twenty starts learn at the smaller rates. The sigmoid needs a larger rate, and then all twenty learn. The rectifier stays below that at every rate, and the identity is at zero.
// @endpredict
// @fold Counting and drawing
void exclusive_or()
{
    std::cout << "epochs = " << options.epochs() << "\n";
    figure drawn("learned-by-rate");
    drawn.x_axis("rate", scale::logarithmic).y_axis("starts, of 20");
    const auto run = [&]<class F>(const std::string& name, F) {
        for (const std::size_t width : {2u, 3u, 4u, 8u}) {
            const auto learned = learned_by_rate<F>(width);
            const auto best = std::max_element(
                learned.begin(), learned.end(),
                [](const point& a, const point& b) { return a.y < b.y; });
            std::cout << name << ", " << width << " neurons: " << best->y
                      << " of 20";
            if (best->y > 0) {
                std::cout << ", at the rate " << best->x;
            }
            std::cout << "\n";
            if (width == 4) {
                drawn.curve(name, learned);
            }
        }
    };
    run("tanh", hyperbolic_tangent());
    run("sigmoid", sigmoid());
    run("relu", relu());
    run("identity", identity());
    drawn.draw();
}
// @end
//
// Two neurons are enough if somebody chooses their weights. From random
// starts they do not always find the way. More neurons find it more often.

// ## What a hidden neuron does
//
// Look into a network that has learned. The sum $z$ of a hidden neuron is
// zero on a straight line in the plane of the inputs. With $\tanh$ its output
// is negative on one side of the line and positive on the other. Here are the
// lines of two neurons, and the curve on which the estimate is $\frac12$.
// `zeros.hpp`, beside this file, finds both.
// @fold Lines and curves of a network
void what_a_hidden_neuron_does()
{
    auto net = random_start(options.seed(), options.neurons());
    const bool learned =
        train<hyperbolic_tangent>(net, options.rate(), options.epochs());
    std::cout << "learned = " << (learned ? "yes" : "no") << "\n"
              << std::fixed << std::setprecision(1);
    figure drawn("lines-of-neurons");
    drawn.x_axis("x₁").y_axis("x₂").marks("target 0", {{0, 0}, {1, 1}});
    drawn.marks("target 1", {{0, 1}, {1, 0}});
    lines all;
    for (const auto& h : net.hidden) {
        std::cout << "z = " << h.w[0] << " x1 " << std::showpos << h.w[1]
                  << " x2 " << h.b << std::noshowpos << ", v = " << h.v
                  << "\n";
        const auto some = zeros([&](double x1, double x2) {
            return h.w[0] * x1 + h.w[1] * x2 + h.b;
        });
        all.insert(all.end(), some.begin(), some.end());
    }
    const auto half = zeros([&](double x1, double x2) {
        return estimate<hyperbolic_tangent, double>(net, {x1, x2}) - 0.5;
    });
    const lines outside{{{-0.5, -0.5}}};
    drawn.curves("z = 0", all.empty() ? outside : all)
        .curves("e = ½", half.empty() ? outside : half)
        .draw();
}
// @end
// @output what a hidden neuron does
//
// @figure lines-of-neurons | The lines of two hidden neurons after training, and where the estimate is one half. | Two lines and two curves run from the upper left to the lower right, between the corners of the square. The corners with target 1 lie between the curves, the others outside.
//
// The first neuron is positive at the corner $(0, 0)$ only, the second at
// $(1, 1)$ only, and both $v_j$ are negative. So each takes one of the corners
// with target 0 down.
//
// Try `./workbook run 9 --seed 15`, or `--neurons 4`: they find other lines.

// ## Asleep for good
//
// A rectifier whose sum is positive for no sample is asleep: it gives 0 for
// each, and its slope is 0. If its inputs are the samples, it is **dead**, and
// sleeps for good: only its own weights and bias could change its sums, and
// they get no slope. One step that is too large can kill a rectifier.
// @proved{one_large_step_kills_a_rectifier} A rectifier whose inputs are
// other neurons can wake up, because these learn and its inputs change.
// @proved{in_a_deeper_layer_a_rectifier_can_wake_up}

// @predict Two hundred starts with two rectifiers each, at the rate 0.1. Can
// a start in which one of the two sleeps learn at all? And where 600 epochs
// were not enough, will ten times as many help?
// @answer In @value{relu, one sleeps at the start} of the starts a neuron
// sleeps from the start, and @value{relu, of these learned} of them learn. One
// rectifier alone cannot learn exclusive or: its output goes up with its sum,
// and the sums at $(0, 0)$ and $(1, 1)$ have the same mean as the other two.
// @proved{one_rectifier_never_parts_exclusive_or} In
// @value{relu, died in training} more starts a neuron has died, and in
// @value{relu, awake but stuck} both are awake but have settled, at mean
// losses from @value{relu, least loss of these} to
// @value{relu, largest loss of these}. That makes @value{relu, not learned},
// and after 6000 epochs it is @value{relu, not learned after 6000 epochs}.
// With $\tanh$ it is @value{tanh, not learned} and then
// @value{tanh, not learned after 6000 epochs}.
// @output asleep for good
// @endpredict
// @fold Counting
void asleep()
{
    int at_start = 0, learned_asleep = 0, died = 0;
    std::array<int, 2> by_relu{}, by_tanh{};  // after 600 epochs, and 6000
    std::vector<double> settled;
    for (std::size_t seed = 1; seed <= 200; ++seed) {
        auto net = random_start(seed, 2);
        const bool slept = one_is_dead(net);
        const bool learned = train<relu>(net, 0.1, 600);
        const bool sleeps = one_is_dead(net);
        at_start += slept;
        learned_asleep += slept && learned;
        died += !slept && sleeps && !learned;
        by_relu[0] += !learned;
        by_relu[1] += !train<relu>(net, 0.1, 5400);
        if (!learned && !sleeps) {
            settled.push_back(mean_loss<relu>(net));
        }
        auto smooth = random_start(seed, 2);
        by_tanh[0] += !train<hyperbolic_tangent>(smooth, 0.1, 600);
        by_tanh[1] += !train<hyperbolic_tangent>(smooth, 0.1, 5400);
    }
    const auto [least, most] =
        std::minmax_element(settled.begin(), settled.end());
    std::cout << std::fixed << std::setprecision(3)
              << "relu, one sleeps at the start = " << at_start
              << "\nrelu, of these learned = " << learned_asleep
              << "\nrelu, died in training = " << died
              << "\nrelu, awake but stuck = " << settled.size()
              << "\nrelu, least loss of these = " << *least
              << "\nrelu, largest loss of these = " << *most
              << "\nrelu, not learned = " << by_relu[0]
              << "\nrelu, not learned after 6000 epochs = " << by_relu[1]
              << "\ntanh, not learned = " << by_tanh[0]
              << "\ntanh, not learned after 6000 epochs = " << by_tanh[1]
              << "\n";
}
// @end

// ## What depth does to a slope
//
// Each layer multiplies the slope by $w_i \, \varphi'(z_i)$ on its way down.
// Take rows of twenty neurons with all weights 1, all biases 0 and the input
// 1, and let a slope of 1 come in at the top.
//
// @predict What is the most that can arrive at the bottom of twenty sigmoids?
// @answer $(1/4)^{20}$, which is about $10^{-12}$. It is
// @value{sigmoid, slope by x}, because the outputs are not exactly
// $\frac12$.
// @output what depth does to a slope
//
// @figure slope-by-layer | The slope by the bias at each of twenty layers, where a slope of 1 comes in at the top. | The slope passes twenty rectifiers unchanged. Twenty hyperbolic tangents make it about a hundredth. Twenty sigmoids leave less than a trillionth.
// @endpredict
// @fold Measuring and drawing
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
    std::cout << std::setprecision(1) << std::scientific
              << "sigmoid, slope by x = ";
    const auto by_sigmoid = slopes_by_layer<sigmoid>();
    std::cout << "tanh, slope by x = ";
    const auto by_tanh = slopes_by_layer<hyperbolic_tangent>();
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
// @end
//
// This is the **vanishing gradient**: the first layers of such a row get
// almost no slope. It depends on the weights as well. Where the size of
// $w_i \, \varphi'(z_i)$ is above 1 at every layer, the slope grows on its way
// down instead. @chapter{11_losses_and_optimizers} measures both in layers of
// many neurons, and says how large the first weights should be.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"two neurons by hand", two_neurons_by_hand},
         {"the three, drawn", the_three_drawn},
         {"the corner", the_corner},
         {"exclusive or", exclusive_or},
         {"what a hidden neuron does", what_a_hidden_neuron_does},
         {"asleep for good", asleep},
         {"what depth does to a slope", depth}});
}
