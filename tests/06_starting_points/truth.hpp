// The answers to chapter 06 by Newton's method, and by the words of the
// chapter.
#include <algorithm>
#include <cmath>
#include <vector>

// ## 6.1
// Newton's method for the logarithm of the smallest size.
double log_size(const std::vector<double>& above, double goal)
{
    double v = std::log(std::max(1.0, goal));
    for (int turn = 0; turn < 40; ++turn) {
        double error = -std::log(goal);
        double slope = 0;
        for (const double c : above) {
            error += std::log(std::exp(2 * v) + c) / 2;
            slope += 1 / (1 + c * std::exp(-2 * v));
        }
        v -= error / slope;
    }
    return v;
}

std::vector<double> end_of_run(const std::vector<double>& w, double target)
{
    double least = HUGE_VAL;
    double sign = target;
    for (const double each : w) {
        least = std::min(least, std::abs(each));
        sign *= each;
    }
    std::vector<double> above;
    for (const double each : w) {
        above.push_back(each * each - least * least);
    }
    const auto tied = std::count(above.begin(), above.end(), 0.0);
    const bool stuck = sign <= 0 && tied > 1;
    const double u = stuck ? 0 : std::exp(log_size(above, std::abs(target)));
    std::vector<double> end;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const double size = std::sqrt(u * u + above[i]);
        double others = target;
        for (std::size_t j = 0; j < w.size(); ++j) {
            others *= i == j ? 1 : w[j];
        }
        const double way =
            above[i] == 0 && !stuck && tied == 1 ? others : w[i];
        end.push_back(way < 0 ? -size : size);
    }
    known("size of the smallest weight at the end", u);
    known("whether it is stuck", stuck);
    known("whether the product has the sign of the target", sign > 0);
    known("whether a weight is 0", least == 0);
    known("whether several weights have the smallest size", tied > 1);
    known("whether there is one weight only", w.size() == 1);
    return end;
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
