#include "fashion.hpp"

#include <iomanip>
#include <iostream>

#include "chapter/option.hpp"
#include "chapter/program.hpp"
#include "pictures.hpp"
#include "plots/figure.hpp"
#include "spoiled.hpp"
#include "watching.hpp"

using namespace chainrule;
using namespace chainrule::fashion;

// @section what is shared
//
// The sections share the images, and the network that "Train" trains.
// @fold What you may change
const struct {
    option<double> rate{"rate", 0.1, "of the training", 1e-6};
    option<std::size_t> epochs{"epochs", 8, "at that rate", 1};
    option<double> decay{"decay", 1, "the weight decay, lambda", 0};
    option<std::size_t> seed{"seed", 12, "of its first weights"};
} options;
// @end

const data_sets<float>& data()
{
    static const auto all =
        read_data<float>(folder_of_images(CHAPTER_FOLDER "/data"));
    return all;
}

layers::network<float>& the_net()
{
    static auto net = make_network<float>(options.seed());
    return net;
}

// @fold Points
std::vector<point> by_epoch(const std::vector<double>& values)
{
    std::vector<point> points;
    for (const double value : values) {
        points.push_back({static_cast<double>(points.size() + 1), value});
    }
    return points;
}
// @end

// @section the sets
void the_sets()
{
    std::cout << "to train with = " << data().train.count()
              << "\nto validate with = " << data().validation.count()
              << "\nto test with = " << data().test.count() << "\n";
    figure("ten-classes").picture(of_each_class(data().train, 5)).draw();
}
// @output the sets

// ## Before you train
//
// Two checks take a second. The first: what is the loss before any step? A
// network that gives all ten classes the same probability has the loss $\log
// 10$, which is 2.30. Random weights prefer some classes to others, so it is
// usually a little more: @value{before you train/loss, mean of ten starts}
// here.
//
// The second: can the network learn twenty images by heart? It has a hundred
// thousand weights. If the loss does not go to 0, something is wrong.
//
// @predict And how many of the images does a network get right before it has
// learned anything?
void before_you_train()
{
    tell_before(data());
    const auto twenty = part(data().train, 0, 20);
    auto net = make_network<float>(options.seed());
    layers::softmax_cross_entropy<float> loss;
    layers::sgd<float> by(0.1f);
    for (int i = 1; i <= 200; ++i) {
        const float now =
            layers::step<float>(net, loss, by, twenty.x, twenty.y);
        if (i == 1 || i == 10 || i == 200) {
            std::cout << "twenty by heart, loss of step " << i << " = " << now
                      << "\n";
        }
    }
}
// @answer One tenth of them on average. A single start can be far from that,
// because its weights prefer some classes.
//
// @output before you train
// @endpredict

// ## Train
//
// Plain steps at the rate 0.1, a batch of 64 at a time, for eight epochs. After
// each epoch the network is asked about the validation set, and as many images
// that it has learned from; `watching.hpp`, beside this file, does that.
// From the weights that it has then, two more epochs are trained at the same
// rate, and, as another way on, two at a tenth of it.
//
// @predict The loss on images that it has learned from falls, and the loss in
// validation falls. Will they stay together?
void train_it()
{
    curves c;
    train_on(the_net(), data(), options.rate(), options.epochs(), c);
    const auto so_far = the_net().values();
    curves same = c;
    train_on(the_net(), data(), options.rate(), 2, same);
    the_net().set_values(so_far);
    train_on(the_net(), data(), options.rate() / 10, 2, c);
    std::cout << std::fixed << std::setprecision(3)
              << "loss on its own = " << c.own.back()
              << "\nloss in validation = " << c.validation.back()
              << "\nloss in validation, same rate = "
              << same.validation.back() << std::setprecision(1)
              << "\npercent right of its own = "
              << look(the_net(), some_of_train(data())).percent
              << "\npercent right in validation = "
              << look(the_net(), data().validation).percent
              << "\npercent right of the test set = "
              << look(the_net(), data().test).percent << "\n";
    // @fold Drawing
    figure("fashion-loss")
        .x_axis("epoch")
        .y_axis("mean loss")
        .curve("its own images", by_epoch(c.own))
        .curve("validation", by_epoch(c.validation))
        .draw();
}
// @end
// @answer No. At the end the loss is @value{train/loss on its own} on its own
// images and @value{train/loss in validation} on the others: it does better on
// what it has seen. That gap is why images are kept apart. To see the loss in
// validation rise, in seconds, we take fewer images below.
//
// @output train
//
// @figure fashion-loss | The mean loss after each epoch; from epoch 9 on the rate is a tenth. | Two curves fall, and both jump up once on the way, at epoch 7. The curve of the validation set lies above the other, and the gap between them grows. At epoch 9 both make a step down and then stay level.
// @endpredict
//
// From the same weights, two more epochs at 0.1 come to a validation loss of
// @value{train/loss in validation, same rate}, and two at 0.01 to
// @value{train/loss in validation}. At the large rate the curves of the
// figure jump; at the small one they do not.
//
// To choose a better rate, compare in validation. The test set is for the end:
// @value{train/percent right of the test set} percent. (It is printed in each
// run. Do not look at it while you choose.)

// ## Too long
//
// What happens if training goes on and on? To see it in seconds, take the first
// 1000 images alone, Adam at the rate 0.001, and fifty epochs. Curves are
// means over three starts.
//
// @predict The network has a hundred times as many weights as there are images.
// What do the two losses do?
void too_long()
{
    const long_training& t = with_decay(data(), 0);
    tell("validation", t);
    tell_more(t);
    figure("too-long")
        .x_axis("epoch")
        .y_axis("mean loss")
        .curve("its own images", by_epoch(t.own))
        .curve("validation", by_epoch(t.loss))
        .draw();
}
// @answer The loss on its own images goes on falling, to @value{too long/own
// images, last loss}. The loss on the others falls until epoch @value{too
// long/validation, in epoch} and then *rises* again. That is **overfitting**.
//
// @output too long
//
// @figure too-long | A thousand images for fifty epochs; means of three starts. The validation set is cut to 2000 images here. | The loss on its own images falls all the way, nearly to 0. The loss of the validation set falls until about epoch 14 and then rises slowly.
// @endpredict
//
// Look at the accuracy too: it does not fall, it even rises a little. What
// changes is how certain the network is. The last lines say where the loss
// comes from, between the best epoch of each start and its last: images that
// are wrong in both add @value{too long/more loss, from still wrong}, images
// that are right in both @value{too long/more loss, from still right}, all
// others @value{too long/more loss, from the others}. To be more certain brings
// a little where the network is right, and costs more where it is wrong.
//
// The simplest cure is **early stopping**: keep the weights of the epoch with
// the smallest validation loss. `values` copies them, `set_values` puts them
// back, and exercise 12.1 is about the loop.

// @section weight decay
//
// The same training as above, with weight decay and without.
//
// @predict When will it change the loss in validation: in the first epochs, or
// in the last?
void weight_decay()
{
    const auto decay = static_cast<float>(options.decay());
    const long_training& without = with_decay(data(), 0);
    const long_training& with = with_decay(data(), decay);
    tell("without", without);
    tell("with", with);
    figure("weight-decay")
        .x_axis("epoch")
        .y_axis("loss in validation")
        .curve("without", by_epoch(without.loss))
        .curve("with", by_epoch(with.loss))
        .draw();
}
// @answer In the last. In the first fifteen it changes hardly anything. Then
// the loss stays down: it ends at @value{weight decay/with, last loss}
// instead of @value{weight decay/without, last loss}, and lower in each
// start. At its smallest it is @value{weight decay/with, smallest loss}
// instead of @value{weight decay/without, smallest loss}, so on these images
// it does not bring much that early stopping would not.
//
// @output weight decay
//
// @figure weight-decay | The loss in validation; means of three starts. | The two curves lie on each other for some fifteen epochs. Then the one without weight decay rises, and the one with it does not.
// @endpredict
// `./workbook run 12 --decay 2` tries another one. 10 is so much that the loss
// stays high.

// ## One number is not enough
//
// The accuracy does not say *what* goes wrong. The **confusion matrix** does.
// It has a row for each class, and in the row how many of its images were
// taken for each of the classes.
//
// @predict Which two classes would you mix up yourself?
void confused()
{
    const auto& test = data().test;
    const auto counts =
        layers::confusion(layers::predict(the_net(), test.x), test.y, 10);
    for (Eigen::Index i = 0; i < 10; ++i) {
        const auto row = counts.row(i);
        std::cout << std::setw(8) << name_of(i) << ", right of " << row.sum()
                  << " = " << row(i) << "\n";
    }
    layers::matrix<int> wrong = counts;
    wrong.diagonal().setZero();
    Eigen::Index is = 0;
    Eigen::Index taken_for = 0;
    const int times = wrong.maxCoeff(&is, &taken_for);
    std::cout << "most often, is a = " << name_of(is)
              << "\nmost often, taken for = " << name_of(taken_for)
              << "\nmost often, times = " << times << "\n";
    pixels drawn;
    for (const auto& row : wrong.rowwise()) {
        drawn.emplace_back(row.begin(), row.end());
    }
    figure("confusion")
        .x_axis("taken for")
        .y_axis("is")
        .picture(drawn)
        .rows({class_names.begin(), class_names.end()})
        .columns({class_names.begin(), class_names.end()})
        .draw();
}
// @answer Most often a @value{confused/most often, is a} is taken for a
// @value{confused/most often, taken for}.
//
// @output confused
//
// @figure confusion | The confusion matrix of the test set without its diagonal, where the right answers are: the darker, the more. | The darkest squares lie among T-shirt, pullover, coat and shirt. Paler ones lie around dress, and among sandal, sneaker and boot.
// @endpredict

// @section most wrong
//
// Here are the twenty worst of the test set. Which labels would you doubt
// yourself?
void most_wrong()
{
    const auto& test = data().test;
    std::vector<std::vector<float>> worst;
    const auto said = layers::predict(the_net(), test.x);
    for (const std::size_t i : largest(losses(the_net(), test), 20)) {
        worst.push_back(picture(test, i));
        if (worst.size() <= 10) {
            std::cout << worst.size() << ": label " << name_of(test.y[i])
                      << ", taken for " << name_of(said[i]) << "\n";
        }
    }
    figure("most-wrong").picture(side_by_side(worst, 10)).draw();
}
// @output most wrong
//
// @figure most-wrong | The twenty test images with the largest loss; the first row is named above. | Twenty small grey pictures of clothes, many of them hard to tell.

// ## What the first layer looks for
//
// Each hidden neuron has 784 weights, one for each pixel. So its weights are a
// picture, too. Where it is orange, cloth raises the sum of the neuron; where
// blue, it lowers it.
//
// @predict The slope of a weight has its pixel as a factor. How far do the
// weights of a pixel in the corner move, at the upper edge, and in the middle?
void first_layer()
{
    const layers::matrix<float>& w = the_net().parameters()[0]->value;
    const layers::matrix<float> first =
        make_network<float>(options.seed()).parameters()[0]->value;
    const layers::matrix<float> moved = w - first;
    const auto lit = (data().train.x.array() > 0).cast<float>();
    for (const auto& [name, pixel] :
         {std::pair{"corner", 0}, {"edge", 14}, {"middle", 14 * 28 + 14}}) {
        std::cout << std::fixed << std::setprecision(2) << name
                  << ", lit in percent = " << 100 * lit.col(pixel).mean()
                  << "\n"
                  << std::setprecision(3) << name << ", weights moved by = "
                  << moved.row(pixel).array().abs().mean() << "\n";
    }
    figure("first-layer")
        .picture(of_neurons(first, w, 6), shade::by_sign)
        .draw();
}
// @answer In the corner, where nearly all images are empty, hardly at all
// @proved{weights_of_a_dark_pixel_do_not_move}. At the upper edge half of the
// images have cloth, and its weights move most of the three. More light alone
// does not decide it: the middle is lit more often, and its weights move less.
//
// @output first layer
//
// @figure first-layer | The six neurons whose weights moved most: above at the start, below after training. | Six squares of faint blue and orange noise. In the six below them arcs at the upper edge, blots and a blue stripe in the middle stand out.
// @endpredict

// ## Again, to the last bit
//
// The seeds determine the first weights and the order of samples, and the same
// program on the same machine does the same arithmetic. So a second training
// must give the same weights, bit by bit.
void again()
{
    const auto few = part(data().train, 0, 1000);
    const bool same = trained_weights(few) == trained_weights(few);
    std::cout << "equal to the last bit = " << (same ? "true" : "false")
              << "\n";
}
// @output again
//
// And is it *right*? Some slopes of each layer of this network are compared
// with those of dual numbers, but for rounding
// @proved{slopes_of_this_network_are_those_of_dual_numbers}. A smaller
// network of such layers, with the same loss, is compared without any
// rounding, modulo $2^{61} - 1$
// @proved{slopes_of_a_network_equal_dual_numbers_modulo_p}.

// ## What can go wrong
//
// Here are mistakes, each made alone: 5000 images, three epochs, the rate 0.1,
// means of five starts. You see the loss of the first batch, the mean loss in
// the last epoch, and how the network does in validation: how many images are
// right, and how many of the 128 rectifiers are silent, that is, give 0 for
// every image of it.
//
// @predict Which would you notice by the loss in training alone?
void what_can_go_wrong()
{
    try_it(data(), "no mistake", [](way&) {});
    try_it(data(), "never shuffled", [](way& w) { w.shuffled = false; });
    try_it(data(), "sorted by class", [](way& w) {
        w.train = sorted_by_class(w.train);
        w.shuffled = false;
    });
    try_it(data(), "pixels to 255", [](way& w) {
        w.train.x *= 255;
        w.validation.x *= 255;
    });
    try_it(data(), "labels of the next image", [](way& w) {
        std::rotate(w.train.y.begin(), w.train.y.begin() + 1,
                    w.train.y.end());
    });
    try_it(data(), "all weights zero", [](way& w) {
        auto zeros = w.net.values();
        for (auto& value : zeros) {
            value.setZero();
        }
        w.net.set_values(zeros);
    });
    try_it(data(), "no hidden layer",
           [](way& w) { w.net = without_hidden_layer(w.seed); });
}
// @answer Not those of the order, nor the missing layer. Sorted by class, the
// loss is @value{what can go wrong/sorted by class, loss} and without a mistake
// @value{what can go wrong/no mistake, loss}: nearly every batch has the class
// of the one before it. But the last batches are all boots, and most images are
// taken for boots in the end. Pixels to 255 show before training: the first
// loss is far from $\log 10$.
//
// @output what can go wrong
// @endpredict
//
// | what happened | how it shows |
// |---------------|--------------|
// | samples sorted by class | hardly in training, but only @value{what can go wrong/sorted by class, percent right} percent are right |
// | the order never changes | hardly at all here: the images come in an order of chance |
// | pixels from 0 to 255 | the first loss is @value{what can go wrong/pixels to 255, first loss}; the first steps throw the weights far away, @value{what can go wrong/pixels to 255, silent neurons} rectifiers are silent, and the loss stays at $\log 10$ |
// | images with labels of others | the loss stays near $\log 10$ |
// | all weights 0 | only the last biases learn, and they see no image |
// | no hidden layer | it works: after three epochs @value{what can go wrong/no hidden layer, percent right} percent are right, and @value{what can go wrong/no mistake, percent right} with the layer |

// ## Your turn
//
// `./workbook run 12 --rate 0.2` trains at another rate, `--epochs 20` longer.
//
// @exercises
//
// @question **The best of twenty.** Of twenty rates you keep the best in
// validation. Is its accuracy there to be trusted?
// @solution Not quite: a part is luck. Ask the test set, once.
// @endquestion

// ## What you can now say
//
// - First the loss is near $\log K$; twenty images can be learned by heart.
// - We choose by a validation set. A test set is for the end.
// - A network overfits when its loss in validation rises while its own falls.
// - A loss in training can look good while little was learned.

// ## Going further
//
// - C. Northcutt et al., ["Pervasive label errors in test
//   sets"](https://arxiv.org/abs/2103.14749), 2021.
// - A. Karpathy, ["A recipe for training neural
//   networks"](https://karpathy.github.io/2019/04/25/recipe/), 2019.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(argc, argv,
                       {{"the sets", the_sets},
                        {"before you train", before_you_train},
                        {"train", train_it},
                        {"too long", too_long},
                        {"weight decay", weight_decay},
                        {"confused", confused},
                        {"most wrong", most_wrong},
                        {"first layer", first_layer},
                        {"again", again},
                        {"what can go wrong", what_can_go_wrong}});
}
