// The steps of chapter 04 by dual numbers, which know no chain rule of ours.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "judge/truth.hpp"

// The slopes of the loss with a price on large weights, and what the chapter
// calls its numbers.
template <field T>
std::vector<T> slopes_of_chain(const std::array<T, 3>& w, const T& x,
                               const T& t, const T& decay)
{
    const auto loss = [&](const auto& p) {
        const auto d = p[2] * p[1] * p[0] * x - t;
        const auto price = p[0] * p[0] + p[1] * p[1] + p[2] * p[2];
        return (d * d + price * decay) / 2;
    };
    const T y = w[0] * x;
    const T z = w[1] * y;
    const T d = w[2] * z - t;
    known("y", y);
    known("z", z);
    known("e", w[2] * z);
    known("r", std::vector<T>{d * w[2] * w[1], d * w[2], d});
    known("input", std::vector<T>{x, y, z});
    known("dw", std::vector<T>{d * w[2] * w[1] * x, d * w[2] * y, d * z});
    return chainrule::judge::slopes_by_dual<T>(loss, {w[0], w[1], w[2]});
}

// ## 4.1
// What is to be known of a step, which a wrong answer may look at instead.
template <field T>
void know_step(const std::array<T, 3>& w, const std::array<T, 3>& next,
               const std::vector<T>& slopes)
{
    bool all_zero = true;
    bool one_zero = false;
    bool moved = false;
    bool moved_without = false;
    bool up = false;
    std::vector<T> move;
    for (std::size_t i = 0; i < 3; ++i) {
        const bool zero = slopes[i] == T(0);
        const bool moves = !(next[i] == w[i]);
        all_zero = all_zero && zero;
        one_zero = one_zero || zero;
        moved = moved || moves;
        moved_without = moved_without || (zero && moves);
        up = up || (next[i] - w[i]) * slopes[i] > T(0);
        move.push_back(w[i] - next[i]);
    }
    known("whether all slopes are zero", all_zero);
    known("whether a slope is zero", one_zero);
    known("whether the weights moved", moved);
    known("whether a weight moved whose slope is zero", moved_without);
    known("whether a weight moved up its slope", up);
    known("move", move);
}

// A step goes along the slopes if all pairs have the same quotient, and then
// its rate is that of the lengths.
template <field T>
std::optional<T> rate_of_step(const std::array<T, 3>& w,
                              const std::array<T, 3>& next, const T& x,
                              const T& t)
{
    const std::vector<T> slopes = slopes_of_chain(w, x, t, T(0));
    std::vector<T> move;
    T both = T(0);
    T square = T(0);
    bool along = true;
    for (std::size_t i = 0; i < 3; ++i) {
        move.push_back(w[i] - next[i]);
        both = both + move[i] * slopes[i];
        square = square + slopes[i] * slopes[i];
    }
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t j = (i + 1) % 3;
        along = along && move[i] * slopes[j] == move[j] * slopes[i];
    }
    know_step(w, next, slopes);
    if (!along || square == T(0)) {
        return std::nullopt;
    }
    return both / square;
}

// ## 4.2
template <field T>
std::vector<T> step_with_decay(const std::array<T, 3>& w, const T& x,
                               const T& t, const T& rate, const T& decay)
{
    const std::vector<T> slopes = slopes_of_chain(w, x, t, decay);
    known("slope with the price", slopes);
    std::vector<T> next;
    for (std::size_t i = 0; i < 3; ++i) {
        next.push_back(w[i] - rate * slopes[i]);
    }
    return next;
}

// ## 4.3
// What is to be known of the last value that is not near.
void know_last(const std::vector<double>& values, std::size_t epoch,
               double goal, double distance)
{
    const double v = epoch > 0 ? values[epoch - 1] : goal;
    known("whether there are no values", values.empty());
    known("whether the last value is no number",
          !values.empty() && std::isnan(values.back()));
    known("whether the last value that is not near is below the goal",
          v < goal);
    known("whether the last value that is not near is at the distance",
          std::abs(v - goal) == distance);
    known("whether the last value that is not near is no number",
          std::isnan(v));
}

// Epochs and conditions that a wrong answer may look at instead.
void know_run(const std::vector<double>& values, double goal, double distance)
{
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t first_away = 0;
    std::size_t last_away = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::abs(values[i] - goal) < distance) {
            ++count;
            first = first == 0 ? i + 1 : first;
            last = i + 1;
        } else {
            first_away = first_away == 0 ? i + 1 : first_away;
            last_away = i + 1;
        }
    }
    known("epoch of the first value that is near", first);
    known("epoch of the last value that is near", last);
    known("epoch of the first value that is not near", first_away);
    known("epoch of the last value that is not near", last_away);
    known("number of values that are near", count);
    known("number of values", values.size());
    known("number of values that are not near", values.size() - count);
    const auto some = [&](auto holds) {
        return std::any_of(values.begin(), values.end(), holds);
    };
    known("whether a value is at the distance exactly",
          some([&](double v) { return std::abs(v - goal) == distance; }));
    known("whether a value is no number",
          some([](double v) { return std::isnan(v); }));
    known("whether all values are near", last_away == 0);
    known("whether it leaves again after it was near", first < last_away);
    known("whether the last value is near",
          last == values.size() && !values.empty());
    know_last(values, last_away, goal, distance);
}

// By its words: from this epoch on, every value is near.
std::size_t settled_since(const std::vector<double>& values, double goal,
                          double distance)
{
    know_run(values, goal, distance);
    for (std::size_t epoch = 1; epoch <= values.size(); ++epoch) {
        bool all = true;
        for (std::size_t i = epoch - 1; i < values.size(); ++i) {
            all = all && std::abs(values[i] - goal) < distance;
        }
        if (all) {
            return epoch;
        }
    }
    return 0;
}
