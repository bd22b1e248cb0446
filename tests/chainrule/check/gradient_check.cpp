#include "chainrule/check/gradient_check.hpp"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "chainrule/numbers/dual.hpp"

using namespace chainrule;

namespace {

using vector = std::vector<double>;

// A random function of some parameters: hidden units of several kinds on a
// random combination of them. With kinks, some units are max(0, z).
struct random_function {
    enum class unit { tanh, square, exp, relu };
    std::vector<unit> units;
    std::vector<vector> weights;  // one row a unit, the bias last
    vector out;

    template <field T>
    T operator()(const std::vector<T>& x) const
    {
        using std::exp;
        using std::tanh;
        T sum(0);
        for (std::size_t u = 0; u < units.size(); ++u) {
            T z(weights[u].back());
            for (std::size_t i = 0; i < x.size(); ++i) {
                z = z + T(weights[u][i]) * x[i];
            }
            T a(0);
            switch (units[u]) {
            case unit::tanh:
                a = tanh(z);
                break;
            case unit::square:
                a = z * z;
                break;
            case unit::exp:
                a = exp(z);
                break;
            case unit::relu:
                a = z < T(0) ? T(0) : z;
                break;
            }
            sum = sum + T(out[u]) * a;
        }
        return sum;
    }
    double operator()(std::span<const double> x) const
    {
        return (*this)(vector(x.begin(), x.end()));
    }
};

using engine_type = boost::random::mt19937_64;

double between(double low, double high, engine_type& engine)
{
    return boost::random::uniform_real_distribution<double>(low,
                                                            high)(engine);
}

int pick(int below, engine_type& engine)
{
    return boost::random::uniform_int_distribution<int>(0, below - 1)(engine);
}

random_function any_function(std::size_t parameters, int kinds,
                             engine_type& engine)
{
    random_function f;
    const int units = 1 + pick(5, engine);
    for (int u = 0; u < units; ++u) {
        f.units.push_back(
            static_cast<random_function::unit>(pick(kinds, engine)));
        vector row(parameters + 1);
        for (double& w : row) {
            w = between(-1.5, 1.5, engine);
        }
        f.weights.push_back(row);
        f.out.push_back(between(-2, 2, engine));
    }
    return f;
}

vector any_point(std::size_t parameters, engine_type& engine)
{
    vector x(parameters);
    for (double& value : x) {
        value = between(-1.5, 1.5, engine);
    }
    return x;
}

// The truth: dual numbers, which have no step.
vector gradient_of(const random_function& f, const vector& x)
{
    vector g;
    for (std::size_t i = 0; i < x.size(); ++i) {
        std::vector<dual<double>> moving;
        for (std::size_t k = 0; k < x.size(); ++k) {
            moving.push_back(dual<double>(x[k], k == i ? 1.0 : 0.0));
        }
        g.push_back(f(moving).slope);
    }
    return g;
}

// The verdicts in the order of the parameters.
std::vector<verdict> verdicts(const gradient_report& report)
{
    std::vector<verdict> all(report.parameters.size());
    for (const parameter_check& c : report.parameters) {
        all[c.index] = c.found;
    }
    return all;
}

// Whether it would pass if the tolerance were so many times what it is.
bool within(double times, const parameter_check& c)
{
    return std::abs(c.analytic - c.numeric) <= times * c.tolerance;
}

gradient_report check_at(const scalar_function& f, vector x, vector g)
{
    return check_gradient(f, x, g);
}

verdict check_in_one(const std::function<double(double)>& f, double x,
                     double g)
{
    return check_at([&](std::span<const double> p) { return f(p[0]); }, {x},
                    {g})
        .parameters.front()
        .found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gradient_checks)

BOOST_AUTO_TEST_CASE(a_parabola_by_hand)
{
    const auto square = [](double x) { return x * x; };
    BOOST_TEST((check_in_one(square, 3, 6) == verdict::ok));
    BOOST_TEST((check_in_one(square, 3, 6.000001) == verdict::wrong));
    BOOST_TEST((check_in_one(square, 3, -6) == verdict::wrong));
    BOOST_TEST((check_in_one(square, 3, 0) == verdict::wrong));
}

BOOST_AUTO_TEST_CASE(no_false_alarm_in_ten_thousand_functions)
{
    engine_type engine(501);
    int alarms = 0;
    int with_half_the_factor = 0;
    for (int round = 0; round < 10000; ++round) {
        const auto n = static_cast<std::size_t>(1 + pick(3, engine));
        const auto f = any_function(n, round % 2 == 0 ? 3 : 4, engine);
        const vector x = any_point(n, engine);
        const auto report = check_at(f, x, gradient_of(f, x));
        alarms += report.passed() ? 0 : 1;
        with_half_the_factor +=
            std::any_of(report.parameters.begin(), report.parameters.end(),
                        [](const auto& c) {
                            return c.found == verdict::ok && !within(0.5, c);
                        });
    }
    BOOST_TEST(alarms == 0);
    // The factor of the tolerance is not larger than need be.
    BOOST_TEST(with_half_the_factor > 0);
}

BOOST_AUTO_TEST_CASE(an_error_of_a_millionth_is_found_in_smooth_functions)
{
    engine_type engine(502);
    int missed = 0;
    int missed_with_eight_times_the_factor = 0;
    int tried = 0;
    while (tried < 1000) {
        const auto n = static_cast<std::size_t>(1 + pick(3, engine));
        const auto f = any_function(n, 3, engine);
        const vector x = any_point(n, engine);
        vector g = gradient_of(f, x);
        const auto i =
            static_cast<std::size_t>(pick(static_cast<int>(n), engine));
        if (std::abs(g[i]) < 0.1) {
            continue;  // relative to nothing, a millionth is nothing
        }
        ++tried;
        g[i] *= 1 + 1e-6;
        const auto report = check_at(f, x, g);
        missed += verdicts(report)[i] == verdict::wrong ? 0 : 1;
        for (const parameter_check& c : report.parameters) {
            missed_with_eight_times_the_factor +=
                c.index == i && within(8, c) ? 1 : 0;
        }
    }
    BOOST_TEST(missed == 0);
    BOOST_TEST(missed_with_eight_times_the_factor > 0);
}

BOOST_AUTO_TEST_CASE(a_kink_is_recognised_and_any_slope_between_passes)
{
    const auto hinge = [](double x) { return x < 0 ? 0.0 : x; };
    for (const double g : {0.0, 0.5, 1.0}) {
        BOOST_TEST((check_in_one(hinge, 0, g) == verdict::kink));
    }
    BOOST_TEST((check_in_one(hinge, 0, 1.5) == verdict::wrong));
    BOOST_TEST((check_in_one(hinge, 0, -0.5) == verdict::wrong));
    const auto size = [](double x) { return std::abs(x); };
    BOOST_TEST((check_in_one(size, 0, -1) == verdict::kink));
}

BOOST_AUTO_TEST_CASE(a_kink_is_reported_with_its_nearer_slope_and_its_jump)
{
    const auto hinge = [](std::span<const double> p) {
        return p[0] < 0 ? 0.0 : 3 * p[0];
    };
    const auto slope_beside = [&](double g) {
        const auto report = check_at(hinge, {0}, {g});
        BOOST_TEST(report.parameters[0].tolerance == 3.0);
        return report.parameters[0].numeric;
    };
    BOOST_TEST(slope_beside(-5) == 0.0);
    BOOST_TEST(slope_beside(1.25) == 0.0);
    BOOST_TEST(slope_beside(1.75) == 3.0);
    BOOST_TEST(slope_beside(5) == 3.0);
}

// On a hill this high the jump of a kink stands out of the round-off at six
// steps, and on one twice as high at five, which is too few. All sums here are
// exact.
BOOST_AUTO_TEST_CASE(a_kink_is_believed_after_six_steps)
{
    const auto hinge_at = [](double height) {
        return [height](double x) { return height + (x < 0 ? 0.0 : x); };
    };
    const double six = std::floor(0.9 * 0x1p34);
    BOOST_TEST((check_in_one(hinge_at(six), 0, 0) == verdict::kink));
    BOOST_TEST((check_in_one(hinge_at(2 * six), 0, 0) == verdict::wrong));
}

BOOST_AUTO_TEST_CASE(a_kink_close_by_is_no_kink_here)
{
    const auto hinge = [](double x) { return x < 0 ? 0.0 : x; };
    for (const double x : {1e-1, 1e-3, 1e-5}) {
        BOOST_TEST((check_in_one(hinge, x, 1) == verdict::ok));
        BOOST_TEST((check_in_one(hinge, -x, 0) == verdict::ok));
        BOOST_TEST((check_in_one(hinge, x, 0) == verdict::wrong));
        BOOST_TEST((check_in_one(hinge, -x, 1) == verdict::wrong));
    }
}

BOOST_AUTO_TEST_CASE(a_gradient_of_zero_is_compared_as_well)
{
    const auto flat = [](double) { return 0.0; };
    BOOST_TEST((check_in_one(flat, 1, 0) == verdict::ok));
    BOOST_TEST((check_in_one(flat, 1, 1e-300) == verdict::wrong));
    const auto square = [](double x) { return x * x; };
    BOOST_TEST((check_in_one(square, 0, 0) == verdict::ok));
    BOOST_TEST((check_in_one(square, 0, 1e-6) == verdict::wrong));
}

BOOST_AUTO_TEST_CASE(what_is_not_finite_is_said_and_does_not_pass)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const auto square = [](double x) { return x * x; };
    for (const double g : {nan, infinity, -infinity}) {
        BOOST_TEST((check_in_one(square, 3, g) == verdict::not_finite));
    }
    const auto broken = [&](double) { return nan; };
    BOOST_TEST((check_in_one(broken, 3, 6) == verdict::not_finite));
    const auto report =
        check_at([](std::span<const double> p) { return p[0]; }, {1}, {nan});
    BOOST_TEST(!report.passed());
}

BOOST_AUTO_TEST_CASE(a_function_that_ends_close_by_is_checked_all_the_same)
{
    const auto root = [](double x) { return std::sqrt(x); };
    BOOST_TEST((check_in_one(root, 0.01, 5) == verdict::ok));
    BOOST_TEST((check_in_one(root, 0.01, 5.01) == verdict::wrong));
    BOOST_TEST((check_in_one(root, 0, 5) == verdict::not_finite));
}

BOOST_AUTO_TEST_CASE(large_and_small_parameters_get_steps_of_their_size)
{
    const auto square = [](double x) { return x * x; };
    BOOST_TEST((check_in_one(square, 1e6, 2e6) == verdict::ok));
    BOOST_TEST((check_in_one(square, 1e6, 2.001e6) == verdict::wrong));
    BOOST_TEST((check_in_one(square, 1e-6, 2e-6) == verdict::ok));
    const auto slow = [](double x) { return std::sin(x / 1e6); };
    const double slope = std::cos(1.0) / 1e6;
    BOOST_TEST((check_in_one(slow, 1e6, slope) == verdict::ok));
    BOOST_TEST(
        (check_in_one(slow, 1e6, slope * (1 + 1e-8)) == verdict::wrong));
}

BOOST_AUTO_TEST_CASE(the_worst_parameter_comes_first)
{
    const auto sum = [](std::span<const double> p) {
        return p[0] + 2 * p[1] + 3 * p[2];
    };
    const auto report = check_at(sum, {1, 1, 1}, {1, 2.1, -3});
    BOOST_TEST(report.parameters[0].index == 2u);
    BOOST_TEST(report.parameters[1].index == 1u);
    BOOST_TEST(report.parameters[2].index == 0u);
    BOOST_TEST(!report.passed());
}

BOOST_AUTO_TEST_CASE(relative_error_is_zero_for_two_zeros)
{
    BOOST_TEST(parameter_check{}.relative_error() == 0.0);
    BOOST_TEST((parameter_check{0, 1, -1}.relative_error() == 2.0));
    BOOST_TEST((parameter_check{0, 0, 4}.relative_error() == 1.0));
}

// std::max takes no notice of a NaN that is its second argument.
BOOST_AUTO_TEST_CASE(relative_error_to_no_number_is_no_number)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    BOOST_TEST(std::isnan(parameter_check{0, 0, nan}.relative_error()));
    BOOST_TEST(std::isnan(parameter_check{0, nan, 0}.relative_error()));
    BOOST_TEST(std::isnan(parameter_check{0, nan, nan}.relative_error()));
}

BOOST_AUTO_TEST_CASE(the_report_is_a_table)
{
    std::ostringstream out;
    out << check_at([](std::span<const double> p) { return 2 * p[0]; }, {1},
                    {-2});
    BOOST_TEST(out.str() ==
               "parameter      analytic       numeric  relative  verdict\n"
               "        0  -2.00000e+00   2.00000e+00   2.0e+00  wrong\n");
}

// The sign bit of what is no number differs between processors.
BOOST_AUTO_TEST_CASE(the_report_has_one_word_for_no_number)
{
    std::ostringstream out;
    out << check_at([](std::span<const double> p) { return p[0]; }, {1},
                    {-std::numeric_limits<double>::quiet_NaN()});
    BOOST_TEST(
        out.str() ==
        "parameter      analytic       numeric  relative  verdict\n"
        "        0           nan           nan       nan  not finite\n");
}

BOOST_AUTO_TEST_CASE(sizes_that_differ_are_refused_with_both)
{
    BOOST_CHECK_EXCEPTION(
        check_at([](std::span<const double>) { return 0.0; }, {1, 2}, {1}),
        std::invalid_argument, [](const std::exception& e) {
            return std::string(e.what()) ==
                   "check_gradient: 2 parameters and a gradient of 1; they "
                   "must be as many";
        });
}

BOOST_AUTO_TEST_SUITE_END()
