// The exercises of chapter 03 by recursion: each layer does its part on the
// way up, calls the next, and takes its slope from what comes back.
#pragma once

#include <cstddef>
#include <vector>

namespace answers {

template <class T>
struct slopes {
    std::vector<T> dw, db;
};

template <class T, class Loss>
T through(const std::vector<T>& w, const std::vector<T>& b, T input,
          std::size_t i, Loss slope_of_loss, slopes<T>& s)
{
    if (i == w.size()) {
        return slope_of_loss(input);
    }
    const T out = b[i] + input * w[i];
    const T r = through(w, b, out, i + 1, slope_of_loss, s);
    s.db[i] = r;
    s.dw[i] = input * r;
    return w[i] * r;
}

template <class T>
slopes<T> slopes_with_biases(std::vector<T> w, std::vector<T> b, T x, T t)
{
    slopes<T> s{w, b};
    through(
        w, b, x, 0, [&](const T& e) { return e - t; }, s);
    return s;
}

template <class T>
auto slopes_of_fourth_power(const std::vector<T>& w, T x, T t)
{
    slopes<T> s{w, w};
    const auto cube = [&](const T& e) { return (e - t) * (e - t) * (e - t); };
    through(w, std::vector<T>(w.size()), x, 0, cube, s);
    return s.dw;
}

// All parts are equal, so one of them times their number is the sum.
template <class T>
auto slope_of_shared_weight(T w, std::size_t n, T x, T t) -> T
{
    T below = x;
    for (std::size_t i = 1; i < n; ++i) {
        below *= w;
    }
    return (below * w - t) * below * T(static_cast<int>(n));
}

}  // namespace answers
