#include "judge/instances.hpp"

template class std::basic_string<char>;
template class std::vector<double>;
template class std::vector<int>;
template class std::vector<std::uint8_t>;
template class std::vector<std::uint32_t>;
template class std::vector<std::size_t>;
template class std::vector<std::vector<double>>;
template class std::vector<std::vector<int>>;
template class std::vector<chainrule::counted<double>>;
template class std::function<double(double)>;
template class std::function<double(const double&)>;
template class std::function<double(const std::vector<double>&)>;

template std::vector<double>::iterator
std::vector<double>::insert<const double*>(
    std::vector<double>::const_iterator, const double*, const double*);
template void std::sort(std::vector<double>::iterator,
                        std::vector<double>::iterator);
template void std::sort(std::vector<double>::reverse_iterator,
                        std::vector<double>::reverse_iterator);

namespace chainrule::judge {

template std::vector<double> detail::as_doubles(const std::vector<int>&);
template std::vector<double>
detail::as_doubles(const std::vector<std::uint8_t>&);
template std::vector<double>
detail::as_doubles(const std::vector<std::uint32_t>&);
template std::vector<double>
detail::as_doubles(const std::vector<std::size_t>&);
template void observation::see(std::string_view, const double&);
template void observation::see(std::string_view, const std::vector<double>&);
template void observation::give(std::string_view, const double&);
template void observation::give(std::string_view, const std::vector<double>&);

}  // namespace chainrule::judge
