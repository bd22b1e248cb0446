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
// Whether the first and second of sorted numbers are the same.
bool is_tied(std::vector<double> all)
{
    std::sort(all.begin(), all.end());
    return all.size() > 1 && all[0] == all[1];
}

// Conditions that a wrong answer may look at instead.
void know_start(const std::vector<double>& w, double target)
{
    std::vector<double> sizes;
    std::vector<double> falling;
    double product = target;
    for (const double each : w) {
        sizes.push_back(std::abs(each));
        falling.push_back(-std::abs(each));
        product *= each;
    }
    const auto zeros = std::count(w.begin(), w.end(), 0.0);
    const auto negative =
        std::count_if(w.begin(), w.end(), [](double v) { return v < 0; });
    known("whether there are as many negative weights as the sign needs",
          (negative % 2 == 0) == (target > 0));
    known("whether the product times the target is above 0", product > 0);
    known("whether no weight is 0", zeros == 0);
    known("whether two weights or more are 0", zeros > 1);
    known("whether some weight is below 0", negative > 0);
    known("whether the target is 1", target > 0);
    known("whether there is one weight only", w.size() == 1);
    known("whether no other weight has the smallest size", !is_tied(sizes));
    known("whether no other weight has the smallest value", !is_tied(w));
    known("whether no other weight has the largest size", !is_tied(falling));
    std::sort(sizes.begin(), sizes.end());
    known("whether all sizes differ",
          std::adjacent_find(sizes.begin(), sizes.end()) == sizes.end());
    auto values = w;
    std::sort(values.begin(), values.end());
    known("whether all values differ",
          std::adjacent_find(values.begin(), values.end()) == values.end());
    known("whether two sizes differ by less than 1e-6 of them",
          w.size() > 1 && sizes[1] - sizes[0] < 1e-6 * sizes[1]);
    known("whether there are more than 100 weights", w.size() > 100);
}

// The right sign, or one smallest weight.
bool learns(const std::vector<double>& w, double target)
{
    const auto of_sign = [&](double sign) {
        return std::count_if(w.begin(), w.end(),
                             [&](double each) { return each * sign > 0; });
    };
    know_start(w, target);
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
