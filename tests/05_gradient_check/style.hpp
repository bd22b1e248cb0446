// The exercises of chapter 05 with the thirds as the text writes them, and a
// checker that compares with a one-sided difference and a wider tolerance.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace answers {

template <class T>
T four_point_difference(const std::function<T(const T&)>& f, const T& x,
                        const T& h)
{
    const T h2 = h + h;
    const T d1 = (f(x + h) - f(x - h)) / (h + h);
    const T d2 = (f(x + h2) - f(x - h2)) / (h2 + h2);
    return T(4) / T(3) * d1 - T(1) / T(3) * d2;
}

inline bool gradients_agree(const std::vector<double>& a,
                            const std::vector<double>& b, double tolerance)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [&](double p, double q) {
            if (!std::isfinite(p) || !std::isfinite(q)) {
                return false;
            }
            const double larger = std::fmax(std::fabs(p), std::fabs(q));
            return larger == 0 || std::fabs(p - q) / larger <= tolerance;
        });
}

inline bool
gradient_is_right(const std::function<double(const std::vector<double>&)>& f,
                  std::vector<double> at, const std::vector<double>& gradient)
{
    std::vector<double> slopes;
    const double here = f(at);
    for (double& parameter : at) {
        const double old = parameter;
        parameter += 1e-7;
        slopes.push_back((f(at) - here) / 1e-7);
        parameter = old;
    }
    return gradients_agree(slopes, gradient, 1e-3);
}

}  // namespace answers
