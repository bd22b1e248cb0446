// The exercises of chapter 08 by asking each entry who was made from it, and
// by taking away nodes that are ready.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

namespace answers {

template <class T>
struct entry {
    std::size_t left, right;
    T by_left, by_right;
};

template <class T>
std::vector<T> slopes_of_tape(const std::vector<entry<T>>& tape)
{
    std::vector<T> slopes(tape.size());
    for (std::size_t i = tape.size(); i-- > 0;) {
        T sum = T(i + 1 == tape.size() ? 1 : 0);
        for (std::size_t later = i + 1; later < tape.size(); ++later) {
            if (tape[later].left == i) {
                sum += tape[later].by_left * slopes[later];
            }
            if (tape[later].right == i) {
                sum += tape[later].by_right * slopes[later];
            }
        }
        slopes[i] = sum;
    }
    return slopes;
}

inline std::vector<std::size_t>
order_of(const std::vector<std::vector<std::size_t>>& made_from,
         std::size_t result)
{
    std::set<std::size_t> left{result};
    std::vector<std::size_t> found{result};
    while (!found.empty()) {
        const std::size_t n = found.back();
        found.pop_back();
        for (const std::size_t m : made_from[n]) {
            if (left.insert(m).second) {
                found.push_back(m);
            }
        }
    }
    std::vector<std::size_t> order;
    while (!left.empty()) {
        const auto ready =
            std::find_if(left.begin(), left.end(), [&](std::size_t n) {
                return std::none_of(
                    made_from[n].begin(), made_from[n].end(),
                    [&](std::size_t m) { return left.count(m) > 0; });
            });
        order.push_back(*ready);
        left.erase(ready);
    }
    return order;
}

}  // namespace answers
