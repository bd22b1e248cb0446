// The answers to chapter 12 by ways that are longer and plainer.
#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include "judge/truth.hpp"

// ## 12.1
// By looking back at a training of a copy that is as long as may be.
bool better(const std::vector<double>& losses, int epoch)
{
    const double own = losses[static_cast<std::size_t>(epoch)];
    return std::all_of(
        losses.begin(), losses.begin() + epoch,
        [&](double before) { return before != before || own < before; });
}

// The first epoch after which nobody would go on.
int last_epoch(const std::vector<double>& losses, int patience, int most)
{
    int in_vain = 0;
    for (int epoch = 1; epoch <= most; ++epoch) {
        in_vain = better(losses, epoch) ? 0 : in_vain + 1;
        if (in_vain == patience) {
            return epoch;
        }
    }
    return most;
}

template <class Network>
int train_and_stop_early(Network& net, int patience, int most)
{
    Network copy = net;
    std::vector<double> losses{copy.validation_loss()};
    std::vector<std::vector<double>> weights{copy.values()};
    for (int epoch = 1; epoch <= most; ++epoch) {
        copy.train_epoch();
        losses.push_back(copy.validation_loss());
        weights.push_back(copy.values());
    }
    int best = last_epoch(losses, patience, most);
    for (int left = best; left > 0; --left) {
        net.train_epoch();
    }
    while (best > 0 && !better(losses, best)) {
        --best;
    }
    net.set_values(weights[static_cast<std::size_t>(best)]);
    return best;
}

// ## 12.2
// Image by image.
std::vector<double> share_found(const std::vector<std::vector<int>>& counts)
{
    std::vector<double> shares;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        double images = 0;
        double found = 0;
        for (std::size_t j = 0; j < counts.size(); ++j) {
            for (int image = 0; image < counts[i][j]; ++image) {
                images += 1;
                found += i == j ? 1 : 0;
            }
        }
        shares.push_back(images > 0 ? found / images : 0);
    }
    return shares;
}

// ## 12.3
// By the place of the right class among the sorted outputs.
int among_the_best(const std::vector<std::vector<double>>& z,
                   const std::vector<int>& right, int k)
{
    int count = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        auto sorted = z[n];
        std::sort(sorted.rbegin(), sorted.rend());
        const double own = z[n][static_cast<std::size_t>(right[n])];
        const auto place = std::find(sorted.begin(), sorted.end(), own);
        count += place - sorted.begin() < k ? 1 : 0;
    }
    return count;
}

// ## 12.4
// The slopes by dual numbers, for all weights in one row.
using moving = chainrule::dual<double>;

moving mean_loss(const std::vector<moving>& w,
                 const std::vector<std::vector<double>>& x,
                 const std::vector<int>& right, std::size_t classes)
{
    moving sum(0);
    for (std::size_t n = 0; n < x.size(); ++n) {
        std::vector<moving> z(classes, moving(0));
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < classes; ++j) {
            for (std::size_t i = 0; i < x[n].size(); ++i) {
                z[j] += w[j * x[n].size() + i] * moving(x[n][i]);
            }
            largest = std::max(largest, z[j].value);
        }
        moving total(0);
        for (const moving& each : z) {
            total += exp(each - moving(largest));
        }
        sum += moving(largest) + log(total) -
               z[static_cast<std::size_t>(right[n])];
    }
    return sum / moving(static_cast<double>(x.size()));
}

std::vector<double> by_heart(const std::vector<std::vector<double>>& x,
                             const std::vector<int>& right,
                             std::size_t classes, double rate, double enough,
                             int most)
{
    const auto loss = [&](const std::vector<moving>& w) {
        return mean_loss(w, x, right, classes);
    };
    std::vector<double> w(classes * x[0].size(), 0);
    std::vector<double> losses{loss({w.begin(), w.end()}).value};
    for (int left = most; left > 0 && losses.back() >= enough; --left) {
        const auto dw = chainrule::judge::slopes_by_dual(loss, w);
        for (std::size_t i = 0; i < w.size(); ++i) {
            w[i] -= rate * dw[i];
        }
        losses.push_back(loss({w.begin(), w.end()}).value);
    }
    return losses;
}
