// The exercises of chapter 06 with two vectors of products, and in one pass.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace answers {

template <class T>
std::vector<T> slopes_of_product(std::vector<T> w, const T& t)
{
    const std::size_t n = w.size();
    std::vector<T> up(n + 1, T(1));
    std::vector<T> down(n + 1, T(1));
    for (std::size_t i = 0; i < n; ++i) {
        up[i + 1] = up[i] * w[i];
        down[n - i - 1] = w[n - i - 1] * down[n - i];
    }
    for (std::size_t i = 0; i < n; ++i) {
        w[i] = up[i] * down[i + 1] * (up[n] - t);
    }
    return w;
}

inline bool learns(std::vector<double> w, double target)
{
    int product = 1;
    double least = HUGE_VAL;
    bool alone = false;
    for (const double v : w) {
        product *= v > 0 ? 1 : v < 0 ? -1 : 0;
        const double size = std::fabs(v);
        alone = size < least || (alone && size > least);
        least = std::fmin(least, size);
    }
    return product * target > 0 || alone;
}

}  // namespace answers
