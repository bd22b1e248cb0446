/// \file
/// One training of the net of chapter 12 by some library: 784-128-10, ReLU,
/// softmax with cross-entropy, plain steps at the rate 0.1, batches of 64,
/// the same order of samples for everybody, float. A program for each
/// library, so that each has its own peak of memory.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "12_fashion/fashion.hpp"
#include "chainrule/layers/batches.hpp"

namespace chainrule::performance {

/// \param field of /proc/self/status
/// \return MiB
inline double memory(const std::string& field)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(field + ":", 0) == 0) {
            return std::atof(line.c_str() + field.size() + 1) / 1024;
        }
    }
    return 0;
}

/// Train and print one line: samples per second (of the best epoch, because
/// noise only ever adds), percent right on the test set, and MiB above what
/// the data take.
/// \param epochs how many
/// \param start makes a trainer from the training set
///     (`const fashion::examples<float>&`); it has `train(batch)`, which gets
///     the numbers of the samples, and `predict(x)`, which gives labels
template <class Start>
int run_trial(int epochs, Start start)
{
    const auto folder = fashion::folder_of_images("");
    const auto train = fashion::read_examples<float>(folder, "train");
    const auto test = fashion::read_examples<float>(folder, "t10k");
    std::ofstream("/proc/self/clear_refs") << 5;  // begin a new peak
    const double data = memory("VmRSS");
    auto trainer = start(train);
    layers::batches order(train.y.size(), 64, 1);
    double best = 0;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        order.shuffle();
        const auto begin = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < order.count(); ++i) {
            trainer.train(order.at(i));
        }
        const std::chrono::duration<double> time =
            std::chrono::steady_clock::now() - begin;
        best = std::max(best,
                        static_cast<double>(train.y.size()) / time.count());
    }
    const double peak = memory("VmHWM");
    const layers::labels said = trainer.predict(test.x);
    int right = 0;
    for (std::size_t i = 0; i < said.size(); ++i) {
        right += said[i] == test.y[i] ? 1 : 0;
    }
    std::printf("%.0f %.1f %.0f\n", best,
                100.0 * right / static_cast<double>(said.size()),
                peak - data);
    return 0;
}

/// \param argc as `main` has it
/// \param argv as `main` has it: program and number of threads
/// \return how many threads to use
inline int threads_of(int argc, char** argv)
{
    return argc > 1 ? std::atoi(argv[1]) : 1;
}

}  // namespace chainrule::performance
