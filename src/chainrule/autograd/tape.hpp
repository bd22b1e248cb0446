/// \file
/// Numbers that write down what is done with them, and the walk back over
/// what was written. Taught in chapter 08.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule {

template <field T>
class taped;

namespace detail {

/// One operation: its two operands, and its slope by each. Entry 0 stands for
/// every constant: its slope is collected, and nobody asks for it. So no entry
/// needs a question whether it has two operands.
template <field T>
struct tape_entry {
    std::uint32_t left = 0, right = 0;
    T by_left = T(0), by_right = T(0);
};

/// Kept apart, so that the lines that do the work stay short when compiled.
/// \param call what was asked for
/// \param why and what to do instead
/// \throws std::logic_error always
[[noreturn]] inline void refused(const char* call, const char* why)
{
    throw std::logic_error(std::string(call) + ": " + why);
}

}  // namespace detail

/// Holds one entry for each operation on its numbers: which two it took, and
/// the slope of the result by each. The order of writing is an order in which
/// every number stands behind those it was made from, so a walk from the last
/// entry to the first meets each when its slope is complete.
///
/// Function and gradient together cost five operations for each sum,
/// difference and product of the function, and seven for each quotient, as
/// `counted` counts them.
template <field T>
class tape {
public:
    tape() : entries_(1) {}
    tape(const tape&) = delete;
    tape& operator=(const tape&) = delete;

    /// A number to take slopes by.
    /// \return the number, which must not outlive the tape
    taped<T> input(T value)
    {
        return {std::move(value), write(0, T(0), 0, T(0)), *this};
    }

    /// Take the slopes of a result by every number before it. May be called
    /// again, for this result or another; each call begins anew.
    /// \param result a number on this tape
    /// \throws std::logic_error if it is not on this tape
    void backward(const taped<T>& result);

    /// The slope of the last result by a number.
    /// \param by a number on this tape
    /// \return the slope; zero if the result does not depend on it
    /// \throws std::logic_error if it is not on this tape, or backward was
    ///     not called since it was made
    const T& slope(const taped<T>& by) const;

    /// Forget every number, and keep the storage. Numbers from before must
    /// not be used with this tape again.
    void clear()
    {
        entries_.resize(1);
        slopes_.clear();
    }

    /// How many numbers were written, inputs included.
    std::size_t size() const { return entries_.size() - 1; }

private:
    friend class taped<T>;

    std::uint32_t write(std::uint32_t left, T by_left, std::uint32_t right,
                        T by_right)
    {
        entries_.push_back(
            {left, right, std::move(by_left), std::move(by_right)});
        return static_cast<std::uint32_t>(entries_.size() - 1);
    }

    void check(const taped<T>& number, const char* call) const
    {
        if (number.on_ != this) {
            detail::refused(call,
                            "the number is not on this tape; make it with "
                            "input, or from one that is");
        }
    }

    std::vector<detail::tape_entry<T>> entries_;
    std::vector<T> slopes_;
};

/// A number on a tape, or a constant.
template <field T>
class taped {
public:
    /// A constant: it is on no tape.
    taped(int n = 0) : value_(T(n)) {}

    /// A constant: it is on no tape.
    taped(T v) : value_(std::move(v)) {}

    /// What T alone would have computed.
    const T& value() const { return value_; }

    /// The sum; its slope is 1 by both.
    friend taped operator+(const taped& a, const taped& b)
    {
        return made(a.value_ + b.value_, a, T(1), b, T(1));
    }

    /// The difference; its slope is 1 by a and -1 by b.
    friend taped operator-(const taped& a, const taped& b)
    {
        return made(a.value_ - b.value_, a, T(1), b, T(-1));
    }

    /// The product; its slope is b by a and a by b.
    friend taped operator*(const taped& a, const taped& b)
    {
        return made(a.value_ * b.value_, a, b.value_, b, a.value_);
    }

    /// The quotient q; its slope is 1 / b by a and -q / b by b.
    friend taped operator/(const taped& a, const taped& b)
    {
        const T q = a.value_ / b.value_;
        return made(q, a, T(1) / b.value_, b, -q / b.value_);
    }

    /// The number with the other sign; its slope is -1.
    friend taped operator-(const taped& a)
    {
        return made(-a.value_, a, T(-1));
    }

    /// @{
    /// The operation, with its result stored here.
    taped& operator+=(const taped& b) { return *this = *this + b; }
    taped& operator-=(const taped& b) { return *this = *this - b; }
    taped& operator*=(const taped& b) { return *this = *this * b; }
    taped& operator/=(const taped& b) { return *this = *this / b; }
    /// @}

    /// Whether the values are equal.
    friend bool operator==(const taped& a, const taped& b)
    {
        return a.value_ == b.value_;
    }

    /// Compares the values. A comparison is not written down, so a program
    /// that branches has the slopes of the branch that was taken. At a corner
    /// of max(0, x) that is one of the two.
    friend bool operator<(const taped& a,
                          const taped& b) requires ordered_field<T>
    {
        return a.value_ < b.value_;
    }

    /// The exponential e^a; its slope is itself.
    friend taped exp(const taped& a) requires analytic<T>
    {
        using std::exp;
        const T v = exp(a.value_);
        return made(v, a, v);
    }

    /// \param a a positive number
    /// \return the natural logarithm; its slope is 1 / a
    friend taped log(const taped& a) requires analytic<T>
    {
        using std::log;
        return made(log(a.value_), a, T(1) / a.value_);
    }

    /// \param a a number that is not negative
    /// \return the root r; its slope is 1 / (2 r)
    friend taped sqrt(const taped& a) requires analytic<T>
    {
        using std::sqrt;
        const T r = sqrt(a.value_);
        return made(r, a, T(1) / (T(2) * r));
    }

    /// The hyperbolic tangent t; its slope is 1 - t * t.
    friend taped tanh(const taped& a) requires analytic<T>
    {
        using std::tanh;
        const T t = tanh(a.value_);
        return made(t, a, T(1) - t * t);
    }

private:
    friend class tape<T>;

    taped(T v, std::uint32_t at, tape<T>& on)
        : value_(std::move(v)), at_(at), on_(&on)
    {}

    // What is made from constants alone is a constant.
    static taped made(T value, const taped& a, T by_a, const taped& b, T by_b)
    {
        tape<T>* on = a.on_ != nullptr ? a.on_ : b.on_;
        if (on == nullptr) {
            return taped(std::move(value));
        }
        if (b.on_ != nullptr && b.on_ != on) {
            detail::refused("taped", "two numbers of different tapes; make "
                                     "all inputs on one");
        }
        return {std::move(value),
                on->write(a.at_, std::move(by_a), b.at_, std::move(by_b)),
                *on};
    }

    // With one operand, the other is the constant entry.
    static taped made(T value, const taped& a, T by_a)
    {
        return made(std::move(value), a, std::move(by_a), taped(), T(0));
    }

    T value_;
    std::uint32_t at_ = 0;
    tape<T>* on_ = nullptr;
};

template <field T>
void tape<T>::backward(const taped<T>& result)
{
    check(result, "backward");
    slopes_.assign(entries_.size(), T(0));
    slopes_[result.at_] = T(1);
    for (std::size_t i = result.at_; i > 0; --i) {
        const detail::tape_entry<T>& e = entries_[i];
        // An input was made from nothing.
        if (e.left == 0 && e.right == 0) {
            continue;
        }
        // Both operands may be one, as in x * x, but never the entry itself.
        const T slope = slopes_[i];
        slopes_[e.left] = slopes_[e.left] + slope * e.by_left;
        slopes_[e.right] = slopes_[e.right] + slope * e.by_right;
    }
}

template <field T>
const T& tape<T>::slope(const taped<T>& by) const
{
    check(by, "slope");
    if (by.at_ >= slopes_.size()) {
        detail::refused("slope", "backward was not called since this number "
                                 "was made");
    }
    return slopes_[by.at_];
}

}  // namespace chainrule
