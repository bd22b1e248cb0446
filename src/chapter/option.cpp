#include "chapter/option.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace chainrule {
namespace {

// Made when it is first asked for, since options are made before `main`.
std::vector<any_option*>& registered()
{
    static std::vector<any_option*> all;
    return all;
}

}  // namespace

any_option::any_option(std::string name, std::string about)
    : name_(std::move(name)), about_(std::move(about))
{
    registered().push_back(this);
}

any_option::~any_option()
{
    std::erase(registered(), this);
}

const std::vector<any_option*>& any_option::all()
{
    return registered();
}

void any_option::take(const std::string& text)
{
    read(text);
    given_ = true;
}

template <class T>
option<T>::option(std::string name, T otherwise, std::string about, T least)
    : any_option(std::move(name), std::move(about)), value_(otherwise),
      least_(least)
{}

template <class T>
std::string option<T>::shown() const
{
    std::ostringstream text;
    text << value_;
    return text.str();
}

template <class T>
void option<T>::read(const std::string& text)
{
    T value{};
    std::istringstream in(text);
    // A stream takes -1 for the largest number that has no sign.
    const bool signless =
        std::is_unsigned_v<T> && text.find('-') != text.npos;
    bool good = (in >> value) && in.eof() && !signless && value >= least_;
    if constexpr (std::is_floating_point_v<T>) {
        good = good && std::isfinite(value);
    }
    if (!good) {
        std::ostringstream message;
        message << "--" << name() << " is '" << text << "' and should be a "
                << (std::is_integral_v<T> ? "whole " : "") << "number";
        if (least_ > std::numeric_limits<T>::lowest() ||
            std::is_unsigned_v<T>) {
            message << " from " << least_;
        }
        message << ", as " << shown() << " is";
        throw std::invalid_argument(message.str());
    }
    value_ = value;
}

template class option<int>;
template class option<std::size_t>;
template class option<double>;

}  // namespace chainrule
