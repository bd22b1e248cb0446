// An answer without the functions that are asked for: one has another name, one
// takes another type, and one is right.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace answers {

template <class T>
struct slopes {
    std::vector<T> dw, db;
};

template <class T>
slopes<T> slopes_of_biases(const std::vector<T>& w, const std::vector<T>& b,
                           const T&, const T&)
{
    return {w, b};
}

inline std::vector<double> slopes_of_fourth_power(const std::string&, double,
                                                  double)
{
    return {};
}

template <class T>
T slope_of_shared_weight(const T& w, std::size_t, const T&, const T&)
{
    return w;
}

}  // namespace answers
