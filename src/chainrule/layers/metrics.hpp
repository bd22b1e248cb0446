/// \file
/// How good a network is at telling classes apart. Taught in chapter 12.
#pragma once

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/network.hpp"

namespace chainrule::layers {

/// The class with the largest output, for each sample. Some samples are taken
/// at a time, so that much data needs no more memory than little.
/// \param x the inputs, one sample in each row
/// \return one class for each sample
/// \throws std::invalid_argument if outputs are not finite
template <ordered_field T>
labels predict(network<T>& net, const matrix<T>& x)
{
    constexpr Eigen::Index at_once = 64;
    labels classes;
    classes.reserve(static_cast<std::size_t>(x.rows()));
    for (Eigen::Index first = 0; first < x.rows(); first += at_once) {
        const Eigen::Index count = std::min(at_once, x.rows() - first);
        const matrix_view<T> y = net.forward(x.middleRows(first, count));
        for (Eigen::Index i = 0; i < count; ++i) {
            if (!all_finite(y.row(i))) {
                throw std::invalid_argument(
                    "predict: the outputs for sample " +
                    std::to_string(first + i) +
                    " are not finite; look at its inputs and the weights");
            }
            Eigen::Index best = 0;
            y.row(i).maxCoeff(&best);
            classes.push_back(static_cast<int>(best));
        }
    }
    return classes;
}

/// The share of predicted classes that are right, from 0 to 1.
/// \throws std::invalid_argument if the numbers of samples differ, or are 0
inline double accuracy(const labels& predicted, const labels& right)
{
    if (predicted.size() != right.size() || right.empty()) {
        throw std::invalid_argument(
            "accuracy: " + std::to_string(predicted.size()) +
            " predictions, and " + std::to_string(right.size()) + " labels");
    }
    std::size_t equal = 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        equal += predicted[i] == right[i] ? 1u : 0u;
    }
    return static_cast<double>(equal) / static_cast<double>(right.size());
}

/// How often each class was taken for each.
/// \param classes how many there are, from 1 to 16384
/// \return a row for each right class, a column for each predicted one
/// \throws std::invalid_argument if the numbers of samples differ, or
///     classes is not from 1 to 16384
/// \throws std::out_of_range if a label is no class
inline matrix<int> confusion(const labels& predicted, const labels& right,
                             int classes)
{
    if (predicted.size() != right.size()) {
        throw std::invalid_argument(
            "confusion: " + std::to_string(predicted.size()) +
            " predictions, and " + std::to_string(right.size()) + " labels");
    }
    constexpr int most = 16384;  // the table of more is larger than 1 GiB
    if (classes < 1 || classes > most) {
        throw std::invalid_argument(
            "confusion: there are " + std::to_string(classes) +
            " classes; give a number from 1 to " + std::to_string(most));
    }
    matrix<int> counts = matrix<int>::Zero(classes, classes);
    for (std::size_t i = 0; i < right.size(); ++i) {
        const int larger = std::max(predicted[i], right[i]);
        const int smaller = std::min(predicted[i], right[i]);
        if (smaller < 0 || larger >= classes) {
            throw std::out_of_range(
                "confusion: sample " + std::to_string(i) + " is of class " +
                std::to_string(right[i]) + " and was taken for " +
                std::to_string(predicted[i]) + "; there are classes 0 to " +
                std::to_string(classes - 1));
        }
        ++counts(right[i], predicted[i]);
    }
    return counts;
}

}  // namespace chainrule::layers
