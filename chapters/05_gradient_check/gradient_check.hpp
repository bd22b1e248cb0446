// # Checking a gradient
//
// In @chapter{04_training} right answers did not tell a right gradient from a
// wrong one. @ref about "The article" has a better idea: it compares each
// derivative with what the word means, namely how much the loss changes when
// one weight is moved a little. Its program prints three lines in each training
// step, for $w_3$, $w_2$ and $w_1$. Here are ten of them. On the left is the
// derivative that backpropagation gave, on the right the one by definition.
//
// @output ten lines
//
// *Are the two columns equal?* The article looked at them and called them
// basically equal. The pairs of `dw1` differ by two or three in the last place
// printed, those of `dw2` by two parts in a hundred, those of `dw3` by five.
// Perhaps the right column is not exact, or the left one is wrong. Which is it?
//
// When you have read this chapter you can
//
// - check any gradient against the function that it belongs to,
// - choose the size of the movement and the bound for the difference,
// - say what a disagreement means, and what an agreement does not mean.
//
// | symbol | what it is |
// |--------|------------|
// | $f$ | a function of one number, such as the loss along one weight |
// | $f', f'', f'''$ | its slope, the slope of its slope, and once more |
// | $h$ | the step of a difference: how far that number is moved |
// | $\delta$ | the error $e - t$ of the network |
// | $\epsilon$ | the distance from 1 to the next number in `double`, about $2 \cdot 10^{-16}$ |
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "chainrule/numbers/concepts.hpp"

namespace chainrule::gradient_check {

// ## Two difference quotients
//
// Take $f(x) = x^3$ at $x = 2$. Its slope is $3 \cdot 2^2 = 12$. Pretend that
// you do not know it, move $x$ by $h$, and see how far $f$ moves. Multiplied
// out,
//
// $$ (2 + h)^3 = 8 + 12 h + 6 h^2 + h^3. $$
//
// So $f$ moves by $12 h + 6 h^2 + h^3$. Divide by $h$, and you have
// $12 + 6 h + h^2$. This is the **forward difference**. It is the slope, and
// an error of about $6 h$.
//
// Now move $x$ to the other side. There $f$ moves by $-12 h + 6 h^2 - h^3$.
// Divide by $-h$, which is how far $x$ has moved: $12 - 6 h + h^2$. The errors
// $6h$ and $-6h$ have opposite signs, and in the mean of both quotients they
// cancel: it is $12 + h^2$. This is the **central difference**. To get it,
// divide $f(x + h) - f(x - h)$ by $2h$.
//
// @figure chords | The cube at 2, with the large step 1. A difference quotient is the slope of a chord, a straight line through two points of the curve. | The tangent at 2 has the slope 12. The forward chord from 2 to 3 has the slope 19 and is much steeper. The central chord from 1 to 3 has the slope 13 and runs nearly parallel to the tangent.
template <field T, class F>
T forward_difference(F f, const T& x, const T& h)
{
    return (f(x + h) - f(x)) / h;
}

template <field T, class F>
T central_difference(F f, const T& x, const T& h)
{
    return (f(x + h) - f(x - h)) / (T(2) * h);
}
// @experiment The cube in numbers
//
// In other functions, too, the forward error has the factor $h$, and the
// central one $h^2$. They have to be **smooth**: the slope has a slope, and so
// on. Near $x$ such a function is nearly a sum of powers of $h$. It is called
// the **Taylor series** of $f$ at $x$:
//
// $$ \begin{aligned} f(x + h) = f(x) &+ h f'(x) + \tfrac{h^2}{2} f''(x)
//    \\ &+ \tfrac{h^3}{6} f'''(x) + \dots \end{aligned} $$
//
// The 2 and the 6 are there because $h^2$ has the second slope 2, and $h^3$ the
// third slope 6. Try it with the cube: $f = 8$, $f' = 12$, $f'' = 12$ and
// $f''' = 6$ give the sum from above, and nothing is left out. In general:
//
// | | is the slope, and an error of about |
// |-|-|
// | forward difference | $\frac{h}{2} f''(x)$ |
// | central difference | $\frac{h^2}{6} f'''(x)$ |
//
// This error is called the **truncation error**, because the rest of the sum
// is cut off. It is there even when nothing is rounded.
// @proved{truncation_errors_are_those_of_the_page}

// ## How far apart?
//
// The lines at the top have 0.003970 beside 0.004164. They differ by 0.0002.
// That looks small, but the numbers are small as well: it is five parts in a
// hundred. So divide the distance by the larger of the two sizes. This is
// the **relative error**.
//
// Two zeros agree. What is not a number (`NaN`) agrees with nothing.
// @proved{what_is_not_finite_agrees_with_nothing} `NaN` is neither smaller nor
// larger than anything: `<`, `<=`, `>` and `>=` all say false. So ask whether
// the relative error *is* small. If you ask whether it is large, a `NaN`
// passes. `std::max` makes such a comparison, too: of 0 and `NaN` it gives 0.
inline double relative_error(double a, double b)
{
    const double larger = std::max(std::abs(a), std::abs(b));
    return a == 0 && b == 0 ? 0 : std::abs(a - b) / larger;
}

inline bool agree(double a, double b, double tolerance)
{
    return relative_error(a, b) <= tolerance;
}

// ## The article's check
//
// This is the article's network of three weights, and its definition of a
// slope: along each weight a central difference.
template <field T>
T loss_of_article(const std::array<T, 3>& w, const T& x, const T& t)
{
    const T d = w[2] * (w[1] * (w[0] * x)) - t;
    return T(1) / T(2) * d * d;
}

template <field T>
std::array<T, 3> by_definition(const std::array<T, 3>& w, const T& x,
                               const T& t)
{
    const T h = T(1) / T(10000);
    std::array<T, 3> slopes{T(0), T(0), T(0)};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto along = [&](const T& wi) {
            std::array<T, 3> moved = w;
            moved[i] = wi;
            return loss_of_article(moved, x, t);
        };
        slopes[i] = central_difference(along, w[i], h);
    }
    return slopes;
}

// And this is one training step of the article's second program, Program B,
// with the check in it. Two things are doubtful, and each has a switch. `stale`
// is the slip that you know from @chapter{04_training}: the slope is handed
// back through weights that have already moved. `late` is new: the definition
// is asked *after* the step, at weights that the slopes do not belong to. In
// the article both are on.
struct faults {
    bool stale;
    bool late;
};

template <field T>
struct comparison {
    std::array<T, 3> used;     // by backpropagation; the step used them
    std::array<T, 3> defined;  // by definition
};

template <field T>
comparison<T> checked_step(std::array<T, 3>& w, const T& x, const T& t,
                           faults on)
{
    const T rate = T(1) / T(20);
    const std::array<T, 3> old = w;
    const T y = w[0] * x;
    const T z = w[1] * y;
    const T r3 = w[2] * z - t;
    const T dw3 = r3 * z;
    w[2] = w[2] - rate * dw3;
    const T r2 = r3 * (on.stale ? w[2] : old[2]);
    const T dw2 = r2 * y;
    w[1] = w[1] - rate * dw2;
    const T dw1 = r2 * (on.stale ? w[1] : old[1]) * x;
    w[0] = w[0] - rate * dw1;
    return {{dw1, dw2, dw3}, by_definition(on.late ? w : old, x, t)};
}
// @experiment How often do they differ?
// @experiment One change at a time

// ## The check in its place
//
// Now mend both: all slopes first, and the check before the step. Of the
// $3 \cdot 320$ pairs of this program none differs by more than a *millionth*.
// @proved{with_both_mended_all_agree_to_a_millionth} You know why from
// @chapter{02_three_layers}. Along each weight the loss is a parabola. A
// parabola has $f''' = 0$, so the central difference has no truncation error
// at any $h$. @proved{central_differences_of_the_article_are_exact} What is
// left comes from rounding.
//
// That answers the question from the top. The definition was right. It was
// asked at the wrong weights. And the slopes of the first two weights were
// stale.

// ## A network that bends
//
// For the rest of the chapter we need a loss that is no parabola. Put the
// function $\tanh$ behind each layer. It bends a straight line, and keeps
// every value between $-1$ and 1:
//
// $$ \begin{gathered} a_1 = \tanh(w_1 x), \quad a_2 = \tanh(w_2 a_1),
//    \\ a_3 = \tanh(w_3 a_2). \end{gathered} $$
//
// In @chapter{03_cached_backprop} a square stood between two weights, and the
// walk back multiplied by its slope. Here it multiplies by the slope of
// $\tanh$. Where $\tanh$ has the value $a$, that is $1 - a^2$.
// @proved{the_walk_back_through_tanh_is_that_of_dual_numbers} The concept
// `analytic` asks for a number type that has functions such as $\tanh$.
template <analytic T>
T loss_with_tanh(const T& w1, const T& w2, const T& w3, const T& x,
                 const T& t)
{
    using std::tanh;
    const T d = tanh(w3 * tanh(w2 * tanh(w1 * x))) - t;
    return T(1) / T(2) * d * d;
}

template <analytic T>
std::array<T, 3> slopes_with_tanh(const std::array<T, 3>& w, const T& x,
                                  const T& t)
{
    using std::tanh;
    const T a1 = tanh(w[0] * x);
    const T a2 = tanh(w[1] * a1);
    const T a3 = tanh(w[2] * a2);
    const T r3 = (a3 - t) * (T(1) - a3 * a3);
    const T r2 = r3 * w[2] * (T(1) - a2 * a2);
    const T r1 = r2 * w[1] * (T(1) - a1 * a1);
    return {r1 * x, r2 * a1, r3 * a2};
}
// @experiment How small should the step be?
// @experiment Where an agreement says nothing
// @experiment A checker for every day

// ## Who checks the checker?
//
// A checker that always says "right" is quiet and worthless. So a checker is
// tested as well: it has to pass what is right *and* to refuse what is wrong.
// The suite of this chapter has a collection of right and wrong gradients,
// among them twenty mistakes as people make them. The library's checker
// judges all of them as it should
// @proved{the_librarys_checker_misjudges_nothing}, and four checkers with a
// defect each do not @proved{each_broken_checker_is_caught_by_the_bank}:
//
// | the checker | misjudges |
// |-------------|-----------|
// | compares sizes only, $\lvert a \rvert$ with $\lvert b \rvert$, as `kad_check_grad` of the library kann (file `kautodiff.c`) did when we read it | a gradient with the wrong sign passes @proved{comparing_sizes_passes_a_wrong_sign} |
// | has a fixed bound for the difference | small gradients pass, whatever they are @proved{a_fixed_bound_passes_any_small_gradient} |
// | does not put a parameter back | right gradients are refused @proved{a_parameter_that_stays_moved_spoils_the_next} |
// | moves all parameters at once | two slopes that are exchanged pass @proved{moving_all_at_once_passes_an_exchange} |

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | the check runs after the step | it accuses right slopes and hides stale ones, as above |
// | two faults are mended at once | the wrong one may get the blame |
// | checked where $x = 1$, $t = 0$ or $\delta = 0$ | mistakes pass |
// | `float` and a step of $10^{-4}$ | the round-off is larger than need be |
// | a kink lies within the step | a right gradient is called wrong @proved{a_kink_within_the_step_refuses_a_right_gradient} |
// | the library's first steps, $\frac14$, $\frac18$ and so on, are whole periods of the function, as of $\sin 64 \pi x$ at 0 | `check_gradient` calls its right gradient wrong @proved{a_wave_and_a_sharp_bend_are_refused} |
// | the function bends very sharply, as $\sqrt{x^2 + 10^{-12}}$ does at $10^{-6}$ | `check_gradient` calls its right gradient wrong @proved{a_wave_and_a_sharp_bend_are_refused} |
// | the loss has the same mistake as its slopes | they agree: a check knows only the loss that is there @proved{a_check_knows_only_the_loss_that_is_there} |

// ## Your turn
//
// @exercises
//
// @question **The best step.**
// The round-off error of a central difference is about $\epsilon |f| / h$, its
// truncation error $h^2 |f'''| / 6$. Which $h$ makes the sum least? Which of
// the two errors is larger there?
// @solution Set the derivative by $h$ to zero: $h^3 = 3 \epsilon |f| /
// |f'''|$. For $f$ and $f'''$ of size 1 in `double` that is about
// $9 \cdot 10^{-6}$. Put this $h^3$ into $h^2 |f'''| / 6$, and you get
// $\epsilon |f| / 2h$: the round-off is twice the truncation.
// @endquestion
//
// @question **How an error shrinks.**
// The *Taylor test* looks at $r(h) = |f(x + h) - f(x) - h g|$ and divides $h$
// by a hundred. How far does $r$ fall if $g$ is the derivative? If it is not?
// @solution By ten thousand: what is left of the Taylor series begins with
// $h^2$. If $g$ is wrong, a multiple of $h$ is left: by a hundred. But for the
// network above an error of a thousandth of a per cent hides behind the part
// with $h^2$: at the steps $10^{-3}$ and $10^{-5}$ the Taylor test does not see
// it. @proved{the_taylor_test_is_blind_to_small_errors}
// @endquestion

// ## What you can now say
//
// The article's idea is right: compare a derivative with its definition. Ask at
// the weights that the derivative belongs to. Use central differences, a step
// near the cube root of $\epsilon$, the relative error, and a point at which
// mistakes show. If something differs, find the cause by one change at a time.

}  // namespace chainrule::gradient_check
