// The answers to chapter 11 in the words of the exercises, and by dual numbers.
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "judge/truth.hpp"

using chainrule::dual;
using chainrule::judge::slopes_by_dual;
using moving = dual<double>;
using values = std::vector<double>;

// ## 11.1
// By the whole table of derivatives, as the exercise gives it.
values softmax_back(const values& p, const values& dp)
{
    values dz(p.size(), 0);
    for (std::size_t j = 0; j < p.size(); ++j) {
        for (std::size_t i = 0; i < p.size(); ++i) {
            dz[j] += dp[i] * (i == j ? p[i] * (1 - p[i]) : -p[i] * p[j]);
        }
    }
    double mean = 0;
    double sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        mean += p[i] * dp[i];
        sum += dp[i];
    }
    values rest, less;
    for (std::size_t i = 0; i < p.size(); ++i) {
        rest.push_back(1 - p[i]);
        less.push_back(dp[i] - mean);
    }
    known("the sum of p dp", mean);
    known("the sum of dp", sum);
    known("(1 - p)", rest);
    known("(dp less the mean)", less);
    known("n", p.size());
    return dz;
}

// ## 11.2
// The velocity is applied once more.
std::array<double, 2> nesterov_step(double w, double v, double dw,
                                    double rate, double keep)
{
    const auto applied = [&](double velocity) {
        return keep * velocity + dw;
    };
    known("the new v", applied(v));
    known("the step of plain momentum", rate * applied(v));
    known("the true step", rate * applied(applied(v)));
    known("keep v", keep * v);
    return {w - rate * applied(applied(v)), applied(v)};
}

// ## 11.3
// Without velocities: what is kept is a part of the way just gone. The table
// has a row for each rate.
std::array<double, 2> best_rate(const values& c,
                                const std::vector<values>& starts,
                                const values& rates, double keep, int steps)
{
    std::vector<std::pair<double, double>> table;
    for (const double rate : rates) {
        values losses;
        for (const values& start : starts) {
            losses.push_back(0);
            for (std::size_t i = 0; i < c.size(); ++i) {
                values way{start[i], start[i]};
                for (int step = 0; step < steps; ++step) {
                    const double now = way.back();
                    const double before = way[way.size() - 2];
                    way.push_back((1 - rate * c[i]) * now +
                                  keep * (now - before));
                }
                losses.back() += c[i] / 2 * way.back() * way.back();
            }
        }
        table.emplace_back(*std::max_element(losses.begin(), losses.end()),
                           rate);
    }
    const auto [loss, rate] = *std::min_element(
        table.begin(), table.end(),
        [](const auto& a, const auto& b) { return a.first < b.first; });
    known("number of starts", starts.size());
    known("number of rates", rates.size());
    known("the largest loss of the first rate", table.front().first);
    known("the largest loss of the last rate", table.back().first);
    return {rate, loss};
}

// ## 11.4
std::array<double, 2> priced_step(double w, double b, double sum_dw,
                                  double sum_db, int n, double decay,
                                  double rate)
{
    const auto loss = [&](const std::vector<moving>& p) {
        return p[0] * moving(sum_dw / n) + p[1] * moving(sum_db / n) +
               moving(decay) * p[0] * p[0] / moving(2);
    };
    const values s = slopes_by_dual(loss, {w, b});
    known("mean dw", sum_dw / n);
    known("mean db", sum_db / n);
    known("price", decay * w);
    return {w - rate * s[0], b - rate * s[1]};
}
