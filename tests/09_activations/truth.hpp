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
    known("whether z is above 0", z > 0);
    known("whether z is 0", z == 0);
    known("whether the leak is above 1", leak > 1);
    known("whether da is below 0", da < 0);
    return {a.value, a.slope * da};
}

// ## 9.2
// From the formula in z, after all: z = a / (1 - |a|).
double softsign_back(double a, double da)
{
    const moving z = variable(a / (1 - std::abs(a)));
    known("whether a is below 0", a < 0);
    known("z", z.value);
    known("|a|", std::abs(a));
    known("(1 - |a|)", 1 - std::abs(a));
    known("(1 + |a|)", 1 + std::abs(a));
    known("(1 - a)", 1 - a);
    known("(1 + a)", 1 + a);
    known("|z|", std::abs(z.value));
    known("(1 + |z|)", 1 + std::abs(z.value));
    known("(1 - a a)", 1 - a * a);
    const moving size = z < moving(0) ? -z : z;
    return (z / (moving(1) + size)).slope * da;
}

// ## 9.3
// All parameters in one list, as c and the leak, and then w, b and v of each
// neuron.
moving leaky_loss(const std::vector<moving>& p,
                  const std::array<double, 2>& x, double t)
{
    moving d = p[0] - moving(t);
    for (std::size_t j = 2; j < p.size(); j += 4) {
        const moving z =
            p[j] * moving(x[0]) + p[j + 1] * moving(x[1]) + p[j + 2];
        d = d + p[j + 3] * (moving(0) < z ? z : p[1] * z);
    }
    return d * d / moving(2);
}

leaky_network<double> train_leak(const leaky_network<double>& start,
                                 const std::vector<std::array<double, 2>>& x,
                                 const std::vector<double>& t, double rate,
                                 int epochs)
{
    std::vector<double> p{start.net.c, start.leak};
    for (const auto& h : start.net.hidden) {
        p.insert(p.end(), {h.w[0], h.w[1], h.b, h.v});
    }
    for (; epochs > 0; --epochs) {
        for (std::size_t n = 0; n < x.size(); ++n) {
            const auto s = slopes_by_dual(
                [&](const auto& q) { return leaky_loss(q, x[n], t[n]); }, p);
            known("the first slope by c", s[0]);
            known("the first slope by the leak", s[1]);
            for (std::size_t i = 0; i < p.size(); ++i) {
                p[i] -= rate * s[i];
            }
        }
    }
    leaky_network<double> after{{{}, p[0]}, p[1]};
    for (std::size_t j = 2; j < p.size(); j += 4) {
        after.net.hidden.push_back({{p[j], p[j + 1]}, p[j + 2], p[j + 3]});
    }
    return after;
}

// ## 9.4
// Counts that a wrong answer may give instead.
void know_sums(const std::vector<double>& w, const std::vector<double>& b,
               const std::vector<double>& samples)
{
    int positive = 0, zeros = 0, sleeping = 0, at_first = 0, at_last = 0;
    int some = 0, without_bias = 0, below = 0, mean = 0;
    for (std::size_t j = 0; j < w.size(); ++j) {
        int awake = 0, zero = 0, unbiased = 0;
        double sum = 0;
        for (const double x : samples) {
            const double z = w[j] * x + b[j];
            awake += z > 0 ? 1 : 0;
            zero += z == 0 ? 1 : 0;
            unbiased += w[j] * x > 0 ? 1 : 0;
            sum += z;
        }
        const int n = static_cast<int>(samples.size());
        positive += awake;
        zeros += zero;
        sleeping += n - awake;
        some += awake < n ? 1 : 0;
        below += awake == 0 && zero == 0 ? 1 : 0;
        without_bias += unbiased == 0 ? 1 : 0;
        mean += sum <= 0 ? 1 : 0;
        at_first += w[j] * samples.front() + b[j] > 0 ? 0 : 1;
        at_last += w[j] * samples.back() + b[j] > 0 ? 0 : 1;
    }
    int silent = 0;
    for (const double x : samples) {
        bool awake = false;
        for (std::size_t j = 0; j < w.size(); ++j) {
            awake = awake || w[j] * x + b[j] > 0;
        }
        silent += awake ? 0 : 1;
    }
    known("number of samples that wake nobody", silent);
    known("number of neurons", w.size());
    known("number of samples", samples.size());
    known("number of sums above 0", positive);
    known("number of sums that are 0", zeros);
    known("number of sums that are not above 0", sleeping);
    known("number of neurons that sleep for some sample", some);
    known("number of neurons whose sums are all below 0", below);
    known("number of neurons that would sleep without a bias", without_bias);
    known("number of neurons whose mean sum is not above 0", mean);
    known("number of neurons that sleep for the first sample", at_first);
    known("number of neurons that sleep for the last sample", at_last);
}

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
    know_sums(w, b, samples);
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
        known("the first slope by c", s[0]);
        known("n", samples.size());
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
