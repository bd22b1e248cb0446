#include "dense_layers.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "bank.hpp"
#include "chainrule/layers/dense.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "digits.hpp"
#include "harness/saying.hpp"

using namespace chainrule;
using namespace chainrule::dense_layers;

namespace {

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

// The loss of the bank: half the mean squared error, summed over the outputs,
// and weight decay, lambda / 2 times the sum of the squares of the weights.
moving loss_of(const setting& s, const table<moving>& x,
               const table<moving>& w1, const table<moving>& b1,
               const table<moving>& w2, const table<moving>& b2)
{
    table<moving> a = sums(x, w1, b1);
    for (std::size_t n = 0; n < a.rows(); ++n) {
        for (std::size_t k = 0; k < a.cols(); ++k) {
            a(n, k) = moving(s.p) * a(n, k) * a(n, k) + moving(s.q) * a(n, k);
        }
    }
    const table<moving> y = sums(a, w2, b2);
    moving errors(0);
    for (std::size_t n = 0; n < y.rows(); ++n) {
        for (std::size_t k = 0; k < y.cols(); ++k) {
            const moving e = y(n, k) - moving(s.t(n, k));
            errors = errors + e * e;
        }
    }
    moving squares(0);
    for (const table<moving>* w : {&w1, &w2}) {
        for (std::size_t i = 0; i < w->rows(); ++i) {
            for (std::size_t j = 0; j < w->cols(); ++j) {
                squares = squares + (*w)(i, j) * (*w)(i, j);
            }
        }
    }
    return errors / moving(2) / moving(static_cast<int>(y.rows())) +
           moving(s.decay) / moving(2) * squares;
}

// How fast a loss moves with each entry of a table.
template <class Loss>
grid slopes_by(const grid& at, Loss loss)
{
    return true_slopes(at, grid{{1}}, [&](const table<moving>& m) {
        return table<moving>{{loss(m)}};
    });
}

// The slopes of the bank's loss, in the order of `all_slopes`.
std::vector<grid> true_slopes(const setting& s)
{
    const auto x = on_dual(s.x);
    const auto w1 = on_dual(s.w1), b1 = on_dual(s.b1);
    const auto w2 = on_dual(s.w2), b2 = on_dual(s.b2);
    using at = const table<moving>&;
    return {
        slopes_by(s.w2, [&](at m) { return loss_of(s, x, w1, b1, m, b2); }),
        slopes_by(s.b2, [&](at m) { return loss_of(s, x, w1, b1, w2, m); }),
        slopes_by(s.w1, [&](at m) { return loss_of(s, x, m, b1, w2, b2); }),
        slopes_by(s.b1, [&](at m) { return loss_of(s, x, w1, m, w2, b2); }),
        slopes_by(s.x, [&](at m) { return loss_of(s, m, w1, b1, w2, b2); })};
}

// N samples of k numbers, l of them inside, and m that come out.
setting random_setting(std::size_t n, std::size_t k, std::size_t l,
                       std::size_t m)
{
    return {random_grid(n, k),      random_grid(k, l),
            random_grid(1, l),      random_grid(l, m),
            random_grid(1, m),      random_grid(n, m),
            random_residue(engine), random_residue(engine),
            random_residue(engine)};
}

// What each piece of a way makes of small numbers: three samples, two
// neurons.
std::vector<grid> pieces(const way& w)
{
    const grid y{{10, 19}, {1, 28}, {46, -8}};
    const grid t{{1, 1}, {1, 1}, {1, 1}};
    const grid da{{1, 2}, {3, 4}, {5, 6}};
    const grid z{{2, 3}, {4, 5}, {6, 7}};
    const grid at_z{{10, 20}, {30, 40}, {50, 60}};
    const grid at_a{{7, 8}, {9, 10}, {11, 12}};
    const grid x{{1, 2}, {3, 4}, {5, 6}};
    const grid dz{{1, 0}, {2, 1}, {0, 3}};
    const grid weights{{1, 2}, {3, 5}};
    return {w.error(y, t),
            w.through_activation(da, z, at_z, at_a),
            w.dw(x, dz),
            w.db(dz),
            w.dx(dz, weights),
            grid{{w.weight_decay(5, 3)}},
            grid{{w.decay_on_bias ? 1 : 0}}};
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

// Which piece each slip spoils, and what the piece becomes then.
enum piece { error, activation, dw, db, dx, weight_decay, on_bias };
struct told {
    std::string name;
    piece spoilt;
    grid becomes;
};

std::vector<told> what_slips_do()
{
    return {
        {"error: wrong sign", error, {{-3, -6}, {0, -9}, {-15, 3}}},
        {"error: twice as large", error, {{6, 12}, {0, 18}, {30, -6}}},
        {"error: not divided by N", error, {{9, 18}, {0, 27}, {45, -9}}},
        {"error: divided by N twice", error, {{1, 2}, {0, 3}, {5, -1}}},
        {"error: target left out", error,
         times(grid{{10, 19}, {1, 28}, {46, -8}}, residue(1) / residue(3))},
        {"activation: slope left out", activation, {{1, 2}, {3, 4}, {5, 6}}},
        {"activation: slope at the output",
         activation,
         {{7, 16}, {27, 40}, {55, 72}}},
        {"activation: slope squared",
         activation,
         {{100, 800}, {2700, 6400}, {12500, 21600}}},
        {"activation: slope alone",
         activation,
         {{10, 20}, {30, 40}, {50, 60}}},
        {"activation: z for its slope",
         activation,
         {{2, 6}, {12, 20}, {30, 42}}},
        {"dw: turned around", dw, {{7, 10}, {18, 22}}},
        {"dw: first sample only", dw, {{1, 0}, {2, 0}}},
        {"dw: last sample only", dw, {{0, 15}, {0, 18}}},
        {"dw: divided by N again", dw,
         times(grid{{7, 18}, {10, 22}}, residue(1) / residue(3))},
        {"db: first sample only", db, {{1, 0}}},
        {"db: last sample only", db, {{0, 3}}},
        {"db: divided by N again", db,
         times(grid{{3, 4}}, residue(1) / residue(3))},
        {"db: always 0", db, {{0, 0}}},
        {"dx: W not turned around", dx, {{1, 2}, {5, 9}, {9, 15}}},
        {"dx: W left out", dx, {{1, 0}, {2, 1}, {0, 3}}},
        {"decay: left out", weight_decay, {{0}}},
        {"decay: twice as large", weight_decay, {{10}}},
        {"decay: wrong sign", weight_decay, {{-5}}},
        {"decay: divided by N", weight_decay, {{residue(5) / residue(3)}}},
        {"decay: on the biases too", on_bias, {{1}}},
    };
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
        saying("product: the left factor has 3 columns, the right one 2 "
               "rows"));
}

// Seven inputs, ten samples, two neurons: the product does not notice.
BOOST_AUTO_TEST_CASE(a_turned_slope_of_the_weights_fits_in_another_shape)
{
    const grid x = random_grid(10, 7);
    const grid dz = random_grid(10, 2);
    const grid turned = product(transposed(dz), x);
    BOOST_TEST(
        (turned == transposed(walk_back(x, random_grid(7, 2), dz).dw)));
    BOOST_TEST((turned.rows() == 2u && turned.cols() == 7u));
}

// Without the check it would be read past its end, or learn something wrong.
BOOST_AUTO_TEST_CASE(a_slope_of_another_shape_moves_nothing)
{
    table<double> w{{1, 2, 3}, {4, 5, 6}};
    BOOST_CHECK_EXCEPTION(
        move(w, transposed(w), 0.5), std::invalid_argument,
        saying("move: the slope is 3 x 2, the parameter 2 x 3"));
    move(w, w, 0.5);
    BOOST_TEST((w == table<double>{{0.5, 1, 1.5}, {2, 2.5, 3}}));
}

BOOST_AUTO_TEST_CASE(the_right_way_of_the_bank_equals_dual_numbers)
{
    for (const setting& s :
         {random_setting(4, 3, 2, 5), random_setting(1, 2, 3, 1)}) {
        BOOST_TEST((all_slopes(s, right_way()) == true_slopes(s)));
        setting last = s;
        last.all_seen = false;
        const std::vector<grid> all = true_slopes(s);
        BOOST_TEST((all_slopes(last, right_way()) ==
                    std::vector<grid>{all[0], all[1]}));
    }
}

BOOST_AUTO_TEST_CASE(the_right_pieces_by_hand)
{
    const std::vector<grid> expected{grid{{3, 6}, {0, 9}, {15, -3}},
                                     grid{{10, 40}, {90, 160}, {250, 360}},
                                     grid{{7, 18}, {10, 22}},
                                     grid{{3, 4}},
                                     grid{{1, 3}, {4, 11}, {6, 15}},
                                     grid{{5}},
                                     grid{{0}}};
    BOOST_TEST((pieces(right_way()) == expected));
}

// The slips of the activation take one or the other.
BOOST_AUTO_TEST_CASE(the_way_through_the_activation_is_given_all_it_may_want)
{
    const setting s = random_setting(4, 3, 2, 5);
    const auto each = [](const grid& of, auto f) { return entries(f, of); };
    const auto slope = [&](residue v) { return s.p * v * 2 + s.q; };
    const grid z1 = sums(s.x, s.w1, s.b1);
    const grid a1 =
        each(z1, [&](residue z) { return s.p * z * z + s.q * z; });
    way asked = right_way();
    int times_asked = 0;
    asked.through_activation = [&](const grid& da, const grid& z,
                                   const grid& at_z, const grid& at_a) {
        ++times_asked;
        BOOST_TEST((z == z1));
        BOOST_TEST((at_z == each(z1, slope)));
        BOOST_TEST((at_a == each(a1, slope)));
        return da;
    };
    all_slopes(s, asked);
    BOOST_TEST(times_asked == 1);
}

BOOST_AUTO_TEST_CASE(each_slip_spoils_one_piece_and_as_its_name_says)
{
    const std::vector<told> all = what_slips_do();
    const std::vector<slip> slips = bank();
    BOOST_TEST_REQUIRE(slips.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        BOOST_TEST(slips[i].name == all[i].name);
        way wrong = right_way();
        slips[i].make(wrong);
        std::vector<grid> expected = pieces(right_way());
        expected[all[i].spoilt] = all[i].becomes;
        BOOST_TEST((pieces(wrong) == expected), all[i].name);
    }
}

BOOST_AUTO_TEST_CASE(decay_on_the_bias_is_added_to_its_slope)
{
    const setting s = random_setting(3, 2, 2, 2);
    way decayed = right_way();
    decayed.decay_on_bias = true;
    std::vector<grid> expected = true_slopes(s);
    const auto plus = [](residue a, residue b) { return a + b; };
    expected[1] = entries(plus, expected[1], times(s.b2, s.decay));
    expected[3] = entries(plus, expected[3], times(s.b1, s.decay));
    BOOST_TEST((all_slopes(s, decayed) == expected));
}

BOOST_AUTO_TEST_CASE(a_random_probe_of_several_samples_hides_nothing)
{
    const setting s = random_setting(3, 3, 3, 3);
    const auto truth = all_slopes(s, right_way());
    for (const slip& each : bank()) {
        way wrong = right_way();
        each.make(wrong);
        BOOST_TEST((all_slopes(s, wrong) != truth), each.name);
    }
}
