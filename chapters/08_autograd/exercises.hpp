#pragma once

#include <vector>

#include "08_autograd/autograd.hpp"
#include "chainrule/numbers/concepts.hpp"
#include "chapter/todo.hpp"

namespace answers {

using chainrule::field;
using chainrule::todo;
using chainrule::autograd::backward;
using chainrule::autograd::node;
using chainrule::autograd::number;
using chainrule::autograd::topological;

// ## 8.1 A neuron as one operation
//
// The sum of a neuron is $z = w_1 x_1 + \dots + w_n x_n + b$. Written with `+`
// and `*` it makes $2n$ nodes. Teach the graph to do it as *one* operation: a
// single new node, made from the numbers that were given and from no others.
// The chapter's `backward` will be called on formulas that have it in them,
// and has to find the right slopes.
//
// `w` and `x` have the same length. If it is 0, the sum is $b$: return a new
// node, or `b` itself. The same number may be given several times, even as a
// weight and as an input. Its arrows may stay apart, or be one arrow with the
// sum of their own slopes. An arrow whose own slope is 0 may be left out.
//
// For $w = (2, 5)$, $x = (3, -4)$ and $b = 7$ the sum is $-7$. Its slopes are
// $(3, -4)$ by $w$, $(2, 5)$ by $x$, and 1 by $b$.
template <field T>
number<T> neuron(const std::vector<number<T>>& w,
                 const std::vector<number<T>>& x, const number<T>& b)
{
    todo("8.1");
}

// ## 8.2 Train what is shared
//
// Here is a row of `layers` layers that all have the same weight $w$ and the
// same bias $b$:
//
// $$ a_0 = x, \qquad a_i = w \, a_{i-1} + b. $$
//
// The estimate is the last output, and the loss is half of its squared error.
// Take `steps` steps with the rate `rate`, and return $w$ and $b$. You need
// not derive anything: let the chapter's numbers make the graph of the loss. A
// walk back of your own is right as well. There is at least one layer. If there
// are no steps, nothing changes.
//
// For $w = -3$, $b = 8$, $x = 3$, $t = 9$ and two layers the outputs are $-1$
// and 11, and the slopes of the loss are $-20$ by $w$ and $-4$ by $b$. One step
// with the rate $\frac18$ gives $w = -\frac12$ and $b = \frac{17}2$, and a
// second one $w = \frac94$ and $b = \frac{35}4$.
template <field T>
struct trained {
    T w, b;
};

template <field T>
trained<T> train_shared(T w, T b, const T& x, const T& t, int layers,
                        const T& rate, int steps)
{
    todo("8.2");
}

// ## 8.3 What a result depends on
//
// A parameter that the loss does not depend on can never learn. Say for each
// of the inputs, in their order, whether `result` depends on it: whether some
// way along the arrows leads from the input to the result. Slopes of nodes may
// be changed on the way.
//
// An input may be any number, also one that was made from others. The result
// itself may be one of the inputs, and depends on itself. An input that is
// listed twice is answered twice, and without inputs there are no answers.
//
// A slope of 0 does not mean that there is no way: $f = a \, b$ depends on $a$
// at $b = 0$, too. Nor are two inputs the same because their values are.
//
// For the inputs $a = 3$, $b = 4$, $c = 5$ and $f = (a + b) \, a$ the answer
// is true, true, false.
template <field T>
std::vector<bool> depends_on(const number<T>& result,
                             const std::vector<number<T>>& inputs)
{
    todo("8.3");
}

}  // namespace answers
