#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::ordered_field;
using chainrule::todo;

// ## 11.1 Softmax on its own
//
// Not every network has the cross-entropy right behind the softmax. Here the
// probabilities $p$ go on to something else, and slopes $\bar p$ come back.
// Return the slopes $\bar z$. Mind that every $z$ moves every $p$:
//
// $$ \frac{\partial p_i}{\partial z_j} = p_i (1 - p_i) \text{ for } i = j, \quad -p_i p_j \text{ otherwise.} $$
//
// For $p = (\frac12, \frac12)$ and $\bar p = (8, 0)$ they are $(2, -2)$.
template <field T>
std::vector<T> softmax_back(const std::vector<T>& p, const std::vector<T>& dp)
{
    todo("11.1");
}

// ## 11.2 Looking ahead
//
// Nesterov's momentum makes its step as if the velocity had been applied once
// more already:
//
// $$ v \leftarrow \mu v + \bar w, \qquad w \leftarrow w - \eta (\bar w + \mu v), $$
//
// with the new $v$ in the second formula. Return the new $w$ and $v$, in this
// order. In code $\mu$ is `keep` and $\eta$ is `rate`.
//
// For $w = 10$, $v = 4$, $\bar w = 6$, $\mu = \frac12$, $\eta = \frac14$ they
// are $7.5$ and 8.
template <field T>
std::array<T, 2> nesterov_step(const T& w, const T& v, const T& dw,
                               const T& rate, const T& keep)
{
    todo("11.2");
}

// ## 11.3 A race of rates
//
// Let several rates walk down a bowl, and find the best. The loss of the bowl
// is $L = \frac12 \sum_i c_i w_i^2$, so its slope by $w_i$ is $c_i w_i$. The
// steps are those of momentum, where `keep` is $\mu$; with `keep` 0 they are
// plain steps. Each rate walks from each of the `starts`. Every walk has
// `steps` steps, and begins with all velocities 0.
//
// What counts for a rate is the loss after its last step, from the start from
// which that loss is *largest*. Return the rate for which it is smallest, and
// this loss, in this order. If it is equally small for two rates, take the one
// that comes first.
//
// There is at least one rate, one start and one weight; `steps` may be 0. All
// $c_i$ are above 0. No loss becomes infinite or NaN. Losses that are equal are
// so without any rounding.
//
// Let $c = (2, 4)$, the starts $(6, 2)$ and $(-4, 3)$, the rates $\frac12$ and
// $\frac14$, $\mu = \frac12$, and 2 steps. The losses of the first rate are 9
// and 4, and those of the second 2 and $\frac92$. So the best rate is
// $\frac14$, and its loss is $\frac92$.
template <ordered_field T>
std::array<T, 2>
best_rate(const std::vector<T>& c, const std::vector<std::vector<T>>& starts,
          const std::vector<T>& rates, const T& keep, int steps)
{
    todo("11.3");
}

// ## 11.4 Weight decay
//
// A neuron with weight $w$ and bias $b$ has seen a batch of $N$ samples. The
// *sums* of the slopes of their losses are `sum_dw` and `sum_db`. The loss of
// the batch is the mean over the samples, plus weight decay: a price on large
// weights, and none on the bias.
//
// $$ L = \frac1N \sum_n L_n + \frac{\lambda}{2} w^2. $$
//
// Take one plain step, and return the new $w$ and $b$. In code $\lambda$ is
// `decay`. There is at least one sample.
//
// For $w = 3$, $b = 5$, the sums 8 and 12, $N = 4$, $\lambda = 2$ and the rate
// $\frac12$ they are $-1$ and $\frac72$.
template <field T>
std::array<T, 2> priced_step(const T& w, const T& b, const T& sum_dw,
                             const T& sum_db, int n, const T& decay,
                             const T& rate)
{
    todo("11.4");
}

}  // namespace answers
