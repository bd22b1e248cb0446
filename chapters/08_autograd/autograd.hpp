// # Autograd
//
// When you have read this chapter you can take the derivatives of any program
// that computes a number, whatever its shape, and say what a library that
// does so has to remember.
//
// So far the shape was a row. In @chapter{07_layer_and_network} each layer
// had one neighbour below and one above, and the walk back was a loop. Now let
// a number be used twice. Then there are two ways from it to the loss, and
// "the layer above" is no longer one.
//
// | symbol | what it is |
// |--------|------------|
// | node | a number of the computation: an input, or what an operation gave |
// | $v$ | its value |
// | $\bar v$ | the slope of the result by $v$; in code `slope` |
// | edge | leads from a node to one that it was made from |
//
// The nodes and edges together are the **graph** of the computation. It has
// no circle, because a number is made from numbers that are there already.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::autograd {

// ## Numbers that remember
//
// A node keeps its value, and an edge to each node it was made from. On the
// edge stands the slope of the one by the other. For $v = ab$ that is $b$ on
// the edge to $a$, and $a$ on the edge to $b$: numbers that are known when the
// product is made.
template <field T>
struct node {
    struct edge {
        std::shared_ptr<node> to;
        T by;
    };

    T value;
    std::vector<edge> edges;
    T slope = T(0);
};

// A `number` is a handle to a node. The operators look like arithmetic, and
// while they compute, they write the graph.
template <field T>
struct number {
    std::shared_ptr<node<T>> at;

    number(T value) : at(std::make_shared<node<T>>(node<T>{value, {}})) {}
    number(T value, std::vector<typename node<T>::edge> edges)
        : at(std::make_shared<node<T>>(node<T>{value, std::move(edges)}))
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
// A node may hand its slope on when the slope is complete: when every node
// that was made from it has handed on its own. So walk the graph in an order
// in which each node stands behind all that it was made from, and walk it
// from the end. Such an order is called **topological**. This is the usual
// way to find one: visit first what a node was made from, then write down the
// node.
template <field T>
void visit(const std::shared_ptr<node<T>>& n,
           std::vector<std::shared_ptr<node<T>>>& order)
{
    if (std::find(order.begin(), order.end(), n) != order.end()) {
        return;
    }
    for (const auto& e : n->edges) {
        visit(e.to, order);
    }
    order.push_back(n);
}

template <field T>
std::vector<std::shared_ptr<node<T>>> topological(const number<T>& result)
{
    std::vector<std::shared_ptr<node<T>>> order;
    visit(result.at, order);
    return order;
}

// ## A fork adds
//
// A small change of a node changes the result over every edge that leads to
// it. For small changes these effects add up. So a slope that is handed on is
// *added* to what has arrived:
//
// $$ \bar a = \sum_{v \text{ made from } a} \bar v \cdot
//    \frac{\partial v}{\partial a}. $$
//
// With the order and this sum the walk back is three lines. Slopes of an
// earlier walk have to go first.
template <field T>
void backward(const number<T>& result)
{
    const auto order = topological(result);
    for (const auto& n : order) {
        n->slope = T(0);
    }
    result.at->slope = T(1);
    for (auto n = order.rbegin(); n != order.rend(); ++n) {
        for (const auto& e : (*n)->edges) {
            e.to->slope = e.to->slope + (*n)->slope * e.by;
        }
    }
}

// ## A tape
//
// The graph can be had for less. Numbers are made one after the other, and
// none is made before those that it needs: the order of making *is* a
// topological order. So write each operation into one long array as it
// happens, and walk the array from the end. Nothing has to be visited, and
// nothing is allocated one by one. The array is called a **tape**. This is
// the walk back of the library:
//
// @source{chainrule/autograd/tape.hpp#backward}

}  // namespace chainrule::autograd
