/// \file
/// What an answer gave, as named values, and how two such are compared.
#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chainrule::judge {

/// A number as a reader wants it: 3, -0.25, 1.5e+07.
/// \param value the number
/// \param most how many digits it may have; 17 tell any two numbers apart
std::string digits(double value, int most = 10);

/// The shortest text that reads back as the same number.
std::string exact(double value);

/// "(1, 2, 3)", each as `exact` has it.
std::string list(const std::vector<double>& values);

// What follows is compiled with every answer, so it hands plain numbers over to
// functions that are compiled once.
namespace detail {

inline const std::vector<double>& as_doubles(const std::vector<double>& v)
{
    return v;
}

template <class Values>
std::vector<double> as_doubles(const Values& values)
{
    std::vector<double> all;
    for (const auto& v : values) {
        all.push_back(static_cast<double>(v));
    }
    return all;
}

}  // namespace detail

/// The same for numbers of another type.
template <class Values>
std::string list(const Values& values)
{
    return list(detail::as_doubles(values));
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

/// A call of a function that an answer was given.
struct call {
    std::string of;            ///< the function, as "f"
    std::vector<double> with;  ///< its argument, a number or a list
};

/// What an answer was given at once, and what it made of that, in the order
/// of the lesson.
struct instance {
    std::string probe;  ///< the numbers it was given, as "w = (3, 5), x = 2"
    std::vector<quantity> given;   ///< the same, one by one: w1, w2, x
    std::vector<quantity> known;   ///< the lesson's intermediates: y, z1, z2
    std::vector<quantity> values;  ///< what it gave
    /// The calls that it made, in their order; nothing if that is not known.
    std::optional<std::vector<call>> calls{std::in_place};
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
    void give(std::string_view name, const Value& v, const More&... more)
    {
        if constexpr (std::convertible_to<Value, double>) {
            give_number(name, static_cast<double>(v));
        } else if constexpr (grid<Value>) {
            give_matrix(name, entries_of(v),
                        static_cast<std::size_t>(v.cols()));
        } else {
            give_numbers(name, detail::as_doubles(v));
        }
        if constexpr (sizeof...(more) > 0) {
            give(more...);
        }
    }

    /// Say what was given that is no number: "f", "a plane".
    void say(std::string_view name, std::string_view what);

    /// Note what an answer gave: a value; how many values there are, and then
    /// each as "dw1", "dw2"; or a matrix with its sizes.
    template <class Value>
    void see(std::string_view name, const Value& v)
    {
        if constexpr (std::convertible_to<Value, double>) {
            see_number(name, static_cast<double>(v));
        } else if constexpr (grid<Value>) {
            see_matrix(name, entries_of(v),
                       static_cast<std::size_t>(v.rows()),
                       static_cast<std::size_t>(v.cols()));
        } else {
            see_numbers(name, detail::as_doubles(v));
        }
    }

    /// Note values that have names of their own.
    template <class Values>
    void see(std::initializer_list<const char*> names, const Values& v)
    {
        std::size_t i = 0;
        for (const char* name : names) {
            see_number(name, static_cast<double>(v[i++]));
        }
    }

    /// Note whether something holds that is true by the text of the exercise,
    /// as a bound on the work: of the truth it is true whatever it does.
    /// \param what a name that begins with "whether "
    void claim(std::string_view what, bool holds)
    {
        see_number(what, of_truth_ || holds ? 1 : 0);
    }

    /// Note that the answer calls a function of ours, when it does. Of more
    /// than 100 calls for an instance, or of a list of more than 8 numbers,
    /// nothing is kept.
    /// \param f its name
    /// \param at what it is called with
    void called(std::string_view f, double at);
    void called(std::string_view f, const std::vector<double>& at);

    /// Note an intermediate number of the lesson, as `give` does, unless the
    /// instance has one of that name. Only plain numbers are noted.
    template <class Value>
    void know(std::string_view name, const Value& v)
    {
        if constexpr (std::convertible_to<Value, double>) {
            know_number(name, static_cast<double>(v));
        } else if constexpr (grid<Value>) {
            know_matrix(name, entries_of(v),
                        static_cast<std::size_t>(v.cols()));
        } else if constexpr (requires { static_cast<double>(*v.begin()); }) {
            know_numbers(name, detail::as_doubles(v));
        }
    }

    /// All that was noted.
    std::vector<instance> instances;

    /// Called after each `see` and `claim`, if it is set.
    std::function<void()> after_each;

private:
    template <class M>
    static std::vector<double> entries_of(const M& m)
    {
        std::vector<double> all;
        for (std::size_t i = 0; i < m.rows(); ++i) {
            for (std::size_t j = 0; j < m.cols(); ++j) {
                all.push_back(m(i, j));
            }
        }
        return all;
    }

    instance& current();
    void give_one(const std::string& name, double value);
    void see_one(std::string name, double value);
    void tell() const;
    void give_number(std::string_view name, double value);
    void give_numbers(std::string_view name,
                      const std::vector<double>& values);
    void give_matrix(std::string_view name,
                     const std::vector<double>& entries, std::size_t columns);
    void know_number(std::string_view name, double value);
    void know_numbers(std::string_view name,
                      const std::vector<double>& values);
    void know_matrix(std::string_view name,
                     const std::vector<double>& entries, std::size_t columns);
    void see_number(std::string_view name, double value);
    void see_numbers(std::string_view name,
                     const std::vector<double>& values);
    void see_matrix(std::string_view name, const std::vector<double>& entries,
                    std::size_t rows, std::size_t columns);

    bool of_truth_;
};

/// Where two observations part.
struct difference {
    std::string name;
    double yours = 0, truth = 0;
    std::string probe;  ///< what was given there
};

/// Whether a value of that name is a count or an answer of yes or no.
bool is_count(const std::string& name);

/// The size of the largest value that is no count, and no infinity.
double scale_of(const std::vector<quantity>& values);

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
