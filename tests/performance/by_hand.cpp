// The same net in Eigen by hand: no layers, no names, no checks.
#include "trial.hpp"

using namespace chainrule;

namespace {

using matrix = layers::matrix<float>;
using row = Eigen::RowVectorXf;

struct trainer {
    explicit trainer(const fashion::examples<float>& set) : data(set)
    {
        boost::random::mt19937_64 engine(1);
        w1 = layers::he<float>(784, 128, engine);
        w2 = layers::he<float>(128, 10, engine);
    }

    void train(std::span<const std::size_t> batch)
    {
        const auto n = static_cast<Eigen::Index>(batch.size());
        x.resize(n, 784);
        for (Eigen::Index i = 0; i < n; ++i) {
            x.row(i) = data.x.row(static_cast<Eigen::Index>(
                batch[static_cast<std::size_t>(i)]));
        }
        a.noalias() = x * w1;
        a = (a.rowwise() + b1).cwiseMax(0.0f);
        d2.noalias() = a * w2;
        d2.rowwise() += b2;
        for (Eigen::Index i = 0; i < n; ++i) {
            d2.row(i) = (d2.row(i).array() - d2.row(i).maxCoeff()).exp();
            d2.row(i) /= d2.row(i).sum();
            d2(i, data.y[batch[static_cast<std::size_t>(i)]]) -= 1;
        }
        d2 /= static_cast<float>(n);
        d1.noalias() = d2 * w2.transpose();
        d1 = (a.array() > 0).select(d1, 0.0f);
        dw1.noalias() = x.transpose() * d1;
        dw2.noalias() = a.transpose() * d2;
        w1 -= 0.1f * dw1;
        w2 -= 0.1f * dw2;
        b1 -= 0.1f * d1.colwise().sum();
        b2 -= 0.1f * d2.colwise().sum();
    }

    layers::labels predict(const matrix& of) const
    {
        layers::labels said;
        for (Eigen::Index i = 0; i < of.rows(); ++i) {
            const row hidden = (of.row(i) * w1 + b1).cwiseMax(0.0f);
            const row z = hidden * w2 + b2;
            Eigen::Index best = 0;
            z.maxCoeff(&best);
            said.push_back(static_cast<int>(best));
        }
        return said;
    }

    const fashion::examples<float>& data;
    matrix x, a, d1, d2, w1, w2, dw1, dw2;
    row b1 = row::Zero(128);
    row b2 = row::Zero(10);
};

}  // namespace

int main()
{
    return performance::run_trial(
        5, [](const fashion::examples<float>& set) { return trainer(set); });
}
