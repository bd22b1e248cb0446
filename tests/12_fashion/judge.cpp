#include "table.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <stdexcept>

#include "judge/expect.hpp"
#include "mistakes.hpp"

namespace chainrule::exercises {
namespace {

using judge::observation;

// ------------------------------------------------------------------ truth

// One byte after the other, each at its place value.
sizes true_dimensions(const bytes& file)
{
    const auto at = [&](std::size_t i) {
        if (i >= file.size()) {
            throw std::invalid_argument("too short");
        }
        return std::uint32_t{file[i]};
    };
    if (at(0) + at(1) != 0 || at(2) != 8) {
        throw std::invalid_argument("other bytes");
    }
    sizes all;
    for (std::size_t d = 0; d < at(3); ++d) {
        const std::size_t i = 4 + 4 * d;
        all.push_back(16777216 * at(i) + 65536 * at(i + 1) + 256 * at(i + 2) +
                      at(i + 3));
    }
    return all;
}

// Image by image.
values true_found(const counts& of)
{
    values shares;
    for (std::size_t i = 0; i < of.size(); ++i) {
        double images = 0;
        double found = 0;
        for (std::size_t j = 0; j < of.size(); ++j) {
            for (int image = 0; image < of[i][j]; ++image) {
                images += 1;
                found += i == j ? 1 : 0;
            }
        }
        shares.push_back(images > 0 ? found / images : 0);
    }
    return shares;
}

// By the place of the right class among the sorted outputs.
int true_best(const outputs& z, const std::vector<int>& right, int k)
{
    int count = 0;
    for (std::size_t n = 0; n < z.size(); ++n) {
        values sorted = z[n];
        std::sort(sorted.rbegin(), sorted.rend());
        const double own = z[n][static_cast<std::size_t>(right[n])];
        count +=
            std::find(sorted.begin(), sorted.end(), own) - sorted.begin() < k
                ? 1
                : 0;
    }
    return count;
}

// ----------------------------------------------------------- observations

void add_dimensions(observation& o, const table& table, const bytes& file,
                    const std::string& of)
{
    try {
        const sizes given = table.dimensions(file);
        o.add("whether the file is refused" + of, false);
        o.add_all("dimensions" + of + ", number ",
                  values(given.begin(), given.end()));
    } catch (const std::invalid_argument&) {
        o.add("whether the file is refused" + of, true);
    }
}

observation dimensions(const table& table, const bytes& file)
{
    observation o;
    o.give_all("byte ", values(file.begin(), file.end()));
    add_dimensions(o, table, file, "");
    return o;
}

// Several files, whole and spoiled.
observation observe_dimensions(const table& table, judge::random& engine)
{
    const auto any = [&] {
        return static_cast<std::uint8_t>(judge::whole(engine, 1, 9) * 27 +
                                         judge::whole(engine, 1, 9));
    };
    bytes two{0, 0, 8, 2};
    for (int i = 0; i < 8; ++i) {
        two.push_back(any());
    }
    bytes data = two;
    data.insert(data.end(), {any(), any(), any(), any(), any()});
    bytes one = two;
    one[3] = 1;
    bytes cut = two;
    cut.pop_back();
    bytes begun{0, 0, 8};
    bytes first = two;
    first[0] = any();
    bytes second = two;
    second[1] = any();
    bytes third = two;
    third[2] = 13;
    observation o;
    const std::vector<std::pair<const char*, bytes>> files{
        {"of two dimensions", two},
        {"with data", data},
        {"of one dimension", one},
        {"that is cut off", cut},
        {"of three bytes", begun},
        {"that begins otherwise", first},
        {"with another second byte", second},
        {"of other numbers", third},
        {"without bytes", {}}};
    for (const auto& [name, file] : files) {
        add_dimensions(o, table, file, std::string(" (file ") + name + ")");
    }
    return o;
}

observation found(const table& table, const counts& of)
{
    observation o;
    for (std::size_t i = 0; i < of.size(); ++i) {
        o.give_all("row " + std::to_string(i + 1) + " ",
                   values(of[i].begin(), of[i].end()));
    }
    o.add_all("share ", table.found(of));
    return o;
}

// Rows that add up to a power of two, and one of zeros.
observation observe_found(const table& table, judge::random& engine)
{
    const auto any = [&] {
        return static_cast<int>(judge::whole(engine, 1, 9));
    };
    counts of(4, std::vector<int>(4, 0));
    const std::vector<int> rows{64, 32, 128, 0};
    for (std::size_t i = 0; i < 3; ++i) {
        int left = rows[i];
        for (std::size_t j = 0; j < 4; ++j) {
            of[i][j] = j == i ? 0 : any();
            left -= of[i][j];
        }
        of[i][i] = left;
    }
    return found(table, of);
}

observation best(const table& table, const outputs& z,
                 const std::vector<int>& right, int k)
{
    observation o;
    for (std::size_t n = 0; n < z.size(); ++n) {
        o.give_all("z of sample " + std::to_string(n + 1) + " ", z[n]);
    }
    o.give_all("right ", values(right.begin(), right.end()));
    o.give("k", k);
    o.add("number of samples", table.best(z, right, k));
    return o;
}

// Let the right class be the k-th best, and another one equal to it.
void put_a_tie(values& z, int& right, int k)
{
    values sorted = z;
    std::sort(sorted.rbegin(), sorted.rend());
    const auto place = static_cast<std::size_t>(k);
    const auto at = [&](double value) {
        return std::find(z.begin(), z.end(), value);
    };
    *at(sorted[place]) = sorted[place - 1];
    right = static_cast<int>(at(sorted[place - 1]) - z.begin());
}

// Several sets, because one number shows few of the mistakes.
observation observe_best(const table& table, judge::random& engine)
{
    observation o;
    for (int set = 0; set < 6; ++set) {
        outputs z;
        std::vector<int> right;
        for (int n = 0; n < 9; ++n) {
            z.push_back(judge::wholes(engine, 5));
            right.push_back(static_cast<int>(judge::whole(engine, 1, 5)) - 1);
        }
        const int k = 1 + set % 3;
        put_a_tie(z[0], right[0], k);
        o.add("number of samples (set " + std::to_string(set + 1) +
                  ", k = " + std::to_string(k) + ")",
              table.best(z, right, k));
    }
    return o;
}

judge::chapter<table>& the_chapter()
{
    static judge::chapter<table> c(
        given_answers(), {true_dimensions, true_found, true_best},
        {{"12.1",
          "dimensions(file), with file of type std::vector<std::uint8_t>; "
          "returns std::vector<std::uint32_t>",
          [](const table& t) { return t.dimensions != nullptr; },
          observe_dimensions},
         {"12.2",
          "share_found(counts), with counts of type "
          "std::vector<std::vector<int>>; returns std::vector<double>",
          [](const table& t) { return t.found != nullptr; }, observe_found},
         {"12.3",
          "among_the_best(z, right, k), with z of type "
          "std::vector<std::vector<double>>, right of type "
          "std::vector<int>, k of type int; returns int",
          [](const table& t) { return t.best != nullptr; }, observe_best}},
        mistakes());
    return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exercise_12_1)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), dimensions,
                            bytes{0, 0, 8, 2, 0, 0, 1, 4, 0, 0, 0, 3});
}

BOOST_AUTO_TEST_CASE(a_file_that_is_cut_off_is_refused)
{
    judge::expect_the_truth(the_chapter(), dimensions,
                            bytes{0, 0, 8, 2, 0, 0, 1, 4, 0, 0, 0});
}

BOOST_AUTO_TEST_CASE(any_file_will_do)
{
    judge::compare_on_probes(the_chapter(), "12.1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_12_2)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), found, counts{{3, 1}, {0, 2}});
}

BOOST_AUTO_TEST_CASE(any_counts_will_do)
{
    judge::compare_on_probes(the_chapter(), "12.2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exercise_12_3)

BOOST_AUTO_TEST_CASE(the_example_comes_out)
{
    judge::expect_the_truth(the_chapter(), best,
                            outputs{{1, 5, 3}, {4, 2, 9}},
                            std::vector<int>{2, 1}, 2);
}

BOOST_AUTO_TEST_CASE(an_equal_output_is_not_larger)
{
    judge::expect_the_truth(the_chapter(), best, outputs{{4, 4}},
                            std::vector<int>{1}, 1);
}

BOOST_AUTO_TEST_CASE(any_outputs_will_do)
{
    judge::compare_on_probes(the_chapter(), "12.3");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chainrule::exercises

chainrule::judge::judged& chainrule::judge::the_judged()
{
    return exercises::the_chapter();
}
