// # Losses and optimizers
//
// When you have read this chapter you can train a network to choose among
// classes, say why its loss is the cross-entropy, pick a learning rate that
// does not explode, and begin from weights that lead somewhere.
//
// Until here the loss was half a squared error, and a step was the rate times
// the slope. Both were the first thing that came to mind. Here are the ones
// that people use.
//
// | symbol | what it is |
// |--------|------------|
// | $K$ | how many classes there are |
// | $z_1, \dots, z_K$ | the outputs of the network for one sample, one for each class |
// | $p_1, \dots, p_K$ | the probability that the network gives to each class |
// | $y$ | 1 at the right class and 0 elsewhere |
// | $\eta$ | the learning rate; in code `rate` |
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::losses_and_optimizers {

// ## From numbers to probabilities
//
// Probabilities are positive and add up to 1. The outputs of a network are any
// numbers. The **softmax** makes the one from the other:
//
// $$ p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}. $$
//
// Add the same number to all $z$. Above and below the line it becomes one
// factor, and cancels. So the largest $z$ may be subtracted from all of them
// before anything is done. Then no $e^z$ is larger than 1, whatever the
// network says.
template <analytic T>
std::vector<T> softmax(std::vector<T> z) requires ordered_field<T>
{
    using std::exp;
    const T largest = *std::max_element(z.begin(), z.end());
    T total = T(0);
    for (T& each : z) {
        each = exp(each - largest);
        total = total + each;
    }
    for (T& each : z) {
        each = each / total;
    }
    return z;
}

// ## How surprised
//
// The **cross-entropy** of one sample is $L = -\log p_r$, where $r$ is its
// right class. It is 0 if the network was certain and right. It grows without
// end if the network was certain and wrong.
//
// With the softmax put in it reads $L = -z_r + \log \sum_j e^{z_j}$. Take the
// derivative by $z_i$. The first part gives $-1$ if $i = r$ and 0 otherwise.
// The second gives $e^{z_i} / \sum_j e^{z_j}$, which is $p_i$. Together:
//
// $$ \frac{\partial L}{\partial z_i} = p_i - y_i. $$
//
// That is the error again, as for the squared loss. No factor of the softmax
// is left.
template <field T>
std::vector<T> cross_entropy_slope(std::vector<T> p, std::size_t right)
{
    p[right] = p[right] - T(1);
    return p;
}

// ## Steps with a memory
//
// The plain step is $w \leftarrow w - \eta \, \bar w$. **Momentum** keeps a
// velocity $v$, to which each slope adds and of which each step loses a part:
//
// $$ v \leftarrow \mu v + \bar w, \qquad w \leftarrow w - \eta v. $$
template <field T>
void momentum_step(T& w, T& v, const T& dw, const T& rate, const T& keep)
{
    v = keep * v + dw;
    w = w - rate * v;
}

// **Adam** keeps two running means for each weight: $m$ of the slope, and $s$
// of its square. The step is their quotient, so that a weight with small
// slopes moves as far as one with large slopes. Both means begin at 0 and are
// too small at first. The mean of $t$ steps has the share $1 - \beta^t$ of its
// weight in it, so divide by that.
//
// $$ m \leftarrow \beta_1 m + (1 - \beta_1) \bar w, \qquad s \leftarrow \beta_2 s + (1 - \beta_2) \bar w^2, $$
//
// $$ w \leftarrow w - \eta \, \frac{m / (1 - \beta_1^t)}{\sqrt{s / (1 - \beta_2^t)} + \varepsilon}. $$
template <field T>
struct adam_memory {
    T m = T(0);
    T s = T(0);
    T left1 = T(1);  // beta1 to the power of t
    T left2 = T(1);  // beta2 to the power of t
};

template <analytic T>
void adam_step(T& w, adam_memory<T>& memory, const T& dw, const T& rate,
               const T& beta1 = T(0.9), const T& beta2 = T(0.999))
{
    using std::sqrt;
    memory.m = beta1 * memory.m + (T(1) - beta1) * dw;
    memory.s = beta2 * memory.s + (T(1) - beta2) * dw * dw;
    memory.left1 = memory.left1 * beta1;
    memory.left2 = memory.left2 * beta2;
    const T mean = memory.m / (T(1) - memory.left1);
    const T square = memory.s / (T(1) - memory.left2);
    w = w - rate * mean / (sqrt(square) + T(1e-8));
}

}  // namespace chainrule::losses_and_optimizers
