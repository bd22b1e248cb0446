/// \file
/// What a layer does to its sums, number by number. Taught in chapter 09.
///
/// Each function is a type with two parts. `forward` puts the function of
/// every number in its place. `backward` multiplies every slope by the
/// derivative, which is written in terms of the *output*, because that is
/// what the layer above has kept. The formulas are in the NIST Digital
/// Library of Mathematical Functions, section 4.34, except for relu.
#pragma once

#include "chainrule/layers/matrix.hpp"

namespace chainrule::layers {

/// No function: the layer gives its sums.
struct identity {
    /// a = z
    template <class T>
    static void forward(window<T>)
    {}

    /// dz = da
    template <class T>
    static void backward(view<T>, window<T>)
    {}
};

/// The rectifier max(0, z).
struct relu {
    /// a = max(0, z)
    /// \tparam T a number with an order
    /// \param values z, replaced by a
    template <class T>
    static void forward(window<T> values)
    {
        values = values.cwiseMax(T(0));
    }

    /// dz = da where a > 0, else 0. At z = 0, where there is no derivative,
    /// 0 is taken, as everywhere in the field.
    /// \tparam T a number with an order
    /// \param outputs a
    /// \param slopes da, replaced by dz
    template <class T>
    static void backward(view<T> outputs, window<T> slopes)
    {
        slopes = (outputs.array() > T(0)).select(slopes, T(0));
    }
};

/// The hyperbolic tangent, between -1 and 1.
struct tanh {
    /// a = tanh z
    /// \tparam T a number with a tanh
    /// \param values z, replaced by a
    template <class T>
    static void forward(window<T> values)
    {
        values = values.array().tanh();
    }

    /// dz = da (1 - a^2)
    /// \tparam T a field
    /// \param outputs a
    /// \param slopes da, replaced by dz
    template <class T>
    static void backward(view<T> outputs, window<T> slopes)
    {
        slopes.array() *= T(1) - outputs.array() * outputs.array();
    }
};

/// The logistic function, between 0 and 1.
struct sigmoid {
    /// a = 1 / (1 + e^-z)
    /// \tparam T a number with an exp
    /// \param values z, replaced by a
    template <class T>
    static void forward(window<T> values)
    {
        values = T(1) / (T(1) + (-values.array()).exp());
    }

    /// dz = da a (1 - a)
    /// \tparam T a field
    /// \param outputs a
    /// \param slopes da, replaced by dz
    template <class T>
    static void backward(view<T> outputs, window<T> slopes)
    {
        slopes.array() *= outputs.array() * (T(1) - outputs.array());
    }
};

}  // namespace chainrule::layers
