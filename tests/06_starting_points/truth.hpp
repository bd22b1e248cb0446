// The answers to chapter 06 by dual numbers, and by the words of the chapter.
#include <algorithm>
#include <cmath>
#include <vector>

#include "judge/truth.hpp"

// ## 6.1
template <field T>
std::vector<T> slopes_of_product(const std::vector<T>& w, const T& t)
{
    const auto loss = [&](const auto& p) {
        auto d = p[0];
        for (std::size_t i = 1; i < w.size(); ++i) {
            d = d * p[i];
        }
        d = d - t;
        return d * d / 2;
    };
    return chainrule::judge::slopes_by_dual<T>(loss, w);
}

// ## 6.2
// The right sign, or one smallest weight.
bool learns(const std::vector<double>& w, double target)
{
    const auto of_sign = [&](double sign) {
        return std::count_if(w.begin(), w.end(),
                             [&](double each) { return each * sign > 0; });
    };
    const bool no_zero =
        of_sign(1) + of_sign(-1) == static_cast<std::ptrdiff_t>(w.size());
    if (no_zero && (of_sign(-1) % 2 == 0) == (target > 0)) {
        return true;
    }
    double least = std::abs(w[0]);
    for (const double each : w) {
        least = std::min(least, std::abs(each));
    }
    return 1 == std::count_if(w.begin(), w.end(), [&](double each) {
               return std::abs(each) == least;
           });
}
