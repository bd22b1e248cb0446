// The exercises of chapter 05 over a common denominator, and a checker that
// uses the four points.
#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace answers {

template <class T>
T four_point_difference(const std::function<T(const T&)>& f, T x, T h)
{
    T sum = T(0);
    sum += f(x - h * T(2));
    sum -= f(x + h * T(2));
    sum += T(8) * (f(x + h) - f(x - h));
    return sum / h / T(12);
}

// Asks for each binary digit of the index whether it is 1.
inline std::size_t
wrong_entry(const std::function<double(const std::vector<double>&)>& f,
            const std::vector<double>& at,
            const std::vector<double>& gradient)
{
    const double h = 1e-5;
    const auto error = [&](auto moves) {
        std::vector<double> up = at, down = at;
        double sum = 0;
        for (std::size_t i = 0; i < at.size(); ++i) {
            up[i] += moves(i) ? h : 0;
            down[i] -= moves(i) ? h : 0;
            sum += moves(i) ? gradient[i] : 0;
        }
        return std::abs((f(up) - f(down)) / h / 2 - sum);
    };
    if (error([](std::size_t) { return true; }) < 0.005) {
        return at.size();
    }
    std::size_t index = 0;
    for (std::size_t digit = 1; digit < at.size(); digit *= 2) {
        if (error([&](std::size_t i) { return (i & digit) != 0; }) > 0.005) {
            index += digit;
        }
    }
    return index;
}

inline bool
gradient_is_right(const std::function<double(const std::vector<double>&)>& f,
                  const std::vector<double>& at,
                  const std::vector<double>& gradient)
{
    for (std::size_t i = 0; i < at.size(); ++i) {
        const std::function<double(const double&)> along =
            [&](const double& value) {
                std::vector<double> moved = at;
                moved[i] = value;
                return f(moved);
            };
        const double slope =
            four_point_difference<double>(along, at[i], 1e-3);
        if (!(std::abs(gradient[i] - slope) < 1e-3 * std::abs(slope))) {
            return false;
        }
    }
    return true;
}

}  // namespace answers
