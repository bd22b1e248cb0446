/// \file
/// Files of right answers, and the part of one that an exercise needs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "judge/generate/source.hpp"

namespace chainrule::mutants {

/// A file of right answers as its definitions.
class answers {
public:
    /// \param file with or without parts for the exercises
    explicit answers(const std::filesystem::path& file);

    /// A function, a class, or some lines that have no name of their own.
    struct definition {
        std::string name, text;
    };

    /// What is needed so that some functions or classes are there: they, all
    /// that they mention, and all that has no name.
    /// \param names what an exercise asks for
    /// \return them in the order of the file
    std::vector<definition>
    needed_for(const std::vector<std::string>& names) const;

    /// The lines that include headers.
    const std::vector<std::string>& includes() const { return includes_; }

private:
    std::vector<std::string> includes_;
    std::vector<definition> all_;
};

}  // namespace chainrule::mutants
