/// \file
/// The exercises of a chapter: contract, hints and solution, by number.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "weave/text.hpp"

namespace chainrule::weave {

/// One exercise, from three files.
struct exercise {
    std::string number;          ///< as "3.1"
    line heading;                ///< "3.1 A bias in each layer"
    std::vector<line> contract;  ///< what follows it in exercises.hpp
    std::vector<line> hints;     ///< three, from hints.md
    std::vector<line> solution;  ///< the same part of solutions.hpp
};

/// Read exercises.hpp, hints.md and solutions.hpp of a chapter.
/// \param chapter the folder NN_stem
/// \param found receives what is missing or does not match
/// \return the exercises in order; none if there is no exercises.hpp
std::vector<exercise> read_exercises(const std::filesystem::path& chapter,
                                     problems& found);

}  // namespace chainrule::weave
