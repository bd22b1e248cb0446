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
// Dual numbers take the whole formula at the last input.
template <field T>
struct way_around {
    plain_network<T> inside;
    T s;
    T ds = T(0);
    T before = T(0);
    int inputs = 0;
    int slopes = 0;

    static auto output(const auto& p)
    {
        auto through = p[1];
        for (std::size_t i = 2; i < p.size(); ++i) {
            through = p[i] * through;
        }
        return p[1] + p[0] * through;
    }

    std::vector<T> numbers() const
    {
        std::vector<T> all{s, before};
        for (const auto& l : inside.layers) {
            all.push_back(l.w);
        }
        return all;
    }

    T forward(const T& input)
    {
        before = input;
        const std::string n = std::to_string(++inputs);
        const T whole = output(numbers());
        known("input" + n, input);
        known("what the row gives" + n, (whole - input) / s);
        return whole;
    }

    T backward(const T& slope)
    {
        const auto by = slopes_by_dual<T>(
            [](const auto& p) { return output(p); }, numbers());
        const std::string n = std::to_string(++slopes);
        known("slope" + n, slope);
        known("part of ds" + n, slope * by[0]);
        ds = ds + slope * by[0];
        for (std::size_t i = 0; i < inside.layers.size(); ++i) {
            T& dw = inside.layers[i].dw;
            dw = dw + slope * by[i + 2];
        }
        return slope * by[1];
    }

    void update(const T& rate)
    {
        for (auto& [w, a, dw] : inside.layers) {
            w = w - rate * dw;
        }
        s = s - rate * ds;
    }

    void zero_grad()
    {
        for (auto& l : inside.layers) {
            l.dw = T(0);
        }
        ds = T(0);
    }
};

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
