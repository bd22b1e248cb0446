/// \file
/// What the slopes of a long formula cost in chapter 08, counted.
#pragma once

#include <cstddef>
#include <vector>

#include "chainrule/autograd/tape.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"

namespace chainrule::autograd {

using counting = counted<double>;

// A thousand sums, differences and products.
template <class T>
T formula(const std::vector<T>& x)
{
    T f = x[0];
    for (std::size_t i = 0; i < 1000; i += 4) {
        const T& other = x[i / 4 % x.size()];
        f = (f + other) * other - f + f;
    }
    return f;
}

inline long long cost_on_tape(std::size_t inputs)
{
    return count([&] {
               tape<counting> t;
               std::vector<taped<counting>> x;
               for (std::size_t i = 0; i < inputs; ++i) {
                   x.push_back(t.input(counting(1)));
               }
               t.backward(formula(x));
           })
        .total();
}

inline long long cost_of_dual(std::size_t inputs)
{
    return count([&] {
               for (std::size_t i = 0; i < inputs; ++i) {
                   std::vector<dual<counting>> x(inputs, 1);
                   x[i].slope = 1;
                   formula(x);
               }
           })
        .total();
}

}  // namespace chainrule::autograd
