// The answers to chapter 12 by ways that are longer and plainer.
#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

// ## 12.1
// Conditions that a wrong answer may look at instead.
void know_header(const std::vector<std::uint8_t>& file)
{
    const auto byte = [&](std::size_t i) {
        return i < file.size() ? int{file[i]} : -1;
    };
    const auto n = static_cast<std::size_t>(std::max(byte(3), 0));
    known("whether the first byte is 0", byte(0) == 0);
    known("whether the second byte is 0", byte(1) == 0);
    known("whether the third byte is 8", byte(2) == 8);
    known("whether there are four bytes", file.size() >= 4);
    known("whether there are no bytes", file.empty());
    known("whether the dimensions are cut off",
          file.size() >= 4 && file.size() < 4 + 4 * n);
    known("whether the file has as many bytes as its dimensions alone",
          file.size() >= 4 * n);
    known("whether the file ends with the header", file.size() == 4 + 4 * n);
    known("whether something follows the header", file.size() > 4 + 4 * n);
    known("whether there is one dimension", byte(3) == 1);
    known("whether there are no dimensions", byte(3) == 0);
    known("whether there are more than three dimensions", byte(3) > 3);
    std::vector<double> little, without_first, two, last;
    for (std::size_t d = 0; d < n && 7 + 4 * d < file.size(); ++d) {
        double a[4];
        for (std::size_t k = 0; k < 4; ++k) {
            a[k] = file[4 + 4 * d + k];
        }
        little.push_back(((a[3] * 256 + a[2]) * 256 + a[1]) * 256 + a[0]);
        two.push_back(a[2] * 256 + a[3]);
        last.push_back(a[3]);
        without_first.push_back((a[1] * 256 + a[2]) * 256 + a[3]);
    }
    known("the number with the smallest byte first", little);
    known("the number of the last two bytes", two);
    known("the last byte", last);
    known("the number of the last three bytes", without_first);
}

// One byte after the other, each at its place value.
std::vector<std::uint32_t> dimensions(const std::vector<std::uint8_t>& file)
{
    know_header(file);
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
void know_counts(const std::vector<std::vector<int>>& counts)
{
    const std::size_t n = counts.size();
    std::vector<double> found, images, taken(n, 0), wrong;
    double all = 0;
    double right = 0;
    for (std::size_t i = 0; i < n; ++i) {
        images.push_back(0);
        for (std::size_t j = 0; j < n; ++j) {
            images[i] += counts[i][j];
            taken[j] += counts[i][j];
            all += counts[i][j];
        }
        found.push_back(counts[i][i]);
        right += counts[i][i];
        wrong.push_back(images[i] - found[i]);
    }
    known("found", found);
    known("images", images);
    known("taken", taken);
    known("not found", wrong);
    known("the number of all images", all);
    known("the number of all that were found", right);
    known("classes", n);
}

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
    know_counts(counts);
    return shares;
}

// ## 12.3
// Counts that a wrong answer may give instead.
void know_places(const std::vector<std::vector<double>>& z,
                 const std::vector<int>& right, int k)
{
    int at_most = 0, with_equals = 0, first = 0, one_less = 0, smaller = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        const double own = z[n][static_cast<std::size_t>(right[n])];
        int larger = 0, no_less = 0, less = 0;
        for (const double other : z[n]) {
            larger += other > own ? 1 : 0;
            no_less += other >= own ? 1 : 0;
            less += other < own ? 1 : 0;
        }
        at_most += larger <= k ? 1 : 0;
        one_less += larger < k - 1 ? 1 : 0;
        with_equals += no_less - 1 < k ? 1 : 0;
        first += larger == 0 ? 1 : 0;
        smaller += less < k ? 1 : 0;
    }
    known("number of samples", z.size());
    known("number of samples with at most k larger outputs", at_most);
    known("number of samples with fewer than k - 1 larger outputs", one_less);
    known("number of samples with fewer than k others that are no smaller",
          with_equals);
    known("number of samples whose right class is the best", first);
    known("number of samples with fewer than k smaller outputs", smaller);
}

// By the place of the right class among the sorted outputs.
int among_the_best(const std::vector<std::vector<double>>& z,
                   const std::vector<int>& right, int k)
{
    int count = 0;
    know_places(z, right, k);
    for (std::size_t n = 0; n < z.size(); ++n) {
        auto sorted = z[n];
        std::sort(sorted.rbegin(), sorted.rend());
        const double own = z[n][static_cast<std::size_t>(right[n])];
        const auto place = std::find(sorted.begin(), sorted.end(), own);
        count += place - sorted.begin() < k ? 1 : 0;
    }
    return count;
}
