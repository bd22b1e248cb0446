/// \file
/// Names along an axis of a picture, in place of numbers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace chainrule {

using name_list = std::vector<std::string>;

/// \param where begins the message
/// \param of rows or columns
/// \throw std::invalid_argument if there are more or fewer than needed
inline void check_names(const std::string& where, const name_list& all,
                        std::size_t needed, const std::string& of)
{
    if (all.size() != needed) {
        throw std::invalid_argument(where + std::to_string(all.size()) +
                                    " names for " + std::to_string(needed) +
                                    of);
    }
}

/// \param axis x or y, as gnuplot names it
/// \param first where the first name stands; the others follow 1 apart
/// \param quoted makes a string of gnuplot of a name
template <class Quoted>
void name_tics(std::ostream& out, const char* axis, const name_list& all,
               std::size_t first, Quoted quoted)
{
    for (std::size_t i = 0; i < all.size(); ++i) {
        out << "set " << axis << "tics " << (i == 0 ? "" : "add ") << "("
            << quoted(all[i]) << " " << i + first << ")\n";
    }
}

inline std::size_t longest(const name_list& all)
{
    std::size_t most = 0;
    for (const std::string& name : all) {
        most = std::max(most, name.size());
    }
    return most;
}

}  // namespace chainrule
