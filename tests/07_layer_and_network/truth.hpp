// Layers of chapter 07 that differentiate by dual numbers.
#include <span>
#include <string>
#include <vector>

#include "judge/truth.hpp"

using chainrule::judge::slopes_by_dual;

// ## 7.1
// The call before backward is the forward that it belongs to.
template <field T>
struct layer_with_bias {
    T w, b;
    T dw = T(0);
    T db = T(0);
    T before = T(0);
    int inputs = 0;
    int slopes = 0;

    T forward(const T& input)
    {
        known("input" + std::to_string(++inputs), input);
        before = input;
        known("output" + std::to_string(inputs), w * input + b);
        return w * input + b;
    }

    T backward(const T& slope)
    {
        const auto output = [&](const auto& p) {
            return (p[0] * p[2] + p[1]) * slope;
        };
        const auto by = slopes_by_dual<T>(output, {w, b, before});
        known("slope" + std::to_string(++slopes), slope);
        known("part of dw" + std::to_string(slopes), by[0]);
        dw = dw + by[0];
        db = db + by[1];
        return by[2];
    }

    void update(const T& rate)
    {
        w = w - rate * dw;
        b = b - rate * db;
    }

    void zero_grad() { dw = db = T(0); }
};

// ## 7.2
template <field T>
std::vector<T> repaired_gradient(const std::vector<T>& w, const T& x,
                                 const T& error)
{
    const auto estimate = [&](const auto& p) {
        auto e = p[0] * x;
        for (std::size_t i = 1; i < w.size(); ++i) {
            e = p[i] * e;
        }
        return e * error;
    };
    std::vector<T> input, output, told(w.size(), error);
    T a = x;
    for (std::size_t i = 0; i < w.size(); ++i) {
        input.push_back(a);
        a = a * w[i];
        output.push_back(a);
    }
    for (std::size_t i = w.size(); i-- > 1;) {
        told[i - 1] = told[i] * w[i];
    }
    known("told", told);
    known("input", input);
    known("output", output);
    known("n", w.size());
    known("whether there are three layers", w.size() == 3);
    known("whether there are two layers", w.size() == 2);
    known("whether there is one layer", w.size() == 1);
    return slopes_by_dual<T>(estimate, w);
}

// ## 7.3
template <field T>
void train_batch(network<T>& net, const std::vector<sample<T>>& batch,
                 const T& rate)
{
    std::vector<T> w;
    for (std::size_t i = 0; i < net.size(); ++i) {
        w.push_back(net.at(i).weight());
    }
    const auto loss = [&](const auto& p) {
        auto sum = p[0] * 0;
        for (const sample<T>& s : batch) {
            auto d = p[0] * s.x;
            for (std::size_t i = 1; i < w.size(); ++i) {
                d = p[i] * d;
            }
            d = d - s.t;
            sum = sum + d * d;
        }
        return sum / (2 * static_cast<int>(batch.size()));
    };
    const auto slopes = slopes_by_dual<T>(loss, w);
    std::vector<T> x, t, e, d;
    for (const sample<T>& s : batch) {
        x.push_back(s.x);
        t.push_back(s.t);
        e.push_back(s.x);
        for (const T& each : w) {
            e.back() = e.back() * each;
        }
        d.push_back(e.back() - s.t);
    }
    known("dw", slopes);
    known("d", d);
    known("e", e);
    known("x", x);
    known("t", t);
    known("n", batch.size());
    known("number of layers", w.size());
    for (std::size_t i = 0; i < w.size(); ++i) {
        w[i] = w[i] - rate * slopes[i];
    }
    net = network<T>(std::span<const T>(w));
}
