/// \file
/// Numbers on their way up through ten layers, and slopes on their way back.
#pragma once

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iomanip>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "chainrule/layers/dense.hpp"
#include "chainrule/layers/initialisation.hpp"

namespace chainrule::losses_and_optimizers {

struct bend {
    std::function<double(double)> value;
    std::function<double(double)> slope;  // in terms of the output
};

inline const bend tangent{[](double z) { return std::tanh(z); },
                          [](double a) { return 1 - a * a; }};
inline const bend straight{[](double z) { return z; },
                           [](double) { return 1.0; }};
inline const bend rectifier{[](double z) { return std::max(0.0, z); },
                            [](double a) { return a > 0 ? 1.0 : 0.0; }};

struct journey {
    std::array<double, 11> outputs{};  // their size; layer 0 is the input
    std::array<double, 11> slopes{};   // the size of the slopes by them
    double by_weights = 0;     // their size at the bottom over the top
    double squared_slope = 0;  // of the function, its mean in layer 5
};

inline double size(const layers::matrix<double>& a)
{
    return std::sqrt(a.squaredNorm() / static_cast<double>(a.size()));
}

inline journey there_and_back(double deviation, const bend& f)
{
    boost::random::mt19937_64 engine(11);
    std::vector<layers::dense<double>> layer;
    std::vector<layers::matrix<double>> a{
        layers::normal<double>(200, 100, 1, engine)};
    journey seen;
    seen.outputs[0] = size(a[0]);
    for (std::size_t i = 1; i <= 10; ++i) {
        layer.emplace_back(
            layers::normal<double>(100, 100, deviation * deviation, engine));
        layers::matrix<double> z(200, 100);
        layer.back().forward(a.back(), z);
        a.push_back(z.unaryExpr(f.value));
        seen.outputs[i] = size(a[i]);
    }
    layers::matrix<double> da = layers::normal<double>(200, 100, 1, engine);
    seen.slopes[10] = size(da);
    for (std::size_t i = 10; i > 0; --i) {
        const layers::matrix<double> bent = a[i].unaryExpr(f.slope);
        const layers::matrix<double> dz = da.cwiseProduct(bent);
        layer[i - 1].backward(a[i - 1], a[i], dz,
                              layers::matrix_ref<double>(da));
        seen.slopes[i - 1] = size(da);
        if (i == 5) {
            seen.squared_slope = bent.squaredNorm() / 20000;
        }
    }
    seen.by_weights = size(layer.front().dw()) / size(layer.back().dw());
    return seen;
}

// What a layer multiplies the sizes by, on the way up and on the way back.
inline void tell(const std::string& name, const journey& seen)
{
    const double up = seen.outputs[10] / seen.outputs[0];
    const double back = seen.slopes[0] / seen.slopes[10];
    std::cout << std::setprecision(2) << name
              << ", outputs per layer = " << std::pow(up, 0.1) << "\n"
              << name << ", slopes per layer = " << std::pow(back, 0.1)
              << "\n";
}

inline void tell_more(const std::string& name, const journey& seen)
{
    std::cout << name << ", slopes by weights, bottom over top = "
              << 100 * std::lround(seen.by_weights / 100) << "\n"
              << name << ", mean square of its slope = " << seen.squared_slope
              << "\n";
}

}  // namespace chainrule::losses_and_optimizers
