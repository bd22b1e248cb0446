// The exercises of chapter 06 with sizes and signs apart, and in one pass.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace answers {

// The two halves of the question apart: the sizes, and then the signs.
inline std::vector<double> end_of_run(const std::vector<double>& start,
                                      double target)
{
    std::vector<double> sizes;
    bool zero = false;
    int minus = target < 0 ? 1 : 0;
    for (const double w : start) {
        sizes.push_back(std::fabs(w));
        zero = zero || w == 0;
        minus += w < 0 ? 1 : 0;
    }
    const double low = *std::min_element(sizes.begin(), sizes.end());
    const bool alone = std::count(sizes.begin(), sizes.end(), low) == 1;
    const auto sizes_for = [&](double u) {
        std::vector<double> all;
        for (const double s : sizes) {
            all.push_back(std::sqrt(u * u + s * s - low * low));
        }
        return all;
    };
    double u = 0;
    if (alone || (minus % 2 == 0 && !zero)) {
        for (double by = std::fabs(target) + 1; u + by / 8 > u; by /= 2) {
            double product = 1;
            for (const double s : sizes_for(u + by)) {
                product *= s;
            }
            u += product <= std::fabs(target) ? by : 0;
        }
    }
    std::vector<double> end = sizes_for(u);
    for (std::size_t i = 0; i < end.size(); ++i) {
        const bool turns = minus % 2 == 1 && sizes[i] == low && alone;
        end[i] *= (start[i] < 0) != turns ? -1 : 1;
    }
    return end;
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
