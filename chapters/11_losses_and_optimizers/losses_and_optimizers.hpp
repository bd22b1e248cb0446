// # Losses and optimizers
//
// Here are two hundred points of two classes, wound into each other.
//
// @figure two-spirals | Two classes of points on two spirals. | A hundred blue points and a hundred orange points lie on two spiral arms that turn around the same middle, half a turn apart.
//
// You have the layers of @chapter{10_dense_layers}, and a network of them can
// bend its answer around these arms. Four questions are open. What number says
// how wrong the network is? What is the slope of that number? How long is a
// step? And with which weights does it begin?
//
// When you have read this chapter you can train a network to choose among
// classes, say why its loss is the cross-entropy and compute it for any
// outputs, say what limits a learning rate, tell what momentum and Adam do to
// a step, and begin with weights that let slopes through.
//
// The article that this book began with ([about it](about.html)) ends before
// all this: its loss is half a squared error, and its step is the rate times
// the slope. We keep both as what the others are compared with.
//
// These are the symbols of the chapter. Each is explained where it is first
// used; come back to the table when one is forgotten.
//
// | symbol | in code | what it is |
// |--------|---------|------------|
// | $K$ | `z.size()` | how many classes there are |
// | $z_1, \dots, z_K$ | `z` | the outputs of the network for one sample, one for each class |
// | $p_1, \dots, p_K$ | `p` | the probability that the network gives to each class |
// | $r$ | `right` | the right class of the sample |
// | $y_1, \dots, y_K$ | | 1 at the right class and 0 elsewhere |
// | $\bar w$ | `dw` | the slope of the loss by $w$ |
// | $\eta$ | `rate` | the learning rate |
// | $v$, $\mu$ | `v`, `keep` | a velocity, and the share of it that is kept |
// | $m$, $\beta_1$ | `m`, `beta1` | a running mean of slopes, and the share of it that is kept |
// | $s$, $\beta_2$ | `s`, `beta2` | the same for squares of slopes |
// | $t$ | | how many steps were made |
// | $I$, $J$ | | how many inputs and neurons a layer has |
// | $\sigma^2$ | | the variance of first weights |
// | $\lambda$ | | the price on large weights |
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::losses_and_optimizers {

// ## From numbers to probabilities
//
// A network has looked at a picture and says 2 for T-shirt, 1 for pullover
// and 0 for bag. How likely does it think each of them is? Probabilities are
// positive and add up to 1. The outputs are any numbers. So make them
// positive with the exponential function, and then divide by their sum:
//
// | | T-shirt | pullover | bag | sum |
// |---|---|---|---|---|
// | $z$ | 2 | 1 | 0 | |
// | $e^z$ | 7.389 | 2.718 | 1 | 11.107 |
// | $p = e^z / 11.107$ | 0.665 | 0.245 | 0.090 | 1 |
//
// This is the **softmax**:
//
// $$ p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}. $$
//
// Add the same number $c$ to all $z$. Above and below the line that is a factor
// $e^c$, which cancels @proved{softmax_is_the_formula_for_all_shifts}. So
// the code may subtract the largest $z$ from all of them first. Then no
// exponent is above 0, and no $e^z$ is above 1.
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

// @experiment huge numbers

// ## How surprised
//
// The picture is of a pullover, and the network gave that 0.245. How bad is
// this? The **surprise** is $-\log p$, with the natural logarithm:
//
// | $p$ | 1 | 0.665 | 0.245 | 0.090 | 0.001 |
// |---|---|---|---|---|---|
// | $-\log p$ | 0 | 0.41 | 1.41 | 2.41 | 6.91 |
//
// It is 0 if the network was certain and right. It grows without end if the
// network was certain and wrong.
//
// Why a logarithm? Ask how likely *all* the right answers together are, if
// one believes the network. If the samples have nothing to do with each
// other, that is the product of the $p_r$ of all samples. The best network is
// the one that makes this product large. But a product of many numbers below
// 1 is soon too small for any `double`. The logarithm of the product is the
// sum of the logarithms, and it is largest where the product is. With a minus
// sign large becomes small, as a loss should be. Divided by the number of
// samples it can be compared between sets of any size. So our loss is the
// mean surprise. Statistics calls this choice *maximum likelihood*.
//
// It has a second name, **cross-entropy**. That is the sum $-\sum_i y_i \log
// p_i$, which makes sense for any two sets of probabilities $y$ and $p$. Here
// one $y$ is 1 and the others are 0, and $-\log p_r$ is left.
//
// @experiment equal outputs
//
// Now the code. Put the softmax into the loss, and take the largest output
// $z_{\max}$ out as before:
//
// $$ L = -\log \frac{e^{z_r}}{\sum_j e^{z_j}} = \log \sum_j e^{z_j - z_{\max}} - (z_r - z_{\max}). $$
//
// The sum has a term $e^0 = 1$ in it, so the logarithm is never of 0.
template <analytic T>
T cross_entropy(const std::vector<T>& z,
                std::size_t right) requires ordered_field<T>
{
    using std::exp;
    using std::log;
    const T largest = *std::max_element(z.begin(), z.end());
    T total = T(0);
    for (const T& each : z) {
        total = total + exp(each - largest);
    }
    return log(total) - (z[right] - largest);
}

// @experiment two ways

// ## The slope is the error
//
// Take the derivative of $L = -z_r + \log \sum_j e^{z_j}$ by $z_i$. The first
// part gives $-1$ if $i = r$, and 0 otherwise: that is $-y_i$. The second is a
// logarithm, whose derivative is one over what is in it, times the derivative
// of what is in it: $e^{z_i} / \sum_j e^{z_j}$. That is $p_i$. Together
// @proved{the_slope_of_the_cross_entropy_is_that_of_dual_numbers}:
//
// $$ \frac{\partial L}{\partial z_i} = p_i - y_i. $$
//
// For the pullover of the table it is $(0.665, 0.245 - 1, 0.090) = (0.665,
// -0.755, 0.090)$. Against these slopes the right output grows and the two
// others shrink, most of all the one that was believed most. The slopes add up
// to 0 @proved{the_slopes_by_all_outputs_add_up_to_zero}.
//
// Half the square of an error had the error for its slope. Here the slope is
// the error $p - y$, and no factor of the softmax is left.
template <field T>
std::vector<T> cross_entropy_slope(std::vector<T> p, std::size_t right)
{
    p[right] = p[right] - T(1);
    return p;
}

// @experiment Certain and wrong

// ## How large a rate
//
// Near a minimum a loss often looks like a bowl. Take one that is steep one
// way and flat the other: $L = \frac12 (w_1^2 + 25 w_2^2)$. Its slopes are
// $w_1$ and $25 w_2$. How fast a slope changes with its weight, here 1 and
// 25, is called the **curvature**. The plain step makes $w_2 - \eta \cdot 25
// w_2$ of $w_2$, so it multiplies it by $1 - 25 \eta$, and $w_1$ by $1 -
// \eta$.
//
// For $\eta = 0.02$ the factors are 0.5 and 0.98. For $\eta = 0.06$ they are
// $-0.5$ and 0.94: the steep weight jumps to the other side, and half as far.
// For $\eta = 0.1$ they are $-1.5$ and 0.9: it jumps farther each time.
//
// @experiment options
//
// @experiment how large a rate

// ## Steps with a memory
//
// In the flat direction all slopes agree, and the step could be longer. In
// the steep one, at a large rate, they change their sign at each step, and it
// should be shorter. **Momentum** does that with a velocity $v$. Each step
// keeps a part $\mu$ of it and adds the slope:
//
// $$ v \leftarrow \mu v + \bar w, \qquad w \leftarrow w - \eta v. $$
//
// Let $\mu = 0.9$. If all slopes are 1, then $v$ is 1, then $0.9 + 1 = 1.9$,
// then $2.71$. If the slopes are 1 and $-1$ in turn, then $v$ is 1, then $0.9
// - 1 = -0.1$, then $0.91$.
//
// @predict Where does $v$ go in the first case? In the end a step loses as much
// as it adds: $0.1 v = 1$.
// @answer To $1 / (1 - 0.9) = 10$: where slopes agree, momentum makes steps
// ten times as long
// @proved{equal_slopes_drive_the_velocity_to_one_over_what_is_lost}. Where
// they alternate, $v$ comes to $\pm 1 / (1 + 0.9)$, about one half
// @proved{alternating_slopes_halve_the_velocity}. So in a flat direction
// momentum with the rate $\eta$ is a plain step with the rate $\eta / (1 -
// \mu)$. Compare the two at *that* rate. At the same $\eta$ you would compare
// a long step with a short one.
// @endpredict
template <field T>
void momentum_step(T& w, T& v, const T& dw, const T& rate, const T& keep)
{
    v = keep * v + dw;
    w = w - rate * v;
}

// **Adam** asks another question. A slope of 1000 and one of 0.001 say the
// same about the direction. Why should one move its weight a million times as
// far? Adam divides the step of each weight by the size that the slopes of
// this weight have had. It keeps two running means for each weight: $m$ of
// the slopes, and $s$ of their squares. With $\beta_1 = 0.9$ a new mean is
// nine tenths of the old one and a tenth of the new slope.
//
// Both means begin at 0, and so are too small at first. If all slopes are 4,
// then $m$ is $0.4$, then $0.9 \cdot 0.4 + 0.4 = 0.76$, then $1.084$. After $t$
// steps it is $4 (1 - 0.9^t)$: divide by $1 - 0.9^t$ and it is 4 each time.
// The same goes for $s$, with $\beta_2 = 0.999$.
//
// $$ m \leftarrow \beta_1 m + (1 - \beta_1) \bar w, \qquad s \leftarrow \beta_2 s + (1 - \beta_2) \bar w^2, $$
//
// $$ w \leftarrow w - \eta \, \frac{m / (1 - \beta_1^t)}{\sqrt{s / (1 - \beta_2^t)} + \varepsilon}. $$
//
// The small $\varepsilon = 10^{-8}$ prevents a division by 0.
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

// @predict What is the first step of Adam for a slope of 1000, and for one of
// 0.001? What changes if the whole loss is multiplied by 1024?
// @answer The first means, corrected, are the slope and its square, and the
// slope over the root of its square is 1 or $-1$. So the first step is the
// rate, both times @proved{the_first_step_of_adam_is_the_rate}. A factor of the
// loss is in both and cancels but for $\varepsilon$
// @proved{adam_does_not_notice_a_factor_of_the_loss}. The plain step and
// momentum would be 1024 times as long.
// @endpredict
//
// @experiment three paths
//
// @experiment Where to begin
//
// @experiment Spirals
//
// @experiment Above the limit

// ## A price on large weights
//
// The **weight decay** of @chapter{10_dense_layers} puts a price on large
// weights:
//
// $$ L = \text{mean loss} + \frac{\lambda}{2} \sum w^2. $$
//
// Its slope by $w$ is $\lambda w$. In a plain step
//
// $$ w \leftarrow w - \eta (\bar w + \lambda w) = (1 - \eta \lambda) w - \eta \bar w, $$
//
// so each weight is made a little smaller first
// @proved{a_price_shrinks_each_weight_before_the_step}: it decays. The slope
// $\lambda w$ has nothing to do with the samples, and is not divided by their
// number. Biases are usually left out. What weight decay does is measured in
// @chapter{12_fashion}.

}  // namespace chainrule::losses_and_optimizers
