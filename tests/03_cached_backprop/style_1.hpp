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

template <class T>
T through(const std::vector<T>& w, const std::vector<T>& b, const T& input,
          const T& t, std::size_t i, slopes<T>& s)
{
    if (i == w.size()) {
        return input - t;
    }
    const T r = through(w, b, T(b[i] + input * w[i]), t, i + 1, s);
    s.db[i] = r;
    s.dw[i] = input * r;
    return w[i] * r;
}

template <class T>
slopes<T> slopes_with_biases(std::vector<T> w, std::vector<T> b, T x, T t)
{
    slopes<T> s{std::vector<T>(w.size()), std::vector<T>(w.size())};
    through(w, b, x, t, 0, s);
    return s;
}

template <class T>
T through(const std::vector<T>& w, const T& input, const T& t, std::size_t i,
          std::vector<T>& dw)
{
    if (i == w.size()) {
        const T d = input - t;
        return d * (d * d);
    }
    const T r = through(w, T(input * w[i]), t, i + 1, dw);
    dw[i] = input * r;
    return w[i] * r;
}

template <class T>
std::vector<T> slopes_of_fourth_power(const std::vector<T>& w, T x, T t)
{
    std::vector<T> dw(w.size());
    through(w, x, t, 0, dw);
    return dw;
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
