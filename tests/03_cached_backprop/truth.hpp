// The slopes of chapter 03 by dual numbers, which know no walk back.
#include <cstddef>
#include <vector>

#include "judge/truth.hpp"

using chainrule::judge::slopes_by_dual;

// What the walk up and the walk back see, in the names of the chapter. The
// slope by the estimate is given for each.
template <field T>
void know_walk(const std::vector<T>& w, const std::vector<T>& b, const T& x,
               const T& t, const T& r_last)
{
    std::vector<T> input;
    std::vector<T> a{x};
    for (std::size_t i = 0; i < w.size(); ++i) {
        input.push_back(a[i]);
        a.push_back(w[i] * a[i] + b[i]);
    }
    std::vector<T> r(w.size(), r_last);
    std::vector<T> apart(w.size(), a.back() - t);
    for (std::size_t i = w.size(); i-- > 1;) {
        r[i - 1] = r[i] * w[i];
        apart[i - 1] = a[i] - t;
    }
    known("r", r);
    known("input", input);
    known("a", std::vector<T>(a.begin() + 1, a.end()));
    known("the estimate", a.back());
    known("d", a.back() - t);
    known("n", w.size());
    known("whether there are three layers", w.size() == 3);
    known("whether there are two layers", w.size() == 2);
    known("whether there is one layer", w.size() == 1);
    known("(a - t)", apart);
}

// ## 3.1
template <field T>
slopes<T> slopes_with_biases(const std::vector<T>& w, const std::vector<T>& b,
                             const T& x, const T& t)
{
    const std::size_t n = w.size();
    std::vector<T> both = w;
    both.insert(both.end(), b.begin(), b.end());
    const auto loss = [&](const auto& p) {
        auto d = p[0] * x + p[n];
        for (std::size_t i = 1; i < n; ++i) {
            d = p[i] * d + p[n + i];
        }
        d = d - t;
        return d * d / 2;
    };
    const auto all = slopes_by_dual<T>(loss, both);
    T estimate = x;
    for (std::size_t i = 0; i < n; ++i) {
        estimate = w[i] * estimate + b[i];
    }
    know_walk(w, b, x, t, estimate - t);
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(n);
    return {{all.begin(), middle}, {middle, all.end()}};
}

// ## 3.2
template <field T>
std::vector<T> slopes_of_fourth_power(const std::vector<T>& w, const T& x,
                                      const T& t)
{
    const auto loss = [&](const auto& p) {
        auto d = p[0] * x;
        for (std::size_t i = 1; i < w.size(); ++i) {
            d = p[i] * d;
        }
        d = d - t;
        return d * d * d * d / 4;
    };
    T d = x;
    for (const T& each : w) {
        d = d * each;
    }
    d = d - t;
    know_walk(w, std::vector<T>(w.size(), T(0)), x, t, d * d * d);
    return slopes_by_dual<T>(loss, w);
}

// ## 3.3
template <field T>
T slope_of_shared_weight(const T& w, std::size_t n, const T& x, const T& t)
{
    const auto loss = [&](const auto& p) {
        auto d = p[0] * x;
        for (std::size_t i = 1; i < n; ++i) {
            d = p[0] * d;
        }
        d = d - t;
        return d * d / 2;
    };
    T e = x;
    for (std::size_t i = 0; i < n; ++i) {
        e = e * w;
    }
    know_walk(std::vector<T>(n, w), std::vector<T>(n, T(0)), x, t, e - t);
    return slopes_by_dual<T>(loss, {w})[0];
}
