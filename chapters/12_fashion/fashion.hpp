// # Fashion
//
// Cover the line under this picture. Which of these are shirts, and which are
// coats? You know more about clothes than a network that has never seen any,
// and some of them you will not tell apart.
//
// @figure ten-classes | Five images of each class. From left to right: T-shirts, trousers, pullovers, dresses, coats, sandals, shirts, sneakers, bags and boots. | Small grey pictures of clothes, five of each of ten kinds, in five rows of ten.
//
// When you have read this chapter you can read a set of real images, find
// mistakes before you train, train a network on 55 000 images, see when it
// starts to learn them by heart, and judge what it has learned by more than one
// number.
//
// **Fashion-MNIST** has 70 000 grey pictures of clothes, 28 by 28 pixels, of
// ten kinds. Zalando published them in 2017, because the handwritten digits
// that everybody had used had become too easy ([Xiao, Rasul and
// Vollgraf](https://arxiv.org/abs/1708.07747)). All that we need is there:
// dense layers from @chapter{10_dense_layers}, the cross-entropy and the
// steps from @chapter{11_losses_and_optimizers}. The article of the first
// chapters ([about it](about.html)) promised pictures and stopped before
// them.
//
// | word | what it is |
// |------|------------|
// | training set | the images that the network learns from |
// | validation set | images that it does not learn from, to choose by: how long, how fast, which network |
// | test set | 10 000 images by which nobody chooses anything |
// | accuracy | the share of images whose class the network gets right; printed as percent right |
// | epoch | one walk through the training set, 64 images at a time |
#pragma once

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "chainrule/data/idx.hpp"
#include "chainrule/layers/activation.hpp"
#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/initialisation.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/network.hpp"
#include "chainrule/layers/optimizer.hpp"

namespace chainrule::fashion {

inline constexpr std::array<const char*, 10> class_names{
    "T-shirt", "trousers", "pullover", "dress", "coat",
    "sandal",  "shirt",    "sneaker",  "bag",   "boot"};

// ## Where the images are
//
// Debian has the whole set as the package `dataset-fashion-mnist`. If it is
// not there, a small part lies beside this chapter: 1500 images to train with
// and 500 to test. The variable `CHAINRULE_FASHION` names any other folder
// with files of the same names. The text below is about the whole set.
inline std::filesystem::path
folder_of_images(const std::filesystem::path& small)
{
    if (const char* chosen = std::getenv("CHAINRULE_FASHION")) {
        return chosen;
    }
    const std::filesystem::path whole = "/usr/share/datasets/fashion-mnist";
    return std::filesystem::exists(whole / "train-images-idx3-ubyte.gz")
               ? whole
               : small;
}

// The files are of the format IDX: a few numbers of four bytes that say what
// follows, and then a byte for each pixel. The reader believes none of them
// before it has seen the bytes @proved{a_header_that_lies_costs_no_memory}. A
// file may be cut off @proved{every_truncation_is_noticed}, or be something else
// altogether @proved{what_is_no_such_file_is_told_with_its_field}. What it gives
// back are the pictures and their labels:
//
// @source{chainrule/data/idx.hpp#image_set}
//
// Each picture becomes a row of a matrix. A byte from 0 to 255 becomes a
// number from 0 to 1 @proved{pixels_become_numbers_from_0_to_1}. The first
// weights of @chapter{11_losses_and_optimizers} are made for inputs of about
// the size 1.
template <class T>
layers::matrix<T> as_rows(const images& pictures)
{
    const auto count = static_cast<Eigen::Index>(pictures.count);
    const auto pixels =
        static_cast<Eigen::Index>(pictures.rows * pictures.cols);
    layers::matrix<T> rows(count, pixels);
    std::transform(pictures.pixels.begin(), pictures.pixels.end(),
                   rows.data(),
                   [](std::uint8_t byte) { return T(byte) / T(255); });
    return rows;
}

template <class T>
struct examples {
    layers::matrix<T> x;
    layers::labels y;
    std::size_t count() const { return y.size(); }
};

template <class T>
examples<T> read_examples(const std::filesystem::path& folder,
                          const std::string& name)
{
    image_set set = read_image_set(folder, name, class_names.size());
    return {as_rows<T>(set.pictures), std::move(set.labels)};
}

// The set comes in two parts, one to train with and one to test with. If we
// chose the rate or the number of epochs by the test set, its accuracy would be
// the best of several, and a part of that is luck. So a third set is taken
// from the images to train with: the last twelfth, 5000 of 60 000.
template <class T>
examples<T> part(const examples<T>& of, std::size_t first, std::size_t count)
{
    const auto begin = of.y.begin() + static_cast<std::ptrdiff_t>(first);
    return {of.x.middleRows(static_cast<Eigen::Index>(first),
                            static_cast<Eigen::Index>(count)),
            {begin, begin + static_cast<std::ptrdiff_t>(count)}};
}

template <class T>
struct data_sets {
    examples<T> train, validation, test;
};

template <class T>
data_sets<T> read_data(const std::filesystem::path& folder)
{
    const auto both = read_examples<T>(folder, "train");
    const std::size_t kept = both.count() / 12;
    return {part(both, 0, both.count() - kept),
            part(both, both.count() - kept, kept),
            read_examples<T>(folder, "t10k")};
}

// @experiment what is shared
//
// @experiment the sets

// ## The network
//
// The network has $28 \cdot 28 = 784$ inputs, 128 rectifiers, and ten outputs.
// It begins with the weights of He, because rectifiers follow the first layer;
// the last layer has them as well.
// The outputs are sums; the softmax belongs to the loss.
template <class T>
layers::network<T> make_network(std::uint64_t seed)
{
    using layers::dense, layers::he, layers::relu;
    boost::random::mt19937_64 engine(seed);
    layers::network<T> net;
    net.add(dense<T>(he<T>(784, 128, engine)))
        .add(relu<T>())
        .add(dense<T>(he<T>(128, 10, engine)));
    return net;
}

// @experiment Before you train
//
// @experiment Train
//
// @experiment Too long

// ## Weight decay beside Adam
//
// The weight decay of @chapter{11_losses_and_optimizers} makes each weight
// smaller by a factor in a plain step. In Adam its slope would be divided by
// the size of slopes like any other, and would no longer make each weight
// smaller by the same factor. I. Loshchilov and F.
// Hutter therefore shrink the weights directly, beside Adam ([*Decoupled
// weight decay regularization*](https://arxiv.org/abs/1711.05101), 2019). The
// library needs no change for it: an optimizer is whatever has a `step`.
template <class T>
struct shrinking_adam {
    T rate;
    T decay;
    layers::adam<T> by{rate};

    void step(std::span<layers::parameter<T>* const> all)
    {
        for (layers::parameter<T>* p : all) {
            if (p->name.ends_with(".w")) {
                p->value *= T(1) - rate * decay;
            }
        }
        by.step(all);
    }
};

// @experiment weight decay
//
// @experiment One number is not enough

// ## What it is most wrong about
//
// To learn something about a network, look at what it is most wrong about. The
// loss says how wrong, for each sample.
template <class T>
std::vector<T> losses(layers::network<T>& net, const examples<T>& of)
{
    layers::softmax_cross_entropy<T> loss;
    std::vector<T> all;
    for (std::size_t i = 0; i < of.y.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        all.push_back(loss.forward(net.forward(of.x.middleRows(row, 1)),
                                   std::span(of.y).subspan(i, 1)));
    }
    return all;
}

template <class T>
std::vector<std::size_t> largest(const std::vector<T>& values,
                                 std::size_t count)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(
        order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    order.resize(std::min(count, order.size()));
    return order;
}

// @experiment most wrong
//
// @experiment What the first layer looks for
//
// @experiment Again, to the last bit
//
// @experiment What can go wrong

}  // namespace chainrule::fashion
