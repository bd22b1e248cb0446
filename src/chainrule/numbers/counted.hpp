/// \file
/// Numbers that count what is done with them, so that a claim about cost is
/// an equality and not a stopwatch. Taught in chapter 03.
#pragma once

#include <concepts>
#include <ostream>
#include <utility>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule {

/// How many operations were done. A subtraction counts as an addition. A
/// unary minus counts as nothing, because a processor folds it into the
/// operation that follows. Copies and comparisons count as nothing.
struct operations {
    long long additions = 0;        ///< by + and by -
    long long multiplications = 0;  ///< by *
    long long divisions = 0;        ///< by /

    /// All operations together.
    long long total() const
    {
        return additions + multiplications + divisions;
    }

    /// What a has more than b, kind by kind.
    friend operations operator-(const operations& a, const operations& b)
    {
        return {a.additions - b.additions,
                a.multiplications - b.multiplications,
                a.divisions - b.divisions};
    }

    /// Whether all three kinds agree.
    friend bool operator==(const operations& a,
                           const operations& b) = default;

    /// Writes the numbers, each after its kind.
    friend std::ostream& operator<<(std::ostream& out, const operations& a)
    {
        return out << "additions " << a.additions << ", multiplications "
                   << a.multiplications << ", divisions " << a.divisions;
    }
};

namespace detail {

/// All operations of this thread since it began. It only ever grows.
inline thread_local constinit operations operations_so_far{};

}  // namespace detail

/// A number that counts the operations on it; see count.
template <field T>
class counted {
public:
    /// The number n, made without an operation.
    counted(int n = 0) : value_(T(n)) {}

    /// The number v, made without an operation.
    counted(T v) : value_(std::move(v)) {}

    /// The number itself.
    const T& value() const { return value_; }

    /// The sum, counted as one addition.
    friend counted operator+(const counted& a, const counted& b)
    {
        ++detail::operations_so_far.additions;
        return counted(T(a.value_ + b.value_));
    }

    /// The difference, counted as one addition.
    friend counted operator-(const counted& a, const counted& b)
    {
        ++detail::operations_so_far.additions;
        return counted(T(a.value_ - b.value_));
    }

    /// The product, counted as one multiplication.
    friend counted operator*(const counted& a, const counted& b)
    {
        ++detail::operations_so_far.multiplications;
        return counted(T(a.value_ * b.value_));
    }

    /// The quotient, counted as one division.
    /// \throws std::domain_error if b is zero and T is exact
    friend counted operator/(const counted& a, const counted& b)
    {
        ++detail::operations_so_far.divisions;
        return counted(T(a.value_ / b.value_));
    }

    /// The number with the other sign, which counts as nothing.
    friend counted operator-(const counted& a)
    {
        return counted(T(-a.value_));
    }

    /// @{
    /// The operation, with its result stored here.
    counted& operator+=(const counted& b) { return *this = *this + b; }
    counted& operator-=(const counted& b) { return *this = *this - b; }
    counted& operator*=(const counted& b) { return *this = *this * b; }
    /// @}

    /// \throws std::domain_error if b is zero and T is exact
    counted& operator/=(const counted& b) { return *this = *this / b; }

    /// Whether the values are equal.
    friend bool operator==(const counted& a, const counted& b)
    {
        return a.value_ == b.value_;
    }

    /// Whether the value of a is the smaller one.
    friend bool operator<(const counted& a,
                          const counted& b) requires ordered_field<T>
    {
        return a.value_ < b.value_;
    }

    /// Writes the value.
    friend std::ostream& operator<<(std::ostream& out, const counted& a)
    {
        return out << a.value_;
    }

private:
    T value_;
};

/// Runs the work once and counts the operations on counted numbers that this
/// thread did in it. Counts nest: what an inner count sees belongs to the
/// outer one too. The result is a difference of two readings and nothing is
/// reset, so an exception in the work passes through and harms no count.
/// \param work what to run; its result is discarded
template <std::invocable F>
operations count(F&& work)
{
    const operations before = detail::operations_so_far;
    static_cast<void>(std::forward<F>(work)());
    return detail::operations_so_far - before;
}

}  // namespace chainrule
