/// \file
/// Ways to take a step. Taught in chapter 11.
///
/// An optimizer has one part, `step`, which moves the parameters of a network
/// by their slopes. Those with a memory belong to one network.
#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "chainrule/layers/layer.hpp"
#include "chainrule/numbers/concepts.hpp"
#include "chainrule/numbers/spelled.hpp"

namespace chainrule::layers {

namespace detail {

/// \throws std::invalid_argument if value is not from low to below high
template <class T>
void check_setting(const T& value, const char* name, double low, double high)
{
    if constexpr (std::floating_point<T>) {
        if (!(value >= static_cast<T>(low) && value < static_cast<T>(high)) ||
            !std::isfinite(value)) {
            throw std::invalid_argument(
                std::string("optimizer: ") + name + " is " + spelled(value) +
                "; give a number from " + spelled(low) + " to below " +
                spelled(high));
        }
    }
}

/// \throws std::invalid_argument if rate is not positive and finite
template <class T>
void check_rate(const T& rate)
{
    if constexpr (std::floating_point<T>) {
        if (!(rate > 0) || !std::isfinite(rate)) {
            throw std::invalid_argument(
                "optimizer: the rate is " + spelled(rate) +
                "; give a positive number, such as 0.1");
        }
    }
}

/// Give an optimizer a matrix of zeros for each parameter, of its shape, if
/// it has none yet.
/// \throws std::logic_error if it has some for other parameters
template <field T>
void zeros_like(std::span<parameter<T>* const> all,
                std::vector<matrix<T>>& memory)
{
    if (memory.empty()) {
        for (const parameter<T>* p : all) {
            memory.push_back(
                matrix<T>::Zero(p->value.rows(), p->value.cols()));
        }
    }
    bool fits = memory.size() == all.size();
    for (std::size_t i = 0; fits && i < all.size(); ++i) {
        fits = memory[i].rows() == all[i]->value.rows() &&
               memory[i].cols() == all[i]->value.cols();
    }
    if (!fits) {
        throw std::logic_error(
            "optimizer: it remembers the steps of another network; make a "
            "new one");
    }
}

}  // namespace detail

/// Stochastic gradient descent: w <- w - rate dw.
template <field T>
class sgd {
public:
    /// \throws std::invalid_argument if the rate is not positive
    explicit sgd(T rate) : rate_(rate) { detail::check_rate(rate); }

    /// Move all these parameters.
    void step(std::span<parameter<T>* const> all)
    {
        for (parameter<T>* p : all) {
            in_parts(p->value.rows(), p->value.size(),
                     [&](Eigen::Index first, Eigen::Index rows) {
                         p->value.middleRows(first, rows) -=
                             rate_ * p->slope.middleRows(first, rows);
                     });
        }
    }

private:
    T rate_;
};

/// Descent with a velocity v <- keep v + dw, and w <- w - rate v. See
/// Sutskever et al., "On the importance of initialization and momentum in
/// deep learning", ICML 2013, equations 1 and 2; there the rate is inside v.
template <field T>
class momentum {
public:
    /// \param rate positive
    /// \param keep how much of the velocity is kept, from 0 to below 1
    /// \throws std::invalid_argument if one of them is not
    explicit momentum(T rate, T keep = T(9) / T(10))
        : rate_(rate), keep_(keep)
    {
        detail::check_rate(rate);
        detail::check_setting(keep, "keep", 0, 1);
    }

    /// \throws std::logic_error if these are not the parameters of the first
    ///     call
    void step(std::span<parameter<T>* const> all)
    {
        detail::zeros_like(all, v_);
        for (std::size_t i = 0; i < all.size(); ++i) {
            parameter<T>& p = *all[i];
            v_[i] = keep_ * v_[i] + p.slope;
            p.value -= rate_ * v_[i];
        }
    }

private:
    T rate_, keep_;
    std::vector<matrix<T>> v_;
};

/// Adam: a step along a running mean of the slopes, divided by the root of a
/// running mean of their squares. Both means begin at 0, which makes the
/// first ones too small; a division corrects that. D. P. Kingma, J. Ba,
/// "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1.
template <analytic T>
class adam {
public:
    /// \param rate positive
    /// \param keep how much of the mean slope is kept, from 0 to below 1
    /// \param keep_squares the same for the mean of the squares
    /// \throws std::invalid_argument if one of them is not
    explicit adam(T rate = T(0.001), T keep = T(0.9),
                  T keep_squares = T(0.999))
        : rate_(rate), keep_(keep), keep_squares_(keep_squares)
    {
        detail::check_rate(rate);
        detail::check_setting(keep, "keep", 0, 1);
        detail::check_setting(keep_squares, "keep_squares", 0, 1);
    }

    /// \throws std::logic_error if these are not the parameters of the first
    ///     call
    void step(std::span<parameter<T>* const> all)
    {
        detail::zeros_like(all, m_);
        detail::zeros_like(all, v_);
        left_ *= keep_;
        left_of_squares_ *= keep_squares_;
        for (std::size_t i = 0; i < all.size(); ++i) {
            parameter<T>& p = *all[i];
            const auto g = p.slope.array();
            m_[i] = keep_ * m_[i].array() + (T(1) - keep_) * g;
            v_[i] = keep_squares_ * v_[i].array() +
                    (T(1) - keep_squares_) * g * g;
            p.value.array() -=
                rate_ / (T(1) - left_) * m_[i].array() /
                ((v_[i].array() / (T(1) - left_of_squares_)).sqrt() +
                 T(1e-8));
        }
    }

private:
    T rate_, keep_, keep_squares_;
    T left_ = T(1);             // keep to the power of the steps so far
    T left_of_squares_ = T(1);  // keep_squares likewise
    std::vector<matrix<T>> m_, v_;
};

}  // namespace chainrule::layers
