/// \file
/// Layers that do the same to every number. Taught in chapter 09.
///
/// Their slopes are written in terms of the output a, as chapter 09 does. The
/// formulas are in the NIST Digital Library of Mathematical Functions,
/// section 4.34, except for relu.
#pragma once

#include <optional>
#include <stdexcept>

#include "chainrule/layers/layer.hpp"

namespace chainrule::layers {

/// A layer with nothing to learn, a = f(z) for each number. Who writes one
/// gives f and its slope; what all of them need is here.
template <field T>
class activation : public layer<T> {
public:
    Eigen::Index inputs() const final { return 0; }
    Eigen::Index outputs(Eigen::Index inputs) const final { return inputs; }

    void forward(matrix_view<T> z, matrix_ref<T> a) const final
    {
        check(z, a);
        apply(z, a);
    }

    void backward(matrix_view<T>, matrix_view<T> a, matrix_view<T> da,
                  std::optional<matrix_ref<T>> dz) final
    {
        if (dz) {
            check(a, da);
            check(a, *dz);
            apply_slope(a, da, *dz);
        }
    }

private:
    /// a = f(z)
    virtual void apply(matrix_view<T> z, matrix_ref<T> a) const = 0;

    /// dz = da f'(z), in terms of a
    virtual void apply_slope(matrix_view<T> a, matrix_view<T> da,
                             matrix_ref<T> dz) const = 0;

    static void check(matrix_view<T> one, matrix_view<T> other)
    {
        if (one.rows() != other.rows() || one.cols() != other.cols()) {
            throw std::invalid_argument("activation: matrices of " +
                                        shape(one) + " and " + shape(other) +
                                        "; they must have the same shape");
        }
    }
};

/// The rectifier a = max(0, z).
template <ordered_field T>
class relu : public activation<T> {
    void apply(matrix_view<T> z, matrix_ref<T> a) const override
    {
        a = z.cwiseMax(T(0));
    }

    // At z = 0, where there is no derivative, 0 is taken, as everywhere in
    // the field.
    void apply_slope(matrix_view<T> a, matrix_view<T> da,
                     matrix_ref<T> dz) const override
    {
        dz = (a.array() > T(0)).select(da, T(0));
    }
};

/// The hyperbolic tangent, between -1 and 1.
template <analytic T>
class tanh : public activation<T> {
    void apply(matrix_view<T> z, matrix_ref<T> a) const override
    {
        a = z.array().tanh();
    }

    void apply_slope(matrix_view<T> a, matrix_view<T> da,
                     matrix_ref<T> dz) const override
    {
        dz = da.array() * (T(1) - a.array() * a.array());
    }
};

/// The logistic function a = 1 / (1 + e^-z), between 0 and 1.
template <analytic T>
class sigmoid : public activation<T> {
    void apply(matrix_view<T> z, matrix_ref<T> a) const override
    {
        a = T(1) / (T(1) + (-z.array()).exp());
    }

    void apply_slope(matrix_view<T> a, matrix_view<T> da,
                     matrix_ref<T> dz) const override
    {
        dz = da.array() * (a.array() * (T(1) - a.array()));
    }
};

}  // namespace chainrule::layers
