// The exercises of chapter 09 with a branch for each side, and loops.
#pragma once

#include <array>
#include <vector>

namespace answers {

template <class T>
std::array<T, 2> leaky_rectifier(T z, T da, T leak)
{
    if (z <= T(0)) {
        return {z * leak, da * leak};
    }
    return {z, da};
}

template <class T>
T softsign_back(T a, T da)
{
    if (a < T(0)) {
        return da * (T(1) + a) * (T(1) + a);
    }
    return (T(1) - a) * (T(1) - a) * da;
}

template <class T>
std::array<T, 4> two_layer_slopes(T w1, T b1, T w2, T b2, T x, T t)
{
    T z = b1 + x * w1;
    T a = z * (z + T(3));
    T db2 = b2 + a * w2 - t;
    T dw2 = a * db2;
    T da = w2 * db2;
    T db1 = da * T(2) * z + da * T(3);
    T dw1 = x * db1;
    return {dw1, db1, dw2, db2};
}

template <class T>
int asleep(std::vector<T> w, std::vector<T> b, std::vector<T> samples)
{
    int count = 0;
    for (std::size_t j = 0; j != b.size(); ++j) {
        bool awake = false;
        for (auto x : samples) {
            if (w[j] * x + b[j] > T(0)) {
                awake = true;
                break;
            }
        }
        count += !awake;
    }
    return count;
}

}  // namespace answers
