// The error has a sign, and only the first entry is looked at.
#pragma once

#include <cmath>
#include <functional>
#include <vector>

namespace answers {

// ## 5.3
inline bool
gradient_is_right(const std::function<double(const std::vector<double>&)>& f,
                  const std::vector<double>& at,
                  const std::vector<double>& gradient)
{
    for (std::size_t i = 0; i < at.size(); ++i) {
        auto up = at;
        auto down = at;
        up[i] += 1e-5;
        down[i] -= 1e-5;
        const double slope = (f(up) - f(down)) / 2e-5;
        return slope - gradient[i] <= 1e-5 * std::abs(slope);
    }
    return true;
}

}  // namespace answers
