// The answers to chapter 12 by ways that are longer and plainer.
#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

// ## 12.1
// One byte after the other, each at its place value.
std::vector<std::uint32_t> dimensions(const std::vector<std::uint8_t>& file)
{
    const auto at = [&](std::size_t i) {
        if (i >= file.size()) {
            throw std::invalid_argument("too short");
        }
        return std::uint32_t{file[i]};
    };
    if (at(0) + at(1) != 0 || at(2) != 8) {
        throw std::invalid_argument("other bytes");
    }
    std::vector<std::uint32_t> all;
    for (std::size_t d = 0; d < at(3); ++d) {
        const std::size_t i = 4 + 4 * d;
        all.push_back(16777216 * at(i) + 65536 * at(i + 1) + 256 * at(i + 2) +
                      at(i + 3));
    }
    return all;
}

// ## 12.2
// Image by image.
std::vector<double> share_found(const std::vector<std::vector<int>>& counts)
{
    std::vector<double> shares;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        double images = 0;
        double found = 0;
        for (std::size_t j = 0; j < counts.size(); ++j) {
            for (int image = 0; image < counts[i][j]; ++image) {
                images += 1;
                found += i == j ? 1 : 0;
            }
        }
        shares.push_back(images > 0 ? found / images : 0);
    }
    return shares;
}

// ## 12.3
// By the place of the right class among the sorted outputs.
int among_the_best(const std::vector<std::vector<double>>& z,
                   const std::vector<int>& right, int k)
{
    int count = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        auto sorted = z[n];
        std::sort(sorted.rbegin(), sorted.rend());
        const double own = z[n][static_cast<std::size_t>(right[n])];
        const auto place = std::find(sorted.begin(), sorted.end(), own);
        count += place - sorted.begin() < k ? 1 : 0;
    }
    return count;
}
