#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace answers {

// ## 12.1 Read a header
//
// First see that the bytes are there, then look at them. The bytes are
// unsigned, so that 200 does not become $-56$ on its way.
inline std::vector<std::uint32_t>
dimensions(const std::vector<std::uint8_t>& file)
{
    if (file.size() < 4 || file[0] != 0 || file[1] != 0 || file[2] != 8) {
        throw std::invalid_argument("not an IDX file of bytes");
    }
    if (file.size() < 4 + 4 * std::size_t{file[3]}) {
        throw std::invalid_argument("the header is cut off");
    }
    std::vector<std::uint32_t> all(file[3], 0);
    for (std::size_t i = 0; i < 4 * all.size(); ++i) {
        all[i / 4] = all[i / 4] << 8 | file[4 + i];
    }
    return all;
}

// ## 12.2 Found
//
// A row has all images of a class, and the diagonal those that were found.
inline std::vector<double>
share_found(const std::vector<std::vector<int>>& counts)
{
    std::vector<double> shares;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const int all =
            std::accumulate(counts[i].begin(), counts[i].end(), 0);
        shares.push_back(all == 0 ? 0.0 : counts[i][i] / double(all));
    }
    return shares;
}

// ## 12.3 Among the best
//
// Nothing has to be sorted: count how many are larger.
inline int among_the_best(const std::vector<std::vector<double>>& z,
                          const std::vector<int>& right, int k)
{
    int count = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        const double own = z[n][std::size_t(right[n])];
        const auto larger =
            std::count_if(z[n].begin(), z[n].end(),
                          [&](double other) { return other > own; });
        count += larger < k ? 1 : 0;
    }
    return count;
}

}  // namespace answers
