/// \file
/// Random numbers that probes are made of: the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace chainrule::judge {

/// Whole numbers, so that products of a few are exact in double and can be
/// read.
class draws {
public:
    explicit draws(std::uint64_t seed);
    ~draws();
    draws(const draws&) = delete;
    draws& operator=(const draws&) = delete;

    /// \return a number from least to most, both of them possible, but not 0
    double whole(int least = -9, int most = 9);

    /// \return a size from least to most
    std::size_t size(int least, int most);

    /// \return n numbers from -most to most, no two of the same size, and
    /// none of size 0 or 1: multiplying by 1 shows nothing
    std::vector<double> wholes(std::size_t n, int most = 9);

private:
    struct engine;
    std::unique_ptr<engine> engine_;
};

}  // namespace chainrule::judge
