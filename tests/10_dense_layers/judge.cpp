#include "table.hpp"

#include <boost/test/unit_test.hpp>

#include "chainrule/numbers/dual.hpp"
#include "judge/expect.hpp"
#include "mistakes.hpp"

namespace chainrule::exercises {
namespace {

using judge::digits;
using judge::observation;
using moving = dual<double>;
using moving_grid = dense_layers::table<moving>;

// ------------------------------------------------------------------ truth

moving_grid on_dual(const grid& g)
{
    moving_grid m(g.rows(), g.cols());
    for (std::size_t i = 0; i < g.rows(); ++i) {
        for (std::size_t j = 0; j < g.cols(); ++j) {
            m(i, j) = moving(g(i, j));
        }
    }
    return m;
}

// How fast the sum of d times f moves with each entry of a table.
template <class F>
grid true_slope(const grid& at, const grid& d, F f)
{
    grid slope(at.rows(), at.cols());
    for (std::size_t i = 0; i < at.rows(); ++i) {
        for (std::size_t j = 0; j < at.cols(); ++j) {
            moving_grid m = on_dual(at);
            m(i, j) = variable(at(i, j));
            const moving_grid out = f(m);
            for (std::size_t n = 0; n < out.rows(); ++n) {
                for (std::size_t k = 0; k < out.cols(); ++k) {
                    slope(i, j) += d(n, k) * out(n, k).slope;
                }
            }
        }
    }
    return slope;
}

moving_grid around(const moving_grid& x, const moving_grid& w,
                   const moving_grid& b)
{
    moving_grid a = sums(x, w, b);
    for (std::size_t n = 0; n < a.rows(); ++n) {
        for (std::size_t j = 0; j < a.cols(); ++j) {
            a(n, j) = (moving(0) < a(n, j) ? a(n, j) : moving(0)) + x(n, j);
        }
    }
    return a;
}

slopes true_residual(const grid& x, const grid& w, const grid& b,
                     const grid& da)
{
    return {true_slope(w, da,
                       [&](const auto& at) {
                           return around(on_dual(x), at, on_dual(b));
                       }),
            true_slope(b, da,
                       [&](const auto& at) {
                           return around(on_dual(x), on_dual(w), at);
                       }),
            true_slope(x, da, [&](const auto& at) {
                return around(at, on_dual(w), on_dual(b));
            })};
}

grid true_shared(const grid& x, const grid& w, const grid& dz)
{
    return true_slope(w, dz, [&](const auto& at) {
        return product(product(on_dual(x), at), at);
    });
}

// Every sample of a piece as if it had the piece's mean.
grid true_pieces(const grids& parts, const std::vector<int>& sizes)
{
    grid sum(parts[0].rows(), parts[0].cols());
    int samples = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (int sample = 0; sample < sizes[i]; ++sample) {
            ++samples;
            for (std::size_t k = 0; k < sum.rows(); ++k) {
                for (std::size_t j = 0; j < sum.cols(); ++j) {
                    sum(k, j) += parts[i](k, j);
                }
            }
        }
    }
    for (std::size_t k = 0; k < sum.rows(); ++k) {
        for (std::size_t j = 0; j < sum.cols(); ++j) {
            sum(k, j) /= samples;
        }
    }
    return sum;
}

// ----------------------------------------------------------- observations

std::string shown(const grid& g)
{
    std::string text;
    for (std::size_t i = 0; i < g.rows(); ++i) {
        text += i == 0 ? "(" : "; ";
        for (std::size_t j = 0; j < g.cols(); ++j) {
            text += (j == 0 ? "" : " ") + digits(g(i, j));
        }
    }
    return text + ")";
}

void give(observation& o, const std::string& name, const grid& g)
{
    o.probe += (o.probe.empty() ? "" : ", ") + name + " = " + shown(g);
}

void add(observation& o, const std::string& name, const grid& g)
{
    o.add("rows of " + name, static_cast<double>(g.rows()));
    o.add("columns of " + name, static_cast<double>(g.cols()));
    for (std::size_t i = 0; i < g.rows(); ++i) {
        for (std::size_t j = 0; j < g.cols(); ++j) {
            o.add(name + "(" + std::to_string(i) + ", " + std::to_string(j) +
                      ")",
                  g(i, j));
        }
    }
}

grid any_grid(judge::random& engine, std::size_t rows, std::size_t cols)
{
    const auto numbers = judge::wholes(engine, rows * cols, 20);
    grid g(rows, cols);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        g(i / cols, i % cols) = numbers[i];
    }
    return g;
}

observation residual(const table& table, const grid& x, const grid& w,
                     const grid& b, const grid& da)
{
    observation o;
    give(o, "x", x);
    give(o, "w", w);
    give(o, "b", b);
    give(o, "da", da);
    const slopes s = table.residual(x, w, b, da);
    add(o, "dw", s.dw);
    add(o, "db", s.db);
    add(o, "dx", s.dx);
    return o;
}

// Whether each neuron has sums of both signs.
bool has_both_signs(const grid& z)
{
    for (std::size_t j = 0; j < z.cols(); ++j) {
        std::size_t positive = 0;
        for (std::size_t n = 0; n < z.rows(); ++n) {
            positive += z(n, j) > 0 ? 1 : 0;
        }
        if (positive == 0 || positive == z.rows()) {
            return false;
        }
    }
    return true;
}

// Five samples of two numbers. The bias turns the sign of one sum of each
// neuron, so that it is seen who forgets it.
observation observe_residual(const table& table, judge::random& engine)
{
    for (;;) {
        const grid x = any_grid(engine, 5, 2);
        const grid w = any_grid(engine, 2, 2);
        const grid z = product(x, w);
        const grid b{{-2 * z(0, 0), -2 * z(1, 1)}};
        if (has_both_signs(sums(x, w, b))) {
            return residual(table, x, w, b, any_grid(engine, 5, 2));
        }
    }
}

observation shared(const table& table, const grid& x, const grid& w,
                   const grid& dz)
{
    observation o;
    give(o, "x", x);
    give(o, "w", w);
    give(o, "dz", dz);
    add(o, "dw", table.shared(x, w, dz));
    return o;
}

observation observe_shared(const table& table, judge::random& engine)
{
    const grid x = any_grid(engine, 3, 2);
    const grid w = any_grid(engine, 2, 2);
    return shared(table, x, w, any_grid(engine, 3, 2));
}

observation pieces(const table& table, const grids& parts,
                   const std::vector<int>& sizes)
{
    observation o;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        give(o, "part of " + std::to_string(sizes[i]), parts[i]);
    }
    add(o, "slope", table.pieces(parts, sizes));
    return o;
}

// Sixteen samples in all, and parts that are multiples of 16, so that any
// order of working gives whole numbers.
observation observe_pieces(const table& table, judge::random& engine)
{
    grids parts;
    for (int i = 0; i < 3; ++i) {
        grid g = any_grid(engine, 2, 2);
        for (std::size_t k = 0; k < 4; ++k) {
            g(k / 2, k % 2) *= 3 * 16 * 16;
        }
        parts.push_back(g);
    }
    return pieces(table, parts, {9, 5, 2});
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), {true_residual, true_shared, true_pieces},
        {{"10.1",
          "residual_back(x, w, b, da), all of type table<T>; returns "
          "layer_slopes<T>",
          [](const table& t) { return t.residual != nullptr; },
          observe_residual},
         {"10.2",
          "shared_weights_slope(x, w, dz), all of type table<T>; returns "
          "table<T>",
          [](const table& t) { return t.shared != nullptr; }, observe_shared},
         {"10.3",
          "slope_of_pieces(parts, sizes), with parts of type "
          "std::vector<table<T>>, sizes of type std::vector<int>; returns "
          "table<T>",
          [](const table& t) { return t.pieces != nullptr; },
          observe_pieces}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_10_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), residual, grid{{2}}, grid{{3}},
                            grid{{1}}, grid{{5}});
}

BOOST_AUTO_TEST_CASE(what_goes_around_is_not_masked)
{
    judge::expect_the_truth(the_chapter(), residual, grid{{2}}, grid{{-3}},
                            grid{{1}}, grid{{5}});
}

BOOST_AUTO_TEST_CASE(every_slope_is_right_for_many_samples)
{
    judge::compare_on_probes(the_chapter(), "10.1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_10_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), shared, grid{{2}}, grid{{3}},
                            grid{{5}});
}

BOOST_AUTO_TEST_CASE(both_uses_are_heard)
{
    judge::compare_on_probes(the_chapter(), "10.2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_10_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), pieces,
                            grids{grid{{4}}, grid{{8}}},
                            std::vector<int>{3, 1});
}

BOOST_AUTO_TEST_CASE(one_piece_is_the_whole)
{
    judge::expect_the_truth(the_chapter(), pieces, grids{grid{{6, 4}}},
                            std::vector<int>{2});
}

BOOST_AUTO_TEST_CASE(any_pieces_will_do)
{
    judge::compare_on_probes(the_chapter(), "10.3");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
