/// \file
/// Wrong answers to the exercises of chapter 12 that have a name.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "judge/chapter.hpp"
#include "table.hpp"

namespace chainrule::exercises {

enum class slip {
    little_endian,
    last_byte,
    last_two,
    signed_bytes,
    cut_unnoticed,
    magic_unnoticed,
    third_unnoticed,
    zeros_unnoticed,
    data_refused,
    one_more,
    count_too,
    from_start,
    always_two,
    reversed,
    columns,
    of_all,
    missed,
    undivided,
    accuracy,
    integers,
    odds,
    empty_is_one,
    percent,
    empty_is_nan,
    empty_left_out,
    best_one_more,
    best_one_less,
    best_only_best,
    best_smallest,
    best_ties_larger,
    best_others,
    best_class_number,
    best_exactly,
    best_first_classes
};

template <slip S>
sizes wrong_dimensions(const bytes& file)
{
    const auto refuse = [](bool when) {
        if (when) {
            throw std::invalid_argument("refused");
        }
    };
    const auto byte = [&](std::size_t i) {
        return i < file.size() ? file[i] : std::uint8_t{0};
    };
    const bool blind = S == slip::magic_unnoticed;
    refuse(file.size() < 4 && S != slip::cut_unnoticed);
    refuse((byte(0) != 0 || byte(1) != 0) && !blind &&
           S != slip::zeros_unnoticed);
    refuse(byte(2) != 8 && !blind && S != slip::third_unnoticed);
    const std::size_t said = byte(3) + (S == slip::one_more ? 1u : 0u);
    const std::size_t count = S == slip::always_two ? 2 : said;
    const std::size_t begin = S == slip::from_start ? 0 : 4;
    const std::size_t end = 4 + 4 * said;
    refuse(file.size() < end && S != slip::cut_unnoticed &&
           S != slip::one_more);
    refuse(file.size() > end && S == slip::data_refused);
    sizes all;
    if (S == slip::count_too) {
        all.push_back(byte(3));
    }
    for (std::size_t d = 0; d < count; ++d) {
        std::uint32_t n = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t place = S == slip::little_endian ? 3 - i : i;
            const std::uint8_t b = byte(begin + 4 * d + place);
            const bool read = S == slip::last_byte  ? i == 3
                              : S == slip::last_two ? i >= 2
                                                    : true;
            n = S == slip::signed_bytes
                    ? n * 256 + static_cast<std::uint32_t>(
                                    static_cast<std::int8_t>(b))
                    : n * 256 + (read ? b : 0u);
        }
        all.push_back(n);
    }
    if (S == slip::reversed) {
        std::reverse(all.begin(), all.end());
    }
    return all;
}

template <slip S>
values wrong_found(const counts& of)
{
    int total = 0;
    int diagonal = 0;
    for (std::size_t i = 0; i < of.size(); ++i) {
        diagonal += of[i][i];
        for (const int n : of[i]) {
            total += n;
        }
    }
    values shares;
    for (std::size_t i = 0; i < of.size(); ++i) {
        int row = 0;
        int column = 0;
        for (std::size_t j = 0; j < of.size(); ++j) {
            row += of[i][j];
            column += of[j][i];
        }
        const int found = S == slip::missed     ? row - of[i][i]
                          : S == slip::accuracy ? diagonal
                                                : of[i][i];
        const int by = S == slip::columns                         ? column
                       : S == slip::of_all || S == slip::accuracy ? total
                       : S == slip::odds ? row - of[i][i]
                                         : row;
        if (row == 0 && S == slip::empty_left_out) {
            continue;
        }
        const double share =
            S == slip::undivided           ? found
            : S == slip::percent && by > 0 ? 100.0 * found / by
            : S == slip::empty_is_nan && by == 0
                ? std::numeric_limits<double>::quiet_NaN()
            : by == 0             ? (S == slip::empty_is_one ? 1 : 0)
            : S == slip::integers ? found / by
                                  : found / static_cast<double>(by);
        shares.push_back(share);
    }
    return shares;
}

template <slip S>
int wrong_best(const outputs& z, const std::vector<int>& right, int k)
{
    int count = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        const double own = S == slip::best_class_number
                               ? right[n]
                               : z[n][static_cast<std::size_t>(right[n])];
        const auto beats = [&](double other) {
            return S == slip::best_smallest      ? other < own
                   : S == slip::best_ties_larger ? other >= own
                                                 : other > own;
        };
        const auto larger = std::count_if(z[n].begin(), z[n].end(), beats) -
                            (S == slip::best_ties_larger ? 1 : 0);
        const int places = S == slip::best_one_more    ? k + 1
                           : S == slip::best_one_less  ? k - 1
                           : S == slip::best_only_best ? 1
                                                       : k;
        bool holds = S == slip::best_exactly ? larger == k : larger < places;
        holds = S == slip::best_first_classes ? right[n] < k : holds;
        holds = S == slip::best_others ? !holds : holds;
        count += holds ? 1 : 0;
    }
    return count;
}

inline std::vector<judge::mistake<table>> mistakes()
{
    return {
        {{"12.1", "smallest-first",
          "The bytes of a dimension are read with the smallest first.",
          "The first of the four bytes counts most.", "Where the images are"},
         [](table& t) {
             t.dimensions = wrong_dimensions<slip::little_endian>;
         }},
        {{"12.1", "one-byte-each",
          "Only the last byte of each dimension is read.",
          "A dimension has four bytes.", "Where the images are"},
         [](table& t) { t.dimensions = wrong_dimensions<slip::last_byte>; }},
        {{"12.1", "two-bytes-each",
          "Only the last two bytes of each dimension are read.",
          "A dimension has four bytes.", "Where the images are"},
         [](table& t) { t.dimensions = wrong_dimensions<slip::last_two>; }},
        {{"12.1", "signed-bytes", "Bytes above 127 count as negative.",
          "Use unsigned bytes all the way.", "Where the images are"},
         [](table& t) {
             t.dimensions = wrong_dimensions<slip::signed_bytes>;
         }},
        {{"12.1", "cut-off-unnoticed",
          "A file that ends inside its header is not refused.",
          "Compare the size with the number of dimensions first.",
          "Where the images are"},
         [](table& t) {
             t.dimensions = wrong_dimensions<slip::cut_unnoticed>;
         }},
        {{"12.1", "first-bytes-unnoticed",
          "A file that begins with other bytes is not refused.",
          "The first three bytes are 0, 0 and 8.", "Where the images are"},
         [](table& t) {
             t.dimensions = wrong_dimensions<slip::magic_unnoticed>;
         }},
        {{"12.1", "third-byte-unnoticed",
          "A file with another third byte is not refused.",
          "It says that bytes follow, and not other numbers.",
          "Where the images are"},
         [](table& t) {
             t.dimensions = wrong_dimensions<slip::third_unnoticed>;
         }},
        {{"12.1", "zeros-unnoticed",
          "A file that does not begin with two zeros is not refused.",
          "Both of the first two bytes are 0.", "Where the images are"},
         [](table& t) {
             t.dimensions = wrong_dimensions<slip::zeros_unnoticed>;
         }},
        {{"12.1", "data-refused",
          "A file with data behind its header is refused.",
          "The header is only the beginning.", "Where the images are"},
         [](table& t) {
             t.dimensions = wrong_dimensions<slip::data_refused>;
         }},
        {{"12.1", "one-too-many", "One dimension too many is read.",
          "The fourth byte says how many there are.", "Where the images are"},
         [](table& t) { t.dimensions = wrong_dimensions<slip::one_more>; }},
        {{"12.1", "count-among-them",
          "The number of dimensions is returned as one of them.",
          "The dimensions begin with the fifth byte.",
          "Where the images are"},
         [](table& t) { t.dimensions = wrong_dimensions<slip::count_too>; }},
        {{"12.1", "from-the-beginning",
          "The dimensions are read from the first byte on.",
          "They begin with the fifth byte.", "Where the images are"},
         [](table& t) { t.dimensions = wrong_dimensions<slip::from_start>; }},
        {{"12.1", "always-two",
          "Two dimensions are read whatever the fourth byte says.",
          "The fourth byte says how many there are.", "Where the images are"},
         [](table& t) { t.dimensions = wrong_dimensions<slip::always_two>; }},
        {{"12.1", "last-first", "The dimensions are in the wrong order.",
          "They are returned as they stand in the file.",
          "Where the images are"},
         [](table& t) { t.dimensions = wrong_dimensions<slip::reversed>; }},
        {{"12.2", "columns", "The sums run over the columns.",
          "That is the share of those taken for a class that are of it. "
          "Asked for is the share of those of a class that were found.",
          "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::columns>; }},
        {{"12.2", "of-all", "The divisor is the number of all images.",
          "Each class has its own number of images.",
          "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::of_all>; }},
        {{"12.2", "missed", "The share that was missed is returned.",
          "What was found is on the diagonal.", "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::missed>; }},
        {{"12.2", "counts-as-they-are", "The diagonal is not divided.",
          "A share is a part of something.", "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::undivided>; }},
        {{"12.2", "accuracy-for-all", "Every class has the accuracy of all.",
          "Add up row by row.", "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::accuracy>; }},
        {{"12.2", "whole-numbers", "The division is one of whole numbers.",
          "In C++ 3 / 4 is 0. Make one of them a double.",
          "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::integers>; }},
        {{"12.2", "against-the-others", "Found is divided by missed.",
          "The divisor is all images of the class, those that were found "
          "included.",
          "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::odds>; }},
        {{"12.2", "no-images-is-perfect",
          "A class without images has the share 1.",
          "The exercise asks for 0.", "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::empty_is_one>; }},
        {{"12.2", "percent", "The shares are in percent.",
          "A share is a number from 0 to 1.", "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::percent>; }},
        {{"12.2", "no-images-no-number",
          "For a class without images the result is no number.",
          "0 / 0 is none. Look at the sum first.",
          "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::empty_is_nan>; }},
        {{"12.2", "no-images-left-out", "A class without images is left out.",
          "There is a share for each class.", "One number is not enough"},
         [](table& t) { t.found = wrong_found<slip::empty_left_out>; }},
        {{"12.3", "one-place-too-many", "One place too many counts.",
          "Fewer than k may be larger, and not k.", "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_one_more>; }},
        {{"12.3", "one-place-too-few", "One place too few counts.",
          "For k = 1 the best one counts.", "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_one_less>; }},
        {{"12.3", "only-the-best",
          "Only the very best output counts, whatever k is.",
          "Up to k - 1 outputs may be larger.", "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_only_best>; }},
        {{"12.3", "among-the-worst", "The smallest outputs count.",
          "Larger means better.", "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_smallest>; }},
        {{"12.3", "equal-is-larger", "An equal output counts as larger.",
          "Only a larger one does, and the right one is not larger than "
          "itself.",
          "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_ties_larger>; }},
        {{"12.3", "wrong-ones-counted",
          "The samples are counted for which it does not hold.",
          "The others are asked for.", "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_others>; }},
        {{"12.3", "class-for-output",
          "The number of the class is compared and not its output.",
          "Look the output up by its class.", "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_class_number>; }},
        {{"12.3", "exactly-the-kth",
          "Only samples count whose right class is exactly at one place.",
          "Up to k - 1 may be larger, and fewer are better still.",
          "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_exactly>; }},
        {{"12.3", "first-k-classes",
          "The first k classes are looked at and not the k best.",
          "The order of the classes says nothing.", "The worst"},
         [](table& t) { t.best = wrong_best<slip::best_first_classes>; }},
    };
}

}  // namespace chainrule::exercises
