/// \file
/// What an answer gave, as named values, and how two such are compared.
#pragma once

#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chainrule::judge {

/// Where probes come from: the same numbers on every machine.
using random = boost::random::mt19937_64;

/// A number as a reader wants it: 3, -0.25, 1.5e+07.
/// \param value the number
/// \param most how many digits it may have; 17 tell any two numbers apart
std::string digits(double value, int most = 10);

/// A value under the name that the chapter gives it.
struct quantity {
    std::string name;
    double value = 0;
};

/// What an answer gave on one probe, in the order of the lesson.
struct observation {
    std::string probe;  ///< the numbers it was given, as "w = (3, 5), x = 2"
    std::vector<quantity> given;   ///< the same, one by one: w1, w2, x
    std::vector<quantity> values;  ///< what it gave

    /// Say which number was given.
    void give(const std::string& name, double value);
    /// Say which numbers were given, as "w1", "w2" and so on, or as "row 1",
    /// if the name ends in a space.
    template <class Values>
    void give_all(const std::string& name, const Values& v)
    {
        std::string list;
        for (std::size_t i = 0; i < v.size(); ++i) {
            given.push_back({name + std::to_string(i + 1), v[i]});
            list += (i == 0 ? "" : ", ") + digits(v[i]);
        }
        say(name, "(" + list + ")");
    }

    /// Add one value.
    void add(const std::string& name, double value);
    /// Add values that have names of their own.
    template <class Values>
    void add(const std::vector<std::string>& names, const Values& v)
    {
        for (std::size_t i = 0; i < names.size(); ++i) {
            add(names[i], v[i]);
        }
    }
    /// Add how many values there are, and then each as "dw1", "dw2" ...
    template <class Values>
    void add_all(const std::string& name, const Values& v)
    {
        add("number of values in " + name, static_cast<double>(v.size()));
        for (std::size_t i = 0; i < v.size(); ++i) {
            add(name + std::to_string(i + 1), v[i]);
        }
    }

private:
    void say(const std::string& name, const std::string& value);
};

/// Where two observations part.
struct difference {
    std::string name;
    double yours = 0, truth = 0;
    std::string probe;
};

/// Compare value by value, exactly. NaN differs from everything.
/// \return the first difference, or nothing
std::optional<difference> first_difference(const observation& yours,
                                           const observation& truth);

/// Whether one could be the other but for rounding. NaN equals NaN.
bool alike(const observation& a, const observation& b);

/// A whole number from a range without zero, as probes are made of: products
/// of a few are exact in double, and can be read.
double whole(random& engine, int least = -9, int most = 9);

/// Several of them, no two of the same size.
std::vector<double> wholes(random& engine, std::size_t n, int most = 9);

/// "(1, 2, 3)".
template <class Values>
std::string list(const Values& values)
{
    std::string text;
    for (const double v : values) {
        text += (text.empty() ? "(" : ", ") + digits(v);
    }
    return text.empty() ? "()" : text + ")";
}

}  // namespace chainrule::judge
