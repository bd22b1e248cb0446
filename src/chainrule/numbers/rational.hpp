/// \file
/// Exact fractions, for results that a hand calculation can be compared
/// with to the last digit. Taught in chapter 01.
#pragma once

#include <compare>
#include <concepts>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace chainrule {

/// An exact fraction of any size, always in lowest terms. There is no
/// rounding and no overflow, so == needs no tolerance.
///
/// The digits are kept by Boost.Multiprecision. It is included in one .cpp
/// file only, because it costs more than a second of every compilation. They
/// never change once written, so copies share them, also between threads.
class rational {
public:
    /// The whole number n.
    rational(long long n = 0);

    /// The fraction n/d in lowest terms.
    /// \throws std::domain_error if d is zero
    rational(long long n, long long d);

    /// A double is refused: 0.1 is not 1/10 in binary, and the reader would
    /// expect 1/10. Use parse("0.1") or rational(1, 10).
    template <std::floating_point F>
    rational(F) = delete;

    /// Shares the digits. Declared so that a move is a copy too, and a
    /// number that was moved from is still a number.
    rational(const rational& other) = default;

    /// Shares the digits.
    rational& operator=(const rational& other) = default;

    ~rational() = default;

    /// Reads "17", "-3/4" or "-0.52133": an integer, a fraction of two
    /// integers or a decimal, with a minus sign in front or none.
    /// \param text the number; nothing may stand before or after it
    /// \throws std::invalid_argument if the text is something else
    /// \throws std::domain_error if the denominator is zero
    static rational parse(std::string_view text);

    /// The digits above the line in lowest terms, with the sign.
    /// \return an integer, "-3" for -3/4
    std::string numerator() const;

    /// The digits below the line in lowest terms.
    /// \return a positive integer, "1" for a whole number
    std::string denominator() const;

    /// The nearest double; infinity if the number is too large for one.
    /// Below 2.3e-308, where a double loses digits, the last of them may be
    /// one off.
    double to_double() const;

    /// The number as text that parse reads back.
    /// \return "-3/4", or "17" for a whole number
    std::string to_string() const;

    /// The exact sum.
    friend rational operator+(const rational& a, const rational& b);

    /// The exact difference.
    friend rational operator-(const rational& a, const rational& b);

    /// The exact product.
    friend rational operator*(const rational& a, const rational& b);

    /// The exact quotient.
    /// \throws std::domain_error if b is zero; the message names a
    friend rational operator/(const rational& a, const rational& b);

    /// The number with the other sign.
    friend rational operator-(const rational& a);

    /// @{
    /// The operation, with its result stored here.
    rational& operator+=(const rational& b) { return *this = *this + b; }
    rational& operator-=(const rational& b) { return *this = *this - b; }
    rational& operator*=(const rational& b) { return *this = *this * b; }
    /// @}

    /// \throws std::domain_error if b is zero; this number is unchanged
    rational& operator/=(const rational& b) { return *this = *this / b; }

    /// Whether both are the same number.
    friend bool operator==(const rational& a, const rational& b);

    /// The order of the two numbers.
    friend std::strong_ordering operator<=>(const rational& a,
                                            const rational& b);

    /// Writes what to_string gives.
    friend std::ostream& operator<<(std::ostream& out, const rational& a);

private:
    struct exact;
    explicit rational(std::shared_ptr<const exact> digits);

    std::shared_ptr<const exact> digits_;
};

}  // namespace chainrule
