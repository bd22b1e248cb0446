/// \file
/// Compare a gradient with differences of the function. Taught in chapter 05.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <span>
#include <vector>

namespace chainrule {

/// What a check found out about one parameter.
enum class verdict {
    ok,     ///< the gradient is the slope, within the tolerance
    wrong,  ///< it is not
    kink,   ///< the slopes to the left and right differ, and it is between
    not_finite  ///< the gradient or the function is not a finite number
};

/// The name of a verdict, as a table shows it.
const char* name_of(verdict v);

/// The check of one parameter.
struct parameter_check {
    std::size_t index = 0;        ///< which one
    double analytic = 0;          ///< the gradient that is checked
    double numeric = 0;           ///< the slope that differences gave
    double tolerance = 0;         ///< how far apart they may be
    verdict found = verdict::ok;  ///< the result

    /// The distance relative to the larger of the two, 0 if both are zero,
    /// and NaN if one of them is not finite.
    double relative_error() const;
};

/// The check of a whole gradient, worst parameter first.
struct gradient_report {
    std::vector<parameter_check> parameters;  ///< one for each, worst first

    /// Whether no parameter is wrong or not finite.
    bool passed() const;
};

/// Print a report as a table.
std::ostream& operator<<(std::ostream& out, const gradient_report& report);

/// A function of parameters whose gradient is checked.
using scalar_function = std::function<double(std::span<const double>)>;

/// Compare a gradient with central differences, one parameter at a time.
///
/// The step is not asked for. Steps of powers of two are tried; of each, the
/// truncation is estimated by comparison with half the step, and the round-off
/// is bounded by the size of the function over the step. The step for which
/// the two together are smallest gives the slope, and a multiple of their sum
/// is the tolerance.
///
/// Where the slopes to the left and to the right differ and go on differing
/// as the step shrinks, the function has a kink. Any value from one slope to
/// the other is then reported as `kink` and passes.
/// \param f the function; called some sixty times for each parameter
/// \param at where its gradient was taken
/// \throws std::invalid_argument naming both sizes if they differ
gradient_report check_gradient(const scalar_function& f,
                               std::span<const double> at,
                               std::span<const double> gradient);

}  // namespace chainrule
