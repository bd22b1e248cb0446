// The exercises of chapter 07 with a class that keeps its members in arrays,
// and a batch that divides the rate.
#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/chain/network.hpp"
#include "chainrule/chain/train.hpp"

namespace answers {

template <class T>
class layer_with_bias {
public:
    layer_with_bias(T weight, T bias) : w(weight), b(bias) {}

    T forward(T input)
    {
        inputs_.push_back(input);
        return b + input * w;
    }

    T backward(T slope)
    {
        dw += inputs_.back() * slope;
        db += slope;
        inputs_.pop_back();
        return w * slope;
    }

    void update(T rate)
    {
        b -= db * rate;
        w -= dw * rate;
    }

    void zero_grad() { dw = db = T(0); }

    T w, b, dw{0}, db{0};

private:
    std::vector<T> inputs_;
};

template <class T>
std::vector<T> repaired_gradient(const std::vector<T>& w, T x, T error)
{
    std::vector<T> dw;
    for (const T& weight : w) {
        dw.push_back(x);
        x *= weight;
    }
    for (std::size_t i = w.size(); i-- > 0;) {
        dw[i] *= error;
        error *= w[i];
    }
    return dw;
}

template <class T>
void train_batch(chainrule::network<T>& net,
                 const std::vector<chainrule::sample<T>>& batch, T rate)
{
    net.zero_grad();
    for (const auto& [x, t] : batch) {
        net.backward(net.forward(x) - t);
    }
    net.update(rate / T(static_cast<int>(batch.size())));
}

}  // namespace answers
