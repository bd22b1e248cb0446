// # Fashion
//
// When you have read this chapter you can read a set of real images, train a
// network on it, and judge what it has learned by more than one number.
//
// Everything is there: dense layers from @chapter{10_dense_layers}, the
// cross-entropy and the plain step from @chapter{11_losses_and_optimizers}.
// What was missing is something worth learning. **Fashion-MNIST** has 70 000
// grey pictures of clothes, 28 by 28 pixels, of ten kinds. Zalando published
// them in 2017, because the handwritten digits that everybody had used were
// too easy.
//
// | symbol | what it is |
// |--------|------------|
// | training set | the samples that the network learns from, 60 000 |
// | test set | samples that it never learns from, 10 000 |
// | accuracy | the share of samples whose class it gets right |
//
// The network has $28 \cdot 28 = 784$ inputs, 128 rectifiers, and ten outputs.
#pragma once

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <string>
#include <vector>

#include "chainrule/data/idx.hpp"
#include "chainrule/layers/activation.hpp"
#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/initialisation.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/network.hpp"

namespace chainrule::fashion {

inline constexpr std::array<const char*, 10> class_names{
    "T-shirt", "trousers", "pullover", "dress", "coat",
    "sandal",  "shirt",    "sneaker",  "bag",   "boot"};

// ## Where the images are
//
// Debian has the whole set as the package `dataset-fashion-mnist`. If it is
// not there, a small part lies beside this chapter: 1500 images to train with
// and 500 to test. The variable `CHAINRULE_FASHION` names any other folder
// with files of the same names.
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
// before it has seen the bytes. A file may be cut off, exchanged with another,
// or something else altogether, and an hour of training on nonsense looks like
// an hour of training.
//
// @source{chainrule/data/idx.hpp#image_set}
//
// Each picture becomes a row of a matrix. A byte from 0 to 255 becomes a
// number from 0 to 1, so that all inputs are of the size that the weights at
// the beginning expect.
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
};

template <class T>
examples<T> read_examples(const std::filesystem::path& folder,
                          const std::string& name)
{
    image_set set = read_image_set(folder, name, class_names.size());
    return {as_rows<T>(set.pictures), std::move(set.labels)};
}

// ## The network
//
// Two dense layers. Rectifiers follow the first, so it begins with the weights
// of He. The outputs are sums, because the softmax belongs to the loss.
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

// ## The worst
//
// To learn something about a network, look at what it is most wrong about. For
// each sample the loss says how wrong.
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

}  // namespace chainrule::fashion
