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

    /// \return all operations together
    long long total() const
    {
        return additions + multiplications + divisions;
    }

    /// \param a left operand
    /// \param b right operand
    /// \return what a has more than b, kind by kind
    friend operations operator-(const operations& a, const operations& b)
    {
        return {a.additions - b.additions,
                a.multiplications - b.multiplications,
                a.divisions - b.divisions};
    }

    /// \param a left operand
    /// \param b right operand
    /// \return whether all three kinds agree
    friend bool operator==(const operations& a,
                           const operations& b) = default;

    /// \param out where to write
    /// \param a the numbers to write, each after its kind
    /// \return out
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
/// \tparam T the type that does the arithmetic
template <field T>
class counted {
public:
    /// \param n the value
    counted(int n = 0) : value_(T(n)) {}

    /// \param v the value
    counted(T v) : value_(std::move(v)) {}

    /// \return the number itself
    const T& value() const { return value_; }

    /// \param a left operand
    /// \param b right operand
    /// \return the sum, counted as one addition
    friend counted operator+(const counted& a, const counted& b)
    {
        ++detail::operations_so_far.additions;
        return counted(T(a.value_ + b.value_));
    }

    /// \param a left operand
    /// \param b right operand
    /// \return the difference, counted as one addition
    friend counted operator-(const counted& a, const counted& b)
    {
        ++detail::operations_so_far.additions;
        return counted(T(a.value_ - b.value_));
    }

    /// \param a left operand
    /// \param b right operand
    /// \return the product, counted as one multiplication
    friend counted operator*(const counted& a, const counted& b)
    {
        ++detail::operations_so_far.multiplications;
        return counted(T(a.value_ * b.value_));
    }

    /// \param a dividend
    /// \param b divisor
    /// \return the quotient, counted as one division
    /// \throws std::domain_error if b is zero and T is exact
    friend counted operator/(const counted& a, const counted& b)
    {
        ++detail::operations_so_far.divisions;
        return counted(T(a.value_ / b.value_));
    }

    /// \param a any number
    /// \return a with the other sign, which counts as nothing
    friend counted operator-(const counted& a)
    {
        return counted(T(-a.value_));
    }

    /// \param b what to add, counted as one addition
    /// \return this number
    counted& operator+=(const counted& b) { return *this = *this + b; }

    /// \param b what to subtract, counted as one addition
    /// \return this number
    counted& operator-=(const counted& b) { return *this = *this - b; }

    /// \param b what to multiply by, counted as one multiplication
    /// \return this number
    counted& operator*=(const counted& b) { return *this = *this * b; }

    /// \param b what to divide by, counted as one division
    /// \return this number
    /// \throws std::domain_error if b is zero and T is exact
    counted& operator/=(const counted& b) { return *this = *this / b; }

    /// \param a left operand
    /// \param b right operand
    /// \return whether the values are equal
    friend bool operator==(const counted& a, const counted& b)
    {
        return a.value_ == b.value_;
    }

    /// \param a left operand
    /// \param b right operand
    /// \return whether the value of a is the smaller one
    friend bool operator<(const counted& a,
                          const counted& b) requires ordered_field<T>
    {
        return a.value_ < b.value_;
    }

    /// \param out where to write
    /// \param a the number
    /// \return out; what is written is the value
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
/// \tparam F callable without arguments
/// \param work what to run; its result is discarded
/// \return the operations done
template <std::invocable F>
operations count(F&& work)
{
    const operations before = detail::operations_so_far;
    static_cast<void>(std::forward<F>(work)());
    return detail::operations_so_far - before;
}

}  // namespace chainrule
