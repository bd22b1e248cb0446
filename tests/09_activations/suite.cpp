#include "activations.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "chainrule/layers/activation.hpp"
#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"

using namespace chainrule;
using namespace chainrule::activations;

namespace {

// An activation that exact numbers have: its slope is the square of its
// output, so it too can be computed from there.
struct reciprocal {
    template <field T>
    static T value(const T& z)
    {
        return T(-1) / z;
    }
    template <field T>
    static T slope(const T& a)
    {
        return a * a;
    }
};

using moving = dual<residue>;

std::vector<residue> random_numbers(boost::random::mt19937_64& engine,
                                    std::size_t n)
{
    std::vector<residue> v(n);
    for (residue& r : v) {
        r = random_residue(engine);
    }
    return v;
}

// Two hidden neurons from nine numbers.
template <class T>
two_layers<T> net_of(const std::vector<T>& p)
{
    return {{{{p[0], p[1]}, p[2], p[3]}, {{p[4], p[5]}, p[6], p[7]}}, p[8]};
}

std::vector<residue> flat(const two_layers<residue>& n)
{
    std::vector<residue> p;
    for (const auto& h : n.hidden) {
        p.insert(p.end(), {h.w[0], h.w[1], h.b, h.v});
    }
    p.push_back(n.c);
    return p;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_row_of_two_rectifiers_by_hand)
{
    const std::vector<rational> w{2, -3};
    const std::vector<rational> b{1, 30};
    const auto a = outputs<relu>(w, b, rational(4));
    BOOST_TEST(a[1] == rational(9));
    BOOST_TEST(a[2] == rational(3));
    const auto s = walk_back<relu>(w, a, rational(5));
    BOOST_TEST(s.dw[1] == rational(5 * 9));
    BOOST_TEST(s.db[1] == rational(5));
    BOOST_TEST(s.dw[0] == rational(5 * -3 * 4));
    BOOST_TEST(s.db[0] == rational(-15));
    BOOST_TEST(s.dx == rational(-30));
}

BOOST_AUTO_TEST_CASE(a_sleeping_neuron_hands_nothing_on)
{
    const std::vector<rational> w{2, 3};
    const std::vector<rational> b{-100, 1};
    const auto a = outputs<relu>(w, b, rational(4));
    const auto s = walk_back<relu>(w, a, rational(5));
    BOOST_TEST(s.db[1] == rational(5));
    BOOST_TEST(s.dw[0] == rational(0));
    BOOST_TEST(s.db[0] == rational(0));
    BOOST_TEST(s.dx == rational(0));
}

BOOST_AUTO_TEST_CASE(every_slope_of_a_row_equals_dual_numbers_modulo_p)
{
    boost::random::mt19937_64 engine(9);
    for (std::size_t depth = 1; depth <= 6; ++depth) {
        const auto w = random_numbers(engine, depth);
        const auto b = random_numbers(engine, depth);
        const residue x = random_residue(engine);
        const residue da = random_residue(engine);
        const auto s =
            walk_back<reciprocal>(w, outputs<reciprocal>(w, b, x), da);
        const auto truth = [&](const residue* of) {
            const auto moved = [&](const std::vector<residue>& v) {
                std::vector<moving> m;
                for (const residue& r : v) {
                    m.emplace_back(r, residue(&r == of ? 1 : 0));
                }
                return m;
            };
            const moving at_x(x, residue(&x == of ? 1 : 0));
            return outputs<reciprocal>(moved(w), moved(b), at_x)
                       .back()
                       .slope *
                   da;
        };
        for (std::size_t i = 0; i < depth; ++i) {
            BOOST_TEST(s.dw[i] == truth(&w[i]));
            BOOST_TEST(s.db[i] == truth(&b[i]));
        }
        BOOST_TEST(s.dx == truth(&x));
    }
}

BOOST_AUTO_TEST_CASE(every_slope_of_two_layers_equals_dual_numbers_modulo_p)
{
    boost::random::mt19937_64 engine(90);
    const auto p = random_numbers(engine, 9);
    const auto x = random_numbers(engine, 2);
    const residue t = random_residue(engine);
    const auto given = flat(slopes<reciprocal>(net_of(p), {x[0], x[1]}, t));
    for (std::size_t i = 0; i < p.size(); ++i) {
        std::vector<moving> m(p.begin(), p.end());
        m[i].slope = 1;
        const moving d =
            estimate<reciprocal>(net_of(m), {moving(x[0]), moving(x[1])}) -
            moving(t);
        BOOST_TEST(given[i] == (d * d / moving(2)).slope, "slope " << i);
    }
}

// Three multiplications a layer are the walk of chapter 03 with one factor
// more; the activation's own slope costs what it costs.
BOOST_AUTO_TEST_CASE(the_walk_costs_three_multiplications_a_layer)
{
    using counting = counted<double>;
    const std::vector<counting> w(10, counting(1));
    const std::vector<counting> a(11, counting(1));
    const auto cost = count([&] { walk_back<identity>(w, a, counting(1)); });
    BOOST_TEST(cost.multiplications == 30);
    BOOST_TEST(cost.total() == 30);
}

BOOST_AUTO_TEST_CASE(a_step_moves_every_number_against_its_slope)
{
    auto net = net_of<rational>({1, 2, 3, 4, 5, 6, 7, 8, 9});
    const auto d = net_of<rational>({10, 20, 30, 40, 50, 60, 70, 80, 90});
    step(net, d, rational(1, 10));
    for (const auto& h : net.hidden) {
        BOOST_TEST(h.w[0] == rational(0));
        BOOST_TEST(h.w[1] == rational(0));
        BOOST_TEST(h.b == rational(0));
        BOOST_TEST(h.v == rational(0));
    }
    BOOST_TEST(net.c == rational(0));
}

// The activations that trained here and those of the layers are the same
// functions.
template <class Here, class There>
void agree()
{
    for (double z = -4; z <= 4; z += 0.25) {
        There layer;
        const layers::matrix<double> in{{z}};
        layers::matrix<double> a(1, 1);
        layer.forward(in, a);
        BOOST_TEST(a(0, 0) == Here::value(z),
                   boost::test_tools::tolerance(1e-14));
        layers::matrix<double> dz(1, 1);
        layer.backward(in, a, layers::matrix<double>{{1}}, dz);
        BOOST_TEST(dz(0, 0) == Here::slope(a(0, 0)));
    }
}

BOOST_AUTO_TEST_CASE(the_layers_have_the_same_functions)
{
    agree<sigmoid, layers::sigmoid<double>>();
    agree<activations::tanh, layers::tanh<double>>();
    agree<relu, layers::relu<double>>();
}
