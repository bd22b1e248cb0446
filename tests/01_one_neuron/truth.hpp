// The slopes of chapter 01 by dual numbers, which know no chain rule of ours.
#include <array>
#include <cstddef>
#include <vector>

#include "judge/truth.hpp"

using chainrule::judge::slopes_by_dual;

// ## 1.1
template <field T>
std::vector<T> slopes_with_product(const std::array<T, 3>& w, const T& b,
                                   const std::array<T, 2>& x, const T& t)
{
    const auto loss = [&](const auto& p) {
        const auto by_x1 = p[0] + p[2] * x[1];
        const auto d = by_x1 * x[0] + p[1] * x[1] + (p[3] - t);
        return d * d / 2;
    };
    const T e = w[0] * x[0] + w[1] * x[1] + w[2] * x[0] * x[1] + b;
    known("e", e);
    known("d", e - t);
    return slopes_by_dual<T>(loss, {w[0], w[1], w[2], b});
}

// ## 1.2
template <field T>
std::vector<T> step_all_at_once(const T& w, const T& b, const T& x,
                                const T& t, const T& rate)
{
    const auto loss = [&](const auto& p) {
        const auto d = p[0] * x + p[1] - t;
        return d * d / 2;
    };
    const auto slopes = slopes_by_dual<T>(loss, {w, b});
    known("e", w * x + b);
    known("d", w * x + b - t);
    known("dw", slopes[0]);
    return {w - rate * slopes[0], b - rate * slopes[1]};
}

// ## 1.3
template <field T>
std::vector<T> slopes_of_batch(const T& w, const T& b,
                               const std::vector<T>& x,
                               const std::vector<T>& t)
{
    const auto loss = [&](const auto& p) {
        auto sum = p[0] * 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const auto d = p[0] * x[i] + p[1] - t[i];
            sum = sum + d * d / 2;
        }
        return sum / static_cast<int>(x.size());
    };
    std::vector<T> e;
    std::vector<T> d;
    for (std::size_t i = 0; i < x.size(); ++i) {
        e.push_back(w * x[i] + b);
        d.push_back(e[i] - t[i]);
    }
    known("d", d);
    known("e", e);
    known("n", x.size());
    return slopes_by_dual<T>(loss, {w, b});
}
