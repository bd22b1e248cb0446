#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace answers {

// ## 12.1 Stop early
//
// The patience is counted from the best epoch. NaN is not smaller than
// anything, so the comparison needs no further care.
template <class Network>
int train_and_stop_early(Network& net, int patience, int most)
{
    int best = 0;
    double smallest = net.validation_loss();
    auto kept = net.values();
    for (int epoch = 1; epoch <= most && epoch - best <= patience; ++epoch) {
        net.train_epoch();
        const double loss = net.validation_loss();
        if (loss < smallest) {
            best = epoch;
            smallest = loss;
            kept = net.values();
        }
    }
    net.set_values(kept);
    return best;
}

// ## 12.2 Found
//
// A row has all images of a class, and the diagonal those that were found.
inline std::vector<double>
share_found(const std::vector<std::vector<int>>& counts)
{
    std::vector<double> shares;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const int all =
            std::accumulate(counts[i].begin(), counts[i].end(), 0);
        shares.push_back(all == 0 ? 0.0 : counts[i][i] / double(all));
    }
    return shares;
}

// ## 12.3 Among the best
//
// Nothing has to be sorted: count how many are larger.
inline int among_the_best(const std::vector<std::vector<double>>& z,
                          const std::vector<int>& right, int k)
{
    int count = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        const double own = z[n][std::size_t(right[n])];
        const auto larger =
            std::count_if(z[n].begin(), z[n].end(),
                          [&](double other) { return other > own; });
        count += larger < k ? 1 : 0;
    }
    return count;
}

// ## 12.4 By heart
//
// The outputs give the loss and, with the same sum, the probabilities. The
// slopes of all images are added up before any weight moves.
inline std::vector<double> by_heart(const std::vector<std::vector<double>>& x,
                                    const std::vector<int>& right,
                                    std::size_t classes, double rate,
                                    double enough, int most)
{
    using table = std::vector<std::vector<double>>;
    const table zeros(x[0].size(), std::vector<double>(classes, 0));
    const double images = double(x.size());
    table w = zeros;
    std::vector<double> losses;
    for (int step = 0;; ++step) {
        table dw = zeros;
        double loss = 0;
        for (std::size_t n = 0; n < x.size(); ++n) {
            const std::size_t own = std::size_t(right[n]);
            std::vector<double> z(classes, 0);
            for (std::size_t i = 0; i < w.size(); ++i) {
                for (std::size_t j = 0; j < classes; ++j) {
                    z[j] += x[n][i] * w[i][j];
                }
            }
            const double largest = *std::max_element(z.begin(), z.end());
            double total = 0;
            for (double each : z) {
                total += std::exp(each - largest);
            }
            loss += (std::log(total) - (z[own] - largest)) / images;
            for (std::size_t j = 0; j < classes; ++j) {
                const double p = std::exp(z[j] - largest) / total;
                const double dz = (p - (j == own ? 1 : 0)) / images;
                for (std::size_t i = 0; i < w.size(); ++i) {
                    dw[i][j] += x[n][i] * dz;
                }
            }
        }
        losses.push_back(loss);
        if (loss < enough || step == most) {
            return losses;
        }
        for (std::size_t i = 0; i < w.size(); ++i) {
            for (std::size_t j = 0; j < classes; ++j) {
                w[i][j] -= rate * dw[i][j];
            }
        }
    }
}

}  // namespace answers
