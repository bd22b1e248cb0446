// The answers to chapter 08 the other way round: forward, and by readiness.
#include <algorithm>
#include <cstddef>
#include <vector>

// ## 8.1
// How much the last entry changes with each: with the tape, from every entry
// anew, and nothing is handed back.
template <field T>
std::vector<T> slopes_of_tape(const std::vector<entry<T>>& tape)
{
    std::vector<T> slopes;
    for (std::size_t moving = 0; moving < tape.size(); ++moving) {
        std::vector<T> change(tape.size(), T(0));
        change[moving] = T(1);
        for (std::size_t i = moving + 1; i < tape.size(); ++i) {
            const entry<T>& e = tape[i];
            if (e.left != i) {
                change[i] =
                    change[e.left] * e.by_left + change[e.right] * e.by_right;
            }
        }
        slopes.push_back(change.back());
    }
    return slopes;
}

// ## 8.2
// Again and again the first node whose operands are all there. That is one
// right order of many; only what is asked of an order is compared.
std::vector<std::size_t>
order_of(const std::vector<std::vector<std::size_t>>& made_from,
         std::size_t result)
{
    std::vector<std::size_t> wanted{result};
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        for (const std::size_t earlier : made_from[wanted[at]]) {
            if (std::count(wanted.begin(), wanted.end(), earlier) == 0) {
                wanted.push_back(earlier);
            }
        }
    }
    std::vector<std::size_t> order;
    while (order.size() < wanted.size()) {
        const auto written = [&](std::size_t n) {
            return std::count(order.begin(), order.end(), n) > 0;
        };
        order.push_back(
            *std::find_if(wanted.begin(), wanted.end(), [&](std::size_t n) {
                return !written(n) &&
                       std::all_of(made_from[n].begin(), made_from[n].end(),
                                   written);
            }));
    }
    return order;
}
