// The exercises of chapter 12 by looking back, and by whether the k-th best is
// still better.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <vector>

namespace answers {

// All that was seen is kept, and the best looked for in it again and again.
template <class Network>
int train_and_stop_early(Network& net, int patience, int most)
{
    std::vector<double> losses{net.validation_loss()};
    std::vector<std::vector<double>> weights{net.values()};
    const auto best = [&] {
        return static_cast<int>(
            std::min_element(losses.begin(), losses.end()) - losses.begin());
    };
    for (int epoch = 0; epoch < most && epoch < best() + patience; ++epoch) {
        net.train_epoch();
        losses.push_back(net.validation_loss());
        weights.push_back(net.values());
    }
    net.set_values(weights[static_cast<std::size_t>(best())]);
    return best();
}

inline std::vector<double>
share_found(const std::vector<std::vector<int>>& counts)
{
    std::vector<double> result;
    for (const auto& row : counts) {
        const auto i = result.size();
        const double all = std::accumulate(row.begin(), row.end(), 0.0);
        result.push_back(row[i] / std::max(all, 1.0));
    }
    return result;
}

inline int among_the_best(const std::vector<std::vector<double>>& z,
                          const std::vector<int>& right, int k)
{
    int count = static_cast<int>(z.size());
    for (std::size_t n = 0; n < z.size(); ++n) {
        std::vector<double> best = z[n];
        std::partial_sort(best.begin(), best.begin() + k, best.end(),
                          std::greater<>());
        if (best[static_cast<std::size_t>(k - 1)] >
            z[n][static_cast<std::size_t>(right[n])]) {
            --count;
        }
    }
    return count;
}

// One image, as far as it is learned: each class in a row of the weights.
struct lesson {
    double loss = 0;
    std::vector<double> slopes;  // by the outputs
};

inline lesson look_at(const std::vector<double>& z, std::size_t right)
{
    const double top = *std::max_element(z.begin(), z.end());
    lesson l;
    for (double each : z) {
        l.slopes.push_back(std::exp(each - top));
    }
    const double all = std::accumulate(l.slopes.begin(), l.slopes.end(), 0.0);
    for (double& each : l.slopes) {
        each /= all;
    }
    l.slopes[right] -= 1;
    l.loss = std::log(all) + top - z[right];
    return l;
}

// The weights are never there: they are sums of images, and so each output is
// a sum of products of images, with what was learned of them.
inline std::vector<double> by_heart(const std::vector<std::vector<double>>& x,
                                    const std::vector<int>& right,
                                    std::size_t classes, double rate,
                                    double enough, int most)
{
    const std::size_t count = x.size();
    std::vector<std::vector<double>> learned(count,
                                             std::vector<double>(classes));
    std::vector<double> losses;
    while (true) {
        std::vector<lesson> all;
        double loss = 0;
        for (std::size_t n = 0; n < count; ++n) {
            std::vector<double> z(classes);
            for (std::size_t m = 0; m < count; ++m) {
                const double product = std::inner_product(
                    x[n].begin(), x[n].end(), x[m].begin(), 0.0);
                for (std::size_t j = 0; j < classes; ++j) {
                    z[j] += learned[m][j] * product;
                }
            }
            all.push_back(look_at(z, static_cast<std::size_t>(right[n])));
            loss += all.back().loss;
        }
        losses.push_back(loss / static_cast<double>(count));
        if (losses.back() < enough || most-- == 0) {
            return losses;
        }
        for (std::size_t n = 0; n < count; ++n) {
            for (std::size_t j = 0; j < classes; ++j) {
                learned[n][j] -=
                    rate / static_cast<double>(count) * all[n].slopes[j];
            }
        }
    }
}

}  // namespace answers
