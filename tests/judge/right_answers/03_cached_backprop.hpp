// The exercises of chapter 03 with iterators and in place: the slopes are
// written over the values that the walk up remembered.
#pragma once

#include <cstddef>
#include <functional>
#include <numeric>
#include <vector>

namespace answers {

template <typename T>
struct slopes {
    std::vector<T> dw;
    std::vector<T> db;
};

template <typename T>
slopes<T> slopes_with_biases(const std::vector<T>& w, const std::vector<T>& b,
                             const T& x, const T& t)
{
    slopes<T> s;
    T a = x;
    for (std::size_t i = 0; i != w.size(); ++i) {
        s.dw.push_back(a);
        a *= w[i];
        a += b[i];
    }
    s.db.assign(w.size(), T(0));
    s.db.back() = a - t;
    for (std::size_t i = w.size() - 1; i != 0; --i) {
        s.db[i - 1] = w[i] * s.db[i];
    }
    for (std::size_t i = 0; i != w.size(); ++i) {
        s.dw[i] *= s.db[i];
    }
    return s;
}

template <typename T>
std::vector<T> slopes_of_fourth_power(const std::vector<T>& w, const T& x,
                                      const T& t)
{
    std::vector<T> dw(w.size() + 1, x);
    std::partial_sum(w.begin(), w.end(), dw.begin() + 1, std::multiplies<>());
    for (auto a = dw.begin() + 1; a != dw.end(); ++a) {
        *a *= x;
    }
    T r = dw.back() - t;
    r *= r * r;
    dw.pop_back();
    auto weight = w.rbegin();
    for (auto d = dw.rbegin(); d != dw.rend(); ++d) {
        *d *= r;
        r *= *weight++;
    }
    return dw;
}

template <typename T>
T slope_of_shared_weight(const T& w, std::size_t n, const T& x, const T& t)
{
    std::vector<T> powers(n + 1, x);
    for (std::size_t i = 1; i <= n; ++i) {
        powers[i] = powers[i - 1] * w;
    }
    std::vector<T> parts(n, powers[n] - t);
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t above = i + 1; above < n; ++above) {
            parts[i] = parts[i] * w;
        }
        parts[i] = parts[i] * powers[i];
    }
    return std::accumulate(parts.begin(), parts.end(), T(0));
}

}  // namespace answers
