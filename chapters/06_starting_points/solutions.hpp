#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace answers {

// ## 6.1 Where does it end?
//
// The squares keep their differences. So one number is left to find: the size
// that the smallest weight comes to. If the run is stuck, that is 0. If not,
// the product of all sizes is that of the target. The product grows with the
// size, so halving an interval finds it.
inline double size_at_the_goal(const std::vector<double>& above, double goal)
{
    double low = 0;
    double high = std::max(1.0, goal);
    for (int halving = 0; halving < 100; ++halving) {
        const double u = (low + high) / 2;
        double product = 1;
        for (const double each : above) {
            product = product * std::sqrt(u * u + each);
        }
        (product < goal ? low : high) = u;
    }
    return high;
}

inline std::vector<double> end_of_run(const std::vector<double>& w,
                                      double target)
{
    std::size_t least = 0;
    bool wrong_sign = target < 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        least = std::abs(w[i]) < std::abs(w[least]) ? i : least;
        wrong_sign = wrong_sign != (w[i] < 0);
    }
    const double m = std::abs(w[least]);
    std::vector<double> above;
    int tied = 0;
    for (const double each : w) {
        const double size = std::abs(each);
        above.push_back((size - m) * (size + m));
        tied += size == m ? 1 : 0;
    }
    const bool stuck = (wrong_sign || m == 0) && tied > 1;
    const double u = stuck ? 0 : size_at_the_goal(above, std::abs(target));
    std::vector<double> end;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const double size = std::sqrt(u * u + above[i]);
        end.push_back(w[i] < 0 ? -size : size);
    }
    if (wrong_sign) {
        end[least] = -end[least];
    }
    return end;
}

// ## 6.2 Does it learn?
//
// With the right sign of the product it learns. With the wrong sign, or a
// product of zero, the smallest weight has to pass zero, and it can if no
// other weight has the same size.
inline bool learns(const std::vector<double>& w, double target)
{
    double sign = target;
    for (const double each : w) {
        sign = each < 0 ? -sign : each == 0 ? 0 : sign;
    }
    if (sign > 0) {
        return true;
    }
    std::vector<double> sizes;
    for (const double each : w) {
        sizes.push_back(std::abs(each));
    }
    std::sort(sizes.begin(), sizes.end());
    return sizes.size() == 1 || sizes[0] < sizes[1];
}

}  // namespace answers
