/// \file
/// Exact functions in the place of those that a field does not have, so that
/// the lines that train in float are proved in whole numbers modulo 2^61 - 1.
#pragma once

#include "chainrule/layers/activation.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/residue.hpp"

namespace chainrule {

/// Any function will do for exp where only its law counts: that its slope is
/// itself, which dual numbers know.
/// \param x any number
/// \return a number that depends on x
inline residue exp(const residue& x)
{
    return x * x * x + residue(5);
}

/// In the place of log, of which only the slope 1 / x counts.
/// \param x any number
/// \return a number that depends on x
inline residue log(const residue& x)
{
    return x * x + residue(7);
}

/// Makes residue a number with an exp, for the rules of dual.
/// \param x any number
/// \return x
inline residue tanh(const residue& x)
{
    return x;
}

/// Makes residue a number with an exp, for the rules of dual.
/// \param x any number
/// \return x
inline residue sqrt(const residue& x)
{
    return x;
}

namespace layers {

/// a = -1 / z, whose slope a^2 is one of its output, as those of tanh and
/// sigmoid are.
template <field T>
class reciprocal : public activation<T> {
    void apply(matrix_view<T> z, matrix_ref<T> a) const override
    {
        a = z.unaryExpr([](const T& n) { return T(-1) / n; });
    }

    void apply_slope(matrix_view<T> a, matrix_view<T> da,
                     matrix_ref<T> dz) const override
    {
        dz = da.array() * (a.array() * a.array());
    }
};

}  // namespace layers
}  // namespace chainrule
