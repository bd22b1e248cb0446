#include "losses_and_optimizers.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <functional>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "chainrule/layers/activation.hpp"
#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/initialisation.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/metrics.hpp"
#include "chainrule/layers/network.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/layers/train.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::losses_and_optimizers;
using layers::matrix;

// ## Huge numbers
//
// @predict A network says $z = (1000, 1001, 1002)$. What does the formula for
// the softmax give as it stands, and what does ours?
// @answer $e^{1000}$ is too large for any `double`. It becomes infinite, and
// infinite over infinite is no number: the first line of the output. With the
// largest subtracted it is the same as for $z = (0, 1, 2)$.
// @endpredict
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
// @output huge numbers

// ## Certain and wrong
//
// Why not half the squared error of the probability? Take two classes, so that
// the softmax of $(z, 0)$ is the sigmoid of $z$. The right class is the first,
// and the network is more and more certain of the second.
//
// @predict Which of the two losses has the larger slope for $z = -2$? And for
// $z = -10$?
// @answer The cross-entropy, both times. The squared error is multiplied by
// the slope of the sigmoid on its way back, and that one is flat there. The
// more certain the network is of the wrong class, the less it learns.
// @endpredict
void certain_and_wrong()
{
    std::cout << std::setprecision(2);
    std::vector<point> squared;
    std::vector<point> entropy;
    for (int z = -10; z <= 4; ++z) {
        const double p = softmax<double>({static_cast<double>(z), 0})[0];
        const double by_entropy =
            cross_entropy_slope<double>({p, 1 - p}, 0)[0];
        const double by_square = (p - 1) * p * (1 - p);
        squared.push_back({static_cast<double>(z), by_square});
        entropy.push_back({static_cast<double>(z), by_entropy});
        if (z == -2 || z == -10) {
            std::cout << "z " << z << ", cross-entropy = " << by_entropy
                      << "\nz " << z << ", squared error = " << by_square
                      << "\n";
        }
    }
    figure("certain-and-wrong")
        .x_axis("z, the right answer is a large one")
        .y_axis("slope of the loss by z")
        .curve("cross-entropy", entropy)
        .curve("squared error", squared)
        .draw();
}
// @output certain and wrong
//
// @figure certain-and-wrong | The slope that pulls a wrong answer back. | For very negative z the slope of the cross-entropy is minus one. The slope of the squared error is largest near minus one half and goes to zero on both sides.

// ## How large a rate
//
// Near a minimum a loss is a bowl. Take one that is steep one way and flat the
// other: $L = \frac12 (w_1^2 + 25 w_2^2)$. The plain step multiplies $w_2$ by
// $1 - 25 \eta$. If that is below $-1$, the weight jumps to and fro, farther
// each time.
//
// @predict Where is the limit for $\eta$? How fast does $w_1$ get home at that
// rate?
// @answer $1 - 25 \eta = -1$ at $\eta = 2/25 = 0.08$, two over the steepest
// curvature. There $w_1$ is multiplied by 0.92 at every step, and waits.
// @endpredict
struct place {
    double w1 = 1;
    double w2 = 1;
    double loss() const { return (w1 * w1 + 25 * w2 * w2) / 2; }
};

template <class Step>
std::vector<point> walk(int steps, Step step)
{
    place at;
    std::vector<point> losses;
    for (int i = 1; i <= steps; ++i) {
        step(at, at.w1, 25 * at.w2);
        losses.push_back({static_cast<double>(i), at.loss()});
    }
    return losses;
}

auto plain(double rate)
{
    return [rate](place& at, double dw1, double dw2) {
        at.w1 -= rate * dw1;
        at.w2 -= rate * dw2;
    };
}

void how_large_a_rate()
{
    for (const double rate : {0.079, 0.081}) {
        const double last = walk(400, plain(rate)).back().y;
        std::cout << "rate " << rate << ", settles = " << std::boolalpha
                  << (last < 1) << "\n";
    }
    double v1 = 0;
    double v2 = 0;
    const auto with_momentum = [&](place& at, double dw1, double dw2) {
        momentum_step(at.w1, v1, dw1, 0.05, 0.6);
        momentum_step(at.w2, v2, dw2, 0.05, 0.6);
    };
    adam_memory<double> m1;
    adam_memory<double> m2;
    const auto with_adam = [&](place& at, double dw1, double dw2) {
        adam_step(at.w1, m1, dw1, 0.1);
        adam_step(at.w2, m2, dw2, 0.1);
    };
    const auto by_plain = walk(60, plain(0.07));
    const auto by_momentum = walk(60, with_momentum);
    const auto by_adam = walk(60, with_adam);
    std::cout << std::scientific << std::setprecision(0)
              << "plain, after 60 steps = " << by_plain.back().y
              << "\nmomentum, after 60 steps = " << by_momentum.back().y
              << "\nadam, after 60 steps = " << by_adam.back().y << "\n";
    figure("bowl")
        .x_axis("step")
        .y_axis("loss", scale::logarithmic)
        .curve("plain", by_plain)
        .curve("momentum", by_momentum)
        .curve("adam", by_adam)
        .draw();
}
// @output how large a rate
//
// @figure bowl | Three ways down the same bowl, each at a rate that suits it. | The loss falls in straight lines on a logarithmic axis, slowest with plain steps and fastest with momentum. Adam goes down in waves.
//
// Momentum gains in the flat direction, where all slopes agree, and little is
// lost in the steep one, where they cancel. On a bowl Adam does not win. Where
// it helps is a network, in which slopes differ by powers of ten from layer to
// layer.

// ## Where to begin
//
// The sum of a neuron has as many terms as it has inputs. If all are of size 1
// and the weights are random, the sum is of size $\sqrt{k}$ times a weight. So
// weights of variance $1/k$ keep the size. Going back, a sum runs over the
// $m$ neurons, and wants $1/m$. The compromise $2 / (k + m)$ is named after
// Xavier Glorot. A rectifier cuts half of the numbers away, and $2/k$ makes up
// for it; that one is named after Kaiming He.
//
// @predict Ten layers of 100 tangents are fed with numbers of size 1. How
// large are the outputs of the last layer, if all weights have the standard
// deviation 0.01? And with 1?
// @answer @value{where to begin/0.01, size at layer 10} and
// @value{where to begin/1, size at layer 10}. The small weights let the signal
// die. The large ones saturate every neuron, and then no slope comes back.
// @endpredict
using weights_for = std::function<matrix<double>(boost::random::mt19937_64&)>;

std::vector<point> sizes(const weights_for& start)
{
    boost::random::mt19937_64 engine(11);
    const matrix<double> x = layers::normal<double>(200, 100, 1, engine);
    matrix<double> a = x;
    std::vector<point> by_layer{{0, 1}};
    for (int i = 1; i <= 10; ++i) {
        layers::network<double> layer;
        layer.add(layers::dense<double>(start(engine)))
            .add(layers::tanh<double>());
        a = layer.forward(a);
        by_layer.push_back(
            {static_cast<double>(i),
             std::sqrt(a.squaredNorm() / static_cast<double>(a.size()))});
    }
    return by_layer;
}

void where_to_begin()
{
    const auto with = [](double deviation) {
        return [=](boost::random::mt19937_64& e) {
            return layers::normal<double>(100, 100, deviation * deviation, e);
        };
    };
    const auto small = sizes(with(0.01));
    const auto large = sizes(with(1));
    const auto right = sizes([](boost::random::mt19937_64& e) {
        return layers::glorot<double>(100, 100, e);
    });
    std::cout << std::setprecision(1);
    std::cout << "0.01, size at layer 10 = " << small.back().y
              << "\n1, size at layer 10 = " << large.back().y
              << "\nglorot, size at layer 10 = " << right.back().y << "\n";
    figure("size-by-layer")
        .x_axis("layer")
        .y_axis("size of the outputs", scale::logarithmic)
        .curve("1", large)
        .curve("glorot", right)
        .curve("0.01", small)
        .draw();
}
// @output where to begin
//
// @figure size-by-layer | The size of the outputs by layer, for three sizes of weights. | With a standard deviation of one the outputs stay near one at all layers. With weights after Glorot they sink slowly to about a quarter. With a standard deviation of 0.01 they fall by a factor of ten at each layer.
//
// And zero? If all weights are equal, all neurons of a layer say the same,
// hear the same, and take the same step. They remain one neuron, as the tied
// weights of @chapter{06_starting_points} remained one weight.

// ## Spirals
//
// Now all of it together. Two classes lie on two spirals, wound into each
// other, 100 points each. The network is made of the layers of
// @chapter{10_dense_layers}: two inputs, 32 tangents, 32 more, and two outputs.
//
// @source{chainrule/layers/train.hpp#step}
//
// An epoch takes the samples in a new order, some at a time, as a **batch**.
// With a batch the slope is the mean over its samples: less noise than from
// one, and cheaper than from all.
struct spirals {
    matrix<double> x{200, 2};
    layers::labels y;
};

spirals two_spirals()
{
    boost::random::mt19937_64 engine(7);
    boost::random::normal_distribution<double> noise(0, 0.02);
    spirals s;
    for (int i = 0; i < 200; ++i) {
        const int arm = i % 2;
        const int place = i / 2;
        const double t = 0.1 + 0.9 * place / 99.0;
        const double angle = 6 * t + 3.14159265358979 * arm;
        s.x(i, 0) = t * std::cos(angle) + noise(engine);
        s.x(i, 1) = t * std::sin(angle) + noise(engine);
        s.y.push_back(arm);
    }
    return s;
}

layers::network<double> spiral_net()
{
    using layers::dense, layers::glorot;
    boost::random::mt19937_64 engine(5);
    layers::network<double> net;
    net.add(dense<double>(glorot<double>(2, 32, engine)))
        .add(layers::tanh<double>())
        .add(dense<double>(glorot<double>(32, 32, engine)))
        .add(layers::tanh<double>())
        .add(dense<double>(glorot<double>(32, 2, engine)));
    return net;
}

// The probability of one class at each point of a square.
pixels map_of(layers::network<double>& net)
{
    constexpr int side = 80;
    pixels map;
    matrix<double> x(side, 2);
    for (int i = 0; i < side; ++i) {
        for (int j = 0; j < side; ++j) {
            x(j, 0) = 2.4 * j / (side - 1) - 1.2;
            x(j, 1) = 1.2 - 2.4 * i / (side - 1);
        }
        const auto z = net.forward(x);
        map.emplace_back();
        for (int j = 0; j < side; ++j) {
            map.back().push_back(std::tanh((z(j, 1) - z(j, 0)) / 2));
        }
    }
    return map;
}

void spirals_apart()
{
    const spirals data = two_spirals();
    figure curves("spiral-loss");
    curves.x_axis("epoch").y_axis("mean loss", scale::logarithmic);
    const auto run = [&](const std::string& name, auto by) {
        layers::network<double> net = spiral_net();
        layers::softmax_cross_entropy<double> loss;
        std::vector<point> losses;
        layers::train(
            net, loss, by, data.x, data.y, {20, 300, 1},
            [&](std::size_t epoch, double value) {
                losses.push_back({static_cast<double>(epoch), value});
                return true;
            });
        curves.curve(name, losses);
        const double share =
            layers::accuracy(layers::predict(net, data.x), data.y);
        std::cout << name << ", right of 200 = " << share * 200 << "\n";
        return net;
    };
    run("plain, 0.1", layers::sgd<double>(0.1));
    run("momentum, 0.1", layers::momentum<double>(0.1));
    auto net = run("adam, 0.01", layers::adam<double>(0.01));
    curves.draw();
    figure("spirals").picture(map_of(net), shade::by_sign).draw();
}
// @output spirals
//
// @figure spiral-loss | The loss on the spirals, for three optimizers. | All three losses stay near 0.6 at first. Adam falls first and ends below one ten-thousandth, momentum falls soon after with some jumps and ends below one thousandth, plain steps fall last and end at one hundredth.
//
// @figure spirals | What the network trained by Adam says at each place: one class blue, the other orange, and white where it does not know. | An orange and a blue field meet along a line that winds like an S through the middle, so that an arm of each reaches into the other.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | softmax without the shift | no number, as soon as training has gone well for a while |
// | the slope of the sigmoid or softmax multiplied once more to $p - y$ | trains slowly, and least where it is most wrong |
// | the softmax taken entry by entry, as $p_i (1 - p_i)$ | the other classes are not pushed down |
// | a sum where a mean belongs | the right rate depends on the batch size |
// | every output compared with every target | the network learns the mean of all targets |
// | rate above the limit | the loss grows, then is no number |
// | no correction of Adam's means | the first steps are of the wrong size |
// | all weights equal | a layer of many neurons learns as one |

// ## Your turn
//
// @exercises
//
// @question **The size of a batch.**
// You double the batch and keep the rate and the number of epochs. What
// happens to the number of steps, and what might you change?
// @solution There are half as many steps, each with less noise. Often the rate
// can be raised, up to the limit of the bowl, so that as much ground is
// covered.
// @endquestion
//
// @question **Two of three.**
// Show that the slopes of the cross-entropy by all $z$ add up to 0.
// @solution The $p$ add up to 1 and the $y$ too. It is the shift again: if all
// $z$ move together, the loss does not.
// @endquestion

// ## Going further
//
// - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep
//   feedforward neural networks", AISTATS 2010.
// - K. He et al., "Delving deep into rectifiers", ICCV 2015.
// - D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization",
//   ICLR 2015.
// - I. Sutskever et al., "On the importance of initialization and momentum in
//   deep learning", ICML 2013.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(argc, argv,
                       {{"huge numbers", huge_numbers},
                        {"certain and wrong", certain_and_wrong},
                        {"how large a rate", how_large_a_rate},
                        {"where to begin", where_to_begin},
                        {"spirals", spirals_apart}});
}
