#include "chainrule/layers/train.hpp"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "chainrule/layers/activation.hpp"
#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/initialisation.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/metrics.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "harness/saying.hpp"

using namespace chainrule;
using namespace chainrule::layers;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

// Four points that no line divides.
struct exclusive_or {
    matrix<double> x{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    labels y{0, 1, 1, 0};
};

network<double> small_net(std::uint64_t seed)
{
    boost::random::mt19937_64 engine(seed);
    network<double> net;
    net.add(dense<double>(glorot<double>(2, 8, engine)))
        .add(layers::tanh<double>())
        .add(dense<double>(glorot<double>(8, 2, engine)));
    return net;
}

bool go_on(std::size_t, double)
{
    return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_train_suite)

BOOST_AUTO_TEST_CASE(an_epoch_has_every_sample_once)
{
    batches order(23, 5, 1);
    BOOST_TEST(order.count() == 5u);
    for (int epoch = 0; epoch < 3; ++epoch) {
        order.shuffle();
        std::multiset<std::size_t> seen;
        for (std::size_t i = 0; i < order.count(); ++i) {
            BOOST_TEST(order.at(i).size() == (i < 4 ? 5u : 3u));
            seen.insert(order.at(i).begin(), order.at(i).end());
        }
        BOOST_TEST(seen.size() == 23u);
        BOOST_TEST(std::set(seen.begin(), seen.end()).size() == 23u);
    }
    BOOST_CHECK_EXCEPTION(batches(0, 5, 1), std::invalid_argument,
                          saying("0 samples in batches of 5"));
    BOOST_CHECK_THROW(batches(5, 0, 1), std::invalid_argument);
    BOOST_CHECK_EXCEPTION(
        batches(std::numeric_limits<std::size_t>::max(), 5, 1),
        std::invalid_argument,
        saying("batches: 18446744073709551615 samples in batches of 5; give "
               "at most 2147483647 samples"));
}

// Over many draws each order comes equally often even if half of them cannot
// follow the one before. So each draw here is the first one.
BOOST_AUTO_TEST_CASE(every_order_may_follow_a_given_one)
{
    std::map<std::vector<std::size_t>, int> times;
    for (std::uint64_t seed = 0; seed < 2400; ++seed) {
        batches order(4, 4, seed);
        order.shuffle();
        const auto first = order.at(0);
        ++times[std::vector<std::size_t>(first.begin(), first.end())];
    }
    BOOST_TEST(times.size() == 24u);
    for (const auto& [order, n] : times) {
        BOOST_TEST(std::abs(n - 100) < 50);
    }
}

// Each of the 24 orders of four samples, 2400 draws: 100 expected, and each
// within five standard deviations of it.
BOOST_AUTO_TEST_CASE(every_order_is_equally_likely)
{
    batches order(4, 4, 7);
    std::vector<int> times(256, 0);
    for (int draw = 0; draw < 2400; ++draw) {
        order.shuffle();
        std::size_t code = 0;
        for (const std::size_t i : order.at(0)) {
            code = code * 4 + i;
        }
        ++times[code];
    }
    BOOST_TEST(std::count(times.begin(), times.end(), 0) == 256 - 24);
    for (const int n : times) {
        BOOST_TEST((n == 0 || std::abs(n - 100) < 50));
    }
}

BOOST_AUTO_TEST_CASE(a_network_learns_exclusive_or)
{
    const exclusive_or data;
    network<double> net = small_net(3);
    softmax_cross_entropy<double> loss;
    adam<double> by(0.05);
    train(net, loss, by, data.x, data.y, {4, 200, 1}, go_on);
    BOOST_TEST(predict(net, data.x) == data.y,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_same_seed_trains_to_the_same_bits)
{
    const exclusive_or data;
    const auto trained = [&](std::uint64_t seed) {
        network<double> net = small_net(3);
        softmax_cross_entropy<double> loss;
        momentum<double> by(0.1);
        train(net, loss, by, data.x, data.y, {3, 20, seed}, go_on);
        return net.parameters()[0]->value;
    };
    BOOST_TEST((trained(1) == trained(1)));
    BOOST_TEST((trained(1) != trained(2)));
}

BOOST_AUTO_TEST_CASE(an_observer_sees_every_epoch_and_may_stop)
{
    const exclusive_or data;
    network<double> net = small_net(1);
    softmax_cross_entropy<double> loss;
    sgd<double> by(0.1);
    std::vector<std::size_t> seen;
    const std::size_t epochs =
        train(net, loss, by, data.x, data.y, {4, 10, 1},
              [&](std::size_t epoch, double value) {
                  seen.push_back(epoch);
                  BOOST_TEST(value > 0);
                  return epoch < 3;
              });
    BOOST_TEST(epochs == 3u);
    BOOST_TEST(seen == (std::vector<std::size_t>{1, 2, 3}),
               boost::test_tools::per_element());
}

// With a rate so small that no weight moves, the loss of an epoch is that of
// all samples, also if the last batch is smaller.
BOOST_AUTO_TEST_CASE(the_loss_of_an_epoch_is_the_mean_over_its_samples)
{
    const exclusive_or data;
    network<double> net = small_net(4);
    softmax_cross_entropy<double> loss;
    const double all = loss.forward(net.forward(data.x), data.y);
    sgd<double> by(1e-300);
    train(net, loss, by, data.x, data.y, {3, 1, 1},
          [&](std::size_t, double value) {
              BOOST_TEST(value == all, boost::test_tools::tolerance(1e-14));
              return true;
          });
}

BOOST_AUTO_TEST_CASE(bad_data_stop_a_training_before_it_begins)
{
    exclusive_or data;
    network<double> net = small_net(1);
    const matrix<double> before = net.parameters()[0]->value;
    softmax_cross_entropy<double> loss;
    sgd<double> by(0.1);
    const auto start = [&] {
        train(net, loss, by, data.x, data.y, {4, 1, 1}, go_on);
    };
    data.y.pop_back();
    BOOST_CHECK_EXCEPTION(start(), std::invalid_argument,
                          saying("4 inputs, and 3 targets"));
    data.y.push_back(0);
    data.y[3] = 2;
    BOOST_CHECK_EXCEPTION(start(), std::out_of_range,
                          saying("the label of sample 3 is 2, and there are "
                                 "classes 0 to 1"));
    data.y[3] = 0;
    data.x(2, 1) = no_number;
    BOOST_CHECK_EXCEPTION(
        start(), std::invalid_argument,
        saying("the inputs of sample 2 have a number that is not finite"));
    mean_squared_error<double> squares;
    const auto aim_at = [&](const matrix<double>& t) {
        train(net, squares, by, exclusive_or().x, t, {4, 1, 1}, go_on);
    };
    matrix<double> t = matrix<double>::Zero(4, 2);
    t(1, 0) = no_number;
    BOOST_CHECK_EXCEPTION(
        aim_at(t), std::invalid_argument,
        saying("the targets of sample 1 have a number that is not finite"));
    BOOST_CHECK_EXCEPTION(
        aim_at(matrix<double>::Zero(4, 3)), std::invalid_argument,
        saying("a target has 3 numbers, and the network gives 2"));
    BOOST_TEST((net.parameters()[0]->value == before));
}

BOOST_AUTO_TEST_CASE(starts_have_the_variance_they_promise)
{
    boost::random::mt19937_64 engine(5);
    const auto variance = [](const matrix<double>& w) {
        return w.squaredNorm() / static_cast<double>(w.size());
    };
    // 100 000 draws: the standard error of the variance is 0.5 %.
    BOOST_TEST(variance(he<double>(500, 200, engine)) == 2.0 / 500,
               boost::test_tools::tolerance(0.02));
    BOOST_TEST(variance(glorot<double>(500, 200, engine)) == 2.0 / 700,
               boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(metrics_by_hand)
{
    const labels right{0, 1, 1, 2};
    const labels predicted{0, 2, 1, 2};
    BOOST_TEST(accuracy(predicted, right) == 0.75);
    const matrix<int> expected{{1, 0, 0}, {0, 1, 1}, {0, 0, 1}};
    BOOST_TEST((confusion(predicted, right, 3) == expected));
    BOOST_CHECK_EXCEPTION(accuracy({}, {}), std::invalid_argument,
                          saying("0 predictions, and 0 labels"));
    BOOST_CHECK_THROW(accuracy({1}, right), std::invalid_argument);
    BOOST_CHECK_EXCEPTION(
        confusion(predicted, right, 2), std::out_of_range,
        saying("sample 1 is of class 1 and was taken for 2"));
    BOOST_CHECK_THROW(confusion({1}, right, 3), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(many_samples_are_predicted_like_one)
{
    network<double> net = small_net(9);
    boost::random::mt19937_64 engine(2);
    const matrix<double> x = normal<double>(150, 2, 1, engine);
    const labels together = predict(net, x);
    for (const Eigen::Index i : {0, 63, 64, 149}) {
        const matrix<double> alone = x.row(i);
        BOOST_TEST(predict(net, alone)[0] ==
                   together[static_cast<std::size_t>(i)]);
    }
    BOOST_TEST(together.size() == 150u);
}

BOOST_AUTO_TEST_CASE(a_batch_larger_than_the_set_has_all_of_it)
{
    for (const std::size_t size :
         {std::size_t{24}, std::numeric_limits<std::size_t>::max()}) {
        const batches order(23, size, 1);
        BOOST_TEST(order.count() == 1u);
        BOOST_TEST(order.at(0).size() == 23u);
    }
}

BOOST_AUTO_TEST_CASE(a_prediction_is_not_taken_for_the_forward_of_a_batch)
{
    network<double> net = small_net(1);
    const matrix<double> x{{1, 2}};
    net.forward(x);
    predict(net, matrix<double>{{3, 4}});
    BOOST_CHECK_EXCEPTION(
        net.backward(x, matrix<double>{{1, 1}}), std::invalid_argument,
        saying("the first sample is not the one that forward was given"));
}

BOOST_AUTO_TEST_CASE(a_sample_without_a_number_is_still_the_same_sample)
{
    network<double> net;
    net.add(dense<double>(matrix<double>{{1}}));
    const matrix<double> x{{std::numeric_limits<double>::quiet_NaN()}};
    net.forward(x);
    BOOST_CHECK_NO_THROW(net.backward(x, matrix<double>{{1}}));
}

BOOST_AUTO_TEST_CASE(weights_that_are_no_numbers_are_refused)
{
    BOOST_CHECK_EXCEPTION(dense<double>(matrix<double>{{1, HUGE_VAL}}),
                          std::invalid_argument, saying("is not finite"));
}

BOOST_AUTO_TEST_CASE(an_observer_that_throws_keeps_the_epoch_it_saw)
{
    const exclusive_or data;
    network<double> net = small_net(1);
    const auto before = net.values();
    softmax_cross_entropy<double> loss;
    sgd<double> by(0.1);
    std::vector<matrix<double>> seen;
    const auto observe = [&](std::size_t, double) -> bool {
        seen = net.values();
        throw std::runtime_error("enough");
    };
    BOOST_CHECK_THROW(
        train(net, loss, by, data.x, data.y, {1, 5, 1}, observe),
        std::runtime_error);
    BOOST_TEST((net.values() == seen));
    BOOST_TEST((net.values() != before));
}

BOOST_AUTO_TEST_CASE(nothing_is_no_network)
{
    network<double> net;
    const exclusive_or data;
    softmax_cross_entropy<double> loss;
    sgd<double> by(0.1);
    BOOST_CHECK_EXCEPTION(
        train(net, loss, by, data.x, data.y, {1, 1, 1}, go_on),
        std::logic_error, saying("train: there are no layers"));
}

BOOST_AUTO_TEST_CASE(a_class_is_not_read_off_what_is_no_number)
{
    network<double> net = small_net(1);
    const matrix<double> x{{0, 0}, {no_number, 0}};
    BOOST_CHECK_EXCEPTION(predict(net, x), std::invalid_argument,
                          saying("predict: the outputs for sample 1 are not "
                                 "finite"));
    BOOST_CHECK_EXCEPTION(confusion({}, {}, 0), std::invalid_argument,
                          saying("there are 0 classes; give a number from "
                                 "1 to 16384"));
    BOOST_CHECK_EXCEPTION(confusion({}, {}, 1'000'000), std::invalid_argument,
                          saying("there are 1000000 classes"));
    BOOST_CHECK_EXCEPTION(confusion({}, {}, 16385), std::invalid_argument,
                          saying("there are 16385 classes"));
}

BOOST_AUTO_TEST_CASE(a_variance_is_not_negative)
{
    boost::random::mt19937_64 engine(1);
    for (const double wrong : {-1.0, no_number}) {
        BOOST_CHECK_EXCEPTION(normal<double>(1, 1, wrong, engine),
                              std::invalid_argument,
                              saying("normal: the variance is"));
    }
    BOOST_CHECK_EXCEPTION(normal<double>(1, 1, -no_number, engine),
                          std::invalid_argument,
                          saying("normal: the variance is nan; give a number "
                                 "of at least 0"));
    BOOST_TEST(
        (normal<double>(2, 3, 0, engine) == matrix<double>::Zero(2, 3)));
}

BOOST_AUTO_TEST_CASE(weights_that_cannot_be_are_refused_by_name)
{
    boost::random::mt19937_64 engine(1);
    const auto refused = [&](auto start, Eigen::Index inputs,
                             Eigen::Index outputs, const char* said) {
        BOOST_CHECK_EXCEPTION(start(inputs, outputs), std::invalid_argument,
                              saying(said));
    };
    const auto by_he = [&](auto m, auto n) { he<double>(m, n, engine); };
    const auto by_glorot = [&](auto m, auto n) {
        glorot<double>(m, n, engine);
    };
    const auto by_variance = [&](auto m, auto n) {
        normal<double>(m, n, 1, engine);
    };
    refused(by_he, -1, 3, "he: there are -1 inputs; give at least 1");
    refused(by_he, 0, 3, "he: there are 0 inputs; give at least 1");
    refused(by_glorot, 3, 0, "glorot: there are 0 outputs; give at least 1");
    refused(by_glorot, Eigen::Index{1} << 62, Eigen::Index{1} << 62,
            "glorot: there are 4611686018427387904 x 4611686018427387904 "
            "weights; give at most 1073741824 in all");
    refused(by_variance, Eigen::Index{1} << 40, Eigen::Index{1} << 40,
            "normal: there are 1099511627776 x 1099511627776 weights");
    refused(by_variance, 3, (1 << 30) / 3 + 1, "normal: there are 3 x");
    using layers::detail::check_size;
    BOOST_CHECK_NO_THROW(check_size(3, (1 << 30) / 3, "normal"));
    BOOST_CHECK_NO_THROW(check_size(1 << 15, 1 << 15, "normal"));
}

BOOST_AUTO_TEST_SUITE_END()
