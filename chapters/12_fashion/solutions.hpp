#pragma once

#include <algorithm>
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

}  // namespace answers
