/// \file
/// A way back through two layers in pieces, and slips that each spoil one.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "chainrule/numbers/residue.hpp"
#include "dense_layers.hpp"

namespace chainrule::dense_layers {

using grid = table<residue>;

struct setting {
    grid x, w1, b1, w2, b2, t;
    residue p, q;          // of the activation
    residue decay;         // lambda
    bool all_seen = true;  // or only the last layer's slopes
};

// A piece of the way back, as a function that can be exchanged for another.
struct way {
    std::function<grid(const grid& y, const grid& t)> error;
    std::function<grid(const grid& da, const grid& z, const grid& slope_at_z,
                       const grid& slope_at_a)>
        through_activation;
    std::function<grid(const grid& x, const grid& dz)> dw;
    std::function<grid(const grid& dz)> db;
    std::function<grid(const grid& dz, const grid& w)> dx;
    std::function<residue(const residue& decay, const residue& n)>
        weight_decay;
    bool decay_on_bias = false;
};

// Entry by entry, what several tables of one shape make together.
template <class F, class... Tables>
inline grid entries(F f, const grid& first, const Tables&... more)
{
    grid result(first.rows(), first.cols());
    for (std::size_t i = 0; i < first.rows(); ++i) {
        for (std::size_t j = 0; j < first.cols(); ++j) {
            result(i, j) = f(first(i, j), more(i, j)...);
        }
    }
    return result;
}

// Some rows of a table, added up.
inline grid sum_of_rows(const grid& a, std::size_t first, std::size_t last)
{
    grid sum(1, a.cols());
    for (std::size_t i = first; i < last; ++i) {
        for (std::size_t j = 0; j < a.cols(); ++j) {
            sum(0, j) += a(i, j);
        }
    }
    return sum;
}

inline grid only_row(const grid& a, std::size_t row)
{
    grid one(a.rows(), a.cols());
    for (std::size_t j = 0; j < a.cols(); ++j) {
        one(row, j) = a(row, j);
    }
    return one;
}

inline residue rows_of(const grid& a)
{
    return residue(static_cast<long long>(a.rows()));
}

inline grid times(const grid& a, const residue& factor)
{
    return entries([&](residue v) { return v * factor; }, a);
}

// The right pieces.
inline way right_way()
{
    way r;
    r.error = [](const grid& y, const grid& t) {
        return times(
            entries([](residue a, residue b) { return a - b; }, y, t),
            residue(1) / rows_of(y));
    };
    r.through_activation = [](const grid& da, const grid&, const grid& slope,
                              const grid&) {
        return entries([](residue d, residue s) { return d * s; }, da, slope);
    };
    r.dw = [](const grid& x, const grid& dz) {
        return product(transposed(x), dz);
    };
    r.db = [](const grid& dz) { return sum_of_rows(dz, 0, dz.rows()); };
    r.dx = [](const grid& dz, const grid& w) {
        return product(dz, transposed(w));
    };
    r.weight_decay = [](const residue& decay, const residue&) {
        return decay;
    };
    return r;
}

// The walk, whatever the pieces.
inline std::vector<grid> all_slopes(const setting& s, const way& by)
{
    const auto activation = [&](residue z) { return z * (s.p * z + s.q); };
    const auto slope = [&](residue v) { return s.p * v * 2 + s.q; };
    const auto plus = [](residue a, residue b) { return a + b; };
    const residue weight_decay = by.weight_decay(s.decay, rows_of(s.x));
    const residue on_bias = by.decay_on_bias ? weight_decay : residue(0);

    const grid z1 = sums(s.x, s.w1, s.b1);
    const grid a1 = entries(activation, z1);
    const grid dz2 = by.error(sums(a1, s.w2, s.b2), s.t);
    const grid dz1 = by.through_activation(
        by.dx(dz2, s.w2), z1, entries(slope, z1), entries(slope, a1));
    const std::vector<grid> of_the_last{
        entries(plus, by.dw(a1, dz2), times(s.w2, weight_decay)),
        entries(plus, by.db(dz2), times(s.b2, on_bias))};
    if (!s.all_seen) {
        return of_the_last;
    }
    return {of_the_last[0], of_the_last[1],
            entries(plus, by.dw(s.x, dz1), times(s.w1, weight_decay)),
            entries(plus, by.db(dz1), times(s.b1, on_bias)),
            by.dx(dz1, s.w1)};
}

// Each slip exchanges one piece, or what it is used for.
struct slip {
    std::string name;
    std::function<void(way&)> make;
};

inline residue both(residue a, residue b)
{
    return a * b;
}

// The right slope of the loss, times a factor that may depend on the number of
// samples.
template <class Factor>
std::function<void(way&)> scaled_error(Factor factor)
{
    return [factor](way& w) {
        w.error = [factor, right = w.error](const grid& y, const grid& t) {
            return times(right(y, t), factor(rows_of(y)));
        };
    };
}

inline std::vector<slip> bank()
{
    return {
        {"error: wrong sign",
         scaled_error([](residue) { return residue(-1); })},
        {"error: twice as large",
         scaled_error([](residue) { return residue(2); })},
        {"error: not divided by N",
         scaled_error([](residue n) { return n; })},
        {"error: divided by N twice",
         scaled_error([](residue n) { return residue(1) / n; })},
        {"error: target left out",
         [](way& w) {
             w.error = [right = w.error](const grid& y, const grid& t) {
                 return right(y, times(t, 0));
             };
         }},
        {"activation: slope left out",
         [](way& w) {
             w.through_activation = [](const grid& da, const grid&,
                                       const grid&,
                                       const grid&) { return da; };
         }},
        {"activation: slope at the output",
         [](way& w) {
             w.through_activation = [](const grid& da, const grid&,
                                       const grid&, const grid& at_a) {
                 return entries(both, da, at_a);
             };
         }},
        {"activation: slope squared",
         [](way& w) {
             w.through_activation = [](const grid& da, const grid&,
                                       const grid& at_z, const grid&) {
                 return entries(both, entries(both, da, at_z), at_z);
             };
         }},
        {"activation: slope alone",
         [](way& w) {
             w.through_activation = [](const grid&, const grid&,
                                       const grid& at_z,
                                       const grid&) { return at_z; };
         }},
        {"activation: z for its slope",
         [](way& w) {
             w.through_activation = [](const grid& da, const grid& z,
                                       const grid&, const grid&) {
                 return entries(both, da, z);
             };
         }},
        {"dw: turned around",
         [](way& w) {
             w.dw = [](const grid& x, const grid& dz) {
                 return product(transposed(dz), x);
             };
         }},
        {"dw: first sample only",
         [](way& w) {
             w.dw = [](const grid& x, const grid& dz) {
                 return product(transposed(only_row(x, 0)), dz);
             };
         }},
        {"dw: last sample only",
         [](way& w) {
             w.dw = [](const grid& x, const grid& dz) {
                 return product(transposed(only_row(x, x.rows() - 1)), dz);
             };
         }},
        {"dw: divided by N again",
         [](way& w) {
             w.dw = [](const grid& x, const grid& dz) {
                 return times(product(transposed(x), dz),
                              residue(1) / rows_of(x));
             };
         }},
        {"db: first sample only",
         [](way& w) {
             w.db = [](const grid& dz) { return sum_of_rows(dz, 0, 1); };
         }},
        {"db: last sample only",
         [](way& w) {
             w.db = [](const grid& dz) {
                 return sum_of_rows(dz, dz.rows() - 1, dz.rows());
             };
         }},
        {"db: divided by N again",
         [](way& w) {
             w.db = [](const grid& dz) {
                 return times(sum_of_rows(dz, 0, dz.rows()),
                              residue(1) / rows_of(dz));
             };
         }},
        {"db: always 0",
         [](way& w) {
             w.db = [](const grid& dz) { return grid(1, dz.cols()); };
         }},
        {"dx: W not turned around",
         [](way& w) {
             w.dx = [](const grid& dz, const grid& weights) {
                 return product(dz, weights);
             };
         }},
        {"dx: W left out",
         [](way& w) {
             w.dx = [](const grid& dz, const grid&) { return dz; };
         }},
        {"decay: left out",
         [](way& w) {
             w.weight_decay = [](residue, residue) { return residue(0); };
         }},
        {"decay: twice as large",
         [](way& w) {
             w.weight_decay = [](residue decay, residue) {
                 return decay * 2;
             };
         }},
        {"decay: wrong sign",
         [](way& w) {
             w.weight_decay = [](residue decay, residue) { return -decay; };
         }},
        {"decay: divided by N",
         [](way& w) {
             w.weight_decay = [](residue decay, residue n) {
                 return decay / n;
             };
         }},
        {"decay: on the biases too", [](way& w) { w.decay_on_bias = true; }},
    };
}

}  // namespace chainrule::dense_layers
