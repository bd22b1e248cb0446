/// \file
/// A layer of one number, and when its parts may be called. Taught in
/// chapter 07.
#pragma once

#include <cmath>
#include <concepts>
#include <stdexcept>
#include <string>

#include "chainrule/numbers/concepts.hpp"
#include "chainrule/numbers/spelled.hpp"

namespace chainrule {

namespace detail {

/// Kept apart, so that the lines that do the work stay short when compiled.
/// \param call the function that was called too early
/// \param remedy what to call first
/// \throws std::logic_error always
[[noreturn]] inline void called_too_early(const char* call,
                                          const char* remedy)
{
    throw std::logic_error(std::string(call) + ": " + remedy);
}

}  // namespace detail

/// A layer of one number: output = weight * input. It knows its own
/// derivative and nothing of the other layers.
template <field T>
class layer {
public:
    /// \throws std::invalid_argument if it is not finite
    explicit layer(T weight) : weight_(weight)
    {
        // An exact number is always finite; a floating one may not be.
        if constexpr (std::floating_point<T>) {
            if (!std::isfinite(weight)) {
                throw std::invalid_argument("layer: the weight is " +
                                            spelled(weight) +
                                            "; give a finite number");
            }
        }
    }

    /// Compute the output, and remember the input.
    /// \return weight * input
    T forward(const T& input)
    {
        input_ = input;
        fed_ = true;
        return weight_ * input;
    }

    /// Take the slope of the loss by the output, add dw to what is there, and
    /// hand on the slope by the input. Each forward allows one backward.
    /// \param slope dL/d output
    /// \return dL/d input
    /// \throws std::logic_error if there is no remembered input, or the weight
    ///     has changed since
    T backward(const T& slope)
    {
        if (!fed_) {
            detail::called_too_early(
                "layer::backward",
                "no input is remembered for this weight; call forward first");
        }
        fed_ = false;
        walked_ = true;
        dw_ = dw_ + slope * input_;
        return slope * weight_;
    }

    /// The weight that `update` would set.
    /// \param rate the learning rate
    /// \return weight - rate * dw
    /// \throws std::logic_error if there was no backward since the last update
    /// \throws std::overflow_error naming weight, rate and dw if the result is
    ///     not finite
    T next_weight(const T& rate) const
    {
        if (!walked_) {
            detail::called_too_early(
                "layer::update",
                "there is no new derivative; call backward first");
        }
        const T next = weight_ - rate * dw_;
        if constexpr (std::floating_point<T>) {
            if (!std::isfinite(next)) {
                throw std::overflow_error(
                    "layer::update: the weight " + spelled(weight_) +
                    " would become " + spelled(next) + " at rate " +
                    spelled(rate) + " and dw " + spelled(dw_) +
                    "; use a smaller rate");
            }
        }
        return next;
    }

    /// Take the step. What was remembered is of the old weight and is
    /// forgotten.
    /// \param rate the learning rate
    /// \throws as `next_weight`, and then changes nothing
    void update(const T& rate)
    {
        weight_ = next_weight(rate);
        walked_ = false;
        fed_ = false;
    }

    /// Begin a new sum of derivatives.
    void zero_grad() { dw_ = T(0); }

    /// \return the weight
    const T& weight() const { return weight_; }

    /// \return dL/d weight, summed since the last zero_grad
    const T& dw() const { return dw_; }

private:
    T weight_;
    T dw_ = T(0);
    T input_ = T(0);
    bool fed_ = false;     // an input is remembered and not yet used
    bool walked_ = false;  // dw has grown since the last update
};

}  // namespace chainrule
