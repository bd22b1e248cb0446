/// \file
/// Integers modulo a large prime, in which one random probe decides whether
/// two formulas agree. Taught in chapter 02.
#pragma once

#include <concepts>
#include <cstdint>
#include <ostream>
#include <stdexcept>
#include <string>

namespace chainrule {

/// An integer modulo the prime p = 2^61 - 1. All arithmetic is exact, takes
/// constant time, and every number but zero has an inverse.
///
/// Why: two different polynomials of degree d over these numbers agree at a
/// random point with a probability of at most d / p. This is the lemma of
/// Schwartz (Journal of the ACM 27(4), 1980) and Zippel (EUROSAM 1979). For
/// d = 7 it is less than one in 10^17, so one probe that agrees decides. A
/// backward pass of additions and multiplications gives polynomials.
///
/// There is no order: modulo p, -1 is p - 1.
class residue {
public:
    /// The prime p = 2^61 - 1, a Mersenne prime. Reducing a product by it
    /// takes a shift and an addition.
    static constexpr std::uint64_t modulus =
        (std::uint64_t{1} << 61) - std::uint64_t{1};

    /// The number n modulo p.
    /// \param n any number; -1 becomes p - 1
    constexpr residue(long long n = 0)
    {
        constexpr auto p = static_cast<long long>(modulus);
        const long long r = n % p;
        value_ = static_cast<std::uint64_t>(r < 0 ? r + p : r);
    }

    /// A double is refused: its fraction would be dropped. One half is
    /// residue(1) / residue(2).
    template <std::floating_point F>
    residue(F) = delete;

    /// The representative from 0 to p - 1.
    constexpr std::uint64_t value() const { return value_; }

    /// Repeated squaring: at most 128 multiplications.
    /// \param exponent how often to multiply; 0 gives 1, also for zero
    /// \return this number to that power
    constexpr residue pow(std::uint64_t exponent) const
    {
        residue result = 1;
        for (residue square = *this; exponent != 0; exponent >>= 1) {
            if ((exponent & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /// By Fermat's little theorem: a^(p-1) is 1, so a^(p-2) is the inverse.
    /// \return the number that multiplied by this one gives 1
    /// \throws std::domain_error if this is zero
    constexpr residue inverse() const { return residue(1) / *this; }

    /// The sum modulo p.
    friend constexpr residue operator+(residue a, residue b)
    {
        return reduced(a.value_ + b.value_);
    }

    /// The difference modulo p.
    friend constexpr residue operator-(residue a, residue b)
    {
        return reduced(a.value_ + (modulus - b.value_));
    }

    /// The product modulo p.
    friend constexpr residue operator*(residue a, residue b)
    {
        // 2^61 is 1 modulo p, so the high part counts as much as the low.
        const wide product = static_cast<wide>(a.value_) * b.value_;
        const auto low = static_cast<std::uint64_t>(product) & modulus;
        const auto high = static_cast<std::uint64_t>(product >> 61);
        return reduced(low + high);
    }

    /// The number that multiplied by b gives a.
    /// \throws std::domain_error if b is zero; the message names a
    friend constexpr residue operator/(residue a, residue b)
    {
        if (b.value_ == 0) {
            throw std::domain_error("cannot divide " +
                                    std::to_string(a.value_) +
                                    " by zero: zero has no inverse modulo "
                                    "2^61 - 1");
        }
        return a * b.pow(modulus - 2);
    }

    /// The number that added to a gives 0.
    friend constexpr residue operator-(residue a) { return residue() - a; }

    /// @{
    /// The operation, with its result stored here.
    constexpr residue& operator+=(residue b) { return *this = *this + b; }
    constexpr residue& operator-=(residue b) { return *this = *this - b; }
    constexpr residue& operator*=(residue b) { return *this = *this * b; }
    /// @}

    /// \throws std::domain_error if b is zero; this number is unchanged
    constexpr residue& operator/=(residue b) { return *this = *this / b; }

    /// Whether both are the same number modulo p.
    friend constexpr bool operator==(residue a, residue b) = default;

    /// Writes the representative from 0 to p - 1.
    friend std::ostream& operator<<(std::ostream& out, residue a)
    {
        return out << a.value_;
    }

private:
    // The standard has no name for 128 bits; both compilers have this one.
    __extension__ typedef unsigned __int128 wide;

    // One subtraction is enough: no caller passes more than 2p - 1.
    static constexpr residue reduced(std::uint64_t below_twice_p)
    {
        residue r;
        r.value_ =
            below_twice_p < modulus ? below_twice_p : below_twice_p - modulus;
        return r;
    }

    std::uint64_t value_ = 0;
};

}  // namespace chainrule
