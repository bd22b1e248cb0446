// The exercises of chapter 12 with place values, signed indices and a sort.
#pragma once

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace answers {

inline std::vector<std::uint32_t>
dimensions(const std::vector<std::uint8_t>& file)
{
    const std::vector<std::uint8_t> begin{0, 0, 8};
    if (file.size() < 4 ||
        !std::equal(begin.begin(), begin.end(), file.begin())) {
        throw std::invalid_argument("no IDX");
    }
    std::vector<std::uint32_t> result;
    const unsigned count = file[3];
    for (unsigned d = 0; d < count; ++d) {
        const unsigned at = 4 + 4 * d;
        if (at + 4 > file.size()) {
            throw std::invalid_argument("cut off");
        }
        result.push_back(file[at] * 0x1000000u + file[at + 1] * 0x10000u +
                         file[at + 2] * 0x100u + file[at + 3]);
    }
    return result;
}

inline std::vector<double>
share_found(const std::vector<std::vector<int>>& counts)
{
    std::vector<double> result(counts.size());
    for (int i = 0; i < static_cast<int>(counts.size()); ++i) {
        const auto& row = counts[static_cast<std::size_t>(i)];
        double sum = 0;
        for (int n : row) {
            sum += n;
        }
        if (sum > 0) {
            result[static_cast<std::size_t>(i)] =
                row[static_cast<std::size_t>(i)] / sum;
        }
    }
    return result;
}

inline int among_the_best(std::vector<std::vector<double>> z,
                          std::vector<int> right, int k)
{
    int count = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        const double own = z[n][static_cast<std::size_t>(right[n])];
        std::sort(z[n].begin(), z[n].end());
        const auto larger =
            z[n].end() - std::upper_bound(z[n].begin(), z[n].end(), own);
        if (larger < k) {
            ++count;
        }
    }
    return count;
}

}  // namespace answers
