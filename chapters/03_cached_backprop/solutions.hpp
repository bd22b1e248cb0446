#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace answers {

using chainrule::field;

// ## 3.1 A bias in each layer
//
// The slope that reaches a layer is the slope of its sum, and the bias is
// added to that sum. So it is the slope by the bias as it stands.
template <field T>
struct slopes {
    std::vector<T> dw, db;
};

template <field T>
slopes<T> slopes_with_biases(const std::vector<T>& w, const std::vector<T>& b,
                             const T& x, const T& t)
{
    std::vector<T> a{x};
    for (std::size_t i = 0; i < w.size(); ++i) {
        a.push_back(w[i] * a[i] + b[i]);
    }
    slopes<T> s{w, b};
    T r = a.back() - t;
    for (std::size_t i = w.size(); i-- > 0;) {
        s.dw[i] = r * a[i];
        s.db[i] = r;
        r = r * w[i];
    }
    return s;
}

// ## 3.2 A steeper loss
//
// The loss is seen in one place only, where the walk back begins. The
// derivative of $\frac14 d^4$ is $d^3$.
template <field T>
std::vector<T> slopes_of_fourth_power(const std::vector<T>& w, const T& x,
                                      const T& t)
{
    std::vector<T> a{x};
    for (const T& weight : w) {
        a.push_back(weight * a.back());
    }
    const T d = a.back() - t;
    T r = d * d * d;
    std::vector<T> dw = w;
    for (std::size_t i = w.size(); i-- > 0;) {
        dw[i] = r * a[i];
        r = r * w[i];
    }
    return dw;
}

// ## 3.3 One weight for all
//
// A weight that is used several times reaches the loss on several ways. Each
// layer gives its part, and the slope is their sum.
template <field T>
T slope_of_shared_weight(const T& w, std::size_t n, const T& x, const T& t)
{
    std::vector<T> a{x};
    for (std::size_t i = 0; i < n; ++i) {
        a.push_back(w * a[i]);
    }
    T dw = T(0);
    T r = a[n] - t;
    for (std::size_t i = n; i-- > 0;) {
        dw = dw + r * a[i];
        r = r * w;
    }
    return dw;
}

}  // namespace answers
