#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
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

// ## 11.3 Samples that count more
//
// Give each sample a weight $c_n$ of its own, and let the loss be
//
// $$ L = \frac{\sum_n c_n (y_n - t_n)^2}{\sum_n c_n}. $$
//
// Return the loss and its slopes by the outputs $y_n$. There is at least one
// sample, and all weights are positive.
//
// For $y = (5, 1)$, $t = (3, 2)$ and $c = (1, 3)$ the loss is $\frac74$ and the
// slopes are $1$ and $-\frac32$.
template <field T>
std::pair<T, std::vector<T>> weighted_error(const std::vector<T>& y,
                                            const std::vector<T>& t,
                                            const std::vector<T>& c)
{
    todo("11.3");
}

// ## 11.4 A step with a price
//
// A neuron with weight $w$ and bias $b$ has seen a batch of $N$ samples. The
// *sums* of the slopes of their losses are `sum_dw` and `sum_db`. The loss of
// the batch is the mean over the samples, plus a price on the weight and not
// on the bias:
//
// $$ L = \frac1N \sum_n L_n + \frac{\lambda}{2} w^2. $$
//
// Take one step, and return the new $w$ and $b$. In code $\lambda$ is `decay`.
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
