// The exercises of chapter 08 in place, and with a stack instead of calls.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace answers {

template <typename T>
struct entry {
    std::size_t left;
    std::size_t right;
    T by_left;
    T by_right;
};

template <typename T>
std::vector<T> slopes_of_tape(std::vector<entry<T>> tape)
{
    std::vector<T> slopes(tape.size(), T(0));
    slopes.back() = 1;
    while (!tape.empty()) {
        const auto e = tape.back();
        tape.pop_back();
        const T r = slopes[tape.size()];
        if (e.left != tape.size()) {
            slopes[e.right] += e.by_right * r;
            slopes[e.left] += e.by_left * r;
        }
    }
    return slopes;
}

inline auto order_of(const std::vector<std::vector<std::size_t>>& made_from,
                     std::size_t result)
{
    std::vector<std::size_t> order;
    std::vector<bool> open(made_from.size()), done(made_from.size());
    std::vector<std::size_t> stack{result};
    while (!stack.empty()) {
        const std::size_t n = stack.back();
        if (!open[n]) {
            open[n] = true;
            for (const std::size_t m : made_from[n]) {
                if (!open[m]) {
                    stack.push_back(m);
                }
            }
        } else {
            stack.pop_back();
            if (!done[n]) {
                done[n] = true;
                order.push_back(n);
            }
        }
    }
    return order;
}

}  // namespace answers
