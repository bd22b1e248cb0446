/// \file
/// What is looked at while a network trains, and a training that is too long.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chainrule/layers/metrics.hpp"
#include "chainrule/layers/train.hpp"
#include "chainrule/training/progress.hpp"
#include "fashion.hpp"

namespace chainrule::fashion {

// How a network does on some images.
struct seen {
    double loss = 0;                // the mean
    double percent = 0;             // of the images are right
    double wrong_loss = 0;          // the mean over those that are not
    std::vector<double> each = {};  // the loss of each image
    std::vector<bool> right = {};   // whether it is right
};

inline seen look(layers::network<float>& net, const examples<float>& of)
{
    layers::softmax_cross_entropy<float> loss;
    double sum = 0;
    double wrong_sum = 0;
    double right = 0;
    seen all;
    const auto count = static_cast<Eigen::Index>(of.count());
    for (Eigen::Index first = 0; first < count; first += 64) {
        const Eigen::Index few = std::min<Eigen::Index>(64, count - first);
        const auto z = net.forward(of.x.middleRows(first, few));
        for (Eigen::Index i = 0; i < few; ++i) {
            const auto at = static_cast<std::size_t>(first + i);
            const double value = loss.forward(z.middleRows(i, 1),
                                              std::span(of.y).subspan(at, 1));
            Eigen::Index best = 0;
            z.row(i).maxCoeff(&best);
            sum += value;
            all.each.push_back(value);
            all.right.push_back(best == of.y[at]);
            if (all.right.back()) {
                ++right;
            } else {
                wrong_sum += value;
            }
        }
    }
    const auto images = static_cast<double>(count);
    all.loss = sum / images;
    all.percent = 100 * right / images;
    all.wrong_loss = wrong_sum / std::max(1.0, images - right);
    return all;
}

// As many of the images to train with as there are to validate.
inline const examples<float>& some_of_train(const data_sets<float>& data)
{
    static const auto some = part(data.train, 0, data.validation.count());
    return some;
}

struct curves {
    std::vector<double> own, validation;  // the loss after each epoch
};

inline void train_on(layers::network<float>& net,
                     const data_sets<float>& data, double rate,
                     std::size_t epochs, curves& c)
{
    const interrupt ctrl_c;
    std::optional<progress> bar;
    if (prints_to_terminal()) {
        bar.emplace(std::cout, true, epochs);
    }
    const auto observe = [&](std::size_t epoch, float value) {
        c.own.push_back(look(net, some_of_train(data)).loss);
        c.validation.push_back(look(net, data.validation).loss);
        if (bar) {
            bar->show(epoch, value);
        }
        return !ctrl_c.requested();
    };
    layers::sgd<float> by(static_cast<float>(rate));
    layers::softmax_cross_entropy<float> loss;
    layers::train(net, loss, by, data.train.x, data.train.y,
                  {64, epochs, c.own.size() + 1}, observe);
}

// Of ten starts, those that get fewest images right first.
inline std::vector<seen> before_training(const data_sets<float>& data)
{
    std::vector<seen> starts;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        auto net = make_network<float>(seed);
        starts.push_back(look(net, data.validation));
    }
    std::sort(starts.begin(), starts.end(), [](const seen& a, const seen& b) {
        return a.percent < b.percent;
    });
    return starts;
}

inline void tell_before(const data_sets<float>& data)
{
    double loss = 0;
    double right = 0;
    const std::vector<seen> starts = before_training(data);
    for (const seen& start : starts) {
        loss += start.loss / 10;
        right += start.percent / 10;
    }
    std::cout << std::fixed << std::setprecision(2)
              << "loss, mean of ten starts = " << loss << std::setprecision(0)
              << "\npercent right, mean of ten starts = " << right
              << "\npercent right, lowest = " << starts.front().percent
              << "\npercent right, highest = " << starts.back().percent
              << "\n"
              << std::setprecision(2);
}

// By how much the mean loss changes from one look to a later one, and which
// images it comes from: right both times, wrong both times, and the rest.
struct change {
    double still_right = 0, still_wrong = 0, turned = 0;

    void add(const seen& before, const seen& after, double share)
    {
        const double all = static_cast<double>(before.each.size());
        for (std::size_t i = 0; i < before.each.size(); ++i) {
            double& part = before.right[i] != after.right[i] ? turned
                           : before.right[i]                 ? still_right
                                                             : still_wrong;
            part += share * (after.each[i] - before.each[i]) / all;
        }
    }
};

// A thousand images for fifty epochs, by Adam.
struct long_training {
    std::vector<double> own, loss, right, wrong;  // of each epoch
    std::vector<double> ends;  // the last loss of each start
    change from_best;          // of each start, to its last epoch
    std::size_t best() const
    {
        return static_cast<std::size_t>(
            std::min_element(loss.begin(), loss.end()) - loss.begin());
    }
};

inline long_training train_long(const data_sets<float>& data, float decay)
{
    constexpr std::size_t epochs = 50;
    const auto few =
        part(data.train, 0, std::min<std::size_t>(1000, data.train.count()));
    const auto others =
        part(data.validation, 0,
             std::min<std::size_t>(2000, data.validation.count()));
    const std::vector<double> zeros(epochs);
    long_training mean{zeros, zeros, zeros, zeros, {}, {}};
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        auto net = make_network<float>(seed);
        layers::softmax_cross_entropy<float> loss;
        shrinking_adam<float> by{0.001f, decay};
        seen best;
        layers::train(net, loss, by, few.x, few.y, {64, epochs, seed},
                      [&](std::size_t epoch, float) {
                          mean.own[epoch - 1] += look(net, few).loss / 3;
                          const seen now = look(net, others);
                          if (epoch == 1 || now.loss < best.loss) {
                              best = now;
                          }
                          mean.loss[epoch - 1] += now.loss / 3;
                          mean.right[epoch - 1] += now.percent / 3;
                          mean.wrong[epoch - 1] += now.wrong_loss / 3;
                          if (epoch == epochs) {
                              mean.ends.push_back(now.loss);
                              mean.from_best.add(best, now, 1.0 / 3);
                          }
                          return true;
                      });
    }
    return mean;
}

// What three epochs make of the first weights.
inline layers::matrix<float> trained_weights(const examples<float>& few)
{
    layers::network<float> net = make_network<float>(3);
    layers::sgd<float> by(0.1f);
    layers::softmax_cross_entropy<float> loss;
    layers::train(net, loss, by, few.x, few.y, {64, 3, 1},
                  [](std::size_t, float) { return true; });
    return net.parameters()[0]->value;
}

// Each weight decay is trained for once.
inline const long_training& with_decay(const data_sets<float>& data,
                                       float decay)
{
    static std::map<float, long_training> known;
    const auto at = known.find(decay);
    return at != known.end()
               ? at->second
               : known.emplace(decay, train_long(data, decay)).first->second;
}

inline void tell(const std::string& name, const long_training& t)
{
    const auto [low, high] =
        std::minmax_element(t.ends.begin(), t.ends.end());
    std::cout << std::fixed << std::setprecision(2) << name
              << ", smallest loss = " << t.loss[t.best()] << "\n"
              << name << ", in epoch = " << t.best() + 1 << "\n"
              << name << ", last loss = " << t.loss.back() << "\n"
              << name << ", last loss of the starts, lowest = " << *low
              << "\n"
              << name << ", last loss of the starts, highest = " << *high
              << "\n";
}

// Where the loss comes from that is more in the end than in the best epoch.
inline void tell_more(const long_training& t)
{
    std::cout << "own images, last loss = " << t.own.back()
              << std::setprecision(0)
              << "\npercent right in that epoch = " << t.right[t.best()]
              << "\npercent right in the last = " << t.right.back()
              << std::setprecision(1)
              << "\nloss of wrong answers in that epoch = "
              << t.wrong[t.best()]
              << "\nloss of wrong answers in the last = " << t.wrong.back()
              << std::setprecision(3)
              << "\nmore loss, from still wrong = " << t.from_best.still_wrong
              << "\nmore loss, from still right = " << t.from_best.still_right
              << "\nmore loss, from the others = " << t.from_best.turned
              << "\n";
}

}  // namespace chainrule::fashion
