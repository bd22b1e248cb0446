/// \file
/// Entries of a quantity that a relation has to hold for together.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "judge/problem.hpp"

namespace chainrule::judge {

/// An answer beside what is known, instance by instance.
struct evidence {
    std::vector<scene> scenes;
    /// So many of them, from the first, are on drawn numbers. Relations are
    /// found there, and have to hold on the others as well.
    std::size_t drawn = 0;
    std::vector<std::vector<variable>> yours;  ///< of the same instances
};

/// Some entries of a quantity, on all probes.
struct group {
    std::string name;   ///< of the quantity
    std::string label;  ///< as it is said: "dw_i", "dw1"
    view as = view::one;
    std::vector<cell> cells;
    std::size_t drawn = 0;  ///< so many cells, from the first
    std::vector<double> yours, truth;
    /// Of a "new w", what w was; empty of anything else.
    std::vector<double> before;
    std::vector<std::size_t> probes;
    explainers by;  ///< filled by `explain`
    std::map<std::array<std::size_t, 5>, std::unique_ptr<product_search>>
        searches;  ///< kept from one question to the next
};

/// All entries of a quantity first, then all but the first or last of a list,
/// then its entries one by one where it has always as many, or else its ends.
/// Of a number, the cases that the lesson tells apart.
std::vector<group> groups_of(const evidence& e, const std::string& name);

/// What somebody has in the cells of a group; not a number where nothing is.
std::vector<double> values_in(const group& g,
                              const std::vector<std::vector<variable>>& of);

/// Look for all numbers that could explain a group, once.
void explain(group& g, const evidence& e);

}  // namespace chainrule::judge
