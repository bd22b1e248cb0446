// The same net in libtorch.
#include <torch/torch.h>

#include "../trial.hpp"

using namespace chainrule;

namespace {

struct trainer {
    explicit trainer(const fashion::examples<float>& set)
        : y(torch::empty({static_cast<long>(set.y.size())}, torch::kLong)),
          net(torch::nn::Linear(784, 128), torch::nn::ReLU(),
              torch::nn::Linear(128, 10)),
          by(net->parameters(), 0.1)
    {
        // A look at the same memory; nothing is copied.
        x = torch::from_blob(const_cast<float*>(set.x.data()),
                             {set.x.rows(), set.x.cols()});
        for (std::size_t i = 0; i < set.y.size(); ++i) {
            y[static_cast<long>(i)] = set.y[i];
        }
    }

    void train(std::span<const std::size_t> batch)
    {
        const auto which =
            torch::from_blob(const_cast<std::size_t*>(batch.data()),
                             {static_cast<long>(batch.size())}, torch::kLong);
        by.zero_grad();
        auto loss = torch::nn::functional::cross_entropy(
            net->forward(x.index_select(0, which)), y.index_select(0, which));
        loss.backward();
        by.step();
    }

    layers::labels predict(const layers::matrix<float>& of)
    {
        const torch::NoGradGuard no_slopes;
        const auto all = torch::from_blob(const_cast<float*>(of.data()),
                                          {of.rows(), of.cols()});
        const auto said = net->forward(all).argmax(1);
        layers::labels classes;
        for (long i = 0; i < of.rows(); ++i) {
            classes.push_back(said[i].item<int>());
        }
        return classes;
    }

    torch::Tensor x, y;
    torch::nn::Sequential net;
    torch::optim::SGD by;
};

}  // namespace

int main(int argc, char** argv)
{
    torch::set_num_threads(performance::threads_of(argc, argv));
    torch::manual_seed(1);
    return performance::run_trial(
        5, [](const fashion::examples<float>& set) { return trainer(set); });
}
