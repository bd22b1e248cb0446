// The exercises of chapter 07 with products for each weight, and a batch that
// hands the same samples back in reverse.
#pragma once

#include <cstddef>
#include <vector>

#include "07_layer_and_network/layer_and_network.hpp"
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

// The layers inside only keep the numbers; all is computed out here.
template <typename T>
struct way_around {
    chainrule::layer_and_network::plain_network<T> inside;
    T s;
    T ds = {};
    T input = {};

    T row(T a) const
    {
        for (const auto& l : inside.layers) {
            a *= l.w;
        }
        return a;
    }
    T forward(const T& a)
    {
        input = a;
        return a + s * row(a);
    }
    T backward(const T& r)
    {
        ds += r * row(input);
        for (std::size_t i = 0; i < inside.layers.size(); ++i) {
            T others = r * s * input;
            for (std::size_t j = 0; j < inside.layers.size(); ++j) {
                others *= i == j ? T(1) : inside.layers[j].w;
            }
            inside.layers[i].dw += others;
        }
        return r * (T(1) + s * row(T(1)));
    }
    void update(const T& eta)
    {
        s -= eta * ds;
        for (auto& l : inside.layers) {
            l.update(eta);
        }
    }
    void zero_grad()
    {
        ds = {};
        for (auto& l : inside.layers) {
            l.zero_grad();
        }
    }
};

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
