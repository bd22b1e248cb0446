/// \file
/// A wrong quantity, and all numbers of the lesson that could explain it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "judge/product.hpp"
#include "judge/variable.hpp"

namespace chainrule::judge {

/// What is known about one instance.
struct scene {
    std::vector<variable> told;  ///< intermediates and inputs of the lesson
    std::vector<variable> truth;
    std::size_t probe = 0;

    /// \param of the truth
    /// \param seen_on a number that instances of one draw share
    scene(const instance& of, std::size_t seen_on);
};

/// One entry of a quantity in one scene.
struct cell {
    std::size_t scene, i, j;
};

/// Which entries are looked at together.
enum class view {
    one,    ///< a number, or the same entry of every list
    list,   ///< entry i of a list, beside entry i of others
    table,  ///< entry (i, j) of a table
};

/// Numbers that could explain a quantity in some cells, with the constants
/// apart, and none twice.
struct explainers {
    std::vector<feature> features;
    std::vector<feature> constants;
};

/// \param scenes all that there are
/// \param cells where a quantity is looked at
/// \param drawn so many of the cells, from the first, are on drawn numbers. A
/// number that is not there in all of these explains nothing; in the others
/// it is not a number where it is missing
/// \param name of the quantity, whose own truth is left out
/// \param as how names are written and neighbours are found
explainers explainers_of(const std::vector<scene>& scenes,
                         const std::vector<cell>& cells, std::size_t drawn,
                         const std::string& name, view as);

}  // namespace chainrule::judge
