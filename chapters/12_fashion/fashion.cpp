#include "fashion.hpp"

#include <cmath>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>

#include "chainrule/layers/metrics.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/layers/train.hpp"
#include "chainrule/training/progress.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::fashion;

// What several sections share: the images, the network and how it got there.
struct experiment {
    examples<float> train, test;
    examples<float> some_of_train;  // as many as there are to test
    layers::network<float> net;
    std::vector<point> train_loss, train_accuracy, test_accuracy;
};

const std::filesystem::path& folder()
{
    static const auto path = folder_of_images(CHAPTER_FOLDER "/data");
    return path;
}

examples<float> first(const examples<float>& of, std::size_t count)
{
    const auto rows = static_cast<std::ptrdiff_t>(count);
    return {of.x.topRows(rows), {of.y.begin(), of.y.begin() + rows}};
}

experiment& the_experiment()
{
    static experiment e = [] {
        experiment fresh;
        fresh.train = read_examples<float>(folder(), "train");
        fresh.test = read_examples<float>(folder(), "t10k");
        const std::size_t count =
            std::min(fresh.train.y.size(), fresh.test.y.size());
        fresh.some_of_train = first(fresh.train, count);
        fresh.net = make_network<float>(12);
        return fresh;
    }();
    return e;
}

// ## Look at the data first
//
// Before a network sees any of it, a person should. Pictures are put beside
// each other with a line of white between them.
pixels side_by_side(const std::vector<std::vector<float>>& pictures,
                    std::size_t across)
{
    constexpr std::size_t side = 28;
    const std::size_t down = (pictures.size() + across - 1) / across;
    pixels all(down * (side + 1), std::vector<double>(across * (side + 1)));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        for (std::size_t p = 0; p < side * side; ++p) {
            all[i / across * (side + 1) + p / side]
               [i % across * (side + 1) + p % side] = pictures[i][p];
        }
    }
    return all;
}

std::vector<float> picture(const examples<float>& of, std::size_t i)
{
    const auto row = of.x.row(static_cast<Eigen::Index>(i));
    return {row.begin(), row.end()};
}

// @predict There are ten classes, and as many images of each. What accuracy
// has a network that has learned nothing?
// @answer About one tenth. In the output it is a little off, because random
// weights prefer some classes to others.
// @endpredict
void look_at_the_data()
{
    experiment& e = the_experiment();
    std::vector<std::vector<float>> some;
    for (int each_class = 0; each_class < 10; ++each_class) {
        const auto is_of = [&](int y) { return y == each_class; };
        auto at = e.train.y.begin();
        for (int i = 0; i < 5; ++i) {
            at = std::find_if(at + (i > 0 ? 1 : 0), e.train.y.end(), is_of);
            some.push_back(picture(
                e.train, static_cast<std::size_t>(at - e.train.y.begin())));
        }
    }
    std::cout << "images to train with = " << e.train.y.size()
              << "\nimages to test with = " << e.test.y.size()
              << "\npercent right before training = " << std::fixed
              << std::setprecision(1)
              << 100 * layers::accuracy(layers::predict(e.net, e.test.x),
                                        e.test.y)
              << "\n";
    figure("ten-classes").picture(side_by_side(some, 10)).draw();
}
// @output look at the data
//
// @figure ten-classes | Five images of each class: T-shirts, trousers, pullovers, dresses, coats, sandals, shirts, sneakers, bags and boots. | Small grey pictures of clothes, five of each of ten kinds, in five rows of ten.

// ## Train
//
// Batches of 64 and plain steps: ten epochs at the rate 0.1, and then four at
// 0.01. After each epoch the network is asked about the test set and about as
// many images that it has learned from. In a terminal a bar shows how far it
// is, and Ctrl-C ends the training early and keeps what was learned.
//
// @predict Both accuracies rise. Will they stay together?
// @answer No. At the end it gets @value{train/percent right of its own} percent
// of its own images and @value{train/percent right of others} percent of the
// others. It begins to know its images by heart. That is **overfitting**, and
// the reason for keeping a test set apart.
// @endpredict
//
// @predict What will the curves do when the rate becomes a tenth?
// @answer They jump up, and stop trembling. At the larger rate each batch
// pushes the weights about around a good place. The smaller steps let them
// settle there.
// @endpredict
void train_at(float rate, std::size_t epochs, std::uint64_t seed,
              const interrupt& ctrl_c)
{
    experiment& e = the_experiment();
    std::optional<progress> bar;
    if (prints_to_terminal()) {
        bar.emplace(std::cout, true, epochs);
    }
    const auto percent = [&](const examples<float>& of) {
        return 100 * layers::accuracy(layers::predict(e.net, of.x), of.y);
    };
    const auto observe = [&](std::size_t epoch, float value) {
        const auto x = static_cast<double>(e.train_loss.size() + 1);
        e.train_loss.push_back({x, value});
        e.train_accuracy.push_back({x, percent(e.some_of_train)});
        e.test_accuracy.push_back({x, percent(e.test)});
        if (bar) {
            bar->show(epoch, value);
        }
        return !ctrl_c.requested();
    };
    layers::sgd<float> by(rate);
    layers::softmax_cross_entropy<float> loss;
    layers::train(e.net, loss, by, e.train.x, e.train.y, {64, epochs, seed},
                  observe);
}

void train_it()
{
    const experiment& e = the_experiment();
    const interrupt ctrl_c;
    train_at(0.1f, 10, 1, ctrl_c);
    if (!ctrl_c.requested()) {
        train_at(0.01f, 4, 2, ctrl_c);
    }
    std::cout << std::fixed << std::setprecision(2)
              << "loss in the last epoch = " << e.train_loss.back().y
              << std::setprecision(1)
              << "\npercent right of its own = " << e.train_accuracy.back().y
              << "\npercent right of others = " << e.test_accuracy.back().y
              << "\n";
    figure("fashion-loss")
        .x_axis("epoch")
        .y_axis("mean loss in training")
        .curve("loss", e.train_loss)
        .draw();
    figure("fashion-accuracy")
        .x_axis("epoch")
        .y_axis("percent right")
        .curve("training set", e.train_accuracy)
        .curve("test set", e.test_accuracy)
        .draw();
}
// @output train
//
// @figure fashion-loss | The mean loss over fourteen epochs. | The loss falls quickly in the first epochs and then ever more slowly. After the tenth epoch it makes one more step down and is flat.
//
// @figure fashion-accuracy | What the network gets right, epoch by epoch. | Both curves rise together at first. Then the curve of the training set goes on rising, and the curve of the test set flattens and trembles. After the tenth epoch both jump up and are smooth, with several percent between them.

// ## One number is not enough
//
// The accuracy does not say *what* goes wrong. The **confusion matrix** does: a
// row for each class, and in it, how many images of that class were taken for
// each.
//
// @predict Which two classes would you mix up yourself?
// @answer Most often @value{confused/most often, is a} is taken for
// @value{confused/most often, taken for}. On a picture of 28 pixels width the
// difference is hardly there.
// @endpredict
void confused()
{
    experiment& e = the_experiment();
    const auto counts =
        layers::confusion(layers::predict(e.net, e.test.x), e.test.y, 10);
    pixels drawn;
    int most = 0;
    int is = 0;
    int taken_for = 0;
    for (int i = 0; i < 10; ++i) {
        drawn.emplace_back();
        for (int j = 0; j < 10; ++j) {
            drawn.back().push_back(counts(i, j));
            if (i != j && counts(i, j) > most) {
                most = counts(i, j);
                is = i;
                taken_for = j;
            }
        }
        std::cout << std::setw(8) << class_names[static_cast<std::size_t>(i)]
                  << ", right of " << counts.row(i).sum() << " = "
                  << counts(i, i) << "\n";
    }
    std::cout << "most often, is a = "
              << class_names[static_cast<std::size_t>(is)]
              << "\nmost often, taken for = "
              << class_names[static_cast<std::size_t>(taken_for)]
              << "\nmost often, times = " << most << "\n";
    figure("confusion")
        .x_axis("taken for")
        .y_axis("is")
        .picture(drawn)
        .draw();
}
// @output confused
//
// @figure confusion | The confusion matrix on the test set; classes are counted from 0 in the order of the output. | A dark diagonal. Beside it grey squares among T-shirt, pullover, coat and shirt, and among sandal, sneaker and boot.

// ## What it is most wrong about
//
// The loss of a sample is large if the network was certain and wrong. Here are
// the twenty worst of the test set. Some are odd, and some have a label that a
// person would doubt.
void most_wrong()
{
    experiment& e = the_experiment();
    std::vector<std::vector<float>> worst;
    const auto said = layers::predict(e.net, e.test.x);
    for (const std::size_t i : largest(losses(e.net, e.test), 20)) {
        worst.push_back(picture(e.test, i));
        if (worst.size() <= 10) {
            std::cout << worst.size() << ": is a "
                      << class_names[static_cast<std::size_t>(e.test.y[i])]
                      << ", taken for "
                      << class_names[static_cast<std::size_t>(said[i])]
                      << "\n";
        }
    }
    figure("most-wrong").picture(side_by_side(worst, 10)).draw();
}
// @output most wrong
//
// @figure most-wrong | The twenty test images with the largest loss; the first row is named above. | Twenty small grey pictures of clothes, many of them hard to tell.

// ## What the first layer looks for
//
// Each of the 128 hidden neurons has 784 weights, one for each pixel. So its
// weights are a picture, too. Where it is orange it wants cloth, where it is
// blue it wants none.
//
// @predict Will the pictures show clothes?
// @answer Parts of them: outlines, sleeves, the gap between two legs. Much is
// noise. At the edges, where all images are empty, the weights have stayed
// where they began.
// @endpredict
void first_layer()
{
    const layers::matrix<float>& w =
        the_experiment().net.parameters()[0]->value;
    std::vector<std::vector<float>> of_neurons;
    for (Eigen::Index j = 0; j < 30; ++j) {
        const auto column = w.col(j);
        of_neurons.emplace_back(column.begin(), column.end());
    }
    std::cout << "neurons drawn = " << of_neurons.size() << "\n";
    figure("first-layer")
        .picture(side_by_side(of_neurons, 10), shade::by_sign)
        .draw();
}
// @output first layer
//
// @figure first-layer | The weights of thirty hidden neurons. | Thirty squares with blue and orange spots. Some have outlines of shoes, sleeves or trousers in them.

// ## Again, to the last bit
//
// Weights, order of samples and arithmetic are all determined by the seeds. So
// a second run on the same machine must give the same weights, and not nearly
// the same. If it does not, something is read before it is written, or two
// threads race.
void again()
{
    const experiment& e = the_experiment();
    const examples<float> few = first(e.train, 1000);
    const auto trained = [&] {
        layers::network<float> net = make_network<float>(3);
        layers::sgd<float> by(0.1f);
        layers::softmax_cross_entropy<float> loss;
        layers::train(net, loss, by, few.x, few.y, {64, 3, 1},
                      [](std::size_t, float) { return true; });
        return layers::matrix<float>(net.parameters()[0]->value);
    };
    std::cout << "equal to the last bit = " << std::boolalpha
              << (trained() == trained()) << "\n";
}
// @output again
//
// And is it *right*? The suite runs the very network above, layers, softmax and
// all, on residues modulo $2^{61} - 1$ and finds every slope equal to that of
// dual numbers. Nothing of it is written twice.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | images and labels of different files | accuracy stays at one tenth, or a little above |
// | pixels from 0 to 255 as they are | the first step throws the weights far away; the loss is no number |
// | tested on images that it was trained with | a splendid accuracy, and nobody can repeat it |
// | the order of samples never changes | the loss of the last batches is the best, and accuracy jumps |
// | the best epoch chosen by the test set | the test set has been learned from, if only a little |

// ## Your turn
//
// @exercises
//
// @question **A third set.**
// You try ten learning rates and keep the one with the best accuracy on the
// test set. Is that accuracy to be trusted?
// @solution Not quite. It is the best of ten, and some of it is luck. Choose
// by a third set, taken from the training images, and test once.
// @endquestion
//
// @question **Without the hidden layer.**
// Remove the first layer, so that ten outputs look at 784 pixels directly. Try
// it. How much worse is it?
// @solution Not much: about 84 percent. For telling a boot from trousers, a
// weighted sum of pixels goes a long way. The rest is what the hidden layer is
// for.
// @endquestion

// ## Going further
//
// - H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for
//   benchmarking machine learning algorithms", arXiv 1708.07747, 2017.
// - C. Northcutt, A. Athalye, J. Mueller, "Pervasive label errors in test
//   sets", NeurIPS 2021, on labels that a person would doubt.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(argc, argv,
                       {{"look at the data", look_at_the_data},
                        {"train", train_it},
                        {"confused", confused},
                        {"most wrong", most_wrong},
                        {"first layer", first_layer},
                        {"again", again}});
}
