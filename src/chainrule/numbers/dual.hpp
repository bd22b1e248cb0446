/// \file
/// Numbers that carry their derivative forward, the independent truth for
/// every backward pass. Taught in chapter 02.
#pragma once

#include <cmath>
#include <ostream>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule {

/// A value and its slope: the derivative of the value by one quantity,
/// which was started with slope 1 while all others had slope 0. The slope is
/// exact if T is, so dual<rational> and dual<residue> need no tolerance.
///
/// The rules for + - * / are those of W. K. Clifford's dual numbers (1873);
/// see Baydin et al., "Automatic differentiation in machine learning: a
/// survey", JMLR 18 (2018), section 3.1. The slopes of exp, log, sqrt and
/// tanh are in the NIST Digital Library of Mathematical Functions, sections
/// 4.7 and 4.34.
///
/// One law of a field is missing: a dual number has an inverse only if its
/// value has one. What a division by zero does is left to T.
template <field T>
struct dual {
    T value;  ///< what T alone would have computed
    T slope;  ///< its derivative

    /// A constant: nothing moves it, so its slope is 0.
    dual(int n = 0) : value(T(n)), slope(T(0)) {}

    /// A constant: nothing moves it, so its slope is 0.
    dual(T v) : value(v), slope(T(0)) {}

    /// A value that moves with this slope.
    dual(T v, T s) : value(v), slope(s) {}

    /// The sum; its slope is u' + v'.
    friend dual operator+(const dual& u, const dual& v)
    {
        return {u.value + v.value, u.slope + v.slope};
    }

    /// The difference; its slope is u' - v'.
    friend dual operator-(const dual& u, const dual& v)
    {
        return {u.value - v.value, u.slope - v.slope};
    }

    /// The product; its slope is u' v + u v'.
    friend dual operator*(const dual& u, const dual& v)
    {
        return {u.value * v.value, u.slope * v.value + u.value * v.slope};
    }

    /// The quotient q; its slope is (u' - q v') / v.
    /// \throws std::domain_error if v is zero and T is exact
    friend dual operator/(const dual& u, const dual& v)
    {
        const T q = u.value / v.value;
        return {q, (u.slope - q * v.slope) / v.value};
    }

    /// The number with the other sign, and its slope too.
    friend dual operator-(const dual& u) { return {-u.value, -u.slope}; }

    /// @{
    /// The operation, with its result stored here.
    dual& operator+=(const dual& v) { return *this = *this + v; }
    dual& operator-=(const dual& v) { return *this = *this - v; }
    dual& operator*=(const dual& v) { return *this = *this * v; }
    /// @}

    /// \throws std::domain_error if v is zero and T is exact
    dual& operator/=(const dual& v) { return *this = *this / v; }

    /// The exponential e^u; its slope is u' e^u.
    friend dual exp(const dual& u) requires analytic<T>
    {
        using std::exp;
        const T e = exp(u.value);
        return {e, u.slope * e};
    }

    /// The natural logarithm; its slope is u' / u.
    friend dual log(const dual& u) requires analytic<T>
    {
        using std::log;
        return {log(u.value), u.slope / u.value};
    }

    /// The hyperbolic tangent; its slope is u' (1 - tanh(u)^2).
    friend dual tanh(const dual& u) requires analytic<T>
    {
        using std::tanh;
        const T h = tanh(u.value);
        return {h, u.slope * (T(1) - h * h)};
    }

    /// The square root; its slope is u' / (2 sqrt(u)).
    friend dual sqrt(const dual& u) requires analytic<T>
    {
        using std::sqrt;
        const T r = sqrt(u.value);
        return {r, u.slope / (T(2) * r)};
    }

    /// Compares the slopes too: two results that agree in value and not in
    /// slope come from different formulas, and tests must see that.
    friend bool operator==(const dual& u, const dual& v)
    {
        return u.value == v.value && u.slope == v.slope;
    }

    /// Compares the values only: a program that branches, as max(0, x) does,
    /// must take the branch that T alone would take. So it
    /// can be that neither u < v nor v < u holds, and still u != v.
    friend bool operator<(const dual& u,
                          const dual& v) requires ordered_field<T>
    {
        return u.value < v.value;
    }

    /// As <: the values only.
    friend bool operator>(const dual& u,
                          const dual& v) requires ordered_field<T>
    {
        return v < u;
    }

    /// Writes (value, slope).
    friend std::ostream& operator<<(std::ostream& out, const dual& u)
    {
        return out << '(' << u.value << ", " << u.slope << ')';
    }
};

/// The quantity by which to derive: its slope is 1.
template <field T>
dual<T> variable(T v)
{
    return {v, T(1)};
}

}  // namespace chainrule
