// The exercises of chapter 12 with a patience that runs down, signed indices
// and a sort.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace answers {

template <class Network>
int train_and_stop_early(Network& net, int patience, int most)
{
    struct {
        int epoch;
        double loss;
        decltype(net.values()) weights;
    } best{0, net.validation_loss(), net.values()};
    int left = patience;
    int epoch = 0;
    while (left > 0 && epoch < most) {
        net.train_epoch();
        ++epoch;
        --left;
        if (const double now = net.validation_loss(); now < best.loss) {
            best = {epoch, now, net.values()};
            left = patience;
        }
    }
    net.set_values(best.weights);
    return best.epoch;
}

inline std::vector<double>
share_found(const std::vector<std::vector<int>>& counts)
{
    std::vector<double> result(counts.size());
    for (int i = 0; i < static_cast<int>(counts.size()); ++i) {
        const auto& row = counts[static_cast<std::size_t>(i)];
        double sum = 0;
        for (int n : row) {
            sum += n;
        }
        if (sum > 0) {
            result[static_cast<std::size_t>(i)] =
                row[static_cast<std::size_t>(i)] / sum;
        }
    }
    return result;
}

inline int among_the_best(std::vector<std::vector<double>> z,
                          std::vector<int> right, int k)
{
    int count = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        const double own = z[n][static_cast<std::size_t>(right[n])];
        std::sort(z[n].begin(), z[n].end());
        const auto larger =
            z[n].end() - std::upper_bound(z[n].begin(), z[n].end(), own);
        if (larger < k) {
            ++count;
        }
    }
    return count;
}

// Each class has a row of weights, and the next weights are made beside them.
inline std::vector<double> by_heart(std::vector<std::vector<double>> x,
                                    std::vector<int> right,
                                    std::size_t classes, double rate,
                                    double enough, int most)
{
    const auto weigh = [&](const std::vector<double>& row, std::size_t n) {
        return std::inner_product(row.begin(), row.end(), x[n].begin(), 0.0);
    };
    std::vector<std::vector<double>> w(classes,
                                       std::vector<double>(x[0].size()));
    std::vector<double> losses;
    do {
        auto next = w;
        losses.push_back(0);
        for (std::size_t n = 0; n < x.size(); ++n) {
            std::vector<double> z(classes);
            for (std::size_t j = 0; j < classes; ++j) {
                z[j] = weigh(w[j], n);
            }
            const double own = z[static_cast<std::size_t>(right[n])];
            const double most_of_all = *std::max_element(z.begin(), z.end());
            double sum = 0;
            for (std::size_t j = 0; j < classes; ++j) {
                z[j] = std::exp(z[j] - most_of_all);
                sum += z[j];
            }
            losses.back() += most_of_all - own + std::log(sum);
            z[static_cast<std::size_t>(right[n])] -= sum;
            for (std::size_t j = 0; j < classes; ++j) {
                for (std::size_t i = 0; i < x[n].size(); ++i) {
                    next[j][i] -= rate * z[j] / sum * x[n][i] /
                                  static_cast<double>(x.size());
                }
            }
        }
        losses.back() /= static_cast<double>(x.size());
        w = next;
    } while (losses.back() >= enough && most-- > 0);
    return losses;
}

}  // namespace answers
