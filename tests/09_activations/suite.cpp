#include "activations.hpp"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "chainrule/autograd/tape.hpp"
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

// The tangent is taken as the quotient that the chapter defines it by.
BOOST_AUTO_TEST_CASE(the_slopes_from_the_output_are_those_of_dual_numbers)
{
    for (const int z : {-3, -1, 1, 3}) {
        const auto a = relu::value(dual<rational>(z, 1));
        BOOST_TEST(relu::slope(a.value) == a.slope);
    }
    for (double z = -3; z <= 3; z += 0.25) {
        const dual<double> moved(z, 1);
        const auto s = sigmoid::value(moved);
        BOOST_TEST(sigmoid::slope(sigmoid::value(z)) == s.slope,
                   boost::test_tools::tolerance(1e-13));
        const auto up = exp(moved);
        const auto down = exp(-moved);
        const auto t = (up - down) / (up + down);
        BOOST_TEST(hyperbolic_tangent::slope(hyperbolic_tangent::value(z)) ==
                       t.slope,
                   boost::test_tools::tolerance(1e-12));
    }
}

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

// Another way to the same slopes, which nobody has derived.
BOOST_AUTO_TEST_CASE(every_slope_of_two_layers_is_that_of_the_tape)
{
    boost::random::mt19937_64 engine(91);
    const auto p = random_numbers(engine, 9);
    const auto x = random_numbers(engine, 2);
    const residue t = random_residue(engine);
    const auto given = flat(slopes<reciprocal>(net_of(p), {x[0], x[1]}, t));
    tape<residue> on;
    std::vector<taped<residue>> inputs;
    for (const residue& each : p) {
        inputs.push_back(on.input(each));
    }
    const taped<residue> d =
        estimate<reciprocal>(net_of(inputs),
                             {taped<residue>(x[0]), taped<residue>(x[1])}) -
        taped<residue>(t);
    on.backward(d * d / taped<residue>(2));
    for (std::size_t i = 0; i < p.size(); ++i) {
        BOOST_TEST(given[i] == on.slope(inputs[i]), "slope " << i);
    }
}

// Whatever the weights, e(0,0) + e(1,1) = e(0,1) + e(1,0), so the four errors
// with alternating signs add up to 2, and their squares to at least 1.
BOOST_AUTO_TEST_CASE(no_plane_has_a_mean_loss_below_one_eighth)
{
    boost::random::mt19937_64 engine(92);
    const auto any = [&] {
        return rational(static_cast<int>(engine() % 41) - 20, 10);
    };
    const auto mean_loss = [](const two_layers<rational>& net) {
        rational sum = 0;
        for (const int x1 : {0, 1}) {
            for (const int x2 : {0, 1}) {
                const rational d =
                    estimate<identity, rational>(net, {x1, x2}) -
                    rational(x1 != x2 ? 1 : 0);
                sum = sum + d * d / 2;
            }
        }
        return sum / 4;
    };
    for (int i = 0; i < 1000; ++i) {
        const two_layers<rational> net{
            {{{any(), any()}, any(), any()}, {{any(), any()}, any(), any()}},
            any()};
        BOOST_TEST(!(mean_loss(net) < rational(1, 8)));
    }
    BOOST_TEST(mean_loss({{}, rational(1, 2)}) == rational(1, 8));
}

namespace {

// Whether it sleeps for the four samples of exclusive or.
bool is_dead(const hidden_neuron<rational>& h)
{
    bool dead = true;
    for (const int x1 : {0, 1}) {
        for (const int x2 : {0, 1}) {
            dead = dead && output<relu, rational>(h, {x1, x2}) == 0;
        }
    }
    return dead;
}

}  // namespace

// Where one of two rectifiers sleeps, the other is all there is. Catches any
// weights with which it puts both samples of one target above the others.
BOOST_AUTO_TEST_CASE(one_rectifier_never_parts_exclusive_or)
{
    boost::random::mt19937_64 engine(93);
    const auto any = [&] {
        return rational(static_cast<int>(engine() % 41) - 20, 10);
    };
    for (int i = 0; i < 1000; ++i) {
        const two_layers<rational> net{{{{any(), any()}, any(), any()}},
                                       any()};
        const auto e = [&](int x1, int x2) {
            return estimate<relu, rational>(net, {x1, x2});
        };
        const rational t0 = std::max(e(0, 0), e(1, 1));
        const rational t1 = std::min(e(0, 1), e(1, 0));
        BOOST_TEST(!(t0 < t1));
    }
}

BOOST_AUTO_TEST_CASE(one_large_step_kills_a_rectifier)
{
    two_layers<rational> net{{{{1, 1}, 0, 1}}, 0};
    BOOST_TEST(!is_dead(net.hidden[0]));
    step(net, slopes<relu, rational>(net, {1, 0}, 0), rational(2));
    BOOST_TEST(is_dead(net.hidden[0]));
    // And no sample moves it again.
    const auto before = net.hidden[0].w;
    step(net, slopes<relu, rational>(net, {1, 1}, 0), rational(2));
    BOOST_TEST((net.hidden[0].w == before));
}

// Below: h = relu(w x). Above it one neuron that is awake, relu(h), and one
// that sleeps, relu(h - 2). The one that is awake lets the slope through to w.
BOOST_AUTO_TEST_CASE(in_a_deeper_layer_a_rectifier_can_wake_up)
{
    const auto h = [](const rational& w) { return relu::value(w); };
    rational w = 1;
    BOOST_TEST(relu::value(h(w) - 2) == rational(0));
    tape<rational> on;
    const auto moving = on.input(w);
    const auto below = relu::value(moving);
    const auto e =
        relu::value(below) + relu::value(below - taped<rational>(2));
    const auto d = e - taped<rational>(3);
    on.backward(d * d / taped<rational>(2));
    w = w - on.slope(moving);
    BOOST_TEST(relu::value(h(w) - 2) == rational(1));
}

BOOST_AUTO_TEST_CASE(equal_neurons_stay_equal)
{
    const hidden_neuron<residue> one{{residue(3), residue(5)}, 7, 11};
    two_layers<residue> net{{one, one}, 13};
    for (int i = 0; i < 5; ++i) {
        step(net,
             slopes<reciprocal, residue>(net, {residue(i), residue(2)}, 17),
             residue(19));
    }
    BOOST_TEST((net.hidden[0].w == net.hidden[1].w));
    BOOST_TEST(net.hidden[0].b == net.hidden[1].b);
    BOOST_TEST(net.hidden[0].v == net.hidden[1].v);
    BOOST_TEST(!(net.hidden[0].b == one.b));
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
    agree<hyperbolic_tangent, layers::tanh<double>>();
    agree<relu, layers::relu<double>>();
}
