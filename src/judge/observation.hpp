/// \file
/// What an answer gave, as named values, and how two such are compared.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chainrule::judge {

/// A number as a reader wants it: 3, -0.25, 1.5e+07.
/// \param value the number
/// \param most how many digits it may have; 17 tell any two numbers apart
std::string digits(double value, int most = 10);

/// "(1, 2, 3)".
template <class Values>
std::string list(const Values& values)
{
    std::string text;
    for (const auto& v : values) {
        text += (text.empty() ? "(" : ", ") + digits(static_cast<double>(v));
    }
    return text.empty() ? "()" : text + ")";
}

/// A matrix: anything with rows, columns and an entry for each pair.
template <class M>
concept grid = requires(const M& m)
{
    m.rows() + m.cols();
    m(0, 0) + 1.0;
};

/// A value under the name that the chapter gives it.
struct quantity {
    std::string name;
    double value = 0;
};

/// What an answer was given at once, and what it made of that, in the order
/// of the lesson.
struct instance {
    std::string probe;  ///< the numbers it was given, as "w = (3, 5), x = 2"
    std::vector<quantity> given;   ///< the same, one by one: w1, w2, x
    std::vector<quantity> values;  ///< what it gave
};

/// What an answer gave when it was asked a question, which may be about
/// several instances: whatever is given after a value was seen begins the
/// next one.
class observation {
public:
    /// \param of_truth whether the truth is asked: its claims all hold
    explicit observation(bool of_truth = false) : of_truth_(of_truth) {}

    /// Say what was given: names, each with a number, with numbers that are
    /// "w1", "w2" and so on ("row 1", if the name ends in a space), or with a
    /// matrix.
    template <class Value, class... More>
    void give(const std::string& name, const Value& v, const More&... more)
    {
        if constexpr (std::convertible_to<Value, double>) {
            give_one(name, static_cast<double>(v));
            say(name, digits(static_cast<double>(v)));
        } else if constexpr (grid<Value>) {
            give_grid(name, v);
        } else {
            std::size_t i = 0;
            for (const auto& each : v) {
                give_one(name + std::to_string(++i),
                         static_cast<double>(each));
            }
            say(name, list(v));
        }
        if constexpr (sizeof...(more) > 0) {
            give(more...);
        }
    }

    /// Say what was given that is no number: "f", "a plane".
    void say(const std::string& name, const std::string& what);

    /// Note what an answer gave: a value; how many values there are, and then
    /// each as "dw1", "dw2"; or a matrix with its sizes.
    template <class Value>
    void see(const std::string& name, const Value& v)
    {
        if constexpr (std::convertible_to<Value, double>) {
            see_one(name, static_cast<double>(v));
        } else if constexpr (grid<Value>) {
            see_grid(name, v);
        } else {
            see_one("number of values in " + name,
                    static_cast<double>(v.size()));
            std::size_t i = 0;
            for (const auto& each : v) {
                see_one(name + std::to_string(++i),
                        static_cast<double>(each));
            }
        }
    }

    /// Note values that have names of their own.
    template <class Values>
    void see(const std::vector<std::string>& names, const Values& v)
    {
        for (std::size_t i = 0; i < names.size(); ++i) {
            see_one(names[i], static_cast<double>(v[i]));
        }
    }

    /// Note whether something holds that is true by the text of the exercise,
    /// as a bound on the work: of the truth it is true whatever it does.
    /// \param what a name that begins with "whether "
    void claim(const std::string& what, bool holds)
    {
        see_one(what, of_truth_ || holds ? 1 : 0);
    }

    /// All that was noted.
    std::vector<instance> instances;

private:
    instance& current();
    void give_one(const std::string& name, double value);
    void see_one(const std::string& name, double value);

    template <class M>
    void give_grid(const std::string& name, const M& m)
    {
        std::string text;
        for (std::size_t i = 0; i < m.rows(); ++i) {
            text += i == 0 ? "(" : "; ";
            for (std::size_t j = 0; j < m.cols(); ++j) {
                text += (j == 0 ? "" : " ") + digits(m(i, j));
                give_one(entry(name, i, j), m(i, j));
            }
        }
        say(name, text + ")");
    }

    template <class M>
    void see_grid(const std::string& name, const M& m)
    {
        see_one("number of rows of " + name, static_cast<double>(m.rows()));
        see_one("number of columns of " + name,
                static_cast<double>(m.cols()));
        for (std::size_t i = 0; i < m.rows(); ++i) {
            for (std::size_t j = 0; j < m.cols(); ++j) {
                see_one(entry(name, i, j), m(i, j));
            }
        }
    }

    static std::string entry(const std::string& name, std::size_t i,
                             std::size_t j);

    bool of_truth_;
};

/// Where two observations part.
struct difference {
    std::string name;
    double yours = 0, truth = 0;
    std::string probe;  ///< what was given there
};

/// Whether a value is the true one but for rounding: within 1e-11 of the
/// scale, which is some 50 000 roundings of a double. Counts and answers of
/// yes or no must be equal. NaN is no right value, and infinity is only like
/// itself.
/// \param name of the value
/// \param scale the size of the largest true value beside it
bool is_right(const std::string& name, double yours, double truth,
              double scale);

/// Compare value by value, as `is_right` does.
/// \return the first difference, or nothing. A value that is missing is NaN.
std::optional<difference>
first_difference(const std::vector<instance>& yours,
                 const std::vector<instance>& truth);

/// Whether one could be the other but for rounding. Here NaN is like NaN.
bool alike(const std::vector<instance>& a, const std::vector<instance>& b);

/// Whether the names of all values are those of the truth, as far as both go,
/// and there are no more of them. A reply that names others was not written
/// by the plumbing of the exercise.
bool has_names_of(const std::vector<instance>& yours,
                  const std::vector<instance>& truth);

}  // namespace chainrule::judge
