// The answers to chapter 06 by dual numbers, and by the words of the chapter.
#include <algorithm>
#include <cmath>
#include <vector>

#include "judge/truth.hpp"

// ## 6.1
template <field T>
std::vector<T> slopes_of_product(const std::vector<T>& w, const T& t)
{
    const auto loss = [&](const auto& p) {
        auto d = p[0];
        for (std::size_t i = 1; i < w.size(); ++i) {
            d = d * p[i];
        }
        d = d - t;
        return d * d / 2;
    };
    std::vector<T> before, after(w.size(), T(1)), others;
    T p = T(1);
    for (std::size_t i = 0; i < w.size(); ++i) {
        before.push_back(p);
        p = p * w[i];
    }
    for (std::size_t i = w.size(); i-- > 1;) {
        after[i - 1] = after[i] * w[i];
    }
    for (std::size_t i = 0; i < w.size(); ++i) {
        others.push_back(before[i] * after[i]);
    }
    known("whether one weight is 0",
          std::count(w.begin(), w.end(), T(0)) == 1);
    known("whether a weight is 0", p == T(0));
    known("whether there are three weights", w.size() == 3);
    known("whether there are two weights", w.size() == 2);
    known("(p - t)", p - t);
    known("p", p);
    known("others", others);
    known("before", before);
    known("after", after);
    known("n", w.size());
    return chainrule::judge::slopes_by_dual<T>(loss, w);
}

// ## 6.2
// The right sign, or one smallest weight.
bool learns(const std::vector<double>& w, double target)
{
    const auto of_sign = [&](double sign) {
        return std::count_if(w.begin(), w.end(),
                             [&](double each) { return each * sign > 0; });
    };
    std::vector<double> sizes;
    double product = 1;
    for (const double each : w) {
        sizes.push_back(std::abs(each));
        product *= each;
    }
    std::sort(sizes.begin(), sizes.end());
    const auto zeros = std::count(w.begin(), w.end(), 0.0);
    auto sorted = w;
    std::sort(sorted.begin(), sorted.end());
    known("whether the product has the sign of the target",
          product * target > 0);
    known("whether there are as many negative weights as the sign needs",
          (of_sign(-1) % 2 == 0) == (target > 0));
    known("whether no weight is 0", zeros == 0);
    known("whether two weights or more are 0", zeros > 1);
    known("whether all weights are above 0",
          of_sign(1) == static_cast<std::ptrdiff_t>(w.size()));
    known("whether some weight is below 0", of_sign(-1) > 0);
    known("whether the target is 1", target > 0);
    known("whether there is one weight only", w.size() == 1);
    known("whether no other weight has the smallest size",
          w.size() == 1 || sizes[0] < sizes[1]);
    known("whether no other weight has the smallest value",
          w.size() == 1 || sorted[0] < sorted[1]);
    known("whether no other weight has the largest size",
          w.size() == 1 || sizes.back() > sizes[sizes.size() - 2]);
    known("whether all sizes differ",
          std::adjacent_find(sizes.begin(), sizes.end()) == sizes.end());
    known("whether all values differ",
          std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
    known("whether two sizes differ by less than 1e-6 of them",
          w.size() > 1 && sizes[1] - sizes[0] < 1e-6 * sizes[1]);
    known("whether there are more than 100 weights", w.size() > 100);
    const bool no_zero =
        of_sign(1) + of_sign(-1) == static_cast<std::ptrdiff_t>(w.size());
    if (no_zero && (of_sign(-1) % 2 == 0) == (target > 0)) {
        return true;
    }
    double least = std::abs(w[0]);
    for (const double each : w) {
        least = std::min(least, std::abs(each));
    }
    return 1 == std::count_if(w.begin(), w.end(), [&](double each) {
               return std::abs(each) == least;
           });
}
