/// \file
/// What a training run leaves behind: one number for each epoch. Taught in
/// chapter 04.
#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace chainrule {

/// Remembers one number for each epoch, such as the loss.
class history {
public:
    /// Add the number of the next epoch.
    /// \param value the number, in any unit
    void record(double value) { values_.push_back(value); }

    /// \return the numbers; the first one belongs to epoch 1
    const std::vector<double>& values() const { return values_; }

    /// The number of an epoch.
    /// \param epoch counted from 1
    /// \throws std::out_of_range if there was no such epoch
    double at(std::size_t epoch) const { return values_.at(epoch - 1); }

    /// When a goal was reached.
    /// \param goal what the number should become
    /// \param distance how near is near enough, not negative
    /// \return the first epoch whose number is nearer than that, or nothing
    std::optional<std::size_t> first_within(double goal,
                                            double distance) const
    {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (std::abs(values_[i] - goal) < distance) {
                return i + 1;
            }
        }
        return std::nullopt;
    }

private:
    std::vector<double> values_;
};

}  // namespace chainrule
