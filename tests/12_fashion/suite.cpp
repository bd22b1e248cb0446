#include "fashion.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <vector>

#include "chainrule/layers/metrics.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/layers/train.hpp"
#include "chainrule/numbers/dual.hpp"
#include "harness/scratch_folder.hpp"
#include "spoiled.hpp"

using namespace chainrule;
using namespace chainrule::fashion;

namespace {

// The part of the set that is always there.
const std::filesystem::path small = CHAPTER_FOLDER "/data";

}  // namespace

// Chapter 01 says how many there are.
BOOST_AUTO_TEST_CASE(the_network_has_101770_numbers_to_choose)
{
    Eigen::Index numbers = 0;
    const auto net = make_network<float>(1);
    for (const auto* p : net.parameters()) {
        numbers += p->value.size();
    }
    BOOST_TEST(numbers == 101770);
}

BOOST_AUTO_TEST_CASE(pixels_become_numbers_from_0_to_1)
{
    const images two{2, 1, 2, {0, 51, 102, 255}};
    const auto x = as_rows<double>(two);
    BOOST_TEST((x == layers::matrix<double>{{0, 0.2}, {0.4, 1}}));
}

BOOST_AUTO_TEST_CASE(the_shipped_part_has_images_of_every_class)
{
    const auto train = read_examples<float>(small, "train");
    const auto test = read_examples<float>(small, "t10k");
    BOOST_TEST(train.y.size() == 1500u);
    BOOST_TEST(test.y.size() == 500u);
    BOOST_TEST(train.x.cols() == 28 * 28);
    BOOST_TEST(train.x.minCoeff() == 0.0f);
    BOOST_TEST(train.x.maxCoeff() == 1.0f);
    for (int c = 0; c < 10; ++c) {
        BOOST_TEST(std::count(train.y.begin(), train.y.end(), c) > 50);
    }
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_named_comes_first)
{
    setenv("CHAINRULE_FASHION", "/elsewhere", 1);
    BOOST_TEST(folder_of_images(small) == "/elsewhere");
    unsetenv("CHAINRULE_FASHION");
    BOOST_TEST(folder_of_images(small) != "/elsewhere");
}

BOOST_AUTO_TEST_CASE(a_folder_without_images_is_told)
{
    const scratch_folder empty;
    BOOST_CHECK_THROW(read_examples<float>(empty.path, "train"), bad_file);
}

BOOST_AUTO_TEST_CASE(the_largest_come_first)
{
    BOOST_TEST(largest<int>({3, 9, 1, 9}, 3) ==
                   (std::vector<std::size_t>{1, 3, 0}),
               boost::test_tools::per_element());
    BOOST_TEST(largest<int>({3}, 5).size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_loss_of_all_is_the_mean_of_the_losses)
{
    const auto test = read_examples<double>(small, "t10k");
    auto net = make_network<double>(1);
    layers::softmax_cross_entropy<double> loss;
    const double together = loss.forward(net.forward(test.x), test.y);
    const auto each = losses(net, test);
    const double mean = std::accumulate(each.begin(), each.end(), 0.0) / 500;
    BOOST_TEST(together == mean, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_minute_of_clothes_is_learned)
{
    const auto train = read_examples<float>(small, "train");
    const auto test = read_examples<float>(small, "t10k");
    auto net = make_network<float>(1);
    layers::sgd<float> by(0.1f);
    layers::softmax_cross_entropy<float> loss;
    const double before =
        layers::accuracy(layers::predict(net, test.x), test.y);
    layers::train(net, loss, by, train.x, train.y, {64, 2, 1},
                  [](std::size_t, float) { return true; });
    const double after =
        layers::accuracy(layers::predict(net, test.x), test.y);
    BOOST_TEST(before < 0.3);
    BOOST_TEST(after > 0.55);
}

BOOST_AUTO_TEST_CASE(the_last_twelfth_is_kept_for_validation)
{
    const auto whole = read_examples<float>(small, "train");
    const auto sets = read_data<float>(small);
    BOOST_TEST(sets.train.count() == 1375u);
    BOOST_TEST(sets.validation.count() == 125u);
    BOOST_TEST((sets.train.x == whole.x.topRows(1375)));
    BOOST_TEST((sets.validation.x == whole.x.bottomRows(125)));
    BOOST_TEST(sets.validation.y.front() == whole.y[1375]);
    BOOST_TEST(sets.test.count() == 500u);
}

namespace {

// The loss of one image, written once more with numbers that carry a slope.
dual<double> loss_of(const std::vector<std::vector<dual<double>>>& values,
                     const layers::matrix<double>& x, int right)
{
    std::vector<dual<double>> a(x.row(0).begin(), x.row(0).end());
    for (std::size_t layer = 0; layer < 2; ++layer) {
        const auto& w = values[2 * layer];
        std::vector<dual<double>> z = values[2 * layer + 1];
        for (std::size_t j = 0; j < z.size(); ++j) {
            for (std::size_t k = 0; k < a.size(); ++k) {
                z[j] = z[j] + a[k] * w[k * z.size() + j];
            }
            if (layer == 0 && z[j].value < 0) {
                z[j] = 0;
            }
        }
        a = z;
    }
    dual<double> total = 0;
    for (const auto& each : a) {
        total = total + exp(each);
    }
    return log(total) - a[static_cast<std::size_t>(right)];
}

}  // namespace

// A few entries of each table, among them the last.
BOOST_AUTO_TEST_CASE(slopes_of_this_network_are_those_of_dual_numbers)
{
    const auto test = read_examples<double>(small, "t10k");
    const auto one = part(test, 3, 1);
    auto net = make_network<double>(1);
    layers::softmax_cross_entropy<double> loss;
    loss.forward(net.forward(one.x), one.y);
    net.backward(one.x, loss.backward());
    std::vector<std::vector<dual<double>>> values;
    for (const auto* p : net.parameters()) {
        values.emplace_back(p->value.data(),
                            p->value.data() + p->value.size());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t last = values[i].size() - 1;
        for (const std::size_t at : {last / 2, last / 3, last}) {
            values[i][at].slope = 1;
            BOOST_TEST(net.parameters()[i]->slope.data()[at] ==
                           loss_of(values, one.x, one.y[0]).slope,
                       boost::test_tools::tolerance(1e-9));
            values[i][at].slope = 0;
        }
    }
}

// The slope of a weight has its pixel as a factor.
BOOST_AUTO_TEST_CASE(weights_of_a_dark_pixel_do_not_move)
{
    auto few = part(read_examples<float>(small, "train"), 0, 64);
    few.x.col(100).setZero();
    few.x.col(101).setOnes();
    auto net = make_network<float>(1);
    const layers::matrix<float> before = net.parameters()[0]->value;
    layers::softmax_cross_entropy<float> loss;
    layers::sgd<float> by(0.1f);
    for (int i = 0; i < 3; ++i) {
        layers::step<float>(net, loss, by, few.x, few.y);
    }
    const layers::matrix<float>& after = net.parameters()[0]->value;
    BOOST_TEST((after.row(100) == before.row(100)));
    BOOST_TEST((after.row(101) != before.row(101)));
}

BOOST_AUTO_TEST_CASE(a_price_shrinks_weights_and_no_biases)
{
    layers::parameter<double> w{"1.w", layers::matrix<double>{{8}},
                                layers::matrix<double>{{0}}};
    layers::parameter<double> b{"1.b", layers::matrix<double>{{8}},
                                layers::matrix<double>{{0}}};
    layers::parameter<double>* all[] = {&w, &b};
    shrinking_adam<double> by{0.25, 2};
    by.step(all);
    BOOST_TEST(w.value(0, 0) == 4.0);
    BOOST_TEST(b.value(0, 0) == 8.0);
}

BOOST_AUTO_TEST_CASE(without_a_price_it_is_adam)
{
    const auto few = part(read_examples<float>(small, "train"), 0, 64);
    std::vector<layers::matrix<float>> weights;
    const auto train = [&](auto by) {
        auto net = make_network<float>(1);
        layers::softmax_cross_entropy<float> loss;
        for (int i = 0; i < 3; ++i) {
            layers::step<float>(net, loss, by, few.x, few.y);
        }
        weights.push_back(net.values()[0]);
    };
    train(layers::adam<float>(0.01f));
    train(shrinking_adam<float>{0.01f, 0});
    train(shrinking_adam<float>{0.01f, 1});
    BOOST_TEST((weights[0] == weights[1]));
    BOOST_TEST((weights[0] != weights[2]));
}

BOOST_AUTO_TEST_CASE(sorted_examples_are_the_same_examples)
{
    const auto few = part(read_examples<float>(small, "train"), 0, 100);
    const auto sorted = sorted_by_class(few);
    BOOST_TEST(std::is_sorted(sorted.y.begin(), sorted.y.end()));
    BOOST_TEST(sorted.x.sum() == few.x.sum(),
               boost::test_tools::tolerance(1e-4f));
    const auto first = std::find(few.y.begin(), few.y.end(), 0);
    BOOST_TEST((sorted.x.row(0) == few.x.row(first - few.y.begin())));
}

BOOST_AUTO_TEST_CASE(a_look_says_what_loss_and_accuracy_say)
{
    const auto test = read_examples<float>(small, "t10k");
    auto net = make_network<float>(1);
    layers::softmax_cross_entropy<float> loss;
    const double together = loss.forward(net.forward(test.x), test.y);
    const seen now = look(net, test);
    BOOST_TEST(now.loss == together, boost::test_tools::tolerance(1e-5));
    const auto said = layers::predict(net, test.x);
    BOOST_TEST(now.percent == 100 * layers::accuracy(said, test.y),
               boost::test_tools::tolerance(1e-12));
    const auto each = losses(net, test);
    double wrong = 0;
    double sum = 0;
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (said[i] != test.y[i]) {
            ++wrong;
            sum += each[i];
        }
    }
    BOOST_TEST(now.wrong_loss == sum / wrong,
               boost::test_tools::tolerance(1e-5));
    BOOST_TEST_REQUIRE(now.each.size() == said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        BOOST_TEST(now.right[i] == (said[i] == test.y[i]));
        BOOST_TEST(now.each[i] == each[i],
                   boost::test_tools::tolerance(1e-5));
    }
}

// One image is right in both looks, two are wrong in both, one is right later.
BOOST_AUTO_TEST_CASE(the_change_of_the_mean_loss_is_split_without_rest)
{
    const seen before{2, 25, 3, {1, 4, 2, 1}, {true, false, false, false}};
    const seen after{2, 50, 3, {0.5, 6, 1, 2}, {true, false, true, false}};
    change of_half;
    of_half.add(before, after, 0.5);
    BOOST_TEST(of_half.still_right == -0.5 / 8);
    BOOST_TEST(of_half.still_wrong == 3.0 / 8);
    BOOST_TEST(of_half.turned == -1.0 / 8);
}
