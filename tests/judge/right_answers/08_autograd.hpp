// The exercises of chapter 08 for double only: operands that are the same node
// taken together, and slopes without any graph.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

#include "08_autograd/autograd.hpp"

namespace answers {

using chainrule::autograd::node;
using chainrule::autograd::number;

inline number<double> neuron(const std::vector<number<double>>& w,
                             const std::vector<number<double>>& x,
                             const number<double>& b)
{
    if (w.empty()) {
        return b;
    }
    std::map<std::shared_ptr<node<double>>, double> own_slopes{{b.at, 1}};
    double z = 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        z += w[i].at->value * x[i].at->value;
        own_slopes[w[i].at] += x[i].at->value;
        own_slopes[x[i].at] += w[i].at->value;
    }
    number<double>::operands made_from;
    for (const auto& [from, own_slope] : own_slopes) {
        made_from.push_back({from, own_slope});
    }
    return {z + b.at->value, made_from};
}

struct weight_and_bias {
    double w, b;
};

inline weight_and_bias train_shared(double w, double b, double x, double t,
                                    int layers, double rate, int steps)
{
    for (; steps > 0; --steps) {
        double a = x, a_by_w = 0, a_by_b = 0;
        for (int i = 0; i < layers; ++i) {
            a_by_w = a + w * a_by_w;
            a_by_b = 1 + w * a_by_b;
            a = w * a + b;
        }
        const double move = rate * (a - t);
        w -= move * a_by_w;
        b -= move * a_by_b;
    }
    return {w, b};
}

// Whole numbers for yes and no, and a heap of what is still to be looked at.
inline std::vector<int> depends_on(const number<double>& result,
                                   const std::vector<number<double>>& inputs)
{
    std::vector<std::shared_ptr<node<double>>> heap{result.at};
    std::map<std::shared_ptr<node<double>>, int> found;
    while (!heap.empty()) {
        const auto n = heap.back();
        heap.pop_back();
        if (++found[n] > 1) {
            continue;
        }
        for (const auto& operand : n->made_from) {
            heap.push_back(operand.from);
        }
    }
    std::vector<int> answer;
    for (const auto& p : inputs) {
        answer.push_back(found.count(p.at) > 0 ? 1 : 0);
    }
    return answer;
}

}  // namespace answers
