#include "dense_layers.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>

#include "chainrule/layers/dense.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;
using namespace chainrule::dense_layers;

namespace {

using grid = table<residue>;
using moving = dual<residue>;

boost::random::mt19937_64 engine(10);

grid random_grid(std::size_t rows, std::size_t cols)
{
    grid g(rows, cols);
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < cols; ++j) {
            g(i, j) = random_residue(engine);
        }
    }
    return g;
}

table<moving> on_dual(const grid& g)
{
    table<moving> m(g.rows(), g.cols());
    for (std::size_t i = 0; i < g.rows(); ++i) {
        for (std::size_t j = 0; j < g.cols(); ++j) {
            m(i, j) = moving(g(i, j));
        }
    }
    return m;
}

// How fast the sums, each times its d, move with one entry of a table.
template <class Sums>
grid true_slopes(const grid& at, const grid& d, Sums f)
{
    grid slopes(at.rows(), at.cols());
    for (std::size_t i = 0; i < at.rows(); ++i) {
        for (std::size_t j = 0; j < at.cols(); ++j) {
            table<moving> m = on_dual(at);
            m(i, j).slope = 1;
            const table<moving> z = f(m);
            for (std::size_t n = 0; n < z.rows(); ++n) {
                for (std::size_t k = 0; k < z.cols(); ++k) {
                    slopes(i, j) += d(n, k) * z(n, k).slope;
                }
            }
        }
    }
    return slopes;
}

layers::matrix<residue> as_matrix(const grid& g)
{
    layers::matrix<residue> m(g.rows(), g.cols());
    for (Eigen::Index i = 0; i < m.rows(); ++i) {
        for (Eigen::Index j = 0; j < m.cols(); ++j) {
            m(i, j) =
                g(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
        }
    }
    return m;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_product_by_hand)
{
    const table<rational> a{{1, 2}, {3, 4}};
    const table<rational> b{{5}, {7}};
    BOOST_TEST((product(a, b) == table<rational>{{19}, {43}}));
    BOOST_TEST((transposed(b) == table<rational>{{5, 7}}));
}

BOOST_AUTO_TEST_CASE(slopes_equal_dual_numbers_modulo_p_in_every_shape)
{
    for (const std::size_t n : {1u, 2u, 5u}) {
        for (const std::size_t k : {1u, 3u}) {
            for (const std::size_t m : {1u, 2u, 3u}) {
                const grid x = random_grid(n, k);
                const grid w = random_grid(k, m);
                const grid b = random_grid(1, m);
                const grid d = random_grid(n, m);
                const auto s = walk_back(x, w, d);
                BOOST_TEST((s.dw == true_slopes(w, d, [&](const auto& at) {
                                return sums(on_dual(x), at, on_dual(b));
                            })));
                BOOST_TEST((s.db == true_slopes(b, d, [&](const auto& at) {
                                return sums(on_dual(x), on_dual(w), at);
                            })));
                BOOST_TEST((s.dx == true_slopes(x, d, [&](const auto& at) {
                                return sums(at, on_dual(w), on_dual(b));
                            })));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_layer_of_the_library_gives_the_same_numbers)
{
    const grid x = random_grid(4, 3);
    const grid w = random_grid(3, 5);
    const grid b = random_grid(1, 5);
    const grid d = random_grid(4, 5);
    layers::dense<residue> layer(as_matrix(w), as_matrix(b));
    const auto m = as_matrix(x);
    layers::matrix<residue> z(4, 5);
    layer.forward(m, z);
    BOOST_TEST((z == as_matrix(sums(x, w, b))));
    layers::matrix<residue> dx(4, 3);
    layer.backward(m, z, as_matrix(d), dx);
    const auto s = walk_back(x, w, d);
    BOOST_TEST((layer.dw() == as_matrix(s.dw)));
    BOOST_TEST((layer.db() == as_matrix(s.db)));
    BOOST_TEST((dx == as_matrix(s.dx)));
}

BOOST_AUTO_TEST_CASE(back_costs_twice_what_forward_costs)
{
    using counting = counted<double>;
    const table<counting> x(7, 5);
    const table<counting> w(5, 3);
    const table<counting> dz(7, 3);
    const auto there = count([&] { product(x, w); });
    const auto back = count([&] { walk_back(x, w, dz); });
    BOOST_TEST(there.multiplications == 7 * 5 * 3);
    BOOST_TEST(back.multiplications == 2 * 7 * 5 * 3);
}

BOOST_AUTO_TEST_CASE(factors_that_do_not_fit_are_refused)
{
    BOOST_CHECK_EXCEPTION(
        product(grid(2, 3), grid(2, 3)), std::invalid_argument,
        [](const std::exception& e) {
            return std::string(e.what()) ==
                   "product: the left factor has 3 columns, the right one 2 "
                   "rows";
        });
}
