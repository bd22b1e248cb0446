/// \file
/// Which product of known numbers gives a number, everywhere.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chainrule::judge {

/// A number that may explain another: its name in the lesson, and its value
/// at every site.
struct feature {
    std::string name;
    double cost = 1;  ///< what it adds to the length of an explanation
    std::vector<double> values;
};

/// A number to be explained, at every site, and how exact it is.
struct target {
    std::vector<double> values;
    std::vector<double> slack;        ///< of size 1e-11 of what it comes from
    std::vector<std::size_t> probes;  ///< where each site was seen
    /// So many sites, from the first, are on drawn numbers. On the others it
    /// is as exact, but may be not a number.
    std::size_t drawn = 0;
    std::vector<std::size_t> untestable{};  ///< sites, in ascending order
};

/// A constant times powers of features.
struct product {
    double constant = 1;
    std::vector<std::pair<std::size_t, int>> factors;  ///< feature, power
    double cost = 0;
};

/// A sum of two.
struct sum_of_products {
    product first, second;
    double cost = 0;
};

/// Finds products of the lowest cost. All that it finds holds at every site
/// where it can be tested, at 8 of them at least and on 4 probes, with sides
/// that are not 0.
///
/// A product of four factors is found as a product of two, which equals the
/// number divided by a product of two. So all products of two are kept by
/// what they are at five sites, but for a constant.
class product_search {
public:
    /// \param features not constant, and no two alike
    /// \param sites five of them, where no number to be explained is 0
    product_search(const std::vector<feature>& features,
                   const std::array<std::size_t, 5>& sites);

    /// \param t what is to be explained
    /// \param degree how many factors at most, 0 to 4
    std::optional<product> explain(const target& t, int degree) const;

    /// The same as a sum of two products without divisors, of two factors at
    /// most each.
    std::optional<sum_of_products> explain_by_two(const target& t) const;

private:
    using five = std::array<double, 5>;
    struct pair_of {
        std::array<std::int16_t, 2> features{-1, -1};
        std::array<std::int8_t, 2> powers{0, 0};
        int degree = 0;
        double cost = 0;
        five at{1, 1, 1, 1, 1};

        /// Whether there are factors, and no divisors.
        bool is_whole() const
        {
            return degree > 0 && powers[0] > 0 && powers[1] >= 0;
        }
    };
    pair_of times(const pair_of& p, std::size_t f, int power) const;
    void add(const pair_of& p);
    product joined(const pair_of& a, const pair_of* b, const five& t) const;
    template <class See>
    void with_ratio(const five& t, See see) const;
    void offer(const target& t, const pair_of& a, const pair_of* b,
               const five& at, std::optional<product>& best) const;

    template <class Make>
    void offer_two(const target& t, const five& at, const five& first,
                   Make make, std::optional<sum_of_products>& best) const;

    const std::vector<feature>* features_;
    std::array<std::size_t, 5> sites_;
    std::vector<pair_of> pairs_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> by_ratio_;
};

/// Whether a product holds, and is tested often enough.
bool holds(const product& p, const std::vector<feature>& features,
           const target& t);

/// The same of a sum.
bool holds(const product& p, const product& q,
           const std::vector<feature>& features, const target& t);

/// Whether a site is one to look for products by: where the target is a
/// number, and not 0.
bool shows(const target& t, std::size_t site);

/// Five sites on different probes, as far as there are, where a number is not
/// 0 and few features are.
std::optional<std::array<std::size_t, 5>>
telling_sites(const target& t, const std::vector<feature>& features);

/// What a constant adds to the length of an explanation.
double cost_of(double constant);

/// Whether a constant is one that a formula may have: a fraction of small
/// numbers.
bool is_plain(double constant);

}  // namespace chainrule::judge
