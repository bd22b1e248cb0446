// How the answers to chapter 12 are asked, and what is looked at.
#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

using values = std::vector<double>;

// ## 12.1
using bytes = std::vector<std::uint8_t>;

void ask(observation& o, const bytes& file)
{
    o.give("byte ", file);
    try {
        const auto given = dimensions(file);
        o.see("whether the file is refused", false);
        o.see("dimension ", given);
    } catch (const std::invalid_argument&) {
        o.see("whether the file is refused", true);
    }
}

void the_example_comes_out(observation& o)
{
    ask(o, {0, 0, 8, 2, 0, 0, 1, 4, 0, 0, 0, 3});
}

void a_file_that_is_cut_off_is_refused(observation& o)
{
    ask(o, {0, 0, 8, 2, 0, 0, 1, 4, 0, 0, 0});
}

void there_may_be_no_dimension_or_many(observation& o)
{
    ask(o, {0, 0, 8, 0});
    ask(o, {0, 0, 8, 4, 0, 0, 0, 7, 1, 2, 3, 4, 0, 0, 0, 0, 255, 0, 0, 9});
}

// Several files, whole and spoiled.
void any_file_will_do(observation& o, draws& any)
{
    const auto byte = [&] {
        return static_cast<std::uint8_t>(any.whole(1, 9) * 27 +
                                         any.whole(1, 9));
    };
    bytes two{0, 0, 8, 2};
    for (int i = 0; i < 8; ++i) {
        two.push_back(byte());
    }
    bytes data = two;
    data.insert(data.end(), {byte(), byte(), byte(), byte(), byte()});
    const auto with = [&](std::size_t i, int b) {
        bytes other = two;
        other[i] = static_cast<std::uint8_t>(b);
        return other;
    };
    bytes cut = two;
    cut.pop_back();
    for (const bytes& file :
         {two, data, with(3, 1), cut, bytes{0, 0, 8}, with(0, byte()),
          with(1, byte()), with(2, 13), bytes{}}) {
        ask(o, file);
    }
}

// ## 12.2
using table = std::vector<std::vector<int>>;

void ask(observation& o, const table& counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        o.give("row " + std::to_string(i + 1) + " ", counts[i]);
    }
    o.see("share ", share_found(counts));
}

void the_example_comes_out(observation& o)
{
    ask(o, {{3, 1}, {0, 2}});
}

void shares_need_not_be_round(observation& o)
{
    ask(o, {{1, 2, 0}, {3, 4, 3}, {5, 0, 6}});
}

void a_class_may_have_one_image(observation& o)
{
    ask(o, {{1, 0, 0}, {1, 0, 0}, {0, 1, 1}});
}

// Rows that add up to a power of two, and one of zeros.
void any_counts_will_do(observation& o, draws& any)
{
    table counts(4, std::vector<int>(4, 0));
    for (std::size_t i = 0; i < 3; ++i) {
        int left = std::vector<int>{64, 32, 128}[i];
        for (std::size_t j = 0; j < 4; ++j) {
            counts[i][j] = j == i ? 0 : static_cast<int>(any.whole(1, 9));
            left -= counts[i][j];
        }
        counts[i][i] = left;
    }
    ask(o, counts);
}

// ## 12.3
void ask(observation& o, const std::vector<values>& z,
         const std::vector<int>& right, int k)
{
    for (std::size_t n = 0; n < z.size(); ++n) {
        o.give("z of sample " + std::to_string(n + 1) + " ", z[n]);
    }
    o.give("right ", right, "k", k);
    o.see("number of samples", among_the_best(z, right, k));
}

void the_example_comes_out(observation& o)
{
    ask(o, {{1, 5, 3}, {4, 2, 9}}, {2, 1}, 2);
}

void an_equal_output_is_not_larger(observation& o)
{
    ask(o, {{4, 4}}, {1}, 1);
}

void outputs_are_not_rounded(observation& o)
{
    ask(o, {{0.25, 0.75}}, {0}, 1);
    ask(o, {{1, 1 + 0x1p-30}, {1 + 0x1p-30, 1}}, {0, 0}, 1);
}

// Let the right class be the k-th best, and another one equal to it.
void put_a_tie(values& z, int& right, std::size_t k)
{
    values sorted = z;
    std::sort(sorted.rbegin(), sorted.rend());
    *std::find(z.begin(), z.end(), sorted[k]) = sorted[k - 1];
    right = static_cast<int>(std::find(z.begin(), z.end(), sorted[k - 1]) -
                             z.begin());
}

// Several sets, because one number shows few of the mistakes.
void any_outputs_will_do(observation& o, draws& any)
{
    for (int set = 0; set < 6; ++set) {
        std::vector<values> z;
        std::vector<int> right;
        for (int n = 0; n < 9; ++n) {
            z.push_back(any.wholes(5));
            right.push_back(static_cast<int>(any.whole(1, 5)) - 1);
        }
        const int k = 1 + set % 3;
        put_a_tie(z[0], right[0], static_cast<std::size_t>(k));
        ask(o, z, right, k);
    }
}
