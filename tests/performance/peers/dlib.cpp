// The same net in dlib. It has no setting for threads here.
#include <dlib/dnn.h>

#include "../trial.hpp"

using namespace chainrule;

namespace {

using image = dlib::matrix<float>;
using net_type = dlib::loss_multiclass_log<
    dlib::fc<10, dlib::relu<dlib::fc<128, dlib::input<image>>>>>;

image as_image(const layers::matrix<float>& x, Eigen::Index i)
{
    image m(28, 28);
    std::copy_n(x.row(i).data(), 784, m.begin());
    return m;
}

struct trainer {
    explicit trainer(const fashion::examples<float>& set)
        : data(set), by(net, dlib::sgd(0, 0))
    {
        by.set_learning_rate(0.1);
        by.set_learning_rate_shrink_factor(1);
    }

    void train(std::span<const std::size_t> batch)
    {
        x.clear();
        y.clear();
        for (const std::size_t i : batch) {
            x.push_back(as_image(data.x, static_cast<Eigen::Index>(i)));
            y.push_back(static_cast<unsigned long>(data.y[i]));
        }
        by.train_one_step(x, y);
    }

    layers::labels predict(const layers::matrix<float>& of)
    {
        by.get_net();
        layers::labels said;
        for (Eigen::Index i = 0; i < of.rows(); ++i) {
            said.push_back(static_cast<int>(net(as_image(of, i))));
        }
        return said;
    }

    const fashion::examples<float>& data;
    net_type net;
    dlib::dnn_trainer<net_type> by;
    std::vector<image> x;
    std::vector<unsigned long> y;
};

}  // namespace

int main()
{
    return performance::run_trial(
        5, [](const fashion::examples<float>& set) { return trainer(set); });
}
