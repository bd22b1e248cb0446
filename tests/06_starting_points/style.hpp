// The exercises of chapter 06 by one shift of all squares, and by counting.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace answers {

// All squares move by the same amount; it is looked for.
inline std::vector<double> end_of_run(std::vector<double> w, double target)
{
    const auto smaller = [](double a, double b) {
        return std::abs(a) < std::abs(b);
    };
    const auto least = std::min_element(w.begin(), w.end(), smaller);
    const double square = *least * *least;
    double p = target < 0 ? -1 : 1;
    for (const double each : w) {
        p *= each < 0 ? -1 : each > 0 ? 1 : 0;
    }
    const auto tied = std::count_if(w.begin(), w.end(), [&](double each) {
        return each * each == square;
    });
    double less = -square;
    if (p > 0 || tied == 1) {
        double more = 1 + target * target;
        for (int i = 0; i < 2000; ++i) {
            const double middle = less / 2 + more / 2;
            double all = 1 / std::abs(target);
            for (const double each : w) {
                all *= std::sqrt(each * each + middle);
            }
            (all > 1 ? more : less) = middle;
        }
    }
    double sign = target;
    for (double& each : w) {
        each = std::copysign(std::sqrt(each * each + less), each);
        sign = each < 0 ? -sign : sign;
    }
    *least *= sign < 0 ? -1 : 1;
    return w;
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
