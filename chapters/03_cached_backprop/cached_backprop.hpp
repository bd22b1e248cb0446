// # Cached backpropagation
//
// When you have read this chapter you can find the work that the chain rule
// does twice, write the backward pass that does it once, and say exactly how
// much it saves at any depth.
//
// In @chapter{02_three_layers} each derivative was a product of its own:
//
// $$
// \begin{aligned}
//      \partial L / \partial w_3 &= \delta \cdot z
//   \\ \partial L / \partial w_2 &= \delta \cdot w_3 \cdot y
//   \\ \partial L / \partial w_1 &= \delta \cdot w_3 \cdot w_2 \cdot x
// \end{aligned}
// $$
//
// with $\delta = e - t$. Look down the columns. The second line begins as the
// first one does. The third begins with all that the second had before its
// $y$. What a line shares with the next is worth keeping.
//
// Three layers are too few to see what that is worth, so we let the depth be
// $n$. The names get an index:
//
// | symbol | what it is |
// |--------|------------|
// | $n$ | the number of layers |
// | $w_1, \dots, w_n$ | the weights |
// | $a_0 = x$ | the input |
// | $a_i = w_i \, a_{i-1}$ | what layer $i$ gives; $a_n$ is the estimate |
// | $\delta = a_n - t$ | the error |
// | $r_i$ | the slope of the loss by $a_i$, with $r_n = \delta$ |
//
// In code the weights are counted from zero, as C++ does: `w[i]` turns `a[i]`
// into `a[i + 1]`.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::cached_backprop {

// ## The forward pass
//
// It remembers every value on the way, because each weight's derivative ends
// with the input of its layer. The caller owns the storage, so that a loop
// that calls this a thousand times allocates once.
template <field T>
void forward(const std::vector<T>& w, const T& x, std::vector<T>& a)
{
    a.resize(w.size() + 1, x);
    a[0] = x;
    for (std::size_t i = 0; i < w.size(); ++i) {
        a[i + 1] = w[i] * a[i];
    }
}

// A backward pass can only walk where a forward pass has been.
template <typename T>
void check_sizes(const std::vector<T>& w, const std::vector<T>& a)
{
    if (a.size() != w.size() + 1) {
        throw std::invalid_argument(
            "backward: " + std::to_string(w.size()) + " weights need " +
            std::to_string(w.size() + 1) +
            " remembered values, but there "
            "are " +
            std::to_string(a.size()) + "; call forward first");
    }
}

// ## One derivative at a time
//
// This is the chain rule as written: for each weight start at the loss, pass
// through the layers above it, and end with its input.
template <field T>
void one_at_a_time(const std::vector<T>& w, const std::vector<T>& a,
                   const T& t, std::vector<T>& dw)
{
    check_sizes(w, a);
    dw.resize(w.size(), t);
    const T d = a.back() - t;
    for (std::size_t i = 0; i < w.size(); ++i) {
        T product = d;
        for (std::size_t above = w.size() - 1; above > i; --above) {
            product = product * w[above];
        }
        dw[i] = product * a[i];
    }
}

// ## One walk back
//
// Now the same from the other end. Start at the loss, where $r_n = \delta$ is
// known. Each layer does two things with the slope that reaches it. It
// multiplies by its input, and that is its own derivative:
//
// $$ \frac{\partial L}{\partial w_i} = r_i \cdot a_{i-1}. $$
//
// Then it multiplies by its weight, and hands the result to the layer below:
//
// $$ r_{i-1} = r_i \cdot w_i. $$
//
// That is all of backpropagation: the value $r$ is the **cache** of every
// product so far.
//
// @graph Walking back: the slope r is handed from layer to layer, and each layer takes its derivative from it on the way. | A chain from the loss to the left: r3 gives dw3 when multiplied by z and becomes r2 when multiplied by w3; r2 gives dw2 when multiplied by y and becomes r1 when multiplied by w2; r1 gives dw1 when multiplied by x.
//   rankdir=RL;
//   L -> r3 [label="e − t"]; r3 -> r2 [label="× w₃"]; r2 -> r1 [label="× w₂"];
//   r3 -> dw3 [label="× z"]; r2 -> dw2 [label="× y"]; r1 -> dw1 [label="× x"];
//   r3 [label="r₃"]; r2 [label="r₂"]; r1 [label="r₁"];
// @endgraph
//
// The first layer hands nothing on: nobody asked for the slope by $x$.
template <field T>
void walk_back(const std::vector<T>& w, const std::vector<T>& a, const T& t,
               std::vector<T>& dw)
{
    check_sizes(w, a);
    if (w.empty()) {
        dw.clear();
        return;
    }
    dw.resize(w.size(), t);
    T r = a.back() - t;
    for (std::size_t i = w.size() - 1; i > 0; --i) {
        dw[i] = r * a[i];
        r = r * w[i];
    }
    dw[0] = r * a[0];
}

}  // namespace chainrule::cached_backprop
