// # Autograd
//
// @chapter{03_cached_backprop} wrote one walk back for a row of layers,
// another for a square, and another for a value that is used twice. Change
// the formula, and you have to write the next one. Can a program find the
// walk back by itself, for any formula?
//
// @graph The formula f = (a + b) a. The value a is used twice. | The inputs a and b have arrows to a + b. The sum and the input a have arrows to (a + b) a.
//   s [label="a + b" width=0.75]; f [label="(a + b) a" width=1.1];
//   {rank=same; a -> b [style=invis]} a -> s; b -> s; s -> f; a -> f;
// @endgraph
//
// When you have read this chapter you can write numbers that remember what
// was done with them, let a program take the slopes of any formula, teach it
// a new operation, and train a network with it for which nobody has derived
// anything. This is called **automatic differentiation**, and for programs of
// our kind **autograd**.
//
// @experiment two ways to one number
#pragma once

#include <cmath>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::autograd {

// ## A formula as a graph
//
// Any formula can be taken apart into operations with one or two
// **operands**: the numbers that it takes. Draw a **node** for each number,
// and an arrow from each operand to what was made from it. That is the
// **graph** of the formula.
//
// | name | what it is |
// |------|------------|
// | $v$ | a node, and its value: an input, or what an operation gave |
// | $\bar v$ | the slope of the result by $v$; in code `slope` |
// | own slope | belongs to an arrow: how fast an operation's result follows this operand |
//
// An own slope concerns one operation only, and it is known as soon as the
// operation is done:
//
// | operation | own slope by $a$ | own slope by $b$ |
// |-----------|------------------|------------------|
// | $v = a + b$ | 1 | 1 |
// | $v = a - b$ | 1 | $-1$ |
// | $v = a \, b$ | $b$ | $a$ |
//
// So a sum hands the slope that comes back to both operands as it is. A
// product hands to each operand the slope times the *other* operand.
//
// @predict Walk back through $f = (a + b) \, a$ on paper, at $a = 2$ and
// $b = 5$. Begin with 1 at $f$, because $f$ moves as much as itself. What is
// the slope by the sum $s = a + b$, by $b$, and by $a$?
// @answer $\bar s = 1 \cdot a = 2$. Then $\bar b = \bar s \cdot 1 = 2$. And
// $a$ gets a part on each of its two arrows: 2 from the sum, and
// $1 \cdot s = 7$ from the product. Together that is 9.
// @endpredict

// ## Numbers that remember
//
// Now in code. A node keeps its value, and for each operand a pointer to that
// node, together with the own slope.
template <field T>
struct node {
    struct operand {
        std::shared_ptr<node> from;
        T own_slope;
    };

    T value;
    std::vector<operand> made_from;
    T slope = T(0);
};

// A `number` holds a pointer to a node. Its operators look like arithmetic.
// While they compute, they make the graph. An input is made from nothing.
template <field T>
struct number {
    using operands = std::vector<typename node<T>::operand>;
    std::shared_ptr<node<T>> at;

    number(T value, operands made_from = {})
        : at(std::make_shared<node<T>>(node<T>{value, std::move(made_from)}))
    {}

    friend number operator+(const number& a, const number& b)
    {
        return {a.at->value + b.at->value, {{a.at, T(1)}, {b.at, T(1)}}};
    }
    friend number operator-(const number& a, const number& b)
    {
        return {a.at->value - b.at->value, {{a.at, T(1)}, {b.at, T(-1)}}};
    }
    friend number operator*(const number& a, const number& b)
    {
        return {a.at->value * b.at->value,
                {{a.at, b.at->value}, {b.at, a.at->value}}};
    }
};

// ## In which order?
//
// A node may hand its slope to its operands when the slope is complete: when
// every node that was made from it has handed on its own. In the picture
// above the sum has to wait for the product, and $a$ has to wait for both.
//
// So write the nodes in a list in which each stands behind all that it was
// made from, and walk the list from its end. Such an order is called
// **topological**. A function that calls itself finds one: for a node that was
// not seen before, first list everything that it was made from, then the node.
template <field T>
using node_list = std::vector<std::shared_ptr<node<T>>>;

template <field T>
void visit(const std::shared_ptr<node<T>>& n,
           std::set<std::shared_ptr<node<T>>>& seen, node_list<T>& order)
{
    if (!seen.insert(n).second) {
        return;
    }
    for (const auto& operand : n->made_from) {
        visit(operand.from, seen, order);
    }
    order.push_back(n);
}

template <field T>
node_list<T> topological(const number<T>& result)
{
    std::set<std::shared_ptr<node<T>>> seen;
    node_list<T> order;
    visit(result.at, seen, order);
    return order;
}

// ## A fork adds
//
// A node that several others were made from gets a slope from each of them,
// and adds:
//
// $$ \bar a = \sum_{\text{arrows } a \to v} \bar v \cdot
//    \frac{\partial v}{\partial a}. $$
//
// The sum is over all arrows that leave $a$; in $x \cdot x$ two arrows leave
// $x$. The fraction stands for the own slope on that arrow. In code the sum
// grows as the walk comes by. So all slopes begin at zero, and that of the
// result at 1.
template <field T>
void backward(const number<T>& result)
{
    const auto order = topological(result);
    for (const auto& n : order) {
        n->slope = T(0);
    }
    result.at->slope = T(1);
    for (auto n = order.rbegin(); n != order.rend(); ++n) {
        for (const auto& operand : (*n)->made_from) {
            operand.from->slope =
                operand.from->slope + (*n)->slope * operand.own_slope;
        }
    }
}

// That is all, and no line of it knows a formula.
// @experiment its own graph
// @experiment three slips

// The formula $f = (a + b) \, a$ proves little. The suite makes two hundred
// formulas at random, in whole numbers modulo $2^{61} - 1$ as in
// @chapter{02_three_layers}. Each has four inputs and sixty sums, differences
// and products, and in the end adds up all numbers that were not used. The
// slopes by the inputs are those of dual numbers.
// @proved{graph_and_tape_equal_dual_numbers_on_random_formulas}

// ## A new operation
//
// An operation is its value and its own slopes, and nothing else. Here is one
// that these numbers did not have: the **hyperbolic tangent**, an S-shaped
// function that brings every number between $-1$ and 1. If $v = \tanh a$, its
// own slope is $1 - v^2$; @chapter{09_activations} says why.
template <analytic T>
number<T> tanh(const number<T>& a)
{
    using std::tanh;
    const T v = tanh(a.at->value);
    return {v, {{a.at, T(1) - v * v}}};
}

// The larger of two numbers needs no calculus, only numbers that can be
// compared: an `ordered_field`. If the larger one moves, the result moves with
// it. If the smaller one moves a little, nothing happens. So the own slopes
// are 1 and 0, and the arrow with 0 is left out.
template <ordered_field T>
number<T> larger(const number<T>& a, const number<T>& b)
{
    const number<T>& taken = a.at->value < b.at->value ? b : a;
    return {taken.at->value, {{taken.at, T(1)}}};
}

// At $a = b$ the larger of two numbers has a corner and no slope. The code
// takes the side of $a$ there. So `larger(number<T>(0), a)` is the rectifier of
// @chapter{09_activations}, which has the slope 0 at its corner.
// @proved{the_larger_of_zero_and_a_number_is_the_rectifier}
//
// @experiment a new operation

// ## A tape
//
// The graph has two prices: each number is allocated by itself, and the order
// has to be found anew for each walk. Both can be saved. Numbers are made one
// after the other, and none before those that it needs. So the order of making
// *is* a topological order. Write one line for each operation as it happens,
// into one long array, the **tape**, and walk it from its end.
//
// | entry | what was made | made from | own slopes |
// |-------|-------|-----------|------------|
// | 1 | $a = 3$ | entry 0, twice | 0 and 0 |
// | 2 | $b = 4$ | entry 0, twice | 0 and 0 |
// | 3 | $a + b = 7$ | entries 1 and 2 | 1 and 1 |
// | 4 | $(a + b) \, a = 21$ | entries 3 and 1 | 3 and 7 |
//
// The library has such a tape, and the type `taped` for its numbers. Values
// are not on the tape but stay with the numbers. Entry 0 stands for every
// constant, such as the one half of a loss, for the second operand that an
// operation like $\tanh$ does not have, and for both operands of an input. So
// every entry has two operands:
//
// @source{chainrule/autograd/tape.hpp#tape_entry}
//
// The walk goes from the result's entry, whose place is `at_`, to the first:
//
// @source{chainrule/autograd/tape.hpp#backward}
//
// @experiment on a tape
//
// The stale step of @chapter{04_training} can happen neither on the graph nor
// on a tape: own slopes are written down when the operation is done, so a
// weight that moves later changes no slope.
// @proved{a_weight_that_moves_later_changes_no_slope} The article's network,
// trained with a tape, ends at the bits of @chapter{07_layer_and_network}.
// @proved{the_articles_network_ends_at_the_same_bits_on_a_tape}
//
// @experiment what it costs
// @experiment exclusive or
// @experiment why by hand, all the same
// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | a slope is set where it should be added | right where each number is used once; at a fork a part is lost |
// | a node hands on before its slope is complete | right where only inputs are used twice; otherwise wrong |
// | slopes of an earlier walk are left | the second walk gives other numbers than the first |
// | a tape is never cleared | it grows with every step |
// | a very long row of pointers | calls of `visit` go as deep as the longest way, at most, and so does freeing the nodes; the stack can run out |
// | a comparison decides | the slopes are those of the side that was taken |

// ## Your turn
//
// @exercises
//
// @question **Your own division.**
// Write `operator/` for `number`. What are its two own slopes?
// @solution For $q = a / b$ they are $1 / b$ and $-q / b$. For the second,
// look at $q b = a$ while only $b$ moves. The product $q b$ stays. By the
// product rule its slope is $q' b + q$, so that is zero, and $q' = -q / b$.
// @endquestion
//
// @question **The same number on both sides.**
// Both operands of $x \cdot x$ are one node. Must `backward` look out for it?
// @solution No. Each operand gets $x$, and the sum is $2x$.
// @endquestion

// ## What you can now say
//
// - A formula is a graph of operations. Each operation knows how fast its
//   result follows each operand.
// - Slopes go back against the arrows, in an order in which each is complete
//   before it is handed on. Where ways meet, slopes are added.
// - A new operation is a value and its own slopes.
// - All slopes on a tape cost four operations for each sum or product of the
//   formula, for any number of inputs.

// ## Going further
//
// - A. Griewank, *On automatic differentiation*, 1989, shows that all slopes
//   together cost at most five times what the function costs, in his count.
// - B. Speelpenning, *Compiling fast partial derivatives of functions given
//   by algorithms*, 1980, let a compiler write the walk back.
// - A. Paszke and others, *Automatic differentiation in PyTorch*, 2017, has a
//   graph whose operations are on whole tables.
// - A. Karpathy's [micrograd](https://github.com/karpathy/micrograd) is a
//   graph of single numbers in a hundred lines of Python.

}  // namespace chainrule::autograd
