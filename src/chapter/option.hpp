/// \file
/// What a reader may change in a chapter's run: `--rate 0.5`.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace chainrule {

/// An option that the chapter's program takes as long as this object lives.
class any_option {
public:
    any_option(const any_option&) = delete;
    any_option& operator=(const any_option&) = delete;
    virtual ~any_option();

    const std::string& name() const { return name_; }
    const std::string& about() const { return about_; }
    /// Whether a value was given on the command line.
    bool given() const { return given_; }

    /// Take a value from the command line.
    /// \throw std::invalid_argument naming the option, the text and what it
    ///     should be
    void take(const std::string& text);
    /// \return the value as it would be given
    virtual std::string shown() const = 0;

    /// \return those that exist, in the order in which they were made
    static const std::vector<any_option*>& all();

protected:
    any_option(std::string name, std::string about);

private:
    virtual void read(const std::string& text) = 0;

    std::string name_, about_;
    bool given_ = false;
};

/// A number that a reader may change. T is int, std::size_t or double.
template <class T>
class option : public any_option {
public:
    /// \param name without dashes: "rate"
    /// \param otherwise the value of the book, if none is given
    /// \param about what it is, for `--help`
    /// \param least the smallest value that makes sense
    option(std::string name, T otherwise, std::string about,
           T least = std::numeric_limits<T>::lowest());

    T operator()() const { return value_; }
    std::string shown() const override;

private:
    void read(const std::string& text) override;

    T value_, least_;
};

}  // namespace chainrule
