#include "chainrule/numbers/traced.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace chainrule {

namespace {

// Not std::isalpha, whose answer depends on the locale.
bool is_letter(char c)
{
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_';
}

bool is_digit(char c)
{
    return '0' <= c && c <= '9';
}

bool is_identifier(std::string_view name)
{
    return !name.empty() && is_letter(name.front()) &&
           std::ranges::all_of(
               name, [](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace

traced::traced(long long n)
    : formula_(std::to_string(n)),
      outermost_(n < 0 ? binding::sign : binding::atom)
{}

traced::traced(std::string_view symbol)
    : formula_(symbol), outermost_(binding::atom)
{
    if (!is_identifier(symbol)) {
        throw std::invalid_argument(
            "\"" + formula_ +
            "\" cannot be a symbol: write a name such as w1, of letters, "
            "digits and underscores, and no digit first");
    }
}

traced::traced(std::string formula, binding outermost)
    : formula_(std::move(formula)), outermost_(outermost)
{}

std::string traced::in_parentheses_if(bool needed) const
{
    return needed ? "(" + formula_ + ")" : formula_;
}

traced traced::binary(const traced& a, char sign, const traced& b)
{
    const auto own =
        sign == '+' || sign == '-' ? binding::sum : binding::product;
    // Equals are read from the left, so only the right one needs them. And
    // no sign may follow an operator, whatever it belongs to.
    const bool left = a.outermost_ < own;
    const bool right = b.outermost_ <= own || b.formula_.front() == '-';
    return {a.in_parentheses_if(left) + ' ' + sign + ' ' +
                b.in_parentheses_if(right),
            own};
}

traced operator+(const traced& a, const traced& b)
{
    return traced::binary(a, '+', b);
}

traced operator-(const traced& a, const traced& b)
{
    return traced::binary(a, '-', b);
}

traced operator*(const traced& a, const traced& b)
{
    return traced::binary(a, '*', b);
}

traced operator/(const traced& a, const traced& b)
{
    return traced::binary(a, '/', b);
}

traced operator-(const traced& a)
{
    const bool atom = a.outermost_ == traced::binding::atom;
    return {"-" + a.in_parentheses_if(!atom), traced::binding::sign};
}

}  // namespace chainrule
