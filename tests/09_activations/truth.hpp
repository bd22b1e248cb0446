// The answers to chapter 09 by dual numbers, and by counting those awake.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "judge/truth.hpp"

using chainrule::dual;
using chainrule::variable;
using chainrule::judge::slopes_by_dual;
using moving = dual<double>;

// ## 9.1
// Dual numbers take the branch that their value takes.
std::array<double, 2> leaky_rectifier(double z, double da, double leak)
{
    const moving m = variable(z);
    const moving a = moving(0) < m ? m : moving(leak) * m;
    return {a.value, a.slope * da};
}

// ## 9.2
// From the formula in z, after all: z = a / (1 - |a|).
double softsign_back(double a, double da)
{
    const moving z = variable(a / (1 - std::abs(a)));
    const moving size = z < moving(0) ? -z : z;
    return (z / (moving(1) + size)).slope * da;
}

// ## 9.3
std::array<double, 4> two_layer_slopes(double w1, double b1, double w2,
                                       double b2, double x, double t)
{
    const auto loss = [&](const auto& p) {
        const auto z = p[0] * x + p[1];
        const auto d = p[2] * z * (z + 3) + p[3] - t;
        return d * d / 2;
    };
    const auto s = slopes_by_dual(loss, {w1, b1, w2, b2});
    return {s[0], s[1], s[2], s[3]};
}

// ## 9.4
int asleep(const std::vector<double>& w, const std::vector<double>& b,
           const std::vector<double>& samples)
{
    int sleepers = static_cast<int>(w.size());
    for (std::size_t j = 0; j < w.size(); ++j) {
        double largest = 0;
        for (const double x : samples) {
            largest = std::max(largest, w[j] * x + b[j]);
        }
        sleepers -= largest > 0 ? 1 : 0;
    }
    return sleepers;
}

// ## 9.5
// All parameters in one list, as c and then w, b and v of each neuron.
moving mean_loss(const std::vector<moving>& p,
                 const std::vector<labelled<double>>& samples)
{
    moving sum(0);
    for (const auto& [x, t] : samples) {
        moving e = p[0];
        for (std::size_t j = 1; j < p.size(); j += 4) {
            const moving z =
                p[j] * moving(x[0]) + p[j + 1] * moving(x[1]) + p[j + 2];
            const moving a = std::abs(z.value) < 1 ? z
                             : z.value < 0         ? moving(-1)
                                                   : moving(1);
            e = e + p[j + 3] * a;
        }
        sum = sum + (e - moving(t)) * (e - moving(t));
    }
    return sum / moving(2 * static_cast<int>(samples.size()));
}

two_layers<double> train_network(const two_layers<double>& net,
                                 const std::vector<labelled<double>>& samples,
                                 double rate, int steps)
{
    std::vector<double> p{net.c};
    for (const auto& h : net.hidden) {
        p.insert(p.end(), {h.w[0], h.w[1], h.b, h.v});
    }
    for (; steps > 0; --steps) {
        const auto s = slopes_by_dual(
            [&](const auto& q) { return mean_loss(q, samples); }, p);
        for (std::size_t i = 0; i < p.size(); ++i) {
            p[i] -= rate * s[i];
        }
    }
    two_layers<double> after{{}, p[0]};
    for (std::size_t j = 1; j < p.size(); j += 4) {
        after.hidden.push_back({{p[j], p[j + 1]}, p[j + 2], p[j + 3]});
    }
    return after;
}
