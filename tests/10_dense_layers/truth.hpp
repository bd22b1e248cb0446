// The answers to chapter 10 by dual numbers, and sample by sample.
#include <vector>

#include "chainrule/numbers/dual.hpp"

using moving = chainrule::dual<double>;
using grid = chainrule::dense_layers::table<double>;
using moving_grid = chainrule::dense_layers::table<moving>;

moving_grid on_dual(const grid& g)
{
    moving_grid m(g.rows(), g.cols());
    for (std::size_t i = 0; i < g.rows(); ++i) {
        for (std::size_t j = 0; j < g.cols(); ++j) {
            m(i, j) = moving(g(i, j));
        }
    }
    return m;
}

// How fast the sum of d times f moves with each entry of a table.
template <class Function>
grid slope_by(const grid& at, const grid& d, Function f)
{
    grid slope(at.rows(), at.cols());
    for (std::size_t i = 0; i < at.rows(); ++i) {
        for (std::size_t j = 0; j < at.cols(); ++j) {
            moving_grid m = on_dual(at);
            m(i, j) = chainrule::variable(at(i, j));
            const moving_grid out = f(m);
            for (std::size_t n = 0; n < out.rows(); ++n) {
                for (std::size_t k = 0; k < out.cols(); ++k) {
                    slope(i, j) += d(n, k) * out(n, k).slope;
                }
            }
        }
    }
    return slope;
}

// ## 10.1
moving_grid around(const moving_grid& x, const moving_grid& w,
                   const moving_grid& b)
{
    moving_grid a = sums(x, w, b);
    for (std::size_t n = 0; n < a.rows(); ++n) {
        for (std::size_t j = 0; j < a.cols(); ++j) {
            a(n, j) = (moving(0) < a(n, j) ? a(n, j) : moving(0)) + x(n, j);
        }
    }
    return a;
}

layer_slopes<double> residual_back(const grid& x, const grid& w,
                                   const grid& b, const grid& da)
{
    const grid z = sums(x, w, b);
    grid dz = da, mask = da, a = da, out = da;
    for (std::size_t n = 0; n < z.rows(); ++n) {
        for (std::size_t j = 0; j < z.cols(); ++j) {
            mask(n, j) = z(n, j) > 0 ? 1 : 0;
            dz(n, j) = mask(n, j) * da(n, j);
            out(n, j) = mask(n, j) * z(n, j);
            a(n, j) = out(n, j) + x(n, j);
        }
    }
    known("dz", dz);
    known("z", z);
    known("mask", mask);
    known("relu", out);
    known("a", a);
    known("n", x.rows());
    const auto by_w = [&](const moving_grid& at) {
        return around(on_dual(x), at, on_dual(b));
    };
    const auto by_b = [&](const moving_grid& at) {
        return around(on_dual(x), on_dual(w), at);
    };
    const auto by_x = [&](const moving_grid& at) {
        return around(at, on_dual(w), on_dual(b));
    };
    return {slope_by(w, da, by_w), slope_by(b, da, by_b),
            slope_by(x, da, by_x)};
}

// ## 10.2
grid shared_weights_slope(const grid& x, const grid& w, const grid& dz)
{
    known("y", product(x, w));
    known("dy", product(dz, transposed(w)));
    known("upper", product(transposed(product(x, w)), dz));
    known("lower", product(transposed(x), product(dz, transposed(w))));
    known("z", product(product(x, w), w));
    known("n", x.rows());
    return slope_by(w, dz, [&](const moving_grid& at) {
        return product(product(on_dual(x), at), at);
    });
}

// ## 10.3
// Every sample of a piece as if it had the piece's mean.
grid slope_of_pieces(const std::vector<grid>& parts,
                     const std::vector<int>& sizes)
{
    grid mean(parts[0].rows(), parts[0].cols());
    for (std::size_t k = 0; k < mean.rows(); ++k) {
        for (std::size_t j = 0; j < mean.cols(); ++j) {
            int samples = 0;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                for (int sample = 0; sample < sizes[i]; ++sample) {
                    mean(k, j) += parts[i](k, j);
                    ++samples;
                }
            }
            mean(k, j) /= samples;
        }
    }
    int all = 0;
    grid sum(mean.rows(), mean.cols());
    grid plain(mean.rows(), mean.cols());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        all += sizes[i];
        for (std::size_t k = 0; k < mean.rows(); ++k) {
            for (std::size_t j = 0; j < mean.cols(); ++j) {
                sum(k, j) += sizes[i] * parts[i](k, j);
                plain(k, j) += parts[i](k, j);
            }
        }
    }
    known("sum over the samples", sum);
    known("sum of the parts", plain);
    known("number of samples", all);
    known("number of pieces", parts.size());
    known("first size", sizes.front());
    known("last size", sizes.back());
    return mean;
}

// ## 10.4
moving batch_loss(const moving_grid& x, const moving_grid& t,
                  const moving_grid& w, const moving_grid& b)
{
    const moving_grid z = sums(x, w, b);
    moving sum(0);
    for (std::size_t n = 0; n < z.rows(); ++n) {
        for (std::size_t j = 0; j < z.cols(); ++j) {
            const moving e = z(n, j) - t(n, j);
            sum = sum + e * e;
        }
    }
    return sum / moving(2) / moving(static_cast<int>(z.rows()));
}

// What the first step is made of.
void know_step(const grid& w, const grid& b, const grid& x, const grid& t)
{
    const grid z = sums(x, w, b);
    grid e = z, dz = z;
    for (std::size_t n = 0; n < z.rows(); ++n) {
        for (std::size_t j = 0; j < z.cols(); ++j) {
            e(n, j) = z(n, j) - t(n, j);
            dz(n, j) = e(n, j) / static_cast<double>(z.rows());
        }
    }
    known("z", z);
    known("e", e);
    known("dz", dz);
    known("n", z.rows());
    known("number of outputs", z.cols());
}

trained<double> train_layer(grid w, grid b, const grid& x, const grid& t,
                            double rate, int steps)
{
    know_step(w, b, x, t);
    for (int step = 0; step < steps; ++step) {
        const grid dw = slope_by(w, {{1}}, [&](const moving_grid& at) {
            return moving_grid{
                {batch_loss(on_dual(x), on_dual(t), at, on_dual(b))}};
        });
        const grid db = slope_by(b, {{1}}, [&](const moving_grid& at) {
            return moving_grid{
                {batch_loss(on_dual(x), on_dual(t), on_dual(w), at)}};
        });
        known("dw", dw);
        known("db", db);
        for (std::size_t j = 0; j < w.cols(); ++j) {
            for (std::size_t i = 0; i < w.rows(); ++i) {
                w(i, j) -= rate * dw(i, j);
            }
            b(0, j) -= rate * db(0, j);
        }
    }
    return {w, b};
}
