#pragma once

#include <cstdint>
#include <vector>

namespace chainrule::exercises {

using bytes = std::vector<std::uint8_t>;
using sizes = std::vector<std::uint32_t>;
using values = std::vector<double>;
using counts = std::vector<std::vector<int>>;
using outputs = std::vector<values>;

struct table {
    sizes (*dimensions)(const bytes& file);
    values (*found)(const counts& of);
    int (*best)(const outputs& z, const std::vector<int>& right, int k);
};

table given_answers();

}  // namespace chainrule::exercises
