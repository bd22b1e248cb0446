/// \file
/// What a formula may ask of the numbers it is given. Taught in chapter 01.
#pragma once

#include <cmath>
#include <concepts>

/// What the chapters have taught, and nothing more. Formulas here are
/// templates over the number type, so that the same lines train, prove,
/// count and print.
namespace chainrule {

// clang-format off: version 14 cannot lay out what stands in { } ->

/// Numbers that can be added, subtracted, multiplied and divided. In a
/// template the constants are written T(2), because 2 * x with an int does
/// not compile for std::complex. The concept sees the operators and not
/// their laws: long long is accepted, although 1 / 2 is 0 there.
template <class T>
concept field = std::copyable<T> && std::equality_comparable<T> &&
    std::constructible_from<T, int> && requires(const T& a, const T& b)
{
    {
        a + b
        } -> std::convertible_to<T>;
    {
        a - b
        } -> std::convertible_to<T>;
    {
        a* b
        } -> std::convertible_to<T>;
    {
        a / b
        } -> std::convertible_to<T>;
    {
        -a
        } -> std::convertible_to<T>;
};

/// A field with an order, for code that asks which number is smaller.
/// Complex numbers, residues and formulas have none.
template <class T>
concept ordered_field = field<T> && requires(const T& a, const T& b)
{
    {
        a < b
        } -> std::convertible_to<bool>;
};
// clang-format on

/// Parts that are not for use outside the library.
namespace detail {

/// How many there are, at least 0, as a number to divide by. A field is made
/// from an int, so a larger count is put together from its digits to base
/// 2^30.
template <field T>
T as_number(long long count)
{
    constexpr int base = 1 << 30;
    const T last = T(static_cast<int>(count % base));
    return count < base ? last : as_number<T>(count / base) * T(base) + last;
}

using std::exp;
using std::log;
using std::sqrt;
using std::tanh;

// clang-format off

/// Has exp, log, tanh and sqrt, in std or beside the type. The result must
/// be a T again, because std::exp of a long long is a double.
template <class T>
concept has_exp_log_tanh_sqrt = requires(const T& x) {
    { exp(x) } -> std::same_as<T>;
    { log(x) } -> std::same_as<T>;
    { tanh(x) } -> std::same_as<T>;
    { sqrt(x) } -> std::same_as<T>;
};
// clang-format on

}  // namespace detail

/// A field with exp, log, tanh and sqrt, as a smooth activation function
/// needs. An exact fraction has none of them: exp(1) is not a fraction. So
/// a rational given to a sigmoid is refused when it is compiled.
template <class T>
concept analytic = field<T> && detail::has_exp_log_tanh_sqrt<T>;

}  // namespace chainrule
