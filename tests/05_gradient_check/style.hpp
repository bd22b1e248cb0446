// The exercises of chapter 05 with the thirds as the text writes them, and a
// checker that compares with a one-sided difference and a wider tolerance.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
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

// By recursion on the list of those that are suspected.
inline std::size_t
wrong_among(const std::function<double(const std::vector<double>&)>& f,
            const std::vector<double>& at,
            const std::vector<double>& gradient,
            const std::vector<std::size_t>& suspects)
{
    if (suspects.size() == 1) {
        return suspects.front();
    }
    const auto half = static_cast<std::ptrdiff_t>(suspects.size() / 2);
    const std::vector<std::size_t> some(suspects.begin(),
                                        suspects.begin() + half);
    const std::vector<std::size_t> others(suspects.begin() + half,
                                          suspects.end());
    auto to = at;
    auto from = at;
    double missing = 0;
    for (const std::size_t i : some) {
        to[i] += 1e-4;
        from[i] -= 1e-4;
        missing -= gradient[i];
    }
    missing += (f(to) - f(from)) / 2e-4;
    return wrong_among(f, at, gradient,
                       std::fabs(missing) > 0.006 ? some : others);
}

// The last suspect stands for "none", and is what is left if all agree.
inline std::size_t
wrong_entry(const std::function<double(const std::vector<double>&)>& f,
            const std::vector<double>& at,
            const std::vector<double>& gradient)
{
    std::vector<std::size_t> all(at.size() + 1);
    std::iota(all.begin(), all.end(), std::size_t(0));
    return wrong_among(f, at, gradient, all);
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
    return std::equal(slopes.begin(), slopes.end(), gradient.begin(),
                      [](double p, double q) {
                          return std::fabs(p - q) < std::fabs(p) / 300;
                      });
}

}  // namespace answers
