#pragma once

#include <cstddef>
#include <vector>

#include "chapter/todo.hpp"

namespace answers {

using chainrule::todo;

// ## 12.1 Stop early
//
// Train a network, and keep it as it was in its best epoch. Of `net` you need:
//
// - `net.train_epoch()` trains it for one epoch, and returns its mean loss on
//   the images that it learned from;
// - `net.validation_loss()` is its loss on the validation set as it now is;
// - `net.values()` returns a copy of its weights, of a type to take as `auto`;
// - `net.set_values(v)` gives it the weights `v`.
//
// Only `train_epoch` is counted; call the other three as often as you like.
//
// The best so far is at first the network as you get it: epoch 0. An epoch is
// *better* if the validation loss after it is smaller than that of the best
// before. An equal loss is not smaller, and neither is one that is no number
// (NaN). Stop when `patience` epochs in a row were not better, or when `most`
// epochs have been trained. In either case the network then has the weights of
// the best epoch, and you return which it was.
//
// The loss of epoch 0 is a number, `patience` is at least 1, and `most` may be
// 0.
//
// Let the validation loss be 9 at first, and 7, 8, 4, 6, 4, NaN, 3 after the
// epochs, and the patience 3. With at most 7 epochs you train six of them. With
// at most 5 you train five. Both times the network gets the weights of epoch 3
// back, and you return 3.
template <class Network>
int train_and_stop_early(Network& net, int patience, int most)
{
    todo("12.1");
}

// ## 12.2 Found
//
// `counts[i][j]` says how many images of class $i$ were taken for class $j$.
// Return for each class which share of its images was found, from 0 to 1. For
// a class without images return 0.
//
// For the counts $(3, 1)$ and $(0, 2)$ the shares are $0.75$ and 1.
inline std::vector<double>
share_found(const std::vector<std::vector<int>>& counts)
{
    todo("12.2");
}

// ## 12.3 Among the best
//
// Sometimes it is enough if the right class is among the first few. Count the
// samples for which fewer than `k` classes have a *larger* output than the
// right one. `z[n]` are the outputs for sample `n`, and `right[n]` is its
// class.
//
// For the outputs $(1, 5, 3)$ and $(4, 2, 9)$, the right classes 2 and 1 and
// $k = 2$ the answer is 1: the first sample.
inline int among_the_best(const std::vector<std::vector<double>>& z,
                          const std::vector<int>& right, int k)
{
    todo("12.3");
}

// ## 12.4 By heart
//
// Make the two checks of "Before you train" yourself. Train a layer without
// hidden neurons and without biases: image `n` has the outputs $z_j = \sum_i
// x_{ni} w_{ij}$, one for each of the `classes`. All weights are 0 at first.
// The loss is the *mean* cross-entropy of the images; `right[n]` is the class
// of image `n`, from 0. Each step is a plain one, with all images.
//
// Stop as soon as the loss is smaller than `enough`, or after `most` steps. If
// the loss before any step is smaller already, take none. Return the losses:
// first that before any step, then that after each step. The first must be
// $\log K$, where $K$ is the number of classes.
//
// There is at least one image, and one pixel, and there are two classes or
// more; `most` may be 0. Outputs may become very large. Even then each loss is
// the true one: not infinite, not NaN, and not cut off at some largest value.
//
// For the images $(0.5, 2)$ and $(3, 0.25)$ of the classes 2 and 0 out of
// three, the rate 0.25, `enough` 0.4 and at most 9 steps you take three. The
// losses are 1.0986, 0.7014, 0.5022 and 0.3846, to four places.
inline std::vector<double> by_heart(const std::vector<std::vector<double>>& x,
                                    const std::vector<int>& right,
                                    std::size_t classes, double rate,
                                    double enough, int most)
{
    todo("12.4");
}

}  // namespace answers
