// A training step must ask for no memory once the first one has. Counted by
// standing in for malloc, which glibc allows.
#include <atomic>
#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <cstddef>

#include "chainrule/layers/activation.hpp"
#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/initialisation.hpp"
#include "chainrule/layers/loss.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/layers/train.hpp"

namespace {

std::atomic<int> calls = 0;

}  // namespace

extern "C" void* __libc_malloc(std::size_t size);

extern "C" void* malloc(std::size_t size)
{
    ++calls;
    return __libc_malloc(size);
}

using namespace chainrule::layers;

namespace {

// The net of chapter 12, on whole batches and the smaller last one in turn.
template <class Optimizer>
int calls_in_steps(Optimizer by)
{
    boost::random::mt19937_64 engine(1);
    network<float> net;
    net.add(dense<float>(he<float>(784, 128, engine)))
        .add(relu<float>())
        .add(dense<float>(he<float>(128, 10, engine)));
    softmax_cross_entropy<float> loss;
    const matrix<float> x = matrix<float>::Constant(96, 784, 0.5f);
    const labels y(96, 3);
    batches order(96, 64, 1);
    matrix<float> batch_x;
    labels batch_y;
    int counted = 0;
    for (int epoch = 0; epoch < 3; ++epoch) {
        counted = calls;
        for (std::size_t i = 0; i < order.count(); ++i) {
            step(net, loss, by, take(x, order.at(i), batch_x),
                 take(y, order.at(i), batch_y));
        }
        counted = calls - counted;
    }
    return counted;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(allocation_suite)

BOOST_AUTO_TEST_CASE(a_step_allocates_nothing_after_the_first)
{
    const int before = calls;
    ::operator delete(::operator new(1000));
    BOOST_TEST_REQUIRE(calls > before, "the count must see what it counts");
    for (const int count : {1, 2}) {
        set_threads(count);
        BOOST_TEST(calls_in_steps(sgd<float>(0.1f)) == 0);
        BOOST_TEST(calls_in_steps(momentum<float>(0.1f)) == 0);
        BOOST_TEST(calls_in_steps(adam<float>()) == 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
