/// \file
/// What many answers use, compiled once and with the same checks, so that an
/// edit compiles little more than the answer.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "chainrule/numbers/counted.hpp"
#include "judge/plumbing.hpp"

extern template class std::basic_string<char>;
extern template class std::vector<double>;
extern template class std::vector<int>;
extern template class std::vector<std::uint8_t>;
extern template class std::vector<std::uint32_t>;
extern template class std::vector<std::size_t>;
extern template class std::vector<std::vector<double>>;
extern template class std::vector<std::vector<int>>;
extern template class std::vector<chainrule::counted<double>>;
extern template class std::function<double(double)>;
extern template class std::function<double(const double&)>;
extern template class std::function<double(const std::vector<double>&)>;

extern template std::vector<double>::iterator
std::vector<double>::insert<const double*>(
    std::vector<double>::const_iterator, const double*, const double*);
extern template void std::sort(std::vector<double>::iterator,
                               std::vector<double>::iterator);
extern template void std::sort(std::vector<double>::reverse_iterator,
                               std::vector<double>::reverse_iterator);

namespace chainrule::judge {

extern template std::vector<double>
detail::as_doubles(const std::vector<int>&);
extern template std::vector<double>
detail::as_doubles(const std::vector<std::uint8_t>&);
extern template std::vector<double>
detail::as_doubles(const std::vector<std::uint32_t>&);
extern template std::vector<double>
detail::as_doubles(const std::vector<std::size_t>&);
extern template void observation::see(std::string_view, const double&);
extern template void observation::see(std::string_view,
                                      const std::vector<double>&);
extern template void observation::give(std::string_view, const double&);
extern template void observation::give(std::string_view,
                                       const std::vector<double>&);

}  // namespace chainrule::judge
