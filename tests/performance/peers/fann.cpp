// As near as FANN comes: sigmoids, squared error, a step for each sample. One
// epoch, because it is slow.
#include <fann.h>

#include "../trial.hpp"

using namespace chainrule;

namespace {

struct trainer {
    explicit trainer(const fashion::examples<float>& set) : data(set)
    {
        fann_set_activation_function_hidden(net, FANN_SIGMOID);
        fann_set_activation_function_output(net, FANN_SIGMOID);
        fann_set_learning_rate(net, 0.1f);
    }
    ~trainer() { fann_destroy(net); }
    trainer(const trainer&) = delete;
    trainer& operator=(const trainer&) = delete;

    void train(std::span<const std::size_t> batch)
    {
        for (const std::size_t i : batch) {
            std::array<float, 10> target{};
            target[static_cast<std::size_t>(data.y[i])] = 1;
            fann_train(net, row(data.x, static_cast<Eigen::Index>(i)),
                       target.data());
        }
    }

    layers::labels predict(const layers::matrix<float>& of)
    {
        layers::labels said;
        for (Eigen::Index i = 0; i < of.rows(); ++i) {
            const float* out = fann_run(net, row(of, i));
            said.push_back(
                static_cast<int>(std::max_element(out, out + 10) - out));
        }
        return said;
    }

    static float* row(const layers::matrix<float>& x, Eigen::Index i)
    {
        return const_cast<float*>(x.row(i).data());
    }

    const fashion::examples<float>& data;
    fann* net = fann_create_standard(3, 784, 128, 10);
};

}  // namespace

int main()
{
    return performance::run_trial(
        1, [](const fashion::examples<float>& set) { return trainer(set); });
}
