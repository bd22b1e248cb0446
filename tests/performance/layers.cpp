// The layers of this book.
#include "chainrule/layers/metrics.hpp"
#include "chainrule/layers/optimizer.hpp"
#include "chainrule/layers/train.hpp"
#include "trial.hpp"

using namespace chainrule;

namespace {

struct trainer {
    explicit trainer(const fashion::examples<float>& set) : data(set) {}

    void train(std::span<const std::size_t> batch)
    {
        layers::step(net, loss, by, layers::take(data.x, batch, x),
                     layers::take(data.y, batch, y));
    }
    layers::labels predict(const layers::matrix<float>& of)
    {
        return layers::predict(net, of);
    }

    const fashion::examples<float>& data;
    layers::network<float> net = fashion::make_network<float>(1);
    layers::softmax_cross_entropy<float> loss;
    layers::sgd<float> by{0.1f};
    layers::matrix<float> x;
    layers::labels y;
};

}  // namespace

int main(int argc, char** argv)
{
    layers::set_threads(performance::threads_of(argc, argv));
    return performance::run_trial(
        5, [](const fashion::examples<float>& set) { return trainer(set); });
}
