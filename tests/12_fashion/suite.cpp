#include "fashion.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "chainrule/layers/metrics.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/layers/train.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/residue.hpp"
#include "harness/scratch_folder.hpp"
#include "harness/stand_ins.hpp"

using namespace chainrule;
using namespace chainrule::fashion;

namespace {

// The part of the set that is always there.
const std::filesystem::path small = CHAPTER_FOLDER "/data";

}  // namespace

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
