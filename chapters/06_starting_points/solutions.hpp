#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;

// ## 6.1 The slopes of a product
//
// The other weights of weight $i$ are those before it and those after it. One
// walk up collects the products of those before, one walk back of those
// after. It is backpropagation once more.
template <field T>
std::vector<T> slopes_of_product(const std::vector<T>& w, const T& t)
{
    std::vector<T> before(w.size(), T(1));
    T p = T(1);
    for (std::size_t i = 0; i < w.size(); ++i) {
        before[i] = p;
        p = p * w[i];
    }
    std::vector<T> slopes(w.size(), T(0));
    T r = p - t;
    for (std::size_t i = w.size(); i > 0; --i) {
        slopes[i - 1] = r * before[i - 1];
        r = r * w[i - 1];
    }
    return slopes;
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
