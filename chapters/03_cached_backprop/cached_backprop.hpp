// # Cached backpropagation
//
// Three layers needed six multiplications for their three derivatives. A
// thousand layers would need half a million, if each derivative were computed
// alone. Two thousand are enough. What is it that need not be done again?
//
// When you have read this chapter you can find the work that the chain rule
// does again and again, write the backward pass that does it once, and say
// exactly how much it saves at any depth. You can also walk back through a
// function that is no multiplication by a weight, and through a value that is
// used twice.
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
// with $\delta = e - t$. The second line begins as the first one does. The
// third begins with all that the second had before its $y$. What a line shares
// with the next can be kept.
//
// We let the number of layers be $n$. The names get an index:
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
// In code the weights are counted from zero, as C++ does. The weight $w_1$ is
// `w[0]`, and it turns `a[0]` into `a[1]`.
#pragma once

#include <array>
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
// that calls this a thousand times allocates once. (New places are filled with
// `x` until they get their value, because a number type `T` need not have a
// default constructor. `dw.resize(n, t)` below is for the same reason.)
template <field T>
void forward(const std::vector<T>& w, const T& x, std::vector<T>& a)
{
    a.resize(w.size() + 1, x);
    a[0] = x;
    for (std::size_t i = 0; i < w.size(); ++i) {
        a[i + 1] = w[i] * a[i];
    }
}

// @fold A backward pass needs the values of a forward pass
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
// @end

// ## One derivative at a time
//
// This is the chain rule as written: for each weight start at the loss, pass
// through the layers above it (those between it and the loss), and end with its
// input.
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

// @experiment the repeated factors

// ## One walk back
//
// Now all of them in one walk. Start at the loss, where $r_n = \delta$ is
// known. Each layer does two things with the slope that reaches it. It
// multiplies by its input, and that is its own derivative:
//
// $$ \frac{\partial L}{\partial w_i} = r_i \cdot a_{i-1}. $$
//
// Then it multiplies by its weight, and hands the result to the layer below:
//
// $$ r_{i-1} = r_i \cdot w_i. $$
//
// The value $r$ is a **cache**: it keeps the product of everything so far.
//
// @graph Walking back: the slope r is handed from layer to layer, and each layer takes its derivative from it on the way. | A chain from the loss to the left: r3 gives dw3 when multiplied by a2 and becomes r2 when multiplied by w3; r2 gives dw2 when multiplied by a1 and becomes r1 when multiplied by w2; r1 gives dw1 when multiplied by x.
//   rankdir=RL; ranksep=0.1;
//   L -> r3 [label="a₃ − t"]; r3 -> r2 [label="× w₃"]; r2 -> r1 [label="× w₂"];
//   r3 -> dw3 [label="× a₂"]; r2 -> dw2 [label="× a₁"];
//   r1 -> dw1 [label="× x"];
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

// The formulas that it computes are equal to the ones above to the letter.
// @proved{both_ways_write_the_same_formulas} Each line goes on from where the
// line before it stopped.

// @experiment counting multiplications
// @experiment dual numbers at a thousand layers
// @experiment the same derivatives, at every depth

// ## When a layer bends
//
// Not everything in a network is a multiplication by a weight. Put a square
// between two weights:
//
// $$ y = w_1 x, \qquad z = y^2, \qquad e = w_2 z. $$
//
// The square has no weight, so it takes no derivative of its own. It only hands
// on. How fast does $z$ follow $y$? That is the slope of the square at the
// value that $y$ had on the way up, and @chapter{01_one_neuron} found it: $2y$.
// So the slope by $y$ is the slope by $z$ times $2y$.
template <field T>
std::array<T, 2> slopes_through_a_square(const T& w1, const T& w2, const T& x,
                                         const T& t)
{
    const T y = w1 * x;
    const T z = y * y;
    const T e = w2 * z;

    const T by_e = e - t;
    const T dw2 = by_e * z;
    const T by_z = by_e * w2;
    const T by_y = by_z * T(2) * y;
    const T dw1 = by_y * x;
    return {dw1, dw2};
}

// @experiment when a layer bends

// ## A value that is used twice
//
// Now let two weights use $y$, and add what they give:
//
// $$ y = w_1 x, \quad p = w_2 y, \quad q = w_3 y, \quad e = p + q. $$
//
// @graph The value y is used twice, so its slope comes back on two paths, drawn dashed. | The input x is multiplied by w1 into y. From y one arrow leads to p, by w2, and one to q, by w3. Both lead to e, and e leads to L. Dashed arrows lead from p and from q back to y.
//   ranksep=0.1; x -> y [label="× w₁"];
//   y -> p [label="δ w₂" dir=back style=dashed color="#D55E00"
//           fontcolor="#D55E00"];
//   y -> p [label="× w₂"]; y -> q [label="× w₃"];
//   y -> q [label="δ w₃" dir=back style=dashed color="#D55E00"
//           fontcolor="#D55E00"];
//   p -> e [label="+"]; q -> e [label="+"]; e -> L;
// @endgraph
//
// When $y$ moves, $p$ moves and $q$ moves, and $e$ moves by both together. So
// the slope by $y$ is a sum with a term for each use:
//
// $$ \frac{\partial L}{\partial y} = \delta \cdot w_2 + \delta \cdot w_3. $$
//
// **Along a path slopes are multiplied. Where paths meet on the walk back,
// slopes are added.**
template <field T>
std::array<T, 3> slopes_of_a_fork(const T& w1, const T& w2, const T& w3,
                                  const T& x, const T& t)
{
    const T y = w1 * x;
    const T p = w2 * y;
    const T q = w3 * y;
    const T e = p + q;

    const T by_e = e - t;
    const T dw3 = by_e * y;
    const T dw2 = by_e * y;
    const T by_y = by_e * w2 + by_e * w3;
    const T dw1 = by_y * x;
    return {dw1, dw2, dw3};
}

// @experiment a value that is used twice
// @experiment what the count looks like
// @experiment what the clock says

}  // namespace chainrule::cached_backprop
