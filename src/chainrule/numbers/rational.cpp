#include "chainrule/numbers/rational.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <ostream>
#include <stdexcept>
#include <utility>

namespace chainrule {

namespace {

using integer = boost::multiprecision::cpp_int;
using fraction = boost::multiprecision::cpp_rational;

std::string text_of(const fraction& a)
{
    const integer below = denominator(a);
    return numerator(a).str() + (below == 1 ? "" : "/" + below.str());
}

// By division and not by the constructor of two integers: that one leaves a
// negative denominator as it is, and later operations stumble over it.
fraction divide(const fraction& a, const fraction& b, const char* why)
{
    if (b.is_zero()) {
        throw std::domain_error("cannot divide " + text_of(a) +
                                " by zero: " + why);
    }
    return a / b;
}

constexpr const char* denominator_is_zero =
    "the denominator of a fraction must not be zero";

bool all_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return '0' <= c && c <= '9';
    });
}

// Boost reads a leading zero as "octal", so 0.0233 would be 0.0155.
integer decimal(std::string_view digits)
{
    digits.remove_prefix(
        std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.empty() ? integer(0) : integer(std::string(digits));
}

}  // namespace

/// The digits behind a rational.
struct rational::exact {
    /// In lowest terms, with a positive denominator.
    fraction value;

    /// \param value any fraction
    /// \return the rational that owns it
    static rational make(fraction value)
    {
        return rational(
            std::make_shared<const exact>(exact{std::move(value)}));
    }
};

rational::rational(std::shared_ptr<const exact> digits)
    : digits_(std::move(digits))
{}

rational::rational(long long n)
    : digits_(std::make_shared<const exact>(exact{fraction(n)}))
{}

rational::rational(long long n, long long d)
    : digits_(std::make_shared<const exact>(
          exact{divide(fraction(n), fraction(d), denominator_is_zero)}))
{}

rational rational::parse(std::string_view text)
{
    const bool negative = text.starts_with('-');
    const std::string_view unsigned_text = text.substr(negative ? 1 : 0);
    const auto split = unsigned_text.find_first_of("/.");
    const bool whole = split == std::string_view::npos;
    const std::string_view left = unsigned_text.substr(0, split);
    const std::string_view right =
        whole ? std::string_view() : unsigned_text.substr(split + 1);
    if (!all_digits(left) || (!whole && !all_digits(right))) {
        throw std::invalid_argument(
            "cannot read \"" + std::string(text) +
            "\" as an exact number: write an integer such as 17, a fraction "
            "such as -3/4 or a decimal such as 0.2333");
    }
    integer n = decimal(left);
    integer d = 1;
    if (!whole && unsigned_text[split] == '/') {
        d = decimal(right);
    } else if (!whole) {
        d = pow(integer(10), static_cast<unsigned>(right.size()));
        n = n * d + decimal(right);
    }
    if (negative) {
        n = -n;
    }
    return exact::make(divide(fraction(n), fraction(d), denominator_is_zero));
}

std::string rational::numerator() const
{
    return boost::multiprecision::numerator(digits_->value).str();
}

std::string rational::denominator() const
{
    return boost::multiprecision::denominator(digits_->value).str();
}

double rational::to_double() const
{
    return digits_->value.convert_to<double>();
}

std::string rational::to_string() const
{
    return text_of(digits_->value);
}

rational operator+(const rational& a, const rational& b)
{
    return rational::exact::make(a.digits_->value + b.digits_->value);
}

rational operator-(const rational& a, const rational& b)
{
    return rational::exact::make(a.digits_->value - b.digits_->value);
}

rational operator*(const rational& a, const rational& b)
{
    return rational::exact::make(a.digits_->value * b.digits_->value);
}

rational operator/(const rational& a, const rational& b)
{
    return rational::exact::make(
        divide(a.digits_->value, b.digits_->value, "zero has no inverse"));
}

rational operator-(const rational& a)
{
    return rational::exact::make(-a.digits_->value);
}

bool operator==(const rational& a, const rational& b)
{
    return a.digits_->value == b.digits_->value;
}

std::strong_ordering operator<=>(const rational& a, const rational& b)
{
    return a.digits_->value.compare(b.digits_->value) <=> 0;
}

std::ostream& operator<<(std::ostream& out, const rational& a)
{
    return out << a.to_string();
}

}  // namespace chainrule
