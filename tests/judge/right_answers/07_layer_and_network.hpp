// The exercises of chapter 07 with products for each weight, and a batch that
// hands the same samples back in reverse.
#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/chain/network.hpp"
#include "chainrule/chain/train.hpp"

namespace answers {

template <typename T>
struct layer_with_bias {
    T w;
    T b;
    T dw = {};
    T db = {};
    T input = {};

    auto forward(const T& a)
    {
        input = a;
        return w * a + b;
    }
    auto backward(const T& r)
    {
        db = r + db;
        dw = r * input + dw;
        return r * w;
    }
    void update(const T& eta)
    {
        w -= eta * dw;
        b -= eta * db;
    }
    void zero_grad()
    {
        dw = {};
        db = {};
    }
};

template <typename T>
std::vector<T> repaired_gradient(const std::vector<T>& w, const T& x,
                                 const T& error)
{
    std::vector<T> dw(w.size(), x * error);
    for (std::size_t i = 0; i < w.size(); ++i) {
        for (std::size_t j = 0; j < w.size(); ++j) {
            dw[i] *= i == j ? T(1) : w[j];
        }
    }
    return dw;
}

template <typename T>
void train_batch(chainrule::network<T>& net,
                 std::vector<chainrule::sample<T>> batch, const T& rate)
{
    const T share = T(1) / T(static_cast<int>(batch.size()));
    net.zero_grad();
    while (!batch.empty()) {
        const auto s = batch.back();
        batch.pop_back();
        net.backward(share * (net.forward(s.x) - s.t));
    }
    net.update(rate);
}

}  // namespace answers
