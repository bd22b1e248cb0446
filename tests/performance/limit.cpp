// How fast a product of matrices can be on this machine, in GFLOP/s: by
// Eigen, in the shape of the first layer and in one that suits it best.
#include <Eigen/Core>
#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

double speed(Eigen::Index n, Eigen::Index k, Eigen::Index m)
{
    using matrix = Eigen::Matrix<float, -1, -1, Eigen::RowMajor>;
    const matrix a = matrix::Random(n, k);
    const matrix b = matrix::Random(k, m);
    matrix c(n, m);
    const double operations = 2.0 * static_cast<double>(n * k * m);
    const int calls = std::max(1, static_cast<int>(1e9 / operations));
    double best = 0;
    for (int round = 0; round < 15; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < calls; ++i) {
            c.noalias() = a * b;
        }
        const std::chrono::duration<double> time =
            std::chrono::steady_clock::now() - begin;
        best = std::max(best, calls * operations / time.count() / 1e9);
    }
    return best;
}

}  // namespace

int main()
{
    std::printf("%.1f %.1f\n", speed(64, 784, 128), speed(2048, 2048, 2048));
}
