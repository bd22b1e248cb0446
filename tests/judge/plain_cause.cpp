#include "judge/plain_cause.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

using namespace chainrule::judge;

namespace {

// Ten probes with whole numbers, and what an answer makes of the true values.
template <class Wrong>
std::optional<std::string> cause_of(Wrong wrong)
{
    evidence e;
    for (int p = 0; p < 10; ++p) {
        observation o;
        o.give("w", std::vector<double>{p + 1.0, 7.0 - 2 * p, 30.0 + p});
        o.see("new w", std::vector<double>{2.0 * p + 1, p - 20.5, 9.0 + p});
        e.scenes.emplace_back(o.instances[0], e.scenes.size());
        std::vector<double> values = e.scenes.back().truth[1].values;
        wrong(values, e.scenes.back().told[0].values);
        observation yours;
        yours.see("new w", values);
        e.yours.push_back(variables_of(yours.instances[0].values));
    }
    e.drawn = 10;
    return plain_cause(e, "new w");
}

using list_of = std::vector<double>;

// Ten instances, two of them with a half in them.
template <class Wrong>
std::optional<std::string> narrow(Wrong wrong)
{
    std::vector<instance> truth;
    std::vector<instance> yours;
    for (int p = 0; p < 10; ++p) {
        observation o;
        o.give("x", p < 8 ? p + 1.0 : p + 0.7);
        o.see("y", 3 * o.instances[0].given[0].value);
        truth.push_back(o.instances[0]);
        yours.push_back(o.instances[0]);
        yours.back().values[0].value = wrong(truth.back().given[0].value);
    }
    return narrow_numbers(yours, truth);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_causes)

BOOST_AUTO_TEST_CASE(a_right_answer_has_none)
{
    BOOST_TEST(!cause_of([](list_of&, const list_of&) {}).has_value());
    BOOST_TEST(!narrow([](double x) { return 3 * x; }).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_always_0_is_told)
{
    BOOST_TEST(cause_of([](list_of& v, const list_of&) {
                   v = {0, 0, 0};
               }).value() == "yours is always 0");
}

BOOST_AUTO_TEST_CASE(a_list_in_reversed_order_is_told)
{
    BOOST_TEST(cause_of([](list_of& v, const list_of&) {
                   std::swap(v[0], v[2]);
               }).value() == "yours has the right values in reversed order");
    BOOST_TEST(cause_of([](list_of& v, const list_of&) {
                   std::swap(v[0], v[1]);
               }).value() == "yours has the right values in another order");
}

BOOST_AUTO_TEST_CASE(what_has_not_moved_is_told)
{
    BOOST_TEST(
        cause_of([](list_of& v, const list_of& w) { v = w; }).value() ==
        "yours is what was given, as if nothing had moved");
}

BOOST_AUTO_TEST_CASE(what_holds_on_nine_of_ten_probes_is_not_told)
{
    BOOST_TEST(!cause_of([](list_of& v, const list_of& w) {
                    v = w[0] == 3 ? list_of{1, 0, 0} : list_of{0, 0, 0};
                }).has_value());
}

BOOST_AUTO_TEST_CASE(numbers_kept_in_an_int_are_recognised)
{
    const auto cause = narrow([](double x) { return 3 * std::trunc(x); });
    BOOST_TEST_REQUIRE(cause.has_value());
    BOOST_TEST(cause->find("int") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(numbers_kept_in_a_float_are_recognised)
{
    const auto cause = narrow([](double x) {
        return static_cast<double>(3 * static_cast<float>(x));
    });
    BOOST_TEST_REQUIRE(cause.has_value());
    BOOST_TEST(cause->find("float") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_on_whole_numbers_is_not_kept_in_an_int)
{
    BOOST_TEST(!narrow([](double x) { return 3 * x + 1; }).has_value());
}

BOOST_AUTO_TEST_CASE(a_division_of_whole_numbers_is_found_in_the_code)
{
    BOOST_TEST(integer_division("return 1 / 3 * d;").value() ==
               "1 / 3 is 0: whole numbers divided give a whole number");
    BOOST_TEST(integer_division("T(4/3)").has_value());
    BOOST_TEST(integer_division("T(1 / x.size())").value() ==
               "1 / x.size() is 0 if there are more than one: whole numbers "
               "divided give a whole number");
    BOOST_TEST(!integer_division("1.0 / x.size()").has_value());
}

BOOST_AUTO_TEST_CASE(a_division_that_comes_out_even_is_none)
{
    BOOST_TEST(!integer_division("return 6 / 3;").has_value());
    BOOST_TEST(!integer_division("return d * 1 / 2;").has_value());
    BOOST_TEST(!integer_division("return d *\n    4 / 3;").has_value());
    BOOST_TEST(!integer_division("return d / 1 / 2;").has_value());
    BOOST_TEST(!integer_division("return 1.0 / 3;").has_value());
    BOOST_TEST(!integer_division("return 1 / 3.0;").has_value());
    BOOST_TEST(!integer_division("return x1 / 3;").has_value());
    BOOST_TEST(!integer_division("return T(1) / T(3);").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
