// The slopes of chapter 03 by dual numbers, which know no walk back.
#include <cstddef>
#include <vector>

#include "judge/truth.hpp"

using chainrule::judge::slopes_by_dual;

// ## 3.1
template <field T>
slopes<T> slopes_with_biases(const std::vector<T>& w, const std::vector<T>& b,
                             const T& x, const T& t)
{
    const std::size_t n = w.size();
    std::vector<T> both = w;
    both.insert(both.end(), b.begin(), b.end());
    const auto loss = [&](const auto& p) {
        auto d = p[0] * x + p[n];
        for (std::size_t i = 1; i < n; ++i) {
            d = p[i] * d + p[n + i];
        }
        d = d - t;
        return d * d / 2;
    };
    const auto all = slopes_by_dual<T>(loss, both);
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(n);
    return {{all.begin(), middle}, {middle, all.end()}};
}

// ## 3.2
template <field T>
std::vector<T> slopes_of_fourth_power(const std::vector<T>& w, const T& x,
                                      const T& t)
{
    const auto loss = [&](const auto& p) {
        auto d = p[0] * x;
        for (std::size_t i = 1; i < w.size(); ++i) {
            d = p[i] * d;
        }
        d = d - t;
        return d * d * d * d / 4;
    };
    return slopes_by_dual<T>(loss, w);
}

// ## 3.3
template <field T>
T slope_of_shared_weight(const T& w, std::size_t n, const T& x, const T& t)
{
    const auto loss = [&](const auto& p) {
        auto d = p[0] * x;
        for (std::size_t i = 1; i < n; ++i) {
            d = p[0] * d;
        }
        d = d - t;
        return d * d / 2;
    };
    return slopes_by_dual<T>(loss, {w})[0];
}
