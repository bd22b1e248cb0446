// The exercises of chapter 06 by recursion, and by counting.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace answers {

// Returns the product of what lies from i on, and fills in the products of
// all others.
template <class T>
T others(const std::vector<T>& w, std::size_t i, T before,
         std::vector<T>& product)
{
    if (i == w.size()) {
        return T(1);
    }
    const T after = others(w, i + 1, T(before * w[i]), product);
    product[i] = before * after;
    return w[i] * after;
}

template <class T>
std::vector<T> slopes_of_product(const std::vector<T>& w, T t)
{
    std::vector<T> slopes(w.size());
    const T d = others(w, 0, T(1), slopes) - t;
    for (T& slope : slopes) {
        slope *= d;
    }
    return slopes;
}

inline bool learns(const std::vector<double>& w, double target)
{
    const auto negative =
        std::count_if(w.begin(), w.end(), [](double v) { return v < 0; });
    const auto zero = std::count(w.begin(), w.end(), 0.0);
    const bool right = (negative % 2 == 0) == (target > 0);
    if (zero > 0) {
        return zero == 1;
    }
    if (right) {
        return true;
    }
    const auto smaller = [](double a, double b) {
        return std::abs(a) < std::abs(b);
    };
    const double least = *std::min_element(w.begin(), w.end(), smaller);
    return std::count(w.begin(), w.end(), least) +
               std::count(w.begin(), w.end(), -least) ==
           1;
}

}  // namespace answers
