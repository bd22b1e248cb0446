#include "judge/product.hpp"

#include <boost/test/unit_test.hpp>

using namespace chainrule::judge;

namespace {

// Ten sites of three features, and a target made from them.
struct ten_sites {
    std::vector<feature> features{
        {"w", 1, {2, 3, 5, 7, -2, -3, -5, -7, 4, 9}},
        {"x", 1, {11, -4, 3, 8, 6, 2, 9, -5, 7, 10}},
        {"t", 1, {5, 6, -7, 2, 3, -9, 4, 8, -6, 13}}};

    template <class Of>
    target made(Of of) const
    {
        target t;
        for (std::size_t s = 0; s < 10; ++s) {
            t.values.push_back(of(features[0].values[s],
                                  features[1].values[s],
                                  features[2].values[s]));
            t.slack.push_back(1e-9);
            t.probes.push_back(s);
        }
        t.drawn = 10;
        return t;
    }
    product_search search(const target& t) const
    {
        return {features, telling_sites(t, features).value()};
    }
};

using factors = std::vector<std::pair<std::size_t, int>>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(products, ten_sites)

BOOST_AUTO_TEST_CASE(a_factor_is_found_with_its_constant)
{
    const target t = made([](double, double x, double) { return -2 * x; });
    const auto p = search(t).explain(t, 2);
    BOOST_TEST_REQUIRE(p.has_value());
    BOOST_TEST(p->constant == -2);
    BOOST_TEST((p->factors == factors{{1, 1}}));
}

BOOST_AUTO_TEST_CASE(four_factors_are_found_and_no_more_are_looked_for)
{
    const target t =
        made([](double w, double x, double y) { return w * w * x / y; });
    BOOST_TEST(!search(t).explain(t, 3).has_value());
    const auto p = search(t).explain(t, 4);
    BOOST_TEST_REQUIRE(p.has_value());
    auto found = p->factors;
    std::sort(found.begin(), found.end());
    BOOST_TEST((found == factors{{0, 2}, {1, 1}, {2, -1}}));
}

BOOST_AUTO_TEST_CASE(a_sum_of_two_products_is_found)
{
    const target t =
        made([](double w, double x, double y) { return w * x - 2 * y; });
    BOOST_TEST(!search(t).explain(t, 4).has_value());
    const auto both = search(t).explain_by_two(t);
    BOOST_TEST_REQUIRE(both.has_value());
    BOOST_TEST(holds(both->first, both->second, features, t));
}

BOOST_AUTO_TEST_CASE(one_site_that_differs_refutes)
{
    target t = made([](double w, double, double) { return w; });
    const auto p = search(t).explain(t, 2);
    BOOST_TEST_REQUIRE(p.has_value());
    t.values[9] += 0.001;
    BOOST_TEST(!holds(*p, features, t));
}

BOOST_AUTO_TEST_CASE(seven_sites_show_nothing)
{
    target t = made([](double w, double, double) { return w; });
    const product p{1, {{0, 1}}, 1};
    BOOST_TEST(holds(p, features, t));
    t.values[0] = t.values[1] = t.values[2] = 0;
    features[0].values[0] = features[0].values[1] = 0;
    features[0].values[2] = 0;
    BOOST_TEST(!holds(p, features, t));
}

BOOST_AUTO_TEST_CASE(eight_sites_of_one_probe_show_nothing)
{
    target t = made([](double w, double, double) { return w; });
    std::fill(t.probes.begin(), t.probes.end(), 1);
    BOOST_TEST(!holds({1, {{0, 1}}, 1}, features, t));
}

BOOST_AUTO_TEST_CASE(a_divisor_that_is_often_0_explains_nothing)
{
    target t = made([](double, double x, double) { return x; });
    features[0].values = {1, 0, 1, 0, 1, 0, 1, 1, 1, 1};
    BOOST_TEST(!holds({1, {{1, 1}, {0, -1}}, 2}, features, t));
}

BOOST_AUTO_TEST_CASE(plain_constants_are_fractions_of_small_numbers)
{
    BOOST_TEST(is_plain(-1.5));
    BOOST_TEST(is_plain(1.0 / 3));
    BOOST_TEST(!is_plain(24));
    BOOST_TEST(!is_plain(0.7071));
    BOOST_TEST(!is_plain(0));
}

BOOST_AUTO_TEST_SUITE_END()
