/// \file
/// A few samples at a time, in an order of chance. Taught in chapter 11.
#pragma once

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "chainrule/layers/loss.hpp"

namespace chainrule::layers {

/// Cuts all samples into batches, in a new order for every epoch. The same
/// seed gives the same orders on every machine.
class batches {
public:
    /// \param samples how many there are, from 1 to 2^31 - 1
    /// \param size how many a batch has, at least 1; the last one of an epoch
    ///     may have fewer
    /// \param seed of the order
    /// \throws std::invalid_argument if samples or size is 0, or there are
    ///     more samples
    batches(std::size_t samples, std::size_t size, std::uint64_t seed)
        : order_(checked(samples, size)), size_(std::min(size, samples)),
          engine_(seed)
    {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
    }

    /// The batches of an epoch.
    std::size_t count() const { return (order_.size() + size_ - 1) / size_; }

    /// Draw the order of the next epoch, each one equally likely. R. A.
    /// Fisher and F. Yates; see Knuth, *The Art of Computer Programming*,
    /// volume 2, algorithm 3.4.2P.
    void shuffle()
    {
        for (std::size_t i = order_.size(); i > 1; --i) {
            boost::random::uniform_int_distribution<std::size_t> any(0,
                                                                     i - 1);
            std::swap(order_[i - 1], order_[any(engine_)]);
        }
    }

    /// \param i which batch of this epoch, from 0
    /// \return which samples it has
    std::span<const std::size_t> at(std::size_t i) const
    {
        return std::span(order_).subspan(
            i * size_, std::min(size_, order_.size() - i * size_));
    }

private:
    // Before there is memory for the order.
    static std::size_t checked(std::size_t samples, std::size_t size)
    {
        // Layers count samples in an int.
        constexpr std::size_t most = std::numeric_limits<int>::max();
        const std::string told = "batches: " + std::to_string(samples) +
                                 " samples in batches of " +
                                 std::to_string(size);
        if (samples == 0 || size == 0) {
            throw std::invalid_argument(told + "; both must be at least 1");
        }
        if (samples > most) {
            throw std::invalid_argument(told + "; give at most " +
                                        std::to_string(most) + " samples");
        }
        return samples;
    }

    std::vector<std::size_t> order_;
    std::size_t size_;
    boost::random::mt19937_64 engine_;
};

/// The number of samples of these targets.
template <field T>
std::size_t count(const matrix<T>& all)
{
    return static_cast<std::size_t>(all.rows());
}

/// The number of samples of these labels.
inline std::size_t count(const labels& all)
{
    return all.size();
}

/// Copy some rows of a matrix.
/// \param which their numbers, all below from.rows()
/// \param to where they go; it grows if it is too small
/// \return the copies, in the order of `which`
template <field T>
matrix_view<T> take(const matrix<T>& from, std::span<const std::size_t> which,
                    matrix<T>& to)
{
    const auto count = static_cast<Eigen::Index>(which.size());
    auto rows = resized(to, count, from.cols());
    in_parts(count, rows.size(), [&](Eigen::Index first, Eigen::Index part) {
        for (Eigen::Index i = first; i < first + part; ++i) {
            const std::size_t row = which[static_cast<std::size_t>(i)];
            rows.row(i) = from.row(static_cast<Eigen::Index>(row));
        }
    });
    return rows;
}

/// Copy some labels.
/// \param which their numbers, all below from.size()
/// \return the copies, in the order of `which`
inline std::span<const int>
take(const labels& from, std::span<const std::size_t> which, labels& to)
{
    to.clear();
    for (const std::size_t i : which) {
        to.push_back(from[i]);
    }
    return to;
}

}  // namespace chainrule::layers
