#include <boost/test/unit_test.hpp>
#include <vector>

#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/network.hpp"
#include "harness/layers.hpp"
#include "harness/stand_ins.hpp"

using namespace chainrule;
using namespace chainrule::layers;

namespace {

// The outputs of the network of the test, in plain loops on dual numbers.
matrix<slope> truth_of(const std::vector<matrix<slope>>& v,
                       const matrix<slope>& x)
{
    const auto plus = [](matrix<slope> z, const matrix<slope>& b) {
        z.rowwise() += b.row(0);
        return z;
    };
    const matrix<slope> a =
        plus(product(x, v[0]), v[1]).unaryExpr([](const slope& z) {
            return slope(-1) / z;
        });
    return plus(product(a, v[2]), v[3]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_slopes_suite)

// Layers, softmax and cross-entropy, taken together as they train.
BOOST_AUTO_TEST_CASE(slopes_of_a_network_equal_dual_numbers_modulo_p)
{
    const auto x = random_matrix(5, 3);
    const labels y{0, 3, 1, 1, 2};
    const std::vector<matrix<residue>> v{
        random_matrix(3, 2), random_matrix(1, 2), random_matrix(2, 4),
        random_matrix(1, 4)};
    network<residue> net;
    net.add(dense<residue>(v[0], v[1]))
        .add(reciprocal<residue>())
        .add(dense<residue>(v[2], v[3]));
    softmax_cross_entropy<residue> loss;
    loss.forward(net.forward(x), y);
    net.backward(x, loss.backward());
    for (std::size_t k = 0; k < v.size(); ++k) {
        const auto truth = true_slopes(v[k], [&](const auto& at) {
            std::vector<matrix<slope>> moved;
            for (const auto& each : v) {
                moved.push_back(as<slope>(each));
            }
            moved[k] = at;
            softmax_cross_entropy<slope> dual_loss;
            return dual_loss.forward(truth_of(moved, as<slope>(x)), y);
        });
        BOOST_TEST((net.parameters()[k]->slope == truth), "parameter " << k);
    }
}

BOOST_AUTO_TEST_SUITE_END()
