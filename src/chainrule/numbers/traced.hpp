/// \file
/// Numbers that write down what the code does with them, so that a proof by
/// substitution prints itself. Taught in chapter 02.
#pragma once

#include <concepts>
#include <ostream>
#include <string>
#include <string_view>

namespace chainrule {

/// A formula instead of a number. Computing with it writes the formula, and
/// nothing is simplified: 0 * x stays 0 * x, and x / 0 is no error. It shows
/// what the code did, not what it should have done.
///
/// There are as few parentheses as possible: * and / bind more tightly than
/// + and -, equals are read from the left, and a minus sign may stand only
/// at the beginning, where it belongs to the first factor, as in C++. So
/// (a * b) * c is written a * b * c, and a * (b * c) keeps its parentheses,
/// because in floating point the two differ.
class traced {
public:
    /// A constant, written as its digits.
    traced(long long n = 0);

    /// A double is refused: it has no short exact form. One half is
    /// traced(1) / traced(2).
    template <std::floating_point F>
    traced(F) = delete;

    /// A symbol.
    /// \param symbol a name such as w1: letters, digits and underscores, and
    ///        no digit first
    /// \throws std::invalid_argument if the name is something else
    explicit traced(std::string_view symbol);

    /// The formula.
    std::string formula() const { return formula_; }

    /// The formula a + b.
    friend traced operator+(const traced& a, const traced& b);

    /// The formula a - b.
    friend traced operator-(const traced& a, const traced& b);

    /// The formula a * b.
    friend traced operator*(const traced& a, const traced& b);

    /// The formula a / b.
    friend traced operator/(const traced& a, const traced& b);

    /// The formula -a.
    friend traced operator-(const traced& a);

    /// @{
    /// The operation, with its result stored here.
    traced& operator+=(const traced& b) { return *this = *this + b; }
    traced& operator-=(const traced& b) { return *this = *this - b; }
    traced& operator*=(const traced& b) { return *this = *this * b; }
    traced& operator/=(const traced& b) { return *this = *this / b; }
    /// @}

    /// Compares what is written: a + b is not equal to b + a.
    friend bool operator==(const traced& a, const traced& b)
    {
        return a.formula_ == b.formula_;
    }

    /// Writes the formula.
    friend std::ostream& operator<<(std::ostream& out, const traced& a)
    {
        return out << a.formula_;
    }

private:
    // How tightly the outermost operation of a formula binds.
    enum class binding { sum, product, sign, atom };

    traced(std::string formula, binding outermost);
    static traced binary(const traced& a, char sign, const traced& b);
    std::string in_parentheses_if(bool needed) const;

    std::string formula_;
    binding outermost_;
};

}  // namespace chainrule
