// The error lacks its target, and the bias moves along its slope.
#pragma once

namespace answers {

// ## 8.2
template <class T>
struct trained {
    T w, b;
};

template <class T>
trained<T> train_shared(T w, T b, const T& x, const T& t, int layers,
                        const T& rate, int steps)
{
    for (int step = 0; step < steps; ++step) {
        T a = x, by_w = T(0), by_b = T(0);
        for (int layer = 0; layer < layers; ++layer) {
            by_w = a + w * by_w;
            by_b = T(1) + w * by_b;
            a = w * a + b;
        }
        w = w - rate * a * by_w;
        b = b + rate * a * by_b;
    }
    return {w, b};
}

}  // namespace answers
