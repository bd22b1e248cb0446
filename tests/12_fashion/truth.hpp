// The answers to chapter 12 by ways that are longer and plainer.
#include <algorithm>
#include <cmath>
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
    known("the last epoch", best);
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
void know_counts(const std::vector<std::vector<int>>& counts)
{
    const std::size_t n = counts.size();
    std::vector<double> found, images, taken(n, 0), wrong;
    double all = 0;
    double right = 0;
    for (std::size_t i = 0; i < n; ++i) {
        images.push_back(0);
        for (std::size_t j = 0; j < n; ++j) {
            images[i] += counts[i][j];
            taken[j] += counts[i][j];
            all += counts[i][j];
        }
        found.push_back(counts[i][i]);
        right += counts[i][i];
        wrong.push_back(images[i] - found[i]);
    }
    known("found", found);
    known("images", images);
    known("taken", taken);
    known("not found", wrong);
    known("the number of all images", all);
    known("the number of all that were found", right);
    known("classes", n);
}

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
    know_counts(counts);
    return shares;
}

// ## 12.3
// Counts that a wrong answer may give instead.
void know_places(const std::vector<std::vector<double>>& z,
                 const std::vector<int>& right, int k)
{
    int at_most = 0, with_equals = 0, first = 0, one_less = 0, smaller = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        const double own = z[n][static_cast<std::size_t>(right[n])];
        int larger = 0, no_less = 0, less = 0;
        for (const double other : z[n]) {
            larger += other > own ? 1 : 0;
            no_less += other >= own ? 1 : 0;
            less += other < own ? 1 : 0;
        }
        at_most += larger <= k ? 1 : 0;
        one_less += larger < k - 1 ? 1 : 0;
        with_equals += no_less - 1 < k ? 1 : 0;
        first += larger == 0 ? 1 : 0;
        smaller += less < k ? 1 : 0;
    }
    known("number of samples", z.size());
    known("number of samples with at most k larger outputs", at_most);
    known("number of samples with fewer than k - 1 larger outputs", one_less);
    known("number of samples with fewer than k others that are no smaller",
          with_equals);
    known("number of samples whose right class is the best", first);
    known("number of samples with fewer than k smaller outputs", smaller);
}

// By the place of the right class among the sorted outputs.
int among_the_best(const std::vector<std::vector<double>>& z,
                   const std::vector<int>& right, int k)
{
    int count = 0;
    know_places(z, right, k);
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
    known("log K", std::log(static_cast<double>(classes)));
    known("number of images", x.size());
    known("number of pixels", x[0].size());
    return losses;
}
