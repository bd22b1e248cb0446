/// \file
/// What a chapter's program printed, cut into its sections.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "weave/text.hpp"

namespace chainrule::weave {

/// One section of the output: a line `== name` and what follows it.
struct output {
    line heading;
    std::string name;
    std::vector<std::string> lines;
};

/// The output of one run.
class run {
public:
    /// Read the output of a program.
    /// \param file what it printed
    /// \throw std::runtime_error with file and line if text stands before the
    ///     first heading or a section has the name of another
    explicit run(const std::filesystem::path& file);

    const std::vector<output>& sections() const { return sections_; }

    /// \return the section, or null
    const output* find(const std::string& name) const;

    /// What stands behind `key =`.
    /// \param key a key, or `section/key`
    /// \return the rest of that line
    /// \throw std::invalid_argument saying which keys there are, if there is
    ///     no such key or more than one
    std::string value(const std::string& key) const;

    std::vector<std::string> names() const;

private:
    std::vector<output> sections_;
};

}  // namespace chainrule::weave
