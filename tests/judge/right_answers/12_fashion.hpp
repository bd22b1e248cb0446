// The exercises of chapter 12 by looking back, and by whether the k-th best is
// still better.
#pragma once

#include <algorithm>
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
            std::min_element(losses.begin(), losses.end(),
                             [](double a, double b) {
                                 return a < b || (a == a && b != b);
                             }) -
            losses.begin());
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

}  // namespace answers
