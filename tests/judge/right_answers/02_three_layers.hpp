// The exercises of chapter 02 with auto, doubles, and everything expanded.
#pragma once

#include <array>

namespace answers {

inline auto slopes_of_four_layers(const std::array<double, 4>& w, double x,
                                  double t)
{
    const auto [a, b, c, d] = w;
    const auto error = a * b * c * d * x - t;
    return std::array{x * (b * c * d) * error, x * (a * c * d) * error,
                      x * (a * b * d) * error, x * (a * b * c) * error};
}

inline auto slopes_with_bias(const std::array<double, 3>& w, double b,
                             double x, double t)
{
    const double through = w[2] * (w[2] * (w[1] * w[0] * x + b) - t);
    std::array<double, 4> slopes{};
    slopes[2] = through;
    slopes[1] = through * w[0] * x;
    slopes[0] = through * w[1] * x;
    slopes[3] = (w[2] * (w[1] * w[0] * x + b) - t) * (w[1] * w[0] * x + b);
    return slopes;
}

inline auto slopes_of_square(const std::array<double, 3>& w, double x,
                             double t)
{
    const double e = w[0] * w[1] * w[2] * x;
    const double outer = e * e - t;
    const double inner = e + e;
    return std::array{outer * inner * w[1] * w[2] * x,
                      outer * inner * w[0] * w[2] * x,
                      outer * inner * w[0] * w[1] * x};
}

}  // namespace answers
