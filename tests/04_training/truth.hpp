// The steps of chapter 04 by dual numbers, which know no chain rule of ours.
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "judge/truth.hpp"

template <field T>
std::vector<T> step_by_dual(const std::array<T, 3>& w, const T& x, const T& t,
                            const T& rate, const T& decay)
{
    const auto loss = [&](const auto& p) {
        const auto d = p[2] * p[1] * p[0] * x - t;
        const auto price = p[0] * p[0] + p[1] * p[1] + p[2] * p[2];
        return (d * d + price * decay) / 2;
    };
    const auto slopes =
        chainrule::judge::slopes_by_dual<T>(loss, {w[0], w[1], w[2]});
    std::vector<T> next;
    for (std::size_t i = 0; i < 3; ++i) {
        next.push_back(w[i] - rate * slopes[i]);
    }
    return next;
}

// ## 4.1
template <field T>
std::vector<T> repaired_step(const std::array<T, 3>& w, const T& x,
                             const T& t, const T& rate)
{
    return step_by_dual(w, x, t, rate, T(0));
}

// ## 4.2
template <field T>
std::vector<T> step_with_decay(const std::array<T, 3>& w, const T& x,
                               const T& t, const T& rate, const T& decay)
{
    return step_by_dual(w, x, t, rate, decay);
}

// ## 4.3
// By its words: from this epoch on, every value is near.
std::size_t settled_since(const std::vector<double>& values, double goal,
                          double distance)
{
    for (std::size_t epoch = 1; epoch <= values.size(); ++epoch) {
        bool all = true;
        for (std::size_t i = epoch - 1; i < values.size(); ++i) {
            all = all && std::abs(values[i] - goal) < distance;
        }
        if (all) {
            return epoch;
        }
    }
    return 0;
}
