// The answers to chapter 09 by dual numbers, and by counting those awake.
#include <algorithm>
#include <array>
#include <cmath>
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
std::array<double, 4> two_layer_slopes(double w1, double b1, double w2,
                                       double b2, double x, double t)
{
    const auto loss = [&](const auto& p) {
        const auto z = p[0] * x + p[1];
        const auto d = p[2] * z * (z + 3) + p[3] - t;
        return d * d / 2;
    };
    const auto s = slopes_by_dual(loss, {w1, b1, w2, b2});
    const double z = w1 * x + b1;
    const double e = w2 * z * (z + 3) + b2;
    known("z", z);
    known("a", z * (z + 3));
    known("e", e);
    known("de", e - t);
    known("(2 z + 3)", 2 * z + 3);
    known("dz", s[1]);
    known("da", (e - t) * w2);
    known("w1 x", w1 * x);
    known("z z", z * z);
    return {s[0], s[1], s[2], s[3]};
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
