#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <vector>

#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/layers/train.hpp"
#include "harness/saying.hpp"

using namespace chainrule;
using namespace chainrule::layers;

namespace {

// Four points that no line divides.
struct exclusive_or {
    matrix<float> x{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    labels y{0, 1, 1, 0};
};

network<float> one_layer(const matrix<float>& w)
{
    network<float> net;
    net.add(dense<float>(w));
    return net;
}

bool go_on(std::size_t, float)
{
    return true;
}

// Is infinite when it is asked for the last time.
struct failing_loss : softmax_cross_entropy<float> {
    explicit failing_loss(int times) : left(times) {}
    float forward(matrix_view<float> z, std::span<const int> y)
    {
        const float value = softmax_cross_entropy::forward(z, y);
        return --left == 0 ? HUGE_VALF : value;
    }
    int left;
};

// 2^24, then 2, then 1 again and again; the sum of 1024 is 2^24 + 1024.
struct given_losses {
    using targets = matrix<float>;
    float forward(matrix_view<float>, matrix_view<float>)
    {
        ++calls;
        return calls == 1 ? 16777216.0f : calls == 2 ? 2.0f : 1.0f;
    }
    matrix<float> backward() const { return matrix<float>::Zero(1, 1); }
    int calls = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_overflow_suite)

BOOST_AUTO_TEST_CASE(a_training_that_explodes_is_stopped)
{
    const matrix<float> x{{1}};
    const matrix<float> t{{0}};
    auto net = one_layer(matrix<float>{{1}});
    mean_squared_error<float> loss;
    sgd<float> by(1e3f);
    BOOST_CHECK_EXCEPTION(train(net, loss, by, x, t, {1, 1000, 1}, go_on),
                          std::overflow_error, saying("use a smaller rate"));
    BOOST_TEST(net.parameters()[0]->value.allFinite());
}

BOOST_AUTO_TEST_CASE(weights_that_explode_in_the_last_step_are_named)
{
    auto net = one_layer(matrix<float>{{1}});
    mean_squared_error<float> loss;
    sgd<float> by(1e30f);
    BOOST_CHECK_EXCEPTION(train(net, loss, by, matrix<float>{{1e15f}},
                                matrix<float>{{0}}, {1, 1, 1}, go_on),
                          std::overflow_error,
                          saying("train: 1.w is no longer finite; use a "
                                 "smaller rate"));
    BOOST_TEST(net.parameters()[0]->value(0, 0) == 1);
}

// The first step of Adam moves every weight by its rate, 1e38.
BOOST_AUTO_TEST_CASE(an_error_leaves_the_weights_of_the_beginning)
{
    const exclusive_or data;
    auto net = one_layer(matrix<float>{{1, 2}, {3, 4}});
    const auto before = net.values();
    softmax_cross_entropy<float> loss;
    adam<float> by(1e38f);
    const matrix<float> x = 100 * data.x;
    BOOST_CHECK_EXCEPTION(train(net, loss, by, x, data.y, {1, 1, 1}, go_on),
                          std::overflow_error, saying("use a smaller rate"));
    BOOST_TEST((net.values() == before));
}

BOOST_AUTO_TEST_CASE(an_error_leaves_the_weights_of_the_last_whole_epoch)
{
    const exclusive_or data;
    auto net = one_layer(matrix<float>{{1, 2}, {3, 4}});
    failing_loss loss{6};  // in the middle of the second epoch of 4 steps
    sgd<float> by(0.1f);
    std::vector<matrix<float>> of_epoch_1;
    const auto keep = [&](std::size_t, float) {
        of_epoch_1 = net.values();
        return true;
    };
    BOOST_CHECK_EXCEPTION(
        train(net, loss, by, data.x, data.y, {1, 5, 1}, keep),
        std::overflow_error,
        saying("train: the loss is inf; use a smaller "
               "rate, or smaller inputs"));
    BOOST_TEST((net.values() == of_epoch_1));
}

// 2^24 + 1 is no float.
BOOST_AUTO_TEST_CASE(the_loss_of_an_epoch_is_not_summed_in_float)
{
    const matrix<float> x = matrix<float>::Zero(1024, 1);
    auto net = one_layer(matrix<float>{{1}});
    given_losses loss;
    sgd<float> by(0.1f);
    float mean = 0;
    train(net, loss, by, x, x, {1, 1, 1}, [&](std::size_t, float value) {
        mean = value;
        return true;
    });
    BOOST_TEST(mean == 16385.0f);
}

BOOST_AUTO_TEST_SUITE_END()
