// The exercises of chapter 12 with iterators, and by whether the k-th best is
// still better.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace answers {

inline std::vector<std::uint32_t> dimensions(std::vector<std::uint8_t> file)
{
    auto next = file.begin();
    const auto take = [&]() -> std::uint32_t {
        if (next == file.end()) {
            throw std::invalid_argument("the file is too short");
        }
        return *next++;
    };
    if (take() != 0 || take() != 0 || take() != 8) {
        throw std::invalid_argument("these are other numbers");
    }
    std::vector<std::uint32_t> all(take());
    for (std::uint32_t& each : all) {
        for (int i = 0; i < 4; ++i) {
            each <<= 8;
            each += take();
        }
    }
    return all;
}

inline std::vector<double>
share_found(const std::vector<std::vector<int>>& counts)
{
    std::vector<double> result;
    for (const auto& row : counts) {
        const auto i = result.size();
        const double all = std::accumulate(row.begin(), row.end(), 0.0);
        result.push_back(row[i] / std::max(all, 1.0));
    }
    return result;
}

inline int among_the_best(const std::vector<std::vector<double>>& z,
                          const std::vector<int>& right, int k)
{
    int count = static_cast<int>(z.size());
    for (std::size_t n = 0; n < z.size(); ++n) {
        std::vector<double> best = z[n];
        std::partial_sort(best.begin(), best.begin() + k, best.end(),
                          std::greater<>());
        if (best[static_cast<std::size_t>(k - 1)] >
            z[n][static_cast<std::size_t>(right[n])]) {
            --count;
        }
    }
    return count;
}

}  // namespace answers
