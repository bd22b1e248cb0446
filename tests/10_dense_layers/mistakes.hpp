/// \file
/// Wrong answers to the exercises of chapter 10 that have a name.
#pragma once

#include <cstddef>
#include <numeric>

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    around_forgotten,
    around_only,
    around_masked,
    around_twice,
    mask_forgotten,
    mask_of_output,
    mask_of_slope,
    mask_without_bias,
    not_turned,
    dw_turned,
    dw_first,
    db_first,
    db_mean,
    db_wrong_axis,
    mask_alone,
    db_unmasked,
    upper_only,
    lower_only,
    upper_twice,
    lower_twice,
    shared_not_turned,
    upper_fed_x,
    not_passed,
    shared_turned,
    mean_of_both,
    product_of_both,
    of_square,
    crossed,
    alike,
    sum,
    added,
    last,
    first,
    all_but_last,
    by_pieces,
    mean_twice,
    divided,
    all_but_first,
    sizes_backwards
};

// Entry by entry, what several tables of one shape make together.
template <class F, class... Grids>
grid each(F f, const grid& first, const Grids&... more)
{
    grid result(first.rows(), first.cols());
    for (std::size_t i = 0; i < first.rows(); ++i) {
        for (std::size_t j = 0; j < first.cols(); ++j) {
            result(i, j) = f(first(i, j), more(i, j)...);
        }
    }
    return result;
}

inline grid plus(const grid& a, const grid& b)
{
    return each([](double u, double v) { return u + v; }, a, b);
}

inline grid times(const grid& a, double factor)
{
    return each([&](double v) { return v * factor; }, a);
}

inline grid masked(const grid& by, const grid& d)
{
    return each([](double z, double v) { return z > 0 ? v : 0; }, by, d);
}

inline grid first_sample(const grid& a)
{
    grid r(1, a.cols());
    for (std::size_t j = 0; j < a.cols(); ++j) {
        r(0, j) = a(0, j);
    }
    return r;
}

inline grid sum_of_rows(const grid& a)
{
    grid sum(1, a.cols());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.cols(); ++j) {
            sum(0, j) += a(i, j);
        }
    }
    return sum;
}

template <slip S>
slopes wrong_residual(const grid& x, const grid& w, const grid& b,
                      const grid& da)
{
    const grid z = sums(x, w, b);
    const grid none(1, b.cols());
    const grid out = plus(x, masked(z, z));
    const grid dz = S == slip::mask_forgotten   ? da
                    : S == slip::mask_of_output ? masked(out, da)
                    : S == slip::mask_of_slope  ? masked(da, da)
                    : S == slip::mask_alone
                        ? masked(z, each([](double) { return 1.0; }, z))
                    : S == slip::mask_without_bias
                        ? masked(sums(x, w, none), da)
                        : masked(z, da);
    const grid through =
        product(dz, S == slip::not_turned ? w : transposed(w));
    slopes s{product(transposed(x), dz), sum_of_rows(dz), plus(through, da)};
    if (S == slip::around_forgotten) {
        s.dx = through;
    } else if (S == slip::around_only) {
        s.dx = da;
    } else if (S == slip::around_masked) {
        s.dx = plus(through, dz);
    } else if (S == slip::around_twice) {
        s.dx = plus(s.dx, da);
    } else if (S == slip::dw_turned) {
        s.dw = transposed(s.dw);
    } else if (S == slip::dw_first) {
        s.dw = product(transposed(first_sample(x)), first_sample(dz));
    } else if (S == slip::db_first) {
        s.db = first_sample(dz);
    } else if (S == slip::db_mean) {
        s.db = times(s.db, 1.0 / static_cast<double>(dz.rows()));
    } else if (S == slip::db_wrong_axis) {
        s.db = sum_of_rows(transposed(dz));
    } else if (S == slip::db_unmasked) {
        s.db = sum_of_rows(da);
    }
    return s;
}

template <slip S>
grid wrong_shared(const grid& x, const grid& w, const grid& dz)
{
    const grid below = product(x, w);
    const grid passed =
        S == slip::not_passed
            ? dz
            : product(dz, S == slip::shared_not_turned ? w : transposed(w));
    const grid upper =
        product(transposed(S == slip::upper_fed_x ? x : below), dz);
    const grid lower = product(transposed(x), passed);
    switch (S) {
    case slip::upper_only:
        return upper;
    case slip::lower_only:
        return lower;
    case slip::upper_twice:
        return times(upper, 2);
    case slip::lower_twice:
        return times(lower, 2);
    case slip::mean_of_both:
        return times(plus(upper, lower), 0.5);
    case slip::product_of_both:
        return each([](double u, double v) { return u * v; }, upper, lower);
    case slip::shared_turned:
        return transposed(plus(upper, lower));
    case slip::of_square:
        return product(transposed(x), dz);
    case slip::crossed:
        return plus(product(transposed(x), dz),
                    product(transposed(below), passed));
    default:
        return plus(upper, lower);
    }
}

template <slip S>
grid wrong_pieces(const grids& parts, const std::vector<int>& sizes)
{
    const double samples = std::accumulate(sizes.begin(), sizes.end(), 0);
    const std::size_t n = parts.size();
    grid sum(parts[0].rows(), parts[0].cols());
    for (std::size_t i = 0; i < n; ++i) {
        const bool counts = S == slip::last            ? i + 1 == n
                            : S == slip::first         ? i == 0
                            : S == slip::all_but_last  ? i + 1 < n
                            : S == slip::all_but_first ? i > 0
                                                       : true;
        const double size =
            S == slip::alike || S == slip::added ? 1
            : S == slip::divided
                ? 1.0 / sizes[i]
                : sizes[S == slip::sizes_backwards ? n - 1 - i : i];
        if (counts) {
            sum = plus(sum, times(parts[i], size));
        }
    }
    const double pieces = static_cast<double>(n);
    const double by = S == slip::sum || S == slip::added         ? 1
                      : S == slip::alike || S == slip::by_pieces ? pieces
                      : S == slip::mean_twice ? samples * samples
                                              : samples;
    return each([&](double v) { return v / by; }, sum);
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"10.1", "way-around-forgotten",
          "The slope by the inputs lacks what comes by the way around.",
          "The inputs get into the outputs in two ways, and the slopes of "
          "both are added.",
          "Back: read the indices"},
         [](table& t) {
             t.residual = wrong_residual<slip::around_forgotten>;
         }},
        {{"10.1", "only-the-way-around",
          "The slope by the inputs has only what comes by the way around.",
          "The layer hands something on, too.", "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::around_only>; }},
        {{"10.1", "way-around-masked",
          "What goes around the layer is masked as if it had passed the "
          "rectifier.",
          "Was the table that came in changed in place? The way around needs "
          "it as it was.",
          "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::around_masked>; }},
        {{"10.1", "way-around-twice",
          "What goes around the layer is added twice.",
          "Each way is added once.", "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::around_twice>; }},
        {{"10.1", "mask-forgotten",
          "The slope comes through the rectifier as if it were not there.",
          "Only where the sum is above 0 does anything pass.",
          "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::mask_forgotten>; }},
        {{"10.1", "mask-of-the-output",
          "The mask is made from the outputs and not from the sums.",
          "The output has the input added. Where it is positive, the sum "
          "need not be.",
          "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::mask_of_output>; }},
        {{"10.1", "mask-of-what-comes-down",
          "The mask is made from the slope that comes down.",
          "The sign of the sums decides.", "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::mask_of_slope>; }},
        {{"10.1", "mask-without-bias",
          "The mask is made from sums without the bias.", "Z is X W + b.",
          "Back: read the indices"},
         [](table& t) {
             t.residual = wrong_residual<slip::mask_without_bias>;
         }},
        {{"10.1", "weights-not-turned",
          "What is handed to the inputs passes W, and W has to be turned "
          "around.",
          "Over which index of W does the sum run?",
          "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::not_turned>; }},
        {{"10.1", "outer-product-turned",
          "The slope by the weights is turned around.",
          "Its rows belong to the inputs, its columns to the neurons.",
          "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::dw_turned>; }},
        {{"10.1", "weights-of-first-sample",
          "The slope by the weights is that of the first sample only.",
          "Every sample has a part in every weight's slope.",
          "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::dw_first>; }},
        {{"10.1", "bias-of-first-sample",
          "The slope by the bias is that of the first sample only.",
          "Add up all rows.", "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::db_first>; }},
        {{"10.1", "bias-as-a-mean",
          "The slope by the bias is a mean over the samples.",
          "Whatever mean there is, is in what comes down already.",
          "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::db_mean>; }},
        {{"10.1", "bias-over-the-neurons",
          "The slope by the bias is added up along the wrong side.",
          "One bias for each neuron: add over the samples.",
          "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::db_wrong_axis>; }},
        {{"10.1", "mask-alone",
          "Where the sum is above 0 the slope is 1, whatever comes down.",
          "The mask multiplies what comes down.", "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::mask_alone>; }},
        {{"10.1", "bias-hears-the-way-around",
          "The slope by the bias is made from what came down, without the "
          "mask.",
          "The bias is inside the rectifier.", "Back: read the indices"},
         [](table& t) { t.residual = wrong_residual<slip::db_unmasked>; }},
        {{"10.2", "upper-use-only",
          "Only the upper use of the weights is heard.",
          "The lower one moves the result as well. Add its slope.",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::upper_only>; }},
        {{"10.2", "lower-use-only",
          "Only the lower use of the weights is heard.",
          "The upper one moves the result as well. Add its slope.",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::lower_only>; }},
        {{"10.2", "upper-use-twice",
          "The slope of the upper use is taken twice.",
          "As numbers the two uses would be alike. As tables they are not.",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::upper_twice>; }},
        {{"10.2", "lower-use-twice",
          "The slope of the lower use is taken twice.",
          "As numbers the two uses would be alike. As tables they are not.",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::lower_twice>; }},
        {{"10.2", "weights-not-turned",
          "On its way to the lower use the slope passes W, and W has to be "
          "turned around.",
          "Over which index of W does the sum run?",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::shared_not_turned>; }},
        {{"10.2", "upper-fed-with-the-data",
          "The upper use has X for its input.",
          "It was fed with what the lower use gave.",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::upper_fed_x>; }},
        {{"10.2", "upper-use-not-passed",
          "What reaches the lower use has not passed the upper one.",
          "Between the result and the lower use lies a product with W.",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::not_passed>; }},
        {{"10.2", "slope-turned", "The slope is turned around.",
          "Its rows belong to what was fed, its columns to what came out.",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::shared_turned>; }},
        {{"10.2", "mean-of-both", "The two slopes are averaged.",
          "What is used twice hears twice. Add.", "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::mean_of_both>; }},
        {{"10.2", "product-of-both", "The two slopes are multiplied.",
          "Slopes by the same number are added.", "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::product_of_both>; }},
        {{"10.2", "of-the-square",
          "This is the slope by W W, the product of the two.",
          "What is asked for is the slope by W.", "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::of_square>; }},
        {{"10.2", "not-crossed", "Each use has the input of the other.",
          "The lower use was fed with X, the upper one with X W.",
          "Back: read the indices"},
         [](table& t) { t.shared = wrong_shared<slip::crossed>; }},
        {{"10.3", "all-pieces-alike",
          "Every piece counts alike, whatever its size.",
          "A piece of 9 samples counts nine times as much as one of 1.",
          "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::alike>; }},
        {{"10.3", "sum-for-mean",
          "The sum over all samples is not divided by their number.",
          "A mean is asked for.", "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::sum>; }},
        {{"10.3", "means-added", "The means are added as they are.",
          "Neither the sizes nor a mean are in it.",
          "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::added>; }},
        {{"10.3", "last-piece-only", "Only the last piece is there.",
          "Is the result set where it should be added to?",
          "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::last>; }},
        {{"10.3", "first-piece-only", "Only the first piece is there.",
          "Does the loop end too soon?", "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::first>; }},
        {{"10.3", "last-piece-forgotten", "The last piece is missing.",
          "Does the loop end too soon?", "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::all_but_last>; }},
        {{"10.3", "divided-by-the-pieces",
          "The sum over all samples is divided by the number of pieces.",
          "Divide by the number of samples.", "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::by_pieces>; }},
        {{"10.3", "mean-taken-twice",
          "The result is divided by the number of samples once too often.",
          "Is the sum of the sizes inside the loop and outside?",
          "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::mean_twice>; }},
        {{"10.3", "divided-by-the-sizes",
          "Each part is divided by its size, where it should be multiplied.",
          "A mean times its number of samples is a sum.",
          "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::divided>; }},
        {{"10.3", "first-piece-forgotten", "The first piece is missing.",
          "Does the loop begin at 0?", "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::all_but_first>; }},
        {{"10.3", "sizes-exchanged",
          "The sizes of first and last piece are exchanged.",
          "Size i belongs to part i.", "Back: read the indices"},
         [](table& t) { t.pieces = wrong_pieces<slip::sizes_backwards>; }},
    };
}

}  // namespace chainrule::exercises
